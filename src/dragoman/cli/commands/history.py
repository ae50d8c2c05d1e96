"""``dragoman history``."""

import click

from dragoman.answers.history import QUESTIONS
from dragoman.cli.options import answer_options, as_of_option, open_for_reading


@click.command()
@click.argument("relation", metavar="|".join(QUESTIONS), type=click.Choice(QUESTIONS))
@click.argument("a")
@click.argument("b")
@as_of_option
@answer_options
def history(relation: str, a: str, b: str, ledger: str, *, form: str, **limits: str) -> None:
    r"""Show how the answer about A and B changed as knowledge grew, and which entry changed it.

    Of recognition: whether A recognises B. Of relations: what is said of the pair. Of missions: those of A in B.
    With --known only what came until then is told; with --as-of the question is about that day.

    \b
    Examples:
      dragoman history recognition SYR DPR
      dragoman history relations Ukraine "North Korea" --as-of 2022-07-20 --format json
    """
    from dragoman.api import history as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.changes import history_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, relation, a, b, **limits)
    print_answer(answer, lambda: history_sheet(answer), form)
