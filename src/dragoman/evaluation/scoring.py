"""Scores one document against its gold, and many together.

A claim of the gold is found when its kind, event or mode, participants, status, negation, date and innermost
speaker are all right and the evidence overlaps the quote. Claims of the coder that match neither a required nor an
optional gold claim count against precision.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.evaluation.fields import count_fields
from dragoman.evaluation.gold import GoldClaim, GoldDocument, GoldSet, PlacedGold, place_quote
from dragoman.evaluation.judging import FIELDS, Verdict, are_parts, has_part, is_same_event, judge, overlaps
from dragoman.evaluation.mistake import Mistake, false_claim, missed_claim
from dragoman.evaluation.pairing import Pair, pair_up
from dragoman.evaluation.tally import Tallies, Tally, add_up, measure_all

ALL = "all"
NOTHING = "nothing"
"""Name of the class that stands for no event in the confusion table."""


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """What comparing one document with its gold gives.

    Attributes:
        name: Of the document.
        tallies: Counts by group: ``all``, ``mode: …``, ``root: …``, ``field: …``.
        located: Required gold claims for which a claim of the same kind and event was found.
        fields: For located claims, how often each part is right.
        confusion: How often a root of the gold was coded as a root.
        mistakes: What is wrong, in the order of the gold, then of the text.
        judged: Each claim of the coder, with whether it is right in every field.
        faults: Why the document, or a quote in it, could not be compared.
    """

    name: str
    tallies: Tallies
    located: int = 0
    fields: Mapping[str, int] = field(default_factory=dict)
    confusion: Mapping[tuple[str, str], int] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    judged: tuple[tuple[Claim, bool], ...] = field(default=(), repr=False)
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The result over all documents.

    Attributes:
        documents: One by one.
    """

    documents: tuple[DocumentScore, ...]

    @property
    def tallies(self) -> dict[str, Tally]:
        """Sums over all documents by group."""
        return add_up([document.tallies for document in self.documents])

    @property
    def all(self) -> Tally:
        """Counts over everything."""
        return self.tallies.get(ALL, Tally())

    @property
    def located(self) -> int:
        """Required gold claims for which a claim of the same kind and event was found."""
        return sum(document.located for document in self.documents)

    @property
    def fields(self) -> Counter[str]:
        """For located claims, how often each part is right."""
        return sum((Counter(document.fields) for document in self.documents), Counter())

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How often a root of the gold was coded as a root."""
        return sum((Counter(document.confusion) for document in self.documents), Counter())

    def to_dict(self) -> dict[str, object]:
        """Return all figures with their intervals, the confusion and the mistakes as plain JSON values."""
        measured = measure_all([document.tallies for document in self.documents])
        return {
            "documents": len(self.documents),
            "figures": {group: one.to_dict() for group, one in measured.items()},
            "located": self.located,
            "parts": {name: self.fields[name] for name in FIELDS},
            "confusion": [
                {"gold": gold, "coded": coded, "count": count}
                for (gold, coded), count in sorted(self.confusion.items())
            ],
            "mistakes": [mistake.to_dict() for document in self.documents for mistake in document.mistakes],
            "faults": [{"document": d.name, "fault": fault} for d in self.documents for fault in d.faults],
        }

    def group(self, kind: str) -> dict[str, Tally]:
        """Return the counts of a kind of group (``mode``, ``root``, ``field``) by name."""
        mark = f"{kind}: "
        return {name.removeprefix(mark): tally for name, tally in self.tallies.items() if name.startswith(mark)}


def score_document(gold: GoldDocument, text: str, claims: Sequence[Claim], *, within: GoldSet) -> DocumentScore:
    """Compare the claims of a document with its gold.

    Args:
        gold: What a careful reader recorded.
        text: The document's text as read.
        claims: What the coder says.
        within: The set that the document belongs to: what it speaks of.
    """
    own = [claim for claim in claims if claim.kind in within.kinds]
    placed = [PlacedGold(one, place_quote(text, one.quote)) for one in gold.claims]
    candidates = [_candidates(one, own) for one in placed]
    used = {c.id for found in candidates for c, verdict in found if all(verdict.values())}
    required = [(p, found) for p, found in zip(placed, candidates, strict=True) if p.gold.is_required]
    judged = tuple((c, c.id in used or any(has_part(p, c) for p in placed)) for c in own)
    pairs = pair_up(placed, own)
    return DocumentScore(
        name=gold.name,
        tallies=add_up([*_gold_tallies(required), *_claim_tallies(judged), _field_tallies(pairs, within)]),
        located=sum(bool(found) for _, found in required),
        fields=_right_parts(found for _, found in required),
        confusion=_confusion(pairs),
        mistakes=(
            *(missed_claim(gold.name, text, p, found) for p, found in required if not _is_found(p.gold, found)),
            *(false_claim(gold.name, text, claim) for claim, is_right in judged if not is_right),
        ),
        judged=judged,
        faults=tuple(f"The text has no {p.gold.quote!r}." for p in placed if p.span is None),
    )


_Found = Sequence[tuple[Claim, Verdict]]


def _candidates(placed: PlacedGold, claims: Sequence[Claim]) -> _Found:
    return [(c, judge(placed.gold, c)) for c in claims if overlaps(placed, c) and is_same_event(placed.gold, c)]


def _is_found(gold: GoldClaim, found: _Found) -> bool:
    return any(all(verdict.values()) for _, verdict in found) or are_parts(gold, (claim for claim, _ in found))


def _gold_tallies(required: Sequence[tuple[PlacedGold, _Found]]) -> Iterator[Tallies]:
    for placed, found in required:
        tally = Tally(required=1, right=int(_is_found(placed.gold, found)))
        yield dict.fromkeys(_groups(placed.gold.topic, placed.gold.event), tally)


def _claim_tallies(judged: Sequence[tuple[Claim, bool]]) -> Iterator[Tallies]:
    for claim, is_right in judged:
        root = claim.event.value if claim.kind is ClaimKind.EVENT and claim.event else None
        topic = (claim.own_mode or root or claim.kind.value) if root else claim.kind.value
        yield dict.fromkeys(_groups(topic, root), Tally(coded=1, matched=int(is_right)))


def _groups(topic: str, root: str | None) -> tuple[str, ...]:
    return (ALL, f"mode: {topic}", *((f"root: {root}",) if root else ()))


def _field_tallies(pairs: Iterable[Pair], within: GoldSet) -> Tallies:
    return {f"field: {name}": tally for name, tally in count_fields(pairs).items() if name in within.fields}


def _right_parts(located: Iterable[_Found]) -> Counter[str]:
    """Count the right parts of the best candidate of each claim of the gold."""
    counts: Counter[str] = Counter(dict.fromkeys(FIELDS, 0))
    for found in located:
        best = max((verdict for _, verdict in found), key=lambda verdict: sum(verdict.values()), default={})
        counts.update(name for name, right in best.items() if right)
    return counts


def _confusion(pairs: Iterable[Pair]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        gold = pair.gold.gold if pair.gold is not None else None
        claim = pair.claims[0] if pair.claims else None
        if gold is not None and (gold.event is None or not gold.is_required):
            continue
        own = claim.event.value if claim is not None and claim.event is not None else NOTHING
        wanted = gold.event if gold is not None and gold.event is not None else NOTHING
        if gold is not None and pair.is_same_event:
            own = wanted
        if (wanted, own) != (NOTHING, NOTHING):
            counts[wanted, own] += 1
    return counts
