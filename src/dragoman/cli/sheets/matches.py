"""The sheet of ``matches``: spellings that may name one bearer."""

from collections.abc import Iterator

from dragoman.answers.matches import SpellingMatch, SpellingMatches
from dragoman.answers.spellings import Spelling
from dragoman.claims.judgement import HeldJudgement, Ruling
from dragoman.cli.sheet import Column, Records, Sheet, Table, count_of, joined
from dragoman.cli.sheets.evidence import Marks, times_line

MOST_PAGES = 3
COLUMNS = (
    Column("One spelling", ratio=4, style="bold"),
    Column("Another", ratio=4, style="bold"),
    Column("Of", ratio=1, least=4),
    Column("Score", is_number=True),
    Column("Certain", ratio=2, least=7),
    Column("Why", ratio=6),
)
RULED = (
    Column("Entry", is_number=True),
    Column("Ruling", ratio=1, least=6),
    Column("Names", ratio=5, style="bold"),
    Column("By", ratio=2),
    Column("Reason", ratio=5),
)
WORDS = {Ruling.MERGE: "merged", Ruling.SPLIT: "kept apart"}
HEADER = (
    "match",
    "left",
    "right",
    "party",
    "score",
    "is_certain",
    "reasons",
    "doubt",
    "spelling",
    "role",
    "document",
    "name",
    "published",
    "claim",
    "quote",
    "ruling",
    "reviewer",
)


def matches_sheet(answer: SpellingMatches) -> Sheet:
    """Lay out the proposals, each spelling with one quote from each page."""
    marks = Marks()
    rows = tuple(
        (
            _with_pages(match.left, marks),
            _with_pages(match.right, marks),
            match.party or "–",
            f"{match.score:.2f}",
            _verdict(match),
            _why(match),
        )
        for match in answer.matches
    )
    records = tuple(record for number, match in enumerate(answer.matches, 1) for record in _records(number, match))
    return Sheet(
        title="Spellings that may be one name: proposals, nothing is merged",
        scope=times_line(answer.horizon),
        tables=(
            Table("", COLUMNS, rows),
            Table("What reviewers ruled on names", RULED, tuple(_ruling(held) for held in answer.rulings)),
        ),
        notes=marks.full_notes(),
        empty="No two spellings of the ledger look like one name.",
        records=Records(HEADER, records),
    )


def _with_pages(spelling: Spelling, marks: Marks) -> str:
    shown = [marks.mark(citation) for citation in spelling.citations[:MOST_PAGES]]
    rest = len(spelling.citations) - len(shown)
    return joined([spelling.text, *shown, f"and {count_of(rest, 'more page')}" if rest else ""], " ")


def _verdict(match: SpellingMatch) -> str:
    """Return whether two spellings are one: as the last reviewer ruled, else as their evidence has it."""
    if match.rulings:
        judgement = match.rulings[-1].judgement
        return f"{WORDS[judgement.ruling]} by {judgement.reviewer}"
    return "yes" if match.is_certain else "not certain"


def _ruling(held: HeldJudgement) -> tuple[str, ...]:
    judgement = held.judgement
    names = joined([judgement.subject, *judgement.others], " = " if judgement.ruling is Ruling.MERGE else " ≠ ")
    return (str(held.entry), WORDS[judgement.ruling], names, judgement.reviewer, judgement.reason)


def _why(match: SpellingMatch) -> str:
    together = "one page has both" if match.shares_page else ""
    return joined([*match.reasons, together, match.doubt and f"but {match.doubt}"])


def _records(number: int, match: SpellingMatch) -> Iterator[tuple[object, ...]]:
    for spelling in (match.left, match.right):
        for citation in spelling.citations:
            yield (
                number,
                match.left.text,
                match.right.text,
                match.party,
                f"{match.score:.3f}",
                str(match.is_certain).lower(),
                joined(match.reasons),
                match.doubt,
                spelling.text,
                joined(spelling.roles),
                citation.page.id,
                citation.page.name,
                citation.page.published,
                citation.claim.id,
                citation.claim.evidence.quote,
                match.rulings[-1].judgement.ruling.value if match.rulings else None,
                match.rulings[-1].judgement.reviewer if match.rulings else None,
            )
