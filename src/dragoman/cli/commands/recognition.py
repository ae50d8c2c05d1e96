"""``dragoman recognition``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading


@click.command()
@click.argument("polity")
@as_of_option
@answer_options
def recognition(polity: str, ledger: str, *, form: str, **limits: str) -> None:
    r"""Show who recognises POLITY, since when, and on whose word.

    POLITY is a name or code in any spelling. Announced acts are shown apart and never count as done.

    \b
    Examples:
      dragoman recognition DPR --as-of 2022-07-20
      dragoman recognition "South Sudan" --format csv
    """
    from dragoman.api import recognition as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.recognition import recognition_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, of=polity, **limits)
    print_answer(answer, lambda: recognition_sheet(answer), form)
