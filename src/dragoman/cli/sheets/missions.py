"""The sheets of ``missions``: their status by day, and the transitions as a table."""

from collections.abc import Iterable, Iterator

from dragoman.answers.brief import plain_date
from dragoman.answers.mission_history import MissionTransitions
from dragoman.answers.missions import Missions
from dragoman.answers.transitions import Transition
from dragoman.cli.sheet import Column, Records, Sheet, Table
from dragoman.cli.sheets.evidence import Marks, brief_contest_notes, left_out_notes, nothing_said, scope_line
from dragoman.cli.sheets.relations import span_row

COLUMNS = (
    Column("In", ratio=3, style="bold"),
    Column("Status", ratio=3),
    Column("Time", ratio=5),
    Column("Rule", ratio=3, is_wide=True),
    Column("On whose word", ratio=5),
    Column("", ratio=1, least=4),
)
TOLD_COLUMNS = (Column("In", ratio=3, style="bold"), Column("Status", ratio=3), Column("Time", ratio=5), Column(""))
STANDING_COLUMNS = (
    Column("In", ratio=3, style="bold"),
    Column("Status", ratio=3),
    Column("Since", ratio=3),
    Column("Certainty"),
)
ARTICLE = Column("Article", ratio=3)
HEADER = ("article", "sender", "receiver", "receiver_name", "status", "start", "end", "claims", "rule")


def missions_sheet(answer: Missions) -> Sheet:
    """Lay out the missions of a polity: how they stand, and how they came to.

    Args:
        answer: The missions.
    """
    marks = Marks()
    day = answer.horizon.as_of or "by the last claim"
    transitions = [one for post in answer.posts for one in post.transitions]
    tables = (
        Table(f"Standing, {day}", STANDING_COLUMNS, tuple(_standing(answer))),
        Table("Transitions", COLUMNS, tuple(_row(one, marks) for one in transitions)),
        Table("Told without a change", TOLD_COLUMNS, tuple(_told(answer, marks))),
    )
    left_out = left_out_notes(answer.left_out, marks)
    return Sheet(
        title=f"Missions of {answer.name}",
        scope=scope_line(answer.horizon),
        tables=tables,
        notes=(*marks.full_notes(), *left_out, *brief_contest_notes(answer.contests, answer.of)),
        empty=nothing_said(answer.left_out, f"The ledger holds no claim about missions of {answer.name}."),
        records=Records(HEADER, tuple(_records(transitions))),
    )


def transitions_sheet(answer: MissionTransitions) -> Sheet:
    """Lay out the transitions of missions, each document's history by itself.

    Args:
        answer: The transitions.
    """
    marks = Marks()
    rows = tuple((one.article, *_row(one, marks)) for one in answer.transitions)
    left_out = left_out_notes(answer.left_out, marks)
    return Sheet(
        title=f"Transitions of missions of {answer.name}",
        scope=scope_line(answer.horizon),
        tables=(Table("", (ARTICLE, *COLUMNS), rows),),
        notes=(*marks.full_notes(), *left_out),
        empty=nothing_said(answer.left_out, f"The ledger holds no dated claim about missions of {answer.name}."),
        records=Records(HEADER, tuple(_records(answer.transitions))),
    )


def _standing(answer: Missions) -> Iterator[tuple[str, ...]]:
    for post in answer.posts:
        if post.current is not None:
            yield (post.name, post.current.status, plain_date(post.current.start), post.current.certainty.value)


def _row(one: Transition, marks: Marks) -> tuple[str, ...]:
    start = plain_date(one.start)
    time = f"since {start}" if one.end is None else f"{start} until {plain_date(one.end)}"
    cited = " ".join(marks.mark(citation) for citation in one.citations)
    return (one.receiver_name, one.status, f"{time}, {one.certainty.value}", one.rule, one.citations[0].chain, cited)


def _told(answer: Missions, marks: Marks) -> Iterator[tuple[str, ...]]:
    for post in answer.posts:
        for span in post.told:
            yield (post.name, *span_row(span, marks))


def _records(transitions: Iterable[Transition]) -> Iterator[tuple[object, ...]]:
    for one in transitions:
        claims = " ".join(citation.claim.id for citation in one.citations)
        end = one.end and one.end.edtf
        yield (
            one.article,
            one.sender,
            one.receiver,
            one.receiver_name,
            one.status,
            one.start.edtf,
            end,
            claims,
            one.rule,
        )
