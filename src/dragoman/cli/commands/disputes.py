"""``dragoman disputes``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading


@click.command()
@click.argument("polity", required=False)
@as_of_option
@answer_options
def disputes(polity: str | None, ledger: str, *, form: str, **limits: str) -> None:
    r"""Show what cannot both hold, all of it or about POLITY.

    Disputes that a text itself raises stand first; then those found by comparing claims; then what only
    seems to be one, with the reason. Each ordinal ("the third to recognise") is set beside the ledger's count.

    \b
    Examples:
      dragoman disputes
      dragoman disputes "North Korea" --format markdown
    """
    from dragoman.api import disputes as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.disputes import disputes_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, of=polity, **limits)
    print_answer(answer, lambda: disputes_sheet(answer), form)
