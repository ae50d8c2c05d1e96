"""All judgements of a ledger, or those about one claim; superseded ones stay in sight."""

from dataclasses import dataclass, field

from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.wording import sentence_of
from dragoman.claims.claim import ClaimId
from dragoman.claims.judgement import ABOUT_CLAIMS, HeldJudgement, Ruling
from dragoman.claims.ledger import Ledger
from dragoman.errors import NameUnknownError


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One judgement with what it is about.

    Attributes:
        held: The judgement, with its entry and moment.
        about: What it is about, in words.
        citation: The judged claim as it reads now; ``None`` for disputes and names.
    """

    held: HeldJudgement
    about: str
    citation: Citation | None = field(default=None, repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the row as plain JSON values."""
        return {
            **self.held.to_dict(),
            "about": self.about,
            "claim": self.citation and self.citation.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class JudgementList:
    """Judgements of a ledger.

    Attributes:
        horizon: The moment of knowledge.
        claim: The claim that was asked for, or ``None`` for all.
        rows: In the order of recording; later ones weigh over earlier ones.
    """

    horizon: Horizon
    claim: ClaimId | None
    rows: tuple[JudgementRow, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the list as plain JSON values."""
        return {
            "question": "judgements",
            "claim": self.claim,
            **self.horizon.times(),
            "judgements": [row.to_dict() for row in self.rows],
        }


def find_judgements(ledger: Ledger, claim: str | None = None, *, horizon: Horizon = ALL_TIMES) -> JudgementList:
    """List judgements.

    Args:
        ledger: Where they are held.
        claim: Only those about the claim with this identifier, or beginning of one; ``None`` for all.
        horizon: The moment of knowledge.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
    """
    asked = None if claim is None else ledger.claim(ClaimId(claim), horizon.known)
    if claim is not None and asked is None:
        raise NameUnknownError("claim", claim)
    shelf = Shelf(ledger, horizon.known)
    name = None if asked is None else asked.claim.id
    rows = (judgement_row(ledger, shelf, held, horizon) for held in ledger.judgements(horizon.known))
    kept = (row for row in rows if name is None or name in {row.held.judgement.subject, *row.held.judgement.others})
    return JudgementList(horizon, name, tuple(kept))


def judgement_row(ledger: Ledger, shelf: Shelf, held: HeldJudgement, horizon: Horizon) -> JudgementRow:
    """Return a judgement with what it is about, in words."""
    judgement = held.judgement
    if judgement.dispute is not None:
        return JudgementRow(held, f"the dispute about {judgement.dispute.kind.value}: {judgement.dispute.reason}")
    if judgement.ruling not in ABOUT_CLAIMS:
        joined = ", ".join((judgement.subject, *judgement.others))
        return JudgementRow(held, f"the names {joined}")
    found = ledger.claim(ClaimId(judgement.subject), horizon.known)
    if found is None:
        return JudgementRow(held, f"the claim {judgement.subject}")
    return JudgementRow(held, sentence_of(found.original or found.claim), shelf.cite(found))


def ruling_text(held: HeldJudgement) -> str:
    """Return what is ruled in a few words: "amended: date=2022-07-13"."""
    judgement = held.judgement
    words = {
        Ruling.ACCEPT: "accepted",
        Ruling.REJECT: "rejected",
        Ruling.AMEND: "amended: " + ", ".join(f"{a.field.value}={a.value or 'none'}" for a in judgement.amendments),
        Ruling.PREFER: "preferred to " + ", ".join(other[:10] for other in judgement.others),
        Ruling.SETTLE: "settled for " + (", ".join(other[:10] for other in judgement.others) or "neither side"),
        Ruling.MERGE: "merged",
        Ruling.SPLIT: "split",
    }
    return words[judgement.ruling]
