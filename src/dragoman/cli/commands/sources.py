"""``dragoman sources``."""

import click

from dragoman.cli.options import answer_options, open_for_reading


@click.command()
@click.argument("outlet", required=False)
@answer_options
def sources(ledger: str, outlet: str | None, *, form: str, **limits: str) -> None:
    r"""List the outlets of the ledger; with OUTLET show on whose word it tells what it tells.

    \b
    Examples:
      dragoman sources
      dragoman sources "Sample Wire" --format csv
    """
    from dragoman.api import source, sources
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.sources import source_sheet, sources_sheet

    with open_for_reading(ledger) as held:
        if outlet is None:
            every = sources(held, known=limits["known"])
            print_answer(every, lambda: sources_sheet(every), form)
            return
        answer = source(held, outlet, **limits)
    print_answer(answer, lambda: source_sheet(answer), form)
