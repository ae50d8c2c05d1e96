"""``dragoman relations``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading


@click.command()
@click.argument("a", metavar="POLITY")
@click.argument("b", metavar="POLITY")
@as_of_option
@answer_options
def relations(a: str, b: str, ledger: str, *, form: str, **limits: str) -> None:
    r"""Show what is said of a pair, in the order of its dates.

    The state of recognition, relations and missions; then events, messages, agreements, amounts and
    denials, each with its speaker.

    \b
    Examples:
      dragoman relations Ukraine "North Korea"
      dragoman relations UKR PRK --as-of 2022-07 --format json
    """
    from dragoman.api import relations as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.relations import relations_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, a, b, **limits)
    print_answer(answer, lambda: relations_sheet(answer), form)
