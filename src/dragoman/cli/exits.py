"""Exit codes, looked up by class of error. What went wrong stands on standard error, in a sentence."""

from dragoman.errors import DragomanError, InputError, KnowledgeError, LedgerError, ParserError

SUCCESS = 0
ONLY_FAULTS = 1
"""Nothing could be added: every source ended in a fault."""

USAGE = 2
BROKEN = 3
"""The ledger cannot be used, or is not as it was recorded."""

EXIT_CODES: dict[type[DragomanError], int] = {
    InputError: USAGE,
    LedgerError: BROKEN,
    ParserError: 4,
    KnowledgeError: 5,
    DragomanError: 70,
}
"""The nearest class counts; 2 is also what click gives for a wrong option."""


def exit_code(error: DragomanError) -> int:
    """Return the exit code for an error: that of the nearest class in the table."""
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)
