from tests.answers.reports import EMBASSY, act, ledger_of, report

from dragoman.answers.horizon import parse_horizon
from dragoman.answers.missions import Missions, find_missions
from dragoman.claims.claim import Measure
from dragoman.claims.coding import Coding
from dragoman.knowledge.authority import load_authority

OPENED = report("Opened.", act("mission-opened", "PRK", "UKR", date="1992", measure=EMBASSY))
CLOSED = report("Closed.", act("mission-closed", "PRK", "UKR", date="1998"))


def ask(*codings: Coding, as_of: str | None = None, in_: str | None = None) -> Missions:
    return find_missions(ledger_of(*codings), load_authority(), "PRK", in_=in_, horizon=parse_horizon(as_of))


def test_a_mission_stands_until_it_is_closed() -> None:
    (post,) = ask(OPENED, CLOSED, as_of="1995").posts
    assert post.current is not None
    assert post.current.status == "Embassy"
    (post,) = ask(OPENED, CLOSED, as_of="2000").posts
    assert post.current is not None
    assert post.current.status == "None"


def test_transitions_follow_each_other() -> None:
    raised = report("Raised.", act("mission-elevated", "PRK", "UKR", date="1995", measure=EMBASSY))
    legation = Measure("Legation", "mission", "mission")
    opened = report("Opened.", act("mission-opened", "PRK", "UKR", date="1992", measure=legation))
    (post,) = ask(opened, raised, CLOSED).posts
    assert [one.status for one in post.transitions] == ["Legation", "Embassy", "None"]


def test_each_receiver_has_its_own_row() -> None:
    syria = report("In Damascus.", act("mission-opened", "PRK", "SYR", date="1969", measure=EMBASSY))
    assert [post.receiver for post in ask(OPENED, syria).posts] == ["SYR", "UKR"]
    assert [post.receiver for post in ask(OPENED, syria, in_="Syria").posts] == ["SYR"]


def test_the_mission_of_the_other_side_is_not_counted() -> None:
    other = report("Kyiv opened one.", act("mission-opened", "UKR", "PRK", date="1993", measure=EMBASSY))
    assert ask(other).posts == ()
