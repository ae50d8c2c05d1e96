"""``dragoman matches``."""

import click

from dragoman.cli.options import as_of_option, open_for_reading, reading_options


@click.command()
@click.argument("name", required=False)
@as_of_option
@reading_options
def matches(name: str | None, ledger: str, as_of: str | None, known: str | None, form: str) -> None:
    r"""Propose which spellings name one person or place, with a score and the reasons.

    NAME is a polity (those who act for it, and its own names) or a name as a page spells it. Nothing is
    merged and nothing is stored: every claim keeps the spelling of its page, and a proposal that does not
    convince is simply passed over.

    \b
    Examples:
      dragoman matches
      dragoman matches "North Korea" --format json
      dragoman matches Pushilin
    """
    from dragoman.api import name_matches
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.matches import matches_sheet

    with open_for_reading(ledger) as held:
        answer = name_matches(held, name, as_of=as_of, known=known)
    print_answer(answer, lambda: matches_sheet(answer), form)
