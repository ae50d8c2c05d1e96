"""Pages to add a report: the form, and what is found in a draft."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.accounts.drafts import Draft, Given
from dragoman.answers.brief import plain_date
from dragoman.answers.citation import hop_label
from dragoman.answers.wording import sentence_of
from dragoman.claims.claim import Claim
from dragoman.claims.coding import Coding
from dragoman.documents.document import Document
from dragoman.documents.link import LinkKind
from dragoman.documents.section import CODED_KINDS, Section
from dragoman.web.views.frame import Frame

LONGEST_SHOWN = 30_000
"""Characters of a section that a preview shows."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft of one's own.

    Attributes:
        name: What to call it.
        address: Its page.
    """

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form to add a report.

    Attributes:
        frame: What stands around it.
        text: What was typed before.
        address: The same.
        given: The same, of what is known of it.
        links: Ways to stand to another document.
        drafts: Those that are not recorded yet.
        message: Why something failed, or ``""``.
    """

    frame: Frame
    text: str
    address: str
    given: Given
    links: tuple[str, ...]
    drafts: tuple[DraftLine, ...]
    message: str


@dataclass(frozen=True, slots=True)
class DraftPiece:
    """A stretch of text.

    Attributes:
        text: Its characters.
        numbers: Numbers of the claims that it says, with commas; ``""`` where it says none.
    """

    text: str
    numbers: str


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One section.

    Attributes:
        kind: What it is, in a word.
        voice: Who speaks in it.
        is_coded: Whether claims are looked for in it.
        pieces: Its text.
        left_out: Characters that are not shown.
    """

    kind: str
    voice: str
    is_coded: bool
    pieces: tuple[DraftPiece, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """One claim.

    Attributes:
        number: Its number in the preview.
        sentence: What it says, in Dragoman's own words.
        when: The date it gives.
        quote: The evidence.
        hops: On whose word.
        confidence: Probability that it is right.
    """

    number: int
    sentence: str
    when: str
    quote: str
    hops: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What is found in a draft.

    Attributes:
        frame: What stands around it.
        address: Its page.
        facts: Pairs of a word and a text.
        faults: What went wrong, in sentences.
        sections: Its text.
        claims: Its claims, in the order of the text.
        given: What is known of it from outside.
        links: Ways to stand to another document.
        can_record: Whether there is anything to record.
        is_held: Whether the ledger holds the same bytes already.
        message: Why something failed, or ``""``.
    """

    frame: Frame
    address: str
    facts: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    sections: tuple[DraftSection, ...]
    claims: tuple[DraftClaim, ...]
    given: Given
    links: tuple[str, ...]
    can_record: bool
    is_held: bool
    message: str


LINKS = tuple([kind.value for kind in LinkKind])


def show_add(values: Sequence[tuple[str, str]], drafts: Sequence[Draft], message: str) -> AddPage:
    """Lay out the form to add a report.

    Args:
        values: What was typed before.
        drafts: Those that are not recorded yet.
        message: Why something failed, or ``""``.
    """
    typed: Mapping[str, str] = dict(values)
    given = Given(**{name: typed.get(name, "") for name in ("published", "outlet", "link", "target")})
    lines = tuple([DraftLine(draft.name, f"/add/{draft.id}") for draft in drafts])
    lead = "Paste its text, choose a file, or give its address. Nothing is recorded before you have seen what is found."
    frame = Frame("Add a report", lead, here="/add")
    return AddPage(frame, typed.get("text", ""), typed.get("address", ""), given, LINKS, lines, message)


def show_preview(draft: Draft, coding: Coding, message: str, *, is_held: bool) -> DraftPage:
    """Lay out what is found in a draft.

    Args:
        draft: What somebody is about to add.
        coding: What is found in it.
        message: Why something failed, or ``""``.
        is_held: Whether the ledger holds the same bytes already.
    """
    document = coding.document
    ordered = sorted(coding.claims, key=lambda claim: claim.evidence.span)
    return DraftPage(
        frame=Frame(draft.name, "This is what would be recorded. Nothing is recorded yet.", here="/add"),
        address=f"/add/{draft.id}",
        facts=() if document is None else _facts(document, coding),
        faults=tuple([fault.reason for fault in coding.faults]),
        sections=() if document is None else tuple([_section(document, one, ordered) for one in document.sections]),
        claims=tuple([_claim(number, claim) for number, claim in enumerate(ordered, start=1)]),
        given=draft.given,
        links=LINKS,
        can_record=document is not None,
        is_held=is_held,
        message=message,
    )


def _facts(document: Document, coding: Coding) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Title", " ".join(next(iter(document.metadata_values("title")), "").split())),
        ("Outlet", document.outlet or "nothing says so"),
        ("Published", document.published or "nothing says so"),
        ("Language", document.language or "not known"),
        (
            "Made from",
            f"{document.rendition.media_type}, {document.rendition.extractor}, {len(document.content):,} bytes",
        ),
        ("Links", "; ".join(f"{link.kind.value} {link.target_name or link.target}" for link in coding.links)),
        ("Disputes", f"{len(coding.disputes)} that the text itself raises" if coding.disputes else ""),
        ("SHA-256", document.id.removeprefix("sha256:")),
    )
    return tuple([(name, text) for name, text in facts if text])


def _section(document: Document, section: Section, claims: Sequence[Claim]) -> DraftSection:
    voice = section.voice.source + (f", {section.voice.role}" if section.voice.role else "")
    end = min(section.span.end, section.span.start + LONGEST_SHOWN)
    pieces = tuple(_pieces(document.text, section.span.start, end, claims))
    return DraftSection(section.kind.value, voice, section.kind in CODED_KINDS, pieces, section.span.end - end)


def _pieces(text: str, start: int, end: int, claims: Sequence[Claim]) -> Iterator[DraftPiece]:
    spans = [(number, claim.evidence.span) for number, claim in enumerate(claims, start=1)]
    inner = {edge for _, span in spans for edge in (span.start, span.end) if start < edge < end}
    for left, right in pairwise(sorted({start, end, *inner})):
        numbers = [str(number) for number, span in spans if span.start <= left and right <= span.end]
        yield DraftPiece(text[left:right], ", ".join(numbers))


def _claim(number: int, claim: Claim) -> DraftClaim:
    return DraftClaim(
        number=number,
        sentence=sentence_of(claim),
        when=plain_date(claim.date),
        quote=" ".join(claim.evidence.quote.split()),
        hops=tuple([hop_label(hop) for hop in claim.chain]),
        confidence=f"{claim.confidence:.2f}",
    )
