"""What cannot both hold, and how each ordinal stands to what the ledger holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.authority import Authority
from dragoman.actors.participant import Participant
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.polities import contested_in, resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.wording import sentence_of
from dragoman.claims.assertion import find_assertions
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.conflict_of_counts import OrdinalCheck, check_ordinals
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty

ORDINAL_KINDS = (ClaimKind.EVENT, ClaimKind.COUNT)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal that a text gives, beside those whom the ledger holds to have come before.

    Attributes:
        check: The comparison; for a claim about several recipients, with the first of them.
        citation: Where it is said.
    """

    check: OrdinalCheck
    citation: Citation

    @property
    def verdict(self) -> str:
        """How the number stands to the ledger: fits, can fit, does not fit, or the ledger holds fewer."""
        if self.check.fits:
            return "fits"
        if self.check.is_beyond:
            return "the ledger holds fewer"
        return "can fit" if self.check.can_fit else "does not fit"

    def to_dict(self) -> dict[str, object]:
        """Return the comparison as plain JSON values."""
        measure = self.check.assertion.claim.measure
        return {
            "about": sentence_of(self.check.assertion.claim),
            "recipient": self.check.assertion.key[2],
            "ordinal": self.check.ordinal,
            "scope": "" if measure is None else measure.scope,
            "by_ledger": [self.check.least, self.check.most],
            "verdict": self.verdict,
            "before": [
                {
                    "id": p.id,
                    "name": p.name,
                    "done": p.is_done,
                    "dated": p.is_dated,
                    "contested": p.is_contested,
                    "claims": [claim.id for claim in p.claims],
                }
                for p in self.check.before
            ],
            "citation": self.citation.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Disputes(Tabular):
    """What cannot both hold.

    Attributes:
        of: Identifier of the polity that all are about, or ``None`` for all.
        name: Its plain English name, or ``""``.
        horizon: The two times of the question.
        contests: Real disputes first, those that a text raises before those found by comparing.
        ordinals: Each ordinal of the claims beside the ledger's own count.
        left_out: What the policy leaves out, with the reasons.
    """

    of: str | None
    name: str
    horizon: Horizon
    contests: tuple[Contest, ...]
    ordinals: tuple[Ordinal, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "disputes",
            "of": self.of,
            **self.horizon.to_dict(),
            "disputes": [contest.to_dict() for contest in self.contests],
            "ordinals": [ordinal.to_dict() for ordinal in self.ordinals],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each dispute."""
        return tuple(contest.to_record() for contest in self.contests)


def find_disputes(
    ledger: Ledger, authority: Authority, *, of: str | None = None, horizon: Horizon = ALL_TIMES
) -> Disputes:
    """Find the disputes of a ledger.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: Only disputes with a claim about this polity, or ``None`` for all.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    about = None if of is None else resolve_party(authority, of)
    shelf = Shelf(ledger, horizon.known)
    found = shelf.find(ClaimQuery(known=horizon.known))
    happened = [c for c in found if horizon.happened(c.claim, c.page.published) is not Certainty.NO]
    hearing = hear(ledger, happened, horizon)
    kept = hearing.heard
    contests = contests_about(ledger, kept, horizon, authority=authority)
    return Disputes(
        of=about,
        name="" if about is None else authority.name_of(about),
        horizon=horizon,
        contests=tuple(c for c in contests if about is None or _is_about(about, (*c.left, *c.right))),
        ordinals=tuple(o for o in _ordinals(kept, authority) if about is None or _is_about(about, (o.citation,))),
        left_out=hearing.about(lambda c: about is None or _is_about(about, (c,))),
    )


def _ordinals(citations: Sequence[Citation], authority: Authority) -> list[Ordinal]:
    """Return a comparison for each ordinal; recipients that compare alike give one."""
    by_id = {citation.claim.id: citation for citation in citations}
    asserted = tuple(find_assertions([citation.claim for citation in citations], *ORDINAL_KINDS))
    checks = check_ordinals(asserted, contested_in(authority))
    distinct: dict[tuple[object, ...], OrdinalCheck] = {}
    for check in checks:
        before = tuple((p.id, p.is_done, p.is_dated) for p in check.before)
        distinct.setdefault((check.assertion.claim.id, before), check)
    return [Ordinal(check, by_id[check.assertion.claim.id]) for check in distinct.values()]


def _is_about(identifier: str, citations: Sequence[Citation]) -> bool:
    return any(p.id == identifier for citation in citations for p in _participants(citation.claim))


def _participants(claim: Claim) -> tuple[Participant, ...]:
    return (*claim.actors, *claim.recipients)
