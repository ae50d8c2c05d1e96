"""``dragoman matches``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@click.argument("polity", required=False)
@reading_options
def matches(polity: str | None, ledger: str, known: str | None, form: str) -> None:
    r"""Propose which spellings name one person or place, with a score and the reasons.

    POLITY limits the answer to those who act for it. Nothing is merged and nothing is stored: every claim
    keeps the spelling of its page, and a proposal that does not convince is simply passed over.

    \b
    Examples:
      dragoman matches
      dragoman matches "North Korea" --format json
    """
    from dragoman.api import name_matches
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.matches import matches_sheet

    with open_for_reading(ledger) as held:
        answer = name_matches(held, of=polity, known=known)
    print_answer(answer, lambda: matches_sheet(answer), form)
