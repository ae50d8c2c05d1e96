"""``dragoman brief``."""

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
@click.option("--format", "form", type=click.Choice(("markdown", "html")), default="markdown", show_default=True)
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
    """
    from dragoman.api import brief as ask

    with open_for_reading(ledger) as held:
        page = ask(held, a, b, format=form, **limits)
    write_page(page, output)
