"""Accounts, sessions and tokens: what opens, what ends, and what is kept of a secret."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.accounts.conftest import HOME, OTHER, OWNER, PASSWORD
from tests.ledger.conftest import SetClock

from dragoman.accounts import schema
from dragoman.accounts.opening import Accounts, accounts_address
from dragoman.accounts.people import add_account, find_account, find_accounts, set_disabled, set_password, set_role
from dragoman.accounts.role import Permission, Role, may
from dragoman.accounts.sessions import find_session, log_in, log_out
from dragoman.accounts.tokens import find_bearer, find_tokens, make_token, revoke_token
from dragoman.accounts.trail import Doer, find_events
from dragoman.errors import AccountError, LedgerUnavailableError, LoginError, PasswordError

ANNA = Doer("anna", HOME)


def make_anna(accounts: Accounts, role: Role = Role.EDITOR) -> None:
    add_account(accounts, "Anna", PASSWORD, role=role, doer=OWNER)


def test_a_name_is_found_however_it_is_written(accounts: Accounts) -> None:
    make_anna(accounts)
    assert find_account(accounts, " ANNA ").name == "anna"


def test_two_accounts_cannot_have_one_name(accounts: Accounts) -> None:
    make_anna(accounts)
    with pytest.raises(AccountError, match="there is one of this name"):
        add_account(accounts, "anna", PASSWORD, role=Role.READER, doer=OWNER)


@pytest.mark.parametrize("name", ["", "a b", "<b>", "-", "x" * 41, "anna\u202e", "../anna"])
def test_nobody_is_called_by_what_is_no_name(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountError, match="nobody can be called so"):
        add_account(accounts, name, PASSWORD, role=Role.READER, doer=OWNER)


def test_the_right_password_opens_a_session(accounts: Accounts) -> None:
    make_anna(accounts)
    session = find_session(accounts, log_in(accounts, "anna", PASSWORD, origin=HOME))
    assert session is not None
    assert (session.name, session.role) == ("anna", Role.EDITOR)


@pytest.mark.parametrize(("name", "password"), [("anna", OTHER), ("nobody", PASSWORD), ("<b>", PASSWORD), ("anna", "")])
def test_a_wrong_login_does_not_say_what_is_wrong(accounts: Accounts, name: str, password: str) -> None:
    make_anna(accounts)
    with pytest.raises(LoginError, match="name or password is wrong"):
        log_in(accounts, name, password, origin=HOME)


def test_a_session_is_another_after_each_login(accounts: Accounts) -> None:
    make_anna(accounts)
    assert log_in(accounts, "anna", PASSWORD, origin=HOME) != log_in(accounts, "anna", PASSWORD, origin=HOME)


@pytest.mark.parametrize(
    "end",
    [
        lambda accounts, session: log_out(accounts, session, doer=ANNA),
        lambda accounts, _: set_password(accounts, "anna", OTHER, doer=ANNA),
        lambda accounts, _: set_disabled(accounts, "anna", is_disabled=True, doer=OWNER),
    ],
    ids=["logout", "password", "disabled"],
)
def test_a_session_ends_at_once(accounts: Accounts, end: Callable[[Accounts, str], object]) -> None:
    make_anna(accounts)
    session = log_in(accounts, "anna", PASSWORD, origin=HOME)
    end(accounts, session)
    assert find_session(accounts, session) is None


@pytest.mark.parametrize(("days", "is_open"), [(2, True), (4, False)])
def test_a_session_that_is_not_used_ends(accounts: Accounts, clock: SetClock, days: int, *, is_open: bool) -> None:
    make_anna(accounts)
    session = log_in(accounts, "anna", PASSWORD, origin=HOME)
    clock.moment += timedelta(days=days)
    assert (find_session(accounts, session) is not None) is is_open


def test_a_session_ends_in_any_case_after_two_weeks(accounts: Accounts, clock: SetClock) -> None:
    make_anna(accounts)
    session = log_in(accounts, "anna", PASSWORD, origin=HOME)
    for _ in range(6):
        clock.moment += timedelta(days=2)
        assert find_session(accounts, session) is not None
    clock.moment += timedelta(days=2)
    assert find_session(accounts, session) is None


def test_a_role_counts_from_the_next_request_on(accounts: Accounts) -> None:
    make_anna(accounts)
    session = log_in(accounts, "anna", PASSWORD, origin=HOME)
    set_role(accounts, "anna", Role.READER, doer=OWNER)
    found = find_session(accounts, session)
    assert found is not None
    assert found.role is Role.READER


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: set_role(accounts, "anna", Role.READER, doer=OWNER),
        lambda accounts: set_disabled(accounts, "anna", is_disabled=True, doer=OWNER),
    ],
    ids=["role", "disabled"],
)
def test_the_last_administrator_stays(accounts: Accounts, change: Callable[[Accounts], object]) -> None:
    make_anna(accounts, Role.ADMINISTRATOR)
    with pytest.raises(AccountError, match="last administrator"):
        change(accounts)


def test_guessing_is_slowed_down_by_name_and_place_and_the_owner_gets_in_from_elsewhere(accounts: Accounts) -> None:
    make_anna(accounts)
    for _ in range(5):
        with pytest.raises(LoginError, match="wrong"):
            log_in(accounts, "anna", OTHER, origin=HOME)
    with pytest.raises(LoginError, match=r"too many attempts\. Try again in 15 minutes"):
        log_in(accounts, "anna", PASSWORD, origin=HOME)
    assert log_in(accounts, "anna", PASSWORD, origin="198.51.100.1")


def test_who_guesses_many_names_from_one_place_is_slowed_down(accounts: Accounts) -> None:
    for number in range(30):
        with pytest.raises(LoginError, match="wrong"):
            log_in(accounts, f"name{number}", OTHER, origin=f"2001:db8::{number + 1:x}")
    with pytest.raises(LoginError, match="too many"):
        log_in(accounts, "another", OTHER, origin="2001:db8::ffff")


def test_the_wait_ends(accounts: Accounts, clock: SetClock) -> None:
    make_anna(accounts)
    for _ in range(5):
        with pytest.raises(LoginError, match="wrong"):
            log_in(accounts, "anna", OTHER, origin=HOME)
    clock.moment += timedelta(minutes=15)
    assert log_in(accounts, "anna", PASSWORD, origin=HOME)


def test_no_secret_is_kept_as_it_is(accounts: Accounts) -> None:
    make_anna(accounts)
    secrets = (
        PASSWORD,
        log_in(accounts, "anna", PASSWORD, origin=HOME),
        make_token(accounts, "notebook", [Permission.READ], days=3, doer=ANNA),
    )
    with accounts.reading() as connection:
        kept = [str(connection.execute(sa.select(table)).all()) for table in schema.metadata.sorted_tables]
    assert "$argon2id$" in "".join(kept)
    assert [secret for secret in secrets if any(secret in text for text in kept)] == []


def test_a_token_may_do_what_its_scopes_and_its_account_allow(accounts: Accounts) -> None:
    make_anna(accounts)
    secret = make_token(accounts, "notebook", [Permission.READ, Permission.ADD], days=3, doer=ANNA)
    bearer = find_bearer(accounts, secret)
    assert bearer is not None
    assert (bearer.name, bearer.scopes) == ("anna", (Permission.READ, Permission.ADD))


def test_a_token_ends(accounts: Accounts, clock: SetClock) -> None:
    make_anna(accounts)
    secret = make_token(accounts, "notebook", [Permission.READ], days=3, doer=ANNA)
    clock.moment += timedelta(days=3)
    assert find_bearer(accounts, secret) is None


def test_only_its_owner_takes_a_token_back(accounts: Accounts) -> None:
    make_anna(accounts)
    secret = make_token(accounts, "notebook", [Permission.READ], days=3, doer=ANNA)
    (token,) = find_tokens(accounts, 1)
    revoke_token(accounts, token.number, account=2, doer=OWNER)
    assert find_bearer(accounts, secret) is not None
    revoke_token(accounts, token.number, account=1, doer=ANNA)
    assert find_bearer(accounts, secret) is None


@pytest.mark.parametrize(("scopes", "days"), [((), 3), ((Permission.READ,), 0), ((Permission.ADMINISTER,), 3)])
def test_a_token_for_nothing_or_for_ever_is_not_made(
    accounts: Accounts, scopes: tuple[Permission, ...], days: int
) -> None:
    make_anna(accounts)
    with pytest.raises(AccountError, match="a token needs a scope"):
        make_token(accounts, "notebook", scopes, days=days, doer=ANNA)


@pytest.mark.parametrize(
    "password",
    ["eleven char", "passwordpassword", "QWERTY123456", "aaaaaaaaaaaaaaaa", "anna12345678901", "x" * 257],
)
def test_a_password_that_others_would_try_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(PasswordError):
        add_account(accounts, "anna", password, role=Role.READER, doer=OWNER)


def test_a_password_is_the_same_in_both_ways_of_writing_its_letters(accounts: Accounts) -> None:
    add_account(accounts, "anna", "crème brûlée maison", role=Role.READER, doer=OWNER)
    assert log_in(accounts, "anna", "cre\u0300me bru\u0302le\u0301e maison", origin=HOME)


def test_the_trail_tells_who_did_what_and_the_database_keeps_it(accounts: Accounts) -> None:
    make_anna(accounts)
    log_in(accounts, "anna", PASSWORD, origin=HOME)
    with pytest.raises(LoginError):
        log_in(accounts, "anna", OTHER, origin=HOME)
    set_role(accounts, "anna", Role.READER, doer=OWNER)
    told = [(event.act, event.by, event.about) for event in find_events(accounts)]
    assert told == [
        ("role", "owner", "anna"),
        ("login-failed", "", "anna"),
        ("login", "anna", "anna"),
        ("account", "owner", "anna"),
    ]
    table = schema.events
    for statement in (table.delete(), table.update().values(by="somebody else")):
        with pytest.raises(LedgerUnavailableError, match="a ledger only grows"), accounts.writing() as connection:
            connection.execute(statement)


def test_a_role_may_do_all_that_the_roles_before_it_may() -> None:
    for lower, higher in zip(list(Role), list(Role)[1:], strict=False):
        assert {p for p in Permission if may(lower, p)} < {p for p in Permission if may(higher, p)}


def test_accounts_are_listed_by_name(accounts: Accounts) -> None:
    for name in ("zoe", "anna"):
        add_account(accounts, name, PASSWORD, role=Role.READER, doer=OWNER)
    assert [one.name for one in find_accounts(accounts)] == ["anna", "zoe"]


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        ("relations.db", "relations.people.db"),
        ("sqlite:///place/relations", "place/relations.people"),
        ("postgresql://anna@db/relations", "postgresql://anna@db/relations"),
    ],
)
def test_accounts_stand_beside_the_ledger(ledger: str, expected: str) -> None:
    assert accounts_address(ledger) == expected


def test_a_ledger_in_memory_has_no_accounts() -> None:
    with pytest.raises(LedgerUnavailableError, match="in memory"):
        accounts_address("memory:")
