"""Checks the chain of entries: each must follow the one before and hold what its digest covers.

Whoever alters an entry would have to seal it anew, and then every entry after it; whoever keeps the
digest of the last entry elsewhere (``dragoman head``) finds out even that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.claims.ledger import Entry
from dragoman.claims.verification import Flaw, Verification
from dragoman.ledger.seal import FIRST, Sealed, seal


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands in a store.

    Attributes:
        entry: The entry.
        content: What it recorded.
        flaws: What the store itself shows to be wrong with it, in sentences.
    """

    entry: Entry
    content: Sealed
    flaws: tuple[str, ...] = ()


def verify_chain(
    recorded: Iterable[Recorded], *, loose: Iterable[str] = (), expected: str | None = None
) -> Verification:
    """Check entries and the chain that they make.

    Args:
        recorded: All entries, by number.
        loose: What is wrong with rows of no entry, in sentences.
        expected: A digest noted earlier, or its beginning: some entry must have it. ``None`` for none.

    Returns:
        The outcome; entries after a flaw are checked like the others.
    """
    flaws: list[Flaw] = []
    entries = claims = 0
    is_met = expected is None or (bool(expected) and FIRST.startswith(expected))
    last: Entry | None = None
    for one in recorded:
        flaws += [Flaw(one.entry.number, reason) for reason in _flaws_of(one, last)]
        is_met = is_met or (expected is not None and one.entry.digest.startswith(expected.lower()))
        entries, claims, last = entries + 1, claims + len(one.content.claims), one.entry
    flaws += [Flaw(None, reason) for reason in loose]
    if not is_met:
        reason = f"No entry has the digest {expected} that was noted: what it covered was replaced or cut off."
        flaws.append(Flaw(None, reason))
    return Verification(entries, claims, FIRST if last is None else last.digest, tuple(flaws))


def _flaws_of(one: Recorded, last: Entry | None) -> Iterator[str]:
    entry = one.entry
    before = 0 if last is None else last.number
    if entry.number != before + 1:
        yield f"It follows on entry {before}: {_missing(before + 1, entry.number - 1)}."
    if last is not None and entry.recorded < last.recorded:
        yield f"It bears an earlier moment than entry {last.number} before it."
    if len(one.content.claims) != entry.added:
        yield f"It recorded {entry.added} claims, and {len(one.content.claims)} stand in the ledger."
    if seal(entry, one.content, FIRST if last is None else last.digest) != entry.digest:
        yield "What stands in the ledger is not what its digest covers: this entry or the digest before it was altered."
    yield from one.flaws


def _missing(first: int, last: int) -> str:
    return f"entry {first} is missing" if first == last else f"entries {first} to {last} are missing"
