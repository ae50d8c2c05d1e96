"""``dragoman claims``."""

from typing import Any

import click

from dragoman.answers.listing import ClaimConditions
from dragoman.claims.claim import ClaimKind
from dragoman.cli.options import as_of_option, open_for_reading, reading_options
from dragoman.events.kind import Status

KINDS = tuple(kind.value for kind in ClaimKind)
STATUSES = tuple(status.value for status in Status)


@click.command()
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Sort of claim; may be repeated.")
@click.option("--mode", "modes", multiple=True, metavar="MODE", help="Mode, such as recognition; may be repeated.")
@click.option("--actor", metavar="POLITY", help="Who acts.")
@click.option("--recipient", metavar="POLITY", help="To whom.")
@click.option("--participant", metavar="POLITY", help="Who takes part, on whichever side.")
@click.option("--document", metavar="DOCUMENT", help="Identifier, its beginning, or the name of a document.")
@click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="May be repeated.")
@click.option("--denied", is_flag=True, help="Only what is denied.")
@as_of_option
@reading_options
def claims(ledger: str, as_of: str | None, known: str | None, *, form: str, **conditions: Any) -> None:  # noqa: ANN401
    r"""List the claims of a ledger that meet all conditions.

    \b
    Examples:
      dragoman claims --mode recognition --recipient DPR
      dragoman claims --document page.html --format csv
      dragoman claims --participant Syria --status announced
    """
    from dragoman.api import list_claims as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheet import count_of
    from dragoman.cli.sheets.claims import claims_sheet
    from dragoman.cli.sheets.evidence import times_line

    conditions["kinds"] = tuple(ClaimKind(kind) for kind in conditions["kinds"])
    conditions["statuses"] = tuple(Status(status) for status in conditions["statuses"])
    with open_for_reading(ledger) as held:
        answer = ask(held, conditions=ClaimConditions(**conditions), as_of=as_of, known=known)
    title = count_of(len(answer.citations), "claim")
    print_answer(answer, lambda: claims_sheet(answer.citations, title, times_line(answer.horizon)), form)
