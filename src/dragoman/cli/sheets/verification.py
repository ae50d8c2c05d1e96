"""The sheet of ``verify``."""

from dragoman.claims.verification import Verification
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of

COLUMNS = (Column("Entry", is_number=True), Column("What is wrong", ratio=1))


def verification_sheet(outcome: Verification) -> Sheet:
    """Lay out what a check of a ledger found."""
    checked = f"{count_of(outcome.entries, 'entry', 'entries')} and {count_of(outcome.claims, 'claim')} checked"
    found = "nothing is wrong" if outcome.is_sound else f"{count_of(len(outcome.flaws), 'flaw')} found"
    return Sheet(
        title=f"{checked}: {found}",
        scope="",
        tables=(Table("", COLUMNS, tuple((_entry(flaw.entry), flaw.reason) for flaw in outcome.flaws)),),
        notes=(Note("Head", outcome.head),),
        empty="Every entry is as it was recorded, and follows on the one before.",
        records=Records(("entry", "reason"), tuple((flaw.entry, flaw.reason) for flaw in outcome.flaws)),
    )


def _entry(number: int | None) -> str:
    return "–" if number is None else str(number)
