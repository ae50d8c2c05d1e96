"""``dragoman corroboration``."""

import click

from dragoman.cli.options import answer_options, open_for_reading


@click.command()
@click.argument("claim")
@answer_options
def corroboration(claim: str, ledger: str, *, form: str, **limits: str) -> None:
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
        answer = ask(held, claim, **limits)
    print_answer(answer, lambda: corroboration_sheet(answer), form)
