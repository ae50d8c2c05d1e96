"""The sheet of ``ledger copy`` and ``ledger backup``."""

from dataclasses import replace

from dragoman.cli.sheet import Note, Sheet, count_of
from dragoman.cli.sheets.verification import verification_sheet
from dragoman.ledger.copied import LedgerCopy


def copy_sheet(made: LedgerCopy) -> Sheet:
    """Lay out what was copied, and what the check of the copy found."""
    before = made.entries - made.copied
    told = f"{count_of(made.copied, 'entry', 'entries')} copied from {made.source} to {made.target}"
    sheet = verification_sheet(made.verification)
    return replace(
        sheet,
        title=told + (f"; {before:,} were there" if before else ""),
        scope=sheet.title,
        notes=(*sheet.notes, *([] if made.verification.is_sound else [_flawed(made)])),
        empty="The copy has every entry of the original, with its number, moment and digest.",
    )


def _flawed(made: LedgerCopy) -> Note:
    return Note("What now", f"Run `dragoman verify --ledger {made.source}`: a flaw of the original is copied with it.")
