"""``dragoman code``."""

import sys
from collections.abc import Iterable

import click

from dragoman.assembly.addition import AddOptions
from dragoman.claims.coding import Coding
from dragoman.cli.exits import ONLY_FAULTS
from dragoman.cli.options import (
    actors_options,
    chosen_actors,
    min_confidence_option,
    outlet_option,
    parser_option,
    published_option,
)
from dragoman.cli.sheet import fault_line


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB|URL|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "jsonl", "json", "csv", "markdown")),
    default="table",
    show_default=True,
    help="How to print the claims; jsonl has one claim a line, json a list of them, as in the reference.",
)
@published_option
@outlet_option
@parser_option
@min_confidence_option
@actors_options
def code(sources: tuple[str, ...], form: str, *, actor_paths: tuple[str, ...], strict: bool, **options: object) -> None:
    r"""Show what reports claim, without recording it.

    \b
    Examples:
      dragoman code page.html
      dragoman code reports/*.txt --format jsonl > claims.jsonl
      dragoman code page.html --actors ministers.csv
    """
    from dragoman.assembly.adding import code_sources

    chosen = AddOptions(actors=chosen_actors(actor_paths, strict=strict), **options)  # type: ignore[arg-type]
    codings = code_sources(sources, options=chosen, standard_input=sys.stdin.buffer)
    is_read = print_lines(codings) if form == "jsonl" else print_codings(list(codings), form)
    if not is_read:
        sys.exit(ONLY_FAULTS)


def print_lines(codings: Iterable[Coding]) -> bool:
    """Print one claim a line as each document is done; tell whether any document could be read."""
    import json

    is_read = False
    for coding in codings:
        print_faults(coding)
        is_read |= coding.document is not None
        for claim in coding.claims:
            click.echo(json.dumps(claim.to_dict(), ensure_ascii=False))
    return is_read


def print_codings(codings: list[Coding], form: str) -> bool:
    """Print all claims as one table or as CSV; tell whether any document could be read."""
    from dragoman.cli.output import print_values
    from dragoman.cli.sheets.claims import coding_sheet

    for coding in codings:
        print_faults(coding)
    print_values(
        lambda: [claim.to_dict() for coding in codings for claim in coding.claims], lambda: coding_sheet(codings), form
    )
    return any(coding.document is not None for coding in codings)


def print_faults(coding: Coding) -> None:
    """Print each fault on standard error, in a sentence."""
    for fault in coding.faults:
        name = fault.document if coding.document is None else coding.document.name
        click.echo(fault_line(name, fault.reason), err=True)
