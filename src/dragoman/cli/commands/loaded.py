"""``dragoman loaded``."""

import click

from dragoman.cli.options import answer_options, open_for_reading


@click.command()
@answer_options
def loaded(ledger: str, *, form: str, **limits: str) -> None:
    r"""Show the words that take a side, by the voice that uses them.

    Marking a word never changes a claim.

    \b
    Example:
      dragoman loaded --format csv
    """
    from dragoman.api import loaded_words
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.words import loaded_sheet

    with open_for_reading(ledger) as held:
        answer = loaded_words(held, **limits)
    print_answer(answer, lambda: loaded_sheet(answer), form)
