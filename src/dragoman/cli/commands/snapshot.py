"""``dragoman snapshot``: names for what a ledger holds at a moment."""

import click

from dragoman.cli.options import format_option, ledger_option


@click.group()
def snapshot() -> None:
    r"""Give what a ledger holds now a name, to ask for it again with --known NAME.

    \b
    Examples:
      dragoman snapshot add "report of July" --why "As sent to the desk."
      dragoman recognition DPR --known "report of July"
    """


@snapshot.command()
@click.argument("name")
@click.option("--by", metavar="NAME", help="Who takes it; else the user's name on this machine.")
@click.option("--why", default="", metavar="TEXT", help="What for.")
@ledger_option
@format_option
def add(name: str, ledger: str, *, by: str | None, why: str, form: str) -> None:
    r"""Take a snapshot under NAME, which no other snapshot may have.

    \b
    Example:
      dragoman snapshot add "report of July" --why "As sent to the desk."
    """
    from dragoman.api import SnapshotList, take_snapshot
    from dragoman.cli.commands.add import user_name
    from dragoman.cli.options import open_for_reading
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.judgements import snapshots_sheet

    with open_for_reading(ledger) as held:
        made = take_snapshot(held, name, by=by or user_name(), why=why)
    print_answer(made, lambda: snapshots_sheet(SnapshotList((made,))), form)


@snapshot.command("list")
@ledger_option
@format_option
def list_(ledger: str, form: str) -> None:
    r"""List the snapshots of a ledger.

    \b
    Example:
      dragoman snapshot list --format csv
    """
    from dragoman.api import list_snapshots
    from dragoman.cli.options import open_for_reading
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.judgements import snapshots_sheet

    with open_for_reading(ledger) as held:
        answer = list_snapshots(held)
    print_answer(answer, lambda: snapshots_sheet(answer), form)
