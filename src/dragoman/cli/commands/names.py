"""``dragoman names``."""

import click

from dragoman.cli.options import answer_options, open_for_reading


@click.command()
@click.argument("polity")
@answer_options
def names(polity: str, ledger: str, *, form: str, **limits: str) -> None:
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
        answer = ask(held, of=polity, **limits)
    print_answer(answer, lambda: names_sheet(answer), form)
