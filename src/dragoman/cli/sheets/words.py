"""The sheets of ``names`` and ``loaded``: who uses which word."""

from dragoman.answers.loaded import LoadedWords
from dragoman.answers.names import Names
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, shorten
from dragoman.cli.sheets.evidence import Marks, left_out_notes, nothing_said, scope_line

QUOTE_LENGTH = 120
NAME_COLUMNS = (
    Column("Speaker", ratio=3, style="bold"),
    Column("Calls it", ratio=4),
    Column("Sentences", is_number=True),
    Column("On the page", ratio=4),
    Column("Quote", ratio=6, is_wide=True, style="italic"),
    Column("", ratio=1, least=4),
)
LOADED_COLUMNS = (
    Column("Voice", ratio=4, style="bold"),
    Column("Word", ratio=3),
    Column("Times", is_number=True),
    Column("Why it is marked", ratio=5),
    Column("Quote", ratio=6, is_wide=True, style="italic"),
    Column("", ratio=1, least=4),
)
NAME_HEADER = ("speaker", "text", "scare_quotes", "times", "page", "claims")
LOADED_HEADER = ("voice", "text", "times", "note", "claims")


def names_sheet(answer: Names) -> Sheet:
    """Lay out what each speaker calls a polity."""
    marks = Marks()
    rows = tuple(
        (
            use.speaker,
            f"“{use.text}”" + (" (in scare quotes)" if use.is_quoted else ""),
            str(use.times),
            use.page,
            f"“{shorten(use.citations[0].claim.evidence.quote, QUOTE_LENGTH)}”",
            marks.mark(use.citations[0]),
        )
        for use in answer.uses
    )
    records = tuple(
        (u.speaker, u.text, str(u.is_quoted).lower(), u.times, u.page, " ".join(c.claim.id for c in u.citations))
        for u in answer.uses
    )
    left_out = left_out_notes(answer.left_out, marks)
    return Sheet(
        title=f"What {answer.name} is called",
        scope=scope_line(answer.horizon),
        tables=(Table("", NAME_COLUMNS, rows),),
        notes=(
            *marks.notes(),
            *left_out,
            *((Note("Authority file", answer.note.rstrip(".") + "."),) if answer.note else ()),
        ),
        empty=nothing_said(answer.left_out, f"The ledger holds no name of {answer.name}."),
        records=Records(NAME_HEADER, records),
    )


def loaded_sheet(answer: LoadedWords) -> Sheet:
    """Lay out the words that take a side."""
    marks = Marks()
    rows = tuple(
        (
            use.speaker,
            f"“{use.text}”",
            str(use.times),
            use.note,
            f"“{shorten(use.citations[0].claim.evidence.quote, QUOTE_LENGTH)}”",
            marks.mark(use.citations[0]),
        )
        for use in answer.uses
    )
    records = tuple(
        (u.speaker, u.text, u.times, u.note, " ".join(c.claim.id for c in u.citations)) for u in answer.uses
    )
    left_out = left_out_notes(answer.left_out, marks)
    return Sheet(
        title="Words that take a side, by voice",
        scope=scope_line(answer.horizon),
        tables=(Table("", LOADED_COLUMNS, rows),),
        notes=(*marks.notes(), *left_out),
        empty=nothing_said(answer.left_out, "No claim of the ledger has a word that takes a side."),
        records=Records(LOADED_HEADER, records),
    )
