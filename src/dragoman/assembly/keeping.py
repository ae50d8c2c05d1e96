"""Calls on a whole ledger that bring their machinery with the first call: coding again, copying, backing up."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.assembly.actor_files import ActorFile, ActorFiles
from dragoman.assembly.recoded import Recoded, Recoding
from dragoman.claims.ledger import Ledger
from dragoman.ledger.copied import LedgerCopy, Progress, be_silent


def plan_recoding(
    ledger: Ledger, *, parser: str | None = None, actors: str | Path | Iterable[str | Path] | ActorFiles = ()
) -> Recoding:
    """Find the documents of a ledger that the coder of today has not coded yet, for :func:`recode`.

    Args:
        ledger: Where they are held.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        actors: Files of actor names of your own, or their paths.

    Raises:
        ActorFileError: A file of ``actors`` cannot be read.
        ParserError: There is no such pipeline.
    """
    from dragoman.assembly import dictionary, recoding

    if isinstance(actors, tuple) and all(isinstance(one, ActorFile) for one in actors):
        files: ActorFiles = actors
    else:
        files = dictionary.find_actor_files(actors)  # type: ignore[arg-type]
    return recoding.plan_recoding(ledger, parser=parser, actors=files)


def recode(ledger: Ledger, plan: Recoding, *, by: str, why: str = "") -> Iterator[Recoded]:
    """Code again what a plan names, one document at a time, and record it as a run of the coder.

    Args:
        ledger: Where the documents are held.
        plan: From :func:`plan_recoding`.
        by: Who lets it run.
        why: What for.

    Yields:
        What became of each document, once it is recorded. Killed at any point, a new plan and the same call finish
        the work.

    Raises:
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    from dragoman.assembly import recoding

    return recoding.recode(ledger, plan, by=by, why=why)


def copy_ledger(source: str | Path, target: str | Path, *, progress: Progress = be_silent) -> LedgerCopy:
    """Copy a ledger into another store, with its numbers, moments and digests, and verify the copy.

    Args:
        source: Path or URL of the original.
        target: A new file, an empty database, or an earlier copy of the same ledger to go on with.
        progress: Is told how far it is.

    Returns:
        What was copied, with the check of the copy against the head of the original.

    Raises:
        LedgerUnavailableError: One of the two cannot be used, or the target holds something else.
        LedgerVersionError: A newer Dragoman made one of the two.
    """
    from dragoman.ledger import copying

    return copying.copy_ledger(source, target, progress=progress)


def backup_ledger(source: str | Path, file: str | Path, *, progress: Progress = be_silent) -> LedgerCopy:
    """Copy a ledger that is in use into a new file, and verify the copy.

    Args:
        source: Path or URL of the ledger.
        file: Path of the copy; there must be no file yet.
        progress: Is told how far it is.

    Returns:
        What was copied, with the check of the copy against the head of the original.

    Raises:
        OutputError: There is a file of that name, or no folder for it.
        LedgerUnavailableError: The ledger cannot be read, or the copy cannot be written.
        LedgerVersionError: A newer Dragoman made the ledger.
    """
    from dragoman.ledger import backup

    return backup.backup_ledger(source, file, progress=progress)
