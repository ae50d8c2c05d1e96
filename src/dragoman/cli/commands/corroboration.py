"""``dragoman corroboration``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@click.argument("claim")
@reading_options
def corroboration(claim: str, ledger: str, known: str | None, form: str) -> None:
    r"""Show which sources stand behind CLAIM, however many pages tell it.

    CLAIM is an identifier or its beginning, at least 6 characters.

    \b
    Example:
      dragoman corroboration 4a454e224b
    """
    from dragoman.api import corroboration as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.corroboration import corroboration_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, claim, known=known)
    print_answer(answer, lambda: corroboration_sheet(answer), form)
