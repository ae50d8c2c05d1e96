"""``dragoman documents``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@reading_options
def documents(ledger: str, known: str | None, form: str) -> None:
    r"""List the documents of a ledger, in the order in which they were added.

    \b
    Example:
      dragoman documents --known 2022-08-01 --format csv
    """
    from dragoman.api import list_documents as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.documents import documents_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, known=known)
    print_answer(answer, lambda: documents_sheet(answer), form)
