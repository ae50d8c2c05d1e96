"""``dragoman verify``."""

import click

from dragoman.cli.exits import BROKEN
from dragoman.cli.options import format_option, ledger_option, open_for_reading


@click.command()
@click.option("--head", "expected", metavar="DIGEST", help="A digest noted earlier: some entry must still have it.")
@ledger_option
@format_option
@click.pass_context
def verify(context: click.Context, expected: str | None, ledger: str, form: str) -> None:
    r"""Check that nothing recorded was altered, removed or moved.

    Every entry is sealed by a SHA-256 over its content and the digest before it. Each one is worked
    out again, the bytes of documents too, and flaws are named by entry. Ends with exit code 3 when
    there is one.

    \b
    Examples:
      dragoman verify --ledger relations.db
      dragoman verify --head "$(cat head-2022-07-20.txt)"
    """
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.verification import verification_sheet

    with open_for_reading(ledger) as held:
        outcome = held.verify(expected)
    print_answer(outcome, lambda: verification_sheet(outcome), form)
    if not outcome.is_sound:
        context.exit(BROKEN)
