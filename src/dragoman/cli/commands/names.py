"""``dragoman names``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@click.argument("polity")
@reading_options
def names(polity: str, ledger: str, known: str | None, form: str) -> None:
    r"""Show what each speaker calls POLITY.

    \b
    Examples:
      dragoman names DPR
      dragoman names "North Korea" --format csv
    """
    from dragoman.api import names as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.words import names_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, of=polity, known=known)
    print_answer(answer, lambda: names_sheet(answer), form)
