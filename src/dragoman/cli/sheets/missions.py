"""The sheets of ``missions``: their rank by day, and the transitions as a table."""

from collections.abc import Iterator

from dragoman.answers.brief import plain_date
from dragoman.answers.missions import Missions
from dragoman.cli.sheet import Column, Records, Sheet, Table
from dragoman.cli.sheets.evidence import Marks, brief_contest_notes, scope_line
from dragoman.cli.sheets.relations import span_row

COLUMNS = (
    Column("In", ratio=3, style="bold"),
    Column("Rank", ratio=3),
    Column("Time", ratio=5),
    Column("On whose word", ratio=6),
    Column("", ratio=1, least=4),
)
HEADER = (
    "sender",
    "receiver",
    "step",
    "from",
    "from_earliest",
    "from_latest",
    "to",
    "to_earliest",
    "to_latest",
    "claims",
)
STANDING_COLUMNS = (Column("In", ratio=3, style="bold"), Column("Rank", ratio=3), Column("Since", ratio=3))


def missions_sheet(answer: Missions, *, transitions: bool = False) -> Sheet:
    """Lay out the missions of a polity.

    Args:
        answer: The missions.
        transitions: Show the table of transitions alone, without how things stood.
    """
    marks = Marks()
    day = answer.horizon.as_of or "by the last claim"
    standing = Table(f"Standing, {day}", STANDING_COLUMNS, () if transitions else tuple(_standing(answer)))
    rows = tuple(_rows(answer, marks))
    return Sheet(
        title=f"Missions of {answer.name}",
        scope=scope_line(answer.horizon, answer.policy),
        tables=(standing, Table("Transitions", COLUMNS, rows)),
        notes=(*marks.full_notes(), *brief_contest_notes(answer.contests, answer.of)),
        empty=f"The ledger holds no claim about missions of {answer.name}.",
        records=Records(HEADER, tuple(_records(answer))),
    )


def _standing(answer: Missions) -> Iterator[tuple[str, ...]]:
    for post in answer.posts:
        if post.current is not None:
            yield (post.name, post.current.step or "not known", plain_date(post.current.start))


def _rows(answer: Missions, marks: Marks) -> Iterator[tuple[str, ...]]:
    for post in answer.posts:
        for span in post.spans:
            step, time, mark = span_row(span, marks)
            chains = dict.fromkeys(citation.chain for citation in span.citations or span.ended_by)
            yield (post.name, step, time, next(iter(chains), ""), mark)


def _records(answer: Missions) -> Iterator[tuple[object, ...]]:
    for post in answer.posts:
        for span in post.spans:
            start, end = span.start, span.end
            yield (
                span.sender,
                span.receiver,
                span.step,
                start and start.edtf,
                start and start.earliest,
                start and start.latest,
                end and end.edtf,
                end and end.earliest,
                end and end.latest,
                " ".join(citation.claim.id for citation in (*span.citations, *span.ended_by)),
            )
