"""``dragoman missions``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading


@click.command()
@click.argument("parties", metavar="[SENDER [RECEIVER]]", nargs=-1)
@click.option("--sender", metavar="SENDER", help="Whose missions; the same as the first argument.")
@click.option("--in", "receiver", metavar="RECEIVER", help="Only missions there; the same as the second argument.")
@click.option("--transitions", is_flag=True, help="The table of changes, each document's history by itself.")
@as_of_option
@answer_options
def missions(
    parties: tuple[str, ...],
    sender: str | None,
    receiver: str | None,
    *,
    transitions: bool,
    form: str,
    **question: str,
) -> None:
    r"""Show which missions SENDER had in others, from when to when.

    \b
    Examples:
      dragoman missions "North Korea" --in Ukraine
      dragoman missions USA Cuba
      dragoman missions --sender USA --transitions --format csv
    """
    from dragoman.api import mission_transitions
    from dragoman.api import missions as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.missions import missions_sheet, transitions_sheet

    of, to = _sides(parties, sender, receiver)
    with open_for_reading(question.pop("ledger")) as held:
        if transitions:
            history = mission_transitions(held, sender=of, receiver=to, **question)
            print_answer(history, lambda: transitions_sheet(history), form)
        else:
            answer = ask(held, of=of, in_=to, **question)
            print_answer(answer, lambda: missions_sheet(answer), form)


def _sides(parties: tuple[str, ...], sender: str | None, receiver: str | None) -> tuple[str, str | None]:
    """Return sender and receiver, each given as an argument or as an option, but not both.

    Raises:
        UsageError: There is no sender, or there are too many names.
    """
    left = [*parties]
    of = sender if sender is not None else (left.pop(0) if left else None)
    to = receiver if receiver is not None else (left.pop(0) if left else None)
    if of is None:
        raise click.UsageError("Give the sender: `dragoman missions USA` or --sender USA.")
    if left:
        raise click.UsageError(f"One name too many: {left[0]!r}.")
    return of, to
