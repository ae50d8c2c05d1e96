"""``dragoman timeline``."""

from pathlib import Path

import click

from dragoman.cli.options import (
    FORMATS,
    as_of_option,
    known_option,
    ledger_option,
    open_for_reading,
    output_option,
    policy_option,
    rows_option,
    surer_option,
    write_page,
)


@click.command()
@click.argument("a", metavar="POLITY")
@click.argument("b", metavar="[POLITY]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, "svg")),
    default="table",
    show_default=True,
    help="How to print the answer; svg draws it.",
)
@output_option
@as_of_option
@known_option
@policy_option
@rows_option
@surer_option
@ledger_option
def timeline(a: str, b: str | None, ledger: str, *, form: str, output: Path | None, **limits: str) -> None:
    r"""Show all that is said of a polity, or of a pair, by day.

    Each row says when, with the days that may be meant, on whose word, how many origins stand behind it, and whether
    it is disputed.

    \b
    Examples:
      dragoman timeline "North Korea"
      dragoman timeline Ukraine "North Korea" --format csv
      dragoman timeline UKR PRK --format svg -o timeline.svg
    """
    from dragoman.answers.picture import write_picture
    from dragoman.api import timeline as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.timeline import timeline_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, a, b, **limits)
    if form == "svg":
        write_page(write_picture(" and ".join(answer.names), answer.spans, answer.dated), output)
        return
    if output is not None:
        raise click.UsageError("--output goes with --format svg.")
    print_answer(answer, lambda: timeline_sheet(answer), form)
