"""``dragoman missions``."""

import click

from dragoman.cli.options import as_of_option, open_for_reading, reading_options


@click.command()
@click.argument("sender", metavar="SENDER")
@click.option("--in", "receiver", metavar="RECEIVER", help="Only missions there.")
@click.option("--transitions", is_flag=True, help="Only the table of changes, not how things stood.")
@as_of_option
@reading_options
def missions(sender: str, receiver: str | None, *, transitions: bool, form: str, **question: str) -> None:
    r"""Show which missions SENDER had in others, from when to when.

    \b
    Examples:
      dragoman missions "North Korea" --in Ukraine
      dragoman missions USA --in Cuba --transitions --format csv
    """
    from dragoman.api import missions as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.missions import missions_sheet

    with open_for_reading(question.pop("ledger")) as held:
        answer = ask(held, of=sender, in_=receiver, **question)
    print_answer(answer, lambda: missions_sheet(answer, transitions=transitions), form)
