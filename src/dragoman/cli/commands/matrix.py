"""``dragoman matrix``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading

RELATIONS = ("recognition", "relations", "missions")


@click.command()
@click.argument("relation", type=click.Choice(RELATIONS))
@click.argument("polities", metavar="[POLITY]...", nargs=-1)
@click.option("--wide", is_flag=True, help="A column for each polity, instead of a line for each two.")
@as_of_option
@answer_options
def matrix(relation: str, polities: tuple[str, ...], ledger: str, *, wide: bool, form: str, **limits: str) -> None:
    r"""Show how every polity stands to every other: recognition, relations or missions.

    With POLITY only what these take part in. Two of which no claim tells have no line: that is not a denial. With
    --wide a question mark stands for what is only possible.

    \b
    Examples:
      dragoman matrix recognition DPR LPR --as-of 2022-07-20
      dragoman matrix relations --format csv
      dragoman matrix missions --wide --format csv
    """
    from dragoman.api import matrix as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.matrix import matrix_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, relation, polities=polities, **limits)
    print_answer(answer, lambda: matrix_sheet(answer, wide=wide), form)
