"""``dragoman head``."""

import click

from dragoman.cli.options import ledger_option, open_for_reading


@click.command()
@ledger_option
def head(ledger: str) -> None:
    r"""Print the digest of the last entry: it stands for the whole ledger.

    Keep it elsewhere, publish it or sign it. `dragoman verify --head DIGEST` tells later whether
    everything up to that entry is still as it was.

    \b
    Example:
      dragoman head > head-2022-07-20.txt
    """
    with open_for_reading(ledger) as held:
        last = held.head()
    if last is None:
        click.echo("The ledger is empty: it has no digest yet.", err=True)
        return
    click.echo(last.digest)
