"""Pages to review claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.accounts.role import Permission
from dragoman.answers.citation import Citation
from dragoman.claims.claim import Claim
from dragoman.claims.judgement import AmendedField, HeldJudgement
from dragoman.documents.document import Document
from dragoman.evaluation.judging import known_ids
from dragoman.evaluation.reviewed import ReviewerPair, Rulings
from dragoman.events.kind import Status
from dragoman.web.asked import Asked
from dragoman.web.queue import ORDERS, QueueAsked
from dragoman.web.views.cited import Cited, cite
from dragoman.web.views.claim import AROUND
from dragoman.web.views.frame import Frame
from dragoman.web.visitor import Visitor

HERE = "/review"
NOW = Asked()
SHOWN = 30
"""Claims of the queue that a page lists."""

KEYS = (
    ("a", "accept"),
    ("r", "reject: write why, then Enter"),
    ("m", "amend: change what is wrong, then Enter"),
    ("s", "skip to the next one"),
    ("Esc", "leave a field"),
)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One claim that waits.

    Attributes:
        cited: The claim.
        address: Where it is judged.
        confidence: Probability that it is right.
        is_second: Whether one reviewer has ruled on it already.
    """

    cited: Cited
    address: str
    confidence: str
    is_second: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """What is to be reviewed.

    Attributes:
        frame: What stands around it.
        lines: The first of the queue.
        waiting: How many there are.
        next: Where the first is judged.
        orders: Pairs of an order and whether it is chosen.
        of: The polity that is asked for, or ``""``.
        disagreed: Claims on which two reviewers disagree.
        may_adjudicate: Whether who looks may settle that.
        keys: Pairs of a key and what it does.
    """

    frame: Frame
    lines: tuple[QueueLine, ...]
    waiting: int
    next: str
    orders: tuple[tuple[str, bool], ...]
    of: str
    disagreed: int
    may_adjudicate: bool
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RulingLine:
    """What somebody ruled.

    Attributes:
        reviewer: Who.
        ruling: What: accept, reject, amend.
        reason: Why.
        amendments: How fields read, in words.
        when: Day.
    """

    reviewer: str
    ruling: str
    reason: str
    amendments: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a claim that may be amended.

    Attributes:
        name: Its name.
        label: What to call it.
        value: How it reads now.
        choices: What it may be, or none where it is free.
    """

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgingPage:
    """A claim to be judged.

    Attributes:
        frame: What stands around it.
        cited: The claim.
        before: Words before the quote.
        quote: The quote, verbatim.
        after: Words after it.
        confidence: Probability that it is right.
        rule: What found it.
        fields: What may be amended.
        rulings: What was ruled, as far as the reviewer may see it.
        action: Where a ruling is sent.
        skip: Where the next claim is.
        keys: Pairs of a key and what it does.
        message: Why something failed, or ``""``.
    """

    frame: Frame
    cited: Cited
    before: str
    quote: str
    after: str
    confidence: str
    rule: str
    fields: tuple[FieldView, ...]
    rulings: tuple[RulingLine, ...]
    action: str
    skip: str
    keys: tuple[tuple[str, str], ...]
    message: str


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A claim on which two reviewers disagree.

    Attributes:
        cited: The claim.
        address: Where it is judged.
        rulings: What they ruled.
    """

    cited: Cited
    address: str
    rulings: tuple[RulingLine, ...]


@dataclass(frozen=True, slots=True)
class AdjudicationPage:
    """Claims on which two reviewers disagree.

    Attributes:
        frame: What stands around it.
        disagreements: One for each.
    """

    frame: Frame
    disagreements: tuple[DisagreementView, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """How far two reviewers agree.

    Attributes:
        names: Both.
        units: Claims that both judged.
        observed: Share ruled alike.
        kappa: Cohen's kappa.
        fields: For each field its name, units, share and kappa.
    """

    names: str
    units: int
    observed: str
    kappa: str
    fields: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """How far reviewers agree.

    Attributes:
        frame: What stands around it.
        pairs: One for each two reviewers.
    """

    frame: Frame
    pairs: tuple[PairView, ...]


def show_queue(
    found: Sequence[Citation], rulings: Rulings, asked: QueueAsked, visitor: Visitor, disagreed: int
) -> QueuePage:
    """Lay out what is to be reviewed.

    Args:
        found: The queue.
        rulings: What was ruled.
        asked: Which claims are asked for.
        visitor: Who reviews.
        disagreed: Claims on which two reviewers disagree.
    """
    lines = [
        QueueLine(
            cited=cite(citation, NOW),
            address=asked.at(f"/review/claims/{citation.claim.id}"),
            confidence=f"{citation.claim.confidence:.2f}",
            is_second=bool(rulings.get(citation.claim.id)),
        )
        for citation in found[:SHOWN]
    ]
    return QueuePage(
        frame=Frame("Review", "Is this what the words say? Judge one claim at a time.", here=HERE),
        lines=tuple(lines),
        waiting=len(found),
        next=lines[0].address if lines else "",
        orders=tuple([(order, order == asked.order) for order in ORDERS]),
        of=asked.of,
        disagreed=disagreed,
        may_adjudicate=visitor.may(Permission.ADJUDICATE),
        keys=KEYS,
    )


def show_judging(
    citation: Citation, document: Document, rulings: Sequence[HeldJudgement], asked: QueueAsked, message: str
) -> JudgingPage:
    """Lay out a claim to be judged.

    Args:
        citation: The claim.
        document: Where it stands.
        rulings: What was ruled, as far as the reviewer may see it.
        asked: The queue that it comes from.
        message: Why something failed, or ``""``.
    """
    claim, cited = citation.claim, cite(citation, NOW)
    span = claim.evidence.span
    return JudgingPage(
        frame=Frame(cited.sentence, here=HERE),
        cited=cited,
        before=document.text[max(0, span.start - AROUND) : span.start],
        quote=document.quote(span),
        after=document.text[span.end : span.end + AROUND],
        confidence=f"{claim.confidence:.2f}",
        rule=claim.rule,
        fields=_fields(claim),
        rulings=_rulings(rulings),
        action=asked.at(f"/review/claims/{claim.id}"),
        skip=asked.at("/review/next", after=claim.id),
        keys=KEYS,
        message=message,
    )


def show_adjudication(found: Sequence[tuple[Citation, Sequence[HeldJudgement]]]) -> AdjudicationPage:
    """Lay out claims on which two reviewers disagree."""
    frame = Frame("Disagreements", "Two reviewers ruled otherwise. What you rule decides.", here=HERE)
    lines = [
        DisagreementView(cite(citation, NOW), f"/review/claims/{citation.claim.id}", _rulings(rulings))
        for citation, rulings in found
    ]
    return AdjudicationPage(frame, tuple(lines))


def show_agreement(pairs: Sequence[ReviewerPair]) -> AgreementPage:
    """Lay out how far reviewers agree."""
    lead = "Of the first two who ruled on a claim, before anybody adjudicated."
    return AgreementPage(Frame("Agreement of reviewers", lead, here=HERE), tuple([_pair(pair) for pair in pairs]))


def field_values(claim: Claim) -> dict[str, str]:
    """Return how the fields of a claim read that may be amended, as text."""
    values = {
        AmendedField.ACTORS: ", ".join(sorted(known_ids(claim.actors))),
        AmendedField.RECIPIENTS: ", ".join(sorted(known_ids(claim.recipients))),
        AmendedField.MODE: claim.mode or "",
        AmendedField.DATE: (claim.date.edtf if claim.date else "") or "",
        AmendedField.STATUS: claim.status.value,
        AmendedField.NEGATED: "true" if claim.negated else "false",
        AmendedField.OBJECT: claim.object or "",
        AmendedField.PLACE: claim.place or "",
    }
    if claim.measure is not None:
        values[AmendedField.VALUE] = str(claim.measure.value)
    return {field.value: value for field, value in values.items()}


LABELS = {
    "actors": "Actors (identifiers)",
    "recipients": "Recipients (identifiers)",
    "date": "Date (EDTF)",
    "negated": "Denied",
}
CHOICES = {"status": tuple([status.value for status in Status]), "negated": ("false", "true")}


def _fields(claim: Claim) -> tuple[FieldView, ...]:
    return tuple(
        [
            FieldView(name, LABELS.get(name, name.capitalize()), value, CHOICES.get(name, ()))
            for name, value in field_values(claim).items()
        ]
    )


def _rulings(rulings: Sequence[HeldJudgement]) -> tuple[RulingLine, ...]:
    return tuple(
        [
            RulingLine(
                reviewer=held.judgement.reviewer,
                ruling=held.judgement.ruling.value,
                reason=held.judgement.reason,
                amendments=tuple([f"{one.field.value}: {one.value or 'none'}" for one in held.judgement.amendments]),
                when=f"{held.recorded:%Y-%m-%d}",
            )
            for held in rulings
        ]
    )


def _pair(pair: ReviewerPair) -> PairView:
    fields = [
        (one.name, one.units, _share(one.observed), _share(one.kappa.value)) for one in pair.fields.fields if one.units
    ]
    return PairView(
        f"{pair.first} and {pair.second}", pair.units, _share(pair.observed), _share(pair.kappa), tuple(fields)
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
