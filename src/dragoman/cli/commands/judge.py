"""``dragoman judge``: what a reviewer rules."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from dragoman.claims.judgement import AmendedField, Ruling
from dragoman.cli.options import format_option, ledger_option

Command = TypeVar("Command", bound=Callable[..., Any])
FIELDS = ", ".join(AmendedField)

by_option = click.option("--by", metavar="NAME", help="The reviewer; else the user's name on this machine.")
why_option = click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the judgement.")


def judging_options(command: Command) -> Command:
    """Add the options of every ruling: who rules, why, in which ledger."""
    return by_option(why_option(ledger_option(format_option(command))))


@click.group()
def judge() -> None:
    r"""Record what a reviewer rules on a claim, a dispute or names, with the reason.

    A judgement edits nothing: it is an entry of its own. Later ones weigh over earlier ones, and all stay visible in
    `dragoman judgements`. With --known before a judgement it is not seen.

    \b
    Examples:
      dragoman judge reject 4a454e224b --by "A. Reviewer" --why "The page retells a rumour."
      dragoman judge amend 4a454e224b --set date=2022-07-13 --why "The letter is of that day."
    """


@judge.command()
@click.argument("claim")
@judging_options
def accept(claim: str, ledger: str, form: str, **said: str) -> None:
    r"""Accept CLAIM: it says what its page says.

    \b
    Example:
      dragoman judge accept 4a454e224b --why "Compared with the page."
    """
    _record(Ruling.ACCEPT, claim, ledger, form, **said)


@judge.command()
@click.argument("claim")
@judging_options
def reject(claim: str, ledger: str, form: str, **said: str) -> None:
    r"""Reject CLAIM: it no longer counts, and is listed as rejected.

    \b
    Example:
      dragoman judge reject 4a454e224b --why "The page says that others recognised it."
    """
    _record(Ruling.REJECT, claim, ledger, form, **said)


@judge.command()
@click.argument("claim")
@click.option("--set", "settings", multiple=True, required=True, metavar="FIELD=VALUE", help=f"One of: {FIELDS}.")
@judging_options
def amend(claim: str, ledger: str, form: str, *, settings: tuple[str, ...], **said: str) -> None:
    r"""Let CLAIM read otherwise; both readings stay visible.

    Dates are EDTF. Actors and recipients are polities in any spelling, with commas between them; an empty value
    takes what stood there away.

    \b
    Examples:
      dragoman judge amend 4a454e224b --set date=2022-07-13 --why "The letter is of that day."
      dragoman judge amend 4a454e224b --set status=announced --set "actors=Syria" --why "It is Syria that will."
    """
    for one in settings:
        if "=" not in one:
            raise click.UsageError(f"Cannot read {one!r} of --set: expected FIELD=VALUE.")
    changes = tuple((field.strip(), value) for field, _, value in (one.partition("=") for one in settings))
    _record(Ruling.AMEND, claim, ledger, form, changes=changes, **said)


@judge.command()
@click.argument("claim")
@click.option("--over", "others", multiple=True, required=True, metavar="CLAIM", help="May be repeated.")
@judging_options
def prefer(claim: str, ledger: str, form: str, *, others: tuple[str, ...], **said: str) -> None:
    r"""Let CLAIM go before others where they differ; all of them still count.

    \b
    Example:
      dragoman judge prefer 4a454e224b --over 9c1d22aa07 --why "It quotes the decree itself."
    """
    _record(Ruling.PREFER, claim, ledger, form, others=others, **said)


@judge.command()
@click.argument("dispute")
@click.option(
    "--for", "others", multiple=True, required=True, metavar="CLAIM|left|right|neither", help="The side that holds."
)
@judging_options
def settle(dispute: str, ledger: str, form: str, *, others: tuple[str, ...], **said: str) -> None:
    r"""Settle DISPUTE, which `dragoman disputes` lists with its identifier, for one side or for neither.

    Both sides stay in sight. Another claim that joins a side later is settled with it.

    \b
    Example:
      dragoman judge settle 5b77c0e1 --for left --why "The decree bears that date."
    """
    _record(Ruling.SETTLE, dispute, ledger, form, others=others, **said)


@judge.command()
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="NAME...")
@judging_options
def merge(name: str, others: tuple[str, ...], ledger: str, form: str, **said: str) -> None:
    r"""Let names be one: what is said under any of them is answered together, under the first.

    A name is an identifier, or a person or source as pages spell them.

    \b
    Example:
      dragoman judge merge "Choe Son-hui" "Choe Son Hui" --why "Two romanisations of one name."
    """
    _record(Ruling.MERGE, name, ledger, form, others=others, **said)


@judge.command()
@click.argument("name")
@click.argument("others", nargs=-1, required=True, metavar="NAME...")
@judging_options
def split(name: str, others: tuple[str, ...], ledger: str, form: str, **said: str) -> None:
    r"""Let names not be one: each of the others leaves the group of NAME.

    \b
    Example:
      dragoman judge split "Kim Yong Nam" "Kim Yong Nam (diver)" --why "Two people."
    """
    _record(Ruling.SPLIT, name, ledger, form, others=others, **said)


def _record(ruling: Ruling, subject: str, ledger: str, form: str, **values: Any) -> None:  # noqa: ANN401
    from dragoman.answers.judging import Ruled
    from dragoman.api import record_judgement
    from dragoman.cli.commands.add import user_name
    from dragoman.cli.options import open_for_reading
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.judgements import recorded_sheet

    values["by"] = values["by"] or user_name()
    with open_for_reading(ledger) as held:
        made = record_judgement(held, Ruled(ruling, subject, **values))
    print_answer(made, lambda: recorded_sheet(made), form)
