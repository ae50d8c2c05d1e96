"""Options that several commands share, and how a command reaches its ledger."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from dragoman.assembly.actor_files import ActorFiles
from dragoman.claims.ledger import Ledger
from dragoman.errors import LedgerUnavailableError

Command = TypeVar("Command", bound=Callable[..., Any])

LEAST = "dragoman.least"
"""Key of the least confidence among what click keeps for a run."""

ROWS = "dragoman.rows"
"""Key of the limit of rows among what click keeps for a run."""

DEFAULT_LEDGER = "dragoman.db"
FORMATS = ("table", "json", "csv", "markdown")

ledger_option = click.option(
    "--ledger",
    envvar="DRAGOMAN_LEDGER",
    default=DEFAULT_LEDGER,
    show_default=True,
    show_envvar=True,
    metavar="PATH|URL",
    help="The ledger to use: a file, or postgresql://USER@HOST/DATABASE.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
rows_option = click.option(
    "--rows",
    type=click.IntRange(min=1),
    metavar="N",
    expose_value=False,
    callback=lambda context, _, number: limit_rows(context, number),
    help="Print at most N rows of each table, and the footnotes of these rows only.",
)
min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave out claims that are right with a probability below P.",
)
surer_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    expose_value=False,
    callback=lambda context, _, least: context.meta.__setitem__(LEAST, least),
    help="Answer as if the ledger held no claim that is right with a probability below P.",
)
known_option = click.option(
    "--known",
    metavar="MOMENT",
    help="Only what was recorded by then: 2022-07-20 (its end, UTC), 2022-07-20T12:00Z, or a snapshot.",
)
as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    help="Only what had happened by then, in EDTF: 2022-07-20, 2022-07, 2022-07-13/2022-07-20, 2022~.",
)
output_option = click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, not to the terminal."
)
policy_option = click.option(
    "--policy",
    default="everything",
    show_default=True,
    metavar="NAME|FILE",
    shell_complete=lambda _context, _option, begun: complete_policies(begun),
    help="Which claims count: a policy of `dragoman policies`, or a YAML file.",
)
parser_option = click.option(
    "--parser", metavar="NAME", help="An installed spaCy pipeline instead of the parser that ships with Dragoman."
)


def actors_options(command: Command) -> Command:
    """Add the options of every command that codes with a user's own names of actors."""
    named = click.option(
        "--actors",
        "actor_paths",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        help="Names of your own, before the built-in ones: a CSV table, or an actor file of PETRARCH or TABARI.",
    )
    strict = click.option(
        "--strict", is_flag=True, help="Stop where a line of a file of --actors cannot be used, instead of a fault."
    )
    return named(strict(command))


def chosen_actors(paths: tuple[str, ...], *, strict: bool) -> ActorFiles:
    """Return the files of actors of a run, and print a fault for each line of them that cannot be used.

    Raises:
        ActorFileError: A file cannot be read; or, if strict, one of its lines cannot be used.
    """
    if not paths:
        return ()
    from dragoman.assembly.dictionary import find_actor_files, load_user_actors
    from dragoman.cli.sheet import safe

    files = find_actor_files(paths, strict=strict)
    for fault in load_user_actors(files).faults:
        click.echo(safe(f"Fault: {fault.reason}"), err=True)
    return files


published_option = click.option(
    "--published",
    metavar="DATE",
    callback=lambda _context, _option, day: checked_day(day),
    help="Day of publication (EDTF) of all that is read; else each page is asked.",
)
outlet_option = click.option("--outlet", metavar="NAME", help="Outlet of all that is read; else each page is asked.")


def reading_options(command: Command) -> Command:
    """Add the options of every command that reads a ledger: which one, as known when, in which format."""
    return ledger_option(known_option(format_option(rows_option(surer_option(command)))))


def answer_options(command: Command) -> Command:
    """Add the options of every command that answers a question: those of reading, and by which policy."""
    return policy_option(reading_options(command))


def complete_policies(begun: str) -> list[CompletionItem]:
    """Return the policies whose names begin so; where there is none, files are completed."""
    from dragoman.knowledge.policies import policy_names

    found = [CompletionItem(name) for name in policy_names() if name.startswith(begun)]
    return found or [CompletionItem(begun, type="file")]


def checked_day(day: str | None) -> str | None:
    """Return a day as it was given.

    Raises:
        UsageError: It is neither a day in EDTF nor a moment of one.
    """
    from dragoman.dates.edtf import is_edtf

    if day is not None and not is_edtf(day.partition("T")[0]):
        raise click.UsageError(
            f"Cannot read the day {day!r} of --published: expected EDTF, such as 2022-07-14 or 2022-07."
        )
    return day


def limit_rows(context: click.Context, number: int | None) -> None:
    """Remember for the rest of this run how many rows of a table to print."""
    context.meta[ROWS] = number


def rows_limit() -> int | None:
    """Return how many rows of a table to print, or ``None`` for all of them."""
    context = click.get_current_context(silent=True)
    number = context.meta.get(ROWS) if context is not None else None
    return number if isinstance(number, int) else None


def least_confidence() -> float:
    """Return the least confidence that was asked for, or 0."""
    context = click.get_current_context(silent=True)
    least = context.meta.get(LEAST) if context is not None else None
    return least if isinstance(least, float) else 0.0


def open_for_reading(address: str) -> Ledger:
    """Open a ledger that is there already, seen with the claims that are sure enough.

    Raises:
        LedgerUnavailableError: There is none; the message says how to make one.
    """
    from dragoman.api import at_least, open_ledger

    try:
        return at_least(open_ledger(address, create=False), least_confidence())
    except LedgerUnavailableError as error:
        if not _is_missing(address):
            raise
        reason = "there is none yet; add reports with `dragoman add FILE…`, or name another with --ledger"
        raise LedgerUnavailableError(error.address, reason) from error


def write_page(page: str | bytes, output: Path | None) -> None:
    """Write a page to a file, or to standard output where there is none.

    Raises:
        FileError: The file cannot be written.
    """
    if output is None:
        click.echo(page, nl=False)
        return
    try:
        output.write_bytes(page.encode() if isinstance(page, str) else page)
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from error


def _is_missing(address: str) -> bool:
    return "://" not in address and not Path(address).expanduser().exists()
