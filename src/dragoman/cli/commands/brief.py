"""``dragoman brief``."""

import sys
from pathlib import Path

import click

from dragoman.cli.options import (
    as_of_option,
    known_option,
    ledger_option,
    open_for_reading,
    output_option,
    policy_option,
    surer_option,
    write_page,
)


@click.command()
@click.argument("a", metavar="POLITY")
@click.argument("b", metavar="POLITY")
@click.option("--format", "form", type=click.Choice(("markdown", "html", "pdf")), default="markdown", show_default=True)
@output_option
@as_of_option
@known_option
@policy_option
@surer_option
@ledger_option
def brief(a: str, b: str, ledger: str, *, output: Path | None, form: str, **limits: str) -> None:
    r"""Write a page about a pair: a timeline whose every sentence has footnotes to its claims.

    \b
    Examples:
      dragoman brief Ukraine "North Korea"
      dragoman brief UKR PRK --format html -o brief.html
      dragoman brief UKR PRK --format pdf -o brief.pdf
    """
    from dragoman.api import brief as ask
    from dragoman.api import brief_pdf

    if form == "pdf" and output is None and sys.stdout.isatty():
        raise click.UsageError("A PDF is no text for a terminal: give a file with -o.")
    with open_for_reading(ledger) as held:
        page = brief_pdf(held, a, b, **limits) if form == "pdf" else ask(held, a, b, format=form, **limits)
    write_page(page, output)
