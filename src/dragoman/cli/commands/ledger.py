"""``dragoman ledger``: copies of a ledger."""

import click

from dragoman.cli.exits import BROKEN
from dragoman.cli.options import format_option, ledger_option


@click.group()
def ledger() -> None:
    r"""Copy a ledger to another store, or back it up while it is in use.

    \b
    Examples:
      dragoman ledger copy relations.db postgresql://anna@db/relations
      dragoman ledger backup /backup/relations-2022-07-20.db
    """


@ledger.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@format_option
@click.pass_context
def copy(context: click.Context, source: str, target: str, form: str) -> None:
    r"""Copy a ledger entry by entry into another store, and verify the copy.

    FROM and TO are files or postgresql://USER@HOST/DATABASE. Numbers, moments and digests stay as they are, so the
    copy has the head of the original. TO must be new or empty, or a copy of the same ledger that was cut short:
    then the command goes on with it. Ends with exit code 3 when the copy has a flaw.

    \b
    Examples:
      dragoman ledger copy relations.db postgresql://anna@db/relations
      dragoman ledger copy postgresql://anna@db/relations relations.db
    """
    from dragoman.api import copy_ledger
    from dragoman.cli.output import print_answer
    from dragoman.cli.progress import stage_bar
    from dragoman.cli.sheets.copies import copy_sheet

    with stage_bar() as move:
        made = copy_ledger(source, target, progress=lambda step: move(step.stage, step.done, step.total))
    print_answer(made, lambda: copy_sheet(made), form)
    if not made.verification.is_sound:
        context.exit(BROKEN)


@ledger.command()
@click.argument("file", metavar="FILE")
@ledger_option
@format_option
@click.pass_context
def backup(context: click.Context, file: str, ledger: str, form: str) -> None:
    r"""Copy a ledger into a new FILE while others read it and add to it, and verify the copy.

    The copy is the ledger of one moment. Nobody has to wait. FILE appears only when the copy is whole and verified;
    it is a ledger as any other. Ends with exit code 3 when it has a flaw.

    \b
    Example:
      dragoman ledger backup /backup/relations-2022-07-20.db --ledger relations.db
    """
    from dragoman.api import backup_ledger
    from dragoman.cli.output import print_answer
    from dragoman.cli.progress import stage_bar
    from dragoman.cli.sheets.copies import copy_sheet

    with stage_bar() as move:
        made = backup_ledger(ledger, file, progress=lambda step: move(step.stage, step.done, step.total))
    print_answer(made, lambda: copy_sheet(made), form)
    if not made.verification.is_sound:
        context.exit(BROKEN)
