"""``dragoman diff``."""

import click

from dragoman.cli.options import format_option, ledger_option, open_for_reading, rows_option


@click.command()
@click.argument("since", metavar="A")
@click.argument("until", metavar="[B]", required=False, default="")
@ledger_option
@format_option
@rows_option
def diff(since: str, until: str, ledger: str, form: str) -> None:
    r"""Show what was learnt, superseded, read otherwise and judged between A and B.

    A and B are days (their ends, UTC), moments, numbers of entries, or names of snapshots; without B it is now.

    \b
    Examples:
      dragoman diff 2022-07-20
      dragoman diff "report of July" "report of August" --format csv
      dragoman diff 12 20
    """
    from dragoman.api import difference
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.changes import difference_sheet

    with open_for_reading(ledger) as held:
        answer = difference(held, since, until)
    print_answer(answer, lambda: difference_sheet(answer), form)
