"""``dragoman watch``."""

import click

from dragoman.cli.options import answer_options, as_of_option, open_for_reading

CHANGED = 1


@click.command()
@click.argument("polity", required=False)
@click.option(
    "--since",
    required=True,
    metavar="MOMENT",
    help="What was recorded later is new: 2022-07-20 (its end, UTC), 2022-07-20T12:00Z, or a snapshot.",
)
@as_of_option
@answer_options
def watch(polity: str | None, since: str, ledger: str, *, form: str, **limits: str) -> None:
    r"""Show what changed since a day of knowledge, all of it or about POLITY.

    New claims, claims that no longer count, new disputes, and answers (recognition, relations, missions) that are
    not what they were. Ends with exit code 0 when nothing changed and with 1 when something did.

    \b
    Examples:
      dragoman watch --since 2022-07-20
      dragoman watch "North Korea" --since 2022-07-20 --known 2022-08-01 --format json
    """
    from dragoman.api import watch as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.watch import watch_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, since, of=polity, **limits)
    print_answer(answer, lambda: watch_sheet(answer), form)
    if answer.has_changed:
        click.get_current_context().exit(CHANGED)
