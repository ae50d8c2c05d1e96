"""A claim as pages show it: its quote, on whose word, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from dragoman.answers.brief import plain_date
from dragoman.answers.citation import Citation, hop_label
from dragoman.answers.dispute import Contest
from dragoman.answers.wording import sentence_of
from dragoman.web.asked import Asked

SHORT_ID = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """One claim.

    Attributes:
        id: Its identifier.
        sentence: What it says, in Dragoman's own words.
        when: The date it gives, in plain words.
        quote: The evidence, verbatim but for white space.
        hops: On whose word, from the page inwards.
        page: What to call the document.
        published: Its day in EDTF, or ``"no date"``.
        address: Where the claim's own page is.
        document: Where its document is, at the quote.
        superseded: Whether a later coding does not find it any more.
    """

    id: str
    sentence: str
    when: str
    quote: str
    hops: tuple[str, ...]
    page: str
    published: str
    address: str
    document: str
    superseded: bool


def cite(citation: Citation, asked: Asked) -> Cited:
    """Return a claim as pages show it.

    Args:
        citation: The claim with its page.
        asked: The two times that links carry on.
    """
    claim, page = citation.claim, citation.page
    return Cited(
        id=claim.id,
        sentence=sentence_of(claim),
        when=plain_date(claim.date),
        quote=" ".join(claim.evidence.quote.split()),
        hops=tuple(hop_label(hop) for hop in claim.chain),
        page=page.title or page.name,
        published=(page.published or "no date")[:10],
        address=asked.at("claims", claim.id[:SHORT_ID]),
        document=asked.at("documents", page.id) + f"#c{claim.evidence.span.start}",
        superseded=citation.superseded is not None,
    )


@dataclass(frozen=True, slots=True)
class ContestView:
    """A dispute with both its sides.

    Attributes:
        id: Its identifier.
        kind: Why the sides do not go together, in a word.
        reason: What clashes, in words.
        raised_by: Who raises it in a text, or ``""`` where it was found by comparing claims.
        remedy: What would settle it, or ``""``.
        verdict: Who settled it, for which side and why, or ``""``.
        overlap: EDTF of the days that both speak of, or ``""``.
        is_real: Whether both cannot hold; otherwise it only seems so.
        left: One side.
        right: The other; empty where a text rejects what it does not quote.
    """

    id: str
    kind: str
    reason: str
    raised_by: str
    remedy: str
    verdict: str
    overlap: str
    is_real: bool
    left: tuple[Cited, ...]
    right: tuple[Cited, ...]


def show_contest(contest: Contest, asked: Asked) -> ContestView:
    """Return a dispute as pages show it."""
    dispute = contest.dispute
    return ContestView(
        id=dispute.id,
        kind=dispute.kind.value,
        reason=dispute.reason,
        raised_by=contest.raised_by or "",
        remedy=dispute.remedy,
        verdict=contest.verdict,
        overlap=contest.overlap or "",
        is_real=contest.is_real,
        left=cite_all(contest.left, asked),
        right=cite_all(contest.right, asked),
    )


MOST_CONTESTS = 50
"""Disputes that a page shows; the answer for programs has them all."""


def show_contests(contests: Iterable[Contest], asked: Asked) -> tuple[ContestView, ...]:
    """Return the real ones of some disputes as pages show them, as many as a page has room for."""
    real = (contest for contest in contests if contest.is_real)
    return tuple(show_contest(contest, asked) for contest in islice(real, MOST_CONTESTS))


def cite_all(citations: Iterable[Citation], asked: Asked) -> tuple[Cited, ...]:
    """Return claims as pages show them."""
    return tuple(cite(citation, asked) for citation in citations)
