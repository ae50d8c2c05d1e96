"""Precision and recall of single fields: the root, the mode, each participant, the date, the status, the speaker.

A field that the gold leaves open is not counted. Of a claim that the coder makes and the gold does not
have, every field is wrong; of a claim of the gold that is not found, every field is missing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.claims.claim import Claim
from dragoman.evaluation.gold import GoldClaim
from dragoman.evaluation.judging import is_same_date, judge, speakers_of
from dragoman.evaluation.pairing import Pair
from dragoman.evaluation.tally import Tally


def count_fields(pairs: Iterable[Pair]) -> dict[str, Tally]:
    """Return the counts of each field over the pairs of one document, those of optional gold left out."""
    kept = [pair for pair in pairs if pair.gold is None or pair.gold.gold.is_required]
    return {name: sum((count(pair) for pair in kept), Tally()) for name, count in FIELD_COUNTS.items()}


@dataclass(frozen=True, slots=True)
class _Single:
    """A field with one value: how the gold gives it, how a claim gives it, whether they agree.

    Attributes:
        is_asked: Whether the gold asks for it.
        is_given: Whether a claim gives a value.
        is_right: Whether the value is right.
    """

    is_asked: Callable[[GoldClaim], bool]
    is_given: Callable[[Claim], bool]
    is_right: Callable[[Pair, GoldClaim, Claim], bool]

    def __call__(self, pair: Pair) -> Tally:
        claim = pair.claims[0] if pair.claims else None
        is_given = claim is not None and self.is_given(claim)
        if pair.gold is None:
            return Tally(coded=int(is_given))
        gold = pair.gold.gold
        is_open = not self.is_asked(gold)
        if claim is None or (is_open and self.is_right(pair, gold, claim)):
            return Tally(required=int(not is_open))
        is_right = self.is_right(pair, gold, claim)
        return Tally(int(not is_open), int(is_right and not is_open), int(is_given), int(is_right and is_given))


def _side(side: str) -> Callable[[Pair], Tally]:
    def count(pair: Pair) -> Tally:
        if pair.gold is None:
            return Tally(coded=len(pair.ids(side)))
        gold = pair.gold.gold
        wanted: frozenset[str] | None = getattr(gold, side)
        if wanted is None:
            return Tally()
        own = pair.ids(side)
        if gold.is_mutual:
            own = pair.ids("actors") | pair.ids("recipients") if side == "actors" else frozenset()
        return Tally(len(wanted), len(wanted & own), len(own), len(wanted & own))

    return count


def _is_right_root(pair: Pair, gold: GoldClaim, claim: Claim) -> bool:
    root = claim.event.value if claim.event else None
    return gold.event is None or pair.is_same_event or root == gold.event


def _is_right_mode(pair: Pair, gold: GoldClaim, claim: Claim) -> bool:
    return gold.mode is None or pair.is_same_event or claim.mode == gold.mode


def _is_right_date(_: Pair, gold: GoldClaim, claim: Claim) -> bool:
    date = claim.date.edtf if claim.date else None
    return gold.dates is None or any(is_same_date(date, one) for one in gold.dates)


FIELD_COUNTS: dict[str, Callable[[Pair], Tally]] = {
    "root": _Single(lambda g: g.event is not None, lambda c: c.event is not None, _is_right_root),
    "mode": _Single(lambda g: g.mode is not None, lambda c: c.mode is not None, _is_right_mode),
    "actor": _side("actors"),
    "recipient": _side("recipients"),
    "date": _Single(
        lambda g: bool(g.dates) and g.dates is not None and g.dates[0] is not None,
        lambda c: c.date is not None and c.date.is_known,
        _is_right_date,
    ),
    "status": _Single(
        lambda g: g.statuses is not None,
        lambda _: True,
        lambda _, g, c: g.statuses is None or c.status.value in g.statuses,
    ),
    "negated": _Single(lambda g: g.negated is not None, lambda _: True, lambda _, g, c: judge(g, c)["negated"]),
    "speaker": _Single(
        lambda g: g.speakers is not None,
        lambda _: True,
        lambda _, g, c: g.speakers is None or bool(speakers_of(c) & set(g.speakers)),
    ),
}
"""How each field is counted, by its name."""
