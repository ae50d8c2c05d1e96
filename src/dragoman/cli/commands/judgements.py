"""``dragoman judgements``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@click.argument("claim", required=False)
@reading_options
def judgements(claim: str | None, ledger: str, known: str | None, *, form: str) -> None:
    r"""List what reviewers ruled, all of it or about CLAIM; later rulings weigh over earlier ones.

    \b
    Examples:
      dragoman judgements
      dragoman judgements 4a454e224b --known 2022-07-20
    """
    from dragoman.api import list_judgements
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.judgements import judgements_sheet

    with open_for_reading(ledger) as held:
        answer = list_judgements(held, claim, known=known)
    print_answer(answer, lambda: judgements_sheet(answer), form)
