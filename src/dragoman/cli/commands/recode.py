"""``dragoman recode``."""

import click

from dragoman.cli.commands.add import user_name
from dragoman.cli.options import actors_options, chosen_actors, ledger_option, open_for_reading, parser_option
from dragoman.cli.progress import with_bar
from dragoman.cli.sheet import count_of, fault_line


@click.command()
@click.option("--by", metavar="NAME", help="Who lets it run; else the user's name on this machine.")
@click.option("--why", default="", metavar="TEXT", help="What for; kept with every entry.")
@parser_option
@actors_options
@ledger_option
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no summary.")
def recode(ledger: str, by: str | None, why: str, *, parser: str | None, quiet: bool, **actors: object) -> None:
    r"""Code again the documents of a ledger that the coder of today has not coded yet.

    Claims that are found again keep their identifiers, new ones are added, and those that are no longer found are
    superseded: they stay, and count no more. Each document is recorded whole or not at all: after an interruption, run
    the same command again.

    \b
    Examples:
      dragoman recode --why "Dragoman 0.2"
      dragoman recode --ledger relations.db --actors mine.csv
    """
    from dragoman.api import plan_recoding
    from dragoman.assembly.recoding import recode as run

    paths = actors["actor_paths"]
    files = chosen_actors(paths if isinstance(paths, tuple) else (), strict=bool(actors["strict"]))
    with open_for_reading(ledger) as held:
        plan = plan_recoding(held, parser=parser, actors=files)
        done = run(held, plan, by=by or user_name(), why=why)
        results = list(done if quiet else with_bar(done, len(plan.documents), lambda one: one.name))
    for one in results:
        for fault in one.faults:
            click.echo(fault_line(one.name, fault.reason), err=True)
    if not quiet:
        added = sum(one.entry.added for one in results)
        superseded = sum(one.entry.superseded for one in results)
        told = f"{count_of(len(results), 'document')} coded again by {plan.coder}: {count_of(added, 'new claim')}"
        lost = count_of(superseded, "earlier claim or dispute", "earlier claims and disputes")
        click.echo(f"{told}, {lost} superseded.", err=True)
