"""``dragoman user``: who may log in to the pages of a ledger."""

import sys

import click

from dragoman.cli.options import format_option, ledger_option
from dragoman.cli.users import LENGTH, ROLES, opened, owner, print_people, print_trail, read_password


@click.group()
def user() -> None:
    r"""Look after the accounts of those who log in to `dragoman serve`.

    They stand beside the ledger, in a file of their own (relations.people.db beside relations.db) or, on a
    server, in a schema of their own. It needs the extra ``web``: pip install "dragoman[web]".

    \b
    Examples:
      dragoman user add anna --role editor --ledger relations.db
      dragoman user list
      dragoman user role anna administrator
    """


role_argument = click.argument("role", type=click.Choice(ROLES))
name_argument = click.argument("name")
stdin_option = click.option("--password-stdin", "from_stdin", is_flag=True, help="Read the password as one line.")


@user.command()
@name_argument
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default=ROLES[0],
    show_default=True,
    help="What it may do; each role may do all that the roles before it may.",
)
@stdin_option
@ledger_option
def add(name: str, role: str, ledger: str, *, from_stdin: bool) -> None:
    r"""Make an account called NAME. The password is asked for.

    \b
    Examples:
      dragoman user add anna --role editor
      dragoman user add anna --role editor --password-stdin < password.txt
    """
    from dragoman.accounts.people import account_name, add_account
    from dragoman.accounts.role import Role

    account_name(name)
    with opened(ledger, create=True) as accounts:
        password = read_password(sys.stdin if from_stdin else None)
        made = add_account(accounts, name, password, role=Role(role), doer=owner())
    click.echo(f"{made.name} may log in as {made.role.value}.")


@user.command("list")
@ledger_option
@format_option
def list_people(ledger: str, form: str) -> None:
    """List all accounts."""
    from dragoman.accounts.people import find_accounts

    with opened(ledger) as accounts:
        print_people(tuple(find_accounts(accounts)), form)


@user.command()
@name_argument
@role_argument
@ledger_option
def role(name: str, role: str, ledger: str) -> None:
    """Give the account NAME another ROLE, from its next request on."""
    from dragoman.accounts.people import set_role
    from dragoman.accounts.role import Role

    with opened(ledger) as accounts:
        changed = set_role(accounts, name, Role(role), doer=owner())
    click.echo(f"{changed.name} is {changed.role.value} now.")


@user.command(epilog=LENGTH)
@name_argument
@stdin_option
@ledger_option
def password(name: str, ledger: str, *, from_stdin: bool) -> None:
    """Give the account NAME another password; all its sessions end."""
    from dragoman.accounts.people import find_account, set_password

    with opened(ledger) as accounts:
        find_account(accounts, name)
        changed = set_password(accounts, name, read_password(sys.stdin if from_stdin else None), doer=owner())
    click.echo(f"{changed.name} has another password; all its sessions have ended.")


@user.command()
@name_argument
@ledger_option
def disable(name: str, ledger: str) -> None:
    """Close the account NAME: its sessions end, and its tokens work no more."""
    from dragoman.accounts.people import set_disabled

    with opened(ledger) as accounts:
        changed = set_disabled(accounts, name, is_disabled=True, doer=owner())
    click.echo(f"{changed.name} may log in no more. `dragoman user enable {changed.name}` undoes it.")


@user.command()
@name_argument
@ledger_option
def enable(name: str, ledger: str) -> None:
    """Open the account NAME again."""
    from dragoman.accounts.people import set_disabled

    with opened(ledger) as accounts:
        changed = set_disabled(accounts, name, is_disabled=False, doer=owner())
    click.echo(f"{changed.name} may log in again.")


@user.command()
@click.option("--last", type=click.IntRange(1, 100_000), default=50, show_default=True, help="How many.")
@ledger_option
@format_option
def trail(last: int, ledger: str, form: str) -> None:
    """Show who did what on the pages and with this command, the newest first."""
    from dragoman.accounts.trail import find_events

    with opened(ledger) as accounts:
        print_trail(tuple(find_events(accounts, limit=last)), form)
