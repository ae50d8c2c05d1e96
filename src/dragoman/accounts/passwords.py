"""Passwords: which are too easy to guess, and how they are kept.

Length and what others have used decide, and nothing else: rules about digits and signs make passwords
worse (NIST SP 800-63B-4, 3.1.1.2). They are kept as Argon2id with the parameters of RFC 9106, section 4,
second choice (64 MiB).
"""

import re
from functools import lru_cache
from threading import BoundedSemaphore
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import PasswordError

LEAST = 12
MOST = 256
"""Characters."""

_HASHER = PasswordHasher()
# Each takes 64 MiB and most of a core: many who try at once must not take the machine.
_TURNS = BoundedSemaphore(2)
_REPEATED = re.compile(r"(.+?)\1+", re.DOTALL)
_TAIL = re.compile(r"[\W\d_]+$")


def check_password(password: str, name: str) -> None:
    """Refuse a password that is easy to guess.

    Args:
        password: What is chosen.
        name: Name of the account.

    Raises:
        PasswordError: It is too short, too long, the name, or among the most common ones, even repeated or with digits
            at its end.
    """
    plain = normalize("NFKC", password)
    if len(plain) < LEAST:
        raise PasswordError(f"it has {len(plain)} characters; expected {LEAST} or more, such as four words")
    if len(plain) > MOST:
        raise PasswordError(f"it has {len(plain)} characters; expected {MOST} at most")
    folded = plain.casefold()
    repeated = _REPEATED.fullmatch(folded)
    core = repeated[1] if repeated else folded
    if len(set(core)) < LEAST // 3:
        raise PasswordError("it repeats a few characters; expected something that others would not try")
    for tried in (folded, core, _TAIL.sub("", folded)):
        if tried in _common_passwords() or tried == name.casefold():
            raise PasswordError("it is among the first that others would try; expected another, such as four words")


def hash_password(password: str) -> str:
    """Return what is kept of a password."""
    with _TURNS:
        return _HASHER.hash(normalize("NFKC", password))


def is_password(password: str, kept: str) -> bool:
    """Tell whether a password is the one of which something is kept."""
    with _TURNS:
        try:
            return _HASHER.verify(kept, normalize("NFKC", password[: MOST + 1]))
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Tell whether a password should be hashed again, since the parameters have changed."""
    return _HASHER.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def unused_hash() -> str:
    """Return a hash that stands for accounts that are not there: looking for one takes as long as for another."""
    return hash_password("no account has this one")


@lru_cache(maxsize=1)
def _common_passwords() -> frozenset[str]:
    """Return the 30,000 passwords that leaks hold most often, as the package ``zxcvbn`` lists them."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])
