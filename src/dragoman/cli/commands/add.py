"""``dragoman add``."""

import getpass
import sys
from collections.abc import Iterable

import click

from dragoman.assembly.addition import Added, AddOptions
from dragoman.claims.ledger import Ledger
from dragoman.cli.exits import ONLY_FAULTS
from dragoman.cli.options import (
    actors_options,
    chosen_actors,
    ledger_option,
    min_confidence_option,
    outlet_option,
    parser_option,
    published_option,
)
from dragoman.cli.progress import with_bar
from dragoman.cli.sheet import count_of, fault_line, joined, safe

MOST_DISPUTES = 5
MOST_DOCUMENTS = 200
"""New documents of one run whose disputes are told at its end; comparing more would take longer than adding them."""


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|URL|-...")
@click.option("--by", metavar="NAME", help="Who adds them; else the user's name on this machine.")
@click.option("--why", default="", metavar="TEXT", help="What for; kept with the entry.")
@published_option
@outlet_option
@parser_option
@min_confidence_option
@actors_options
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that code.")
@ledger_option
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no summary.")
def add(
    sources: tuple[str, ...], ledger: str, *, by: str | None, actor_paths: tuple[str, ...], **options: object
) -> None:
    r"""Read reports and record what they claim.

    Plain text, HTML, Markdown, PDF and TEI; folders are searched to the bottom. Adding the same bytes twice
    adds nothing. Each document is recorded whole or not at all: after an interruption, run the same command
    again.

    \b
    Examples:
      dragoman add reports/ --why "July 2022"
      dragoman add page.html --published 2022-07-14 --outlet "Sample Wire"
      cat page.txt | dragoman add -
    """
    from dragoman.api import open_ledger
    from dragoman.assembly.adding import add_sources, find_all_sources

    quiet = options.pop("quiet")
    actors = chosen_actors(actor_paths, strict=bool(options.pop("strict")))
    chosen = AddOptions(by=by or user_name(), actors=actors, **options)  # type: ignore[arg-type]
    found = find_all_sources(sources)
    with open_ledger(ledger) as held:
        progress = add_sources(held, found, options=chosen, standard_input=sys.stdin.buffer)
        results = list(progress if quiet else with_bar(progress, len(found), lambda result: result.name))
        opened = [] if quiet else disputes_line(held, results)
    print_faults(results)
    if not quiet:
        click.echo("\n".join([summary(results, ledger), *opened]), err=True)
    if not any(result.document for result in results):
        sys.exit(ONLY_FAULTS)


def user_name() -> str:
    """Return the user's name on this machine, or ``unknown`` where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def print_faults(results: Iterable[Added]) -> None:
    """Print each fault on standard error, in a sentence."""
    for result in results:
        for fault in result.faults:
            click.echo(fault_line(result.name, fault.reason), err=True)


def disputes_line(ledger: Ledger, results: Iterable[Added]) -> list[str]:
    """Return the disputes that what was added opens, in a line each, the first few."""
    from dragoman.api import new_disputes

    documents = [one.document for one in results if one.document and one.entry]
    if len(documents) > MOST_DOCUMENTS:
        return ["What they dispute: `dragoman disputes`."]
    found = new_disputes(ledger, documents)
    lines = [
        f"  {contest.dispute.kind.value}: {safe(contest.dispute.reason).rstrip('.')}."
        for contest in found[:MOST_DISPUTES]
    ]
    more = [f"  and {len(found) - MOST_DISPUTES} more: `dragoman disputes`."] if len(found) > MOST_DISPUTES else []
    return [f"{count_of(len(found), 'dispute')} that it opens or touches:", *lines, *more] if found else []


def summary(results: list[Added], ledger: str) -> str:
    """Return what was done in a few lines."""
    documents = sum(result.document is not None for result in results)
    new = sum(result.added for result in results)
    superseded = sum(result.superseded for result in results)
    known = sum(result.document is not None and result.entry is None for result in results)
    uncoded: dict[str, int] = {}
    for result in results:
        for language, number in result.uncoded:
            uncoded[language] = uncoded.get(language, 0) + number
    faults = sum(len(result.faults) for result in results)
    first = joined(
        [
            f"{count_of(documents, 'document')} read into {ledger}: {count_of(new, 'new claim')}",
            f"{known} of them held already" if known else "",
            f"{count_of(superseded, 'earlier claim or dispute', 'earlier claims and disputes')} superseded"
            if superseded
            else "",
        ]
    )
    stretches = ", ".join(f"{language} {number}" for language, number in sorted(uncoded.items()))
    lines = [first + ".", f"Uncoded stretches by language: {stretches}." if stretches else ""]
    lines.append(f"{count_of(faults, 'fault')}: see above." if faults else "")
    return "\n".join(line for line in lines if line)
