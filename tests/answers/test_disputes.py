from tests.answers.reports import TRANSLATOR, act, ledger_of, ordinal, recognition_of, report

from dragoman.answers.disputes import Disputes, find_disputes
from dragoman.answers.horizon import parse_horizon
from dragoman.claims.coding import Coding
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.knowledge.authority import load_authority

ONE = report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A")
OTHER = report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B")


def ask(*codings: Coding, of: str | None = None, as_of: str | None = None) -> Disputes:
    return find_disputes(ledger_of(*codings), load_authority(), of=of, horizon=parse_horizon(as_of))


def test_both_sides_are_cited() -> None:
    (contest,) = ask(ONE, OTHER).contests
    assert {c.page.outlet for c in (*contest.left, *contest.right)} == {"A", "B"}


def test_a_dispute_that_a_text_raises_stands_first() -> None:
    page = report("The note rejects it.", act("mission-opened", "PRK", "UKR", chain=(TRANSLATOR,)))
    rejection = Dispute(DisputeKind.REJECTION, (page.claims[0].id,), (), "The note rejects it", raised_by=TRANSLATOR)
    noted = Coding(page.document, page.claims, (rejection,))
    first, second = ask(ONE, OTHER, noted).contests
    assert (first.raised_by, second.raised_by) == ("TR (translator)", None)
    assert first.right == ()


def test_only_disputes_about_the_polity_are_given() -> None:
    assert ask(ONE, OTHER, of="Russia").contests != ()
    assert ask(ONE, OTHER, of="Syria").contests == ()


def test_what_is_dated_later_is_not_compared() -> None:
    assert ask(ONE, OTHER, as_of="2022-02-22").contests == ()


def test_a_fitting_ordinal_is_shown_with_whom_it_counts() -> None:
    second = report("The second.", ordinal(2, "DPR", "SYR", date="2022-06-29"))
    (checked,) = ask(ONE, second).ordinals
    assert checked.verdict == "fits"
    assert [one.id for one in checked.check.before] == ["RUS"]


def test_an_ordinal_beyond_the_ledger_says_that_the_ledger_holds_fewer() -> None:
    (checked,) = ask(report("The 117th.", ordinal(117, "XKX", "ISR"))).ordinals
    assert checked.verdict == "the ledger holds fewer"
