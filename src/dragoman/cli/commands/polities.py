"""``dragoman polities``."""

import click

from dragoman.cli.options import format_option


@click.command()
@click.argument("query", nargs=-1)
@format_option
def polities(query: tuple[str, ...], form: str) -> None:
    r"""Search the authority file: polities, organisations, agencies and outlets, by any name or code.

    Without QUERY all polities are listed.

    \b
    Examples:
      dragoman polities DNR
      dragoman polities Северная Корея
      dragoman polities --format csv
    """
    from dragoman.answers.register import search_register
    from dragoman.api import load_authority
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.register import register_sheet

    answer = search_register(load_authority(), " ".join(query))
    print_answer(answer, lambda: register_sheet(answer), form)
