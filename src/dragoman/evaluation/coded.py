"""What one coder recorded, in a form in which two can be compared, whether a person or a program coded it.

Gold files are read with the words of their reports, so that a quote has a place; claims in JSON lines have
places of their own. Documents are the same if their bytes are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.claims.claim import Claim, ClaimKind
from dragoman.documents.document import Document
from dragoman.documents.span import Span
from dragoman.errors import GoldError
from dragoman.evaluation.gold import GoldClaim, GoldDocument, place_quote
from dragoman.evaluation.gold_file import read_gold
from dragoman.evaluation.judging import known_ids
from dragoman.exchange.claim_jsonl import parse_claim_lines
from dragoman.intake.options import ReadOptions
from dragoman.intake.read import read_document, read_text
from dragoman.knowledge.layout import load_layout_cues

JSON_LINES = ".jsonl"
NOT_SAID = "not said"
NO_DATE = "no date"


@dataclass(frozen=True, slots=True)
class Coded:
    """One claim of one coder. ``None`` in a field means that the coder left it open.

    Attributes:
        document: Identifier of the document.
        span: Words that say it.
        kind: What sort of thing is said.
        root: PLOVER root.
        mode: Mode.
        actors: Identifiers of those who act.
        recipients: Identifiers of those to whom it is done.
        date: EDTF, or ``no date``.
        status: Whether it is said to have happened.
        negated: ``yes`` or ``no``.
        speaker: Name or identifier of the innermost speaker, ``page`` or ``unnamed``.
    """

    document: str
    span: Span
    kind: ClaimKind
    root: str | None = None
    mode: str | None = None
    actors: frozenset[str] | None = None
    recipients: frozenset[str] | None = None
    date: str | None = None
    status: str | None = None
    negated: str | None = None
    speaker: str | None = None


def read_coded(path: Path, *, documents: Path | None = None) -> tuple[Coded, ...]:
    """Read what one coder recorded.

    Args:
        path: A gold file, or claims in JSON lines (``.jsonl``).
        documents: Folder of the reports that a gold file speaks of, or ``None`` to look beside it.

    Raises:
        GoldError: The gold file cannot be used, a report cannot be read, or a quote is not in it.
        JsonError: A line holds no claim.
    """
    if path.suffix == JSON_LINES:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise GoldError(str(path), "", error.strerror or str(error)) from error
        claims = parse_claim_lines(lines, path.name)
        return tuple(coded_claim(claim) for claim in claims if claim.kind is not ClaimKind.NAME)
    gold = read_gold(path, documents=documents)
    return tuple(one for document in gold.documents for one in _of_document(path, document))


def read_report(gold: GoldDocument) -> Document:
    """Read the report that a gold document speaks of, as the coder would read it.

    Raises:
        GoldError: It cannot be opened, or holds no text.
    """
    options = ReadOptions(published=gold.published, outlet=gold.outlet)
    cues = load_layout_cues()
    try:
        content = None if gold.path is None else gold.path.read_bytes()
    except OSError as error:
        raise GoldError(gold.name, "", error.strerror or str(error)) from error
    if content is None:
        reading = read_text(gold.text or "", name=gold.name, cues=cues, options=options)
    else:
        reading = read_document(content, name=gold.name, cues=cues, options=options)
    if reading.document is None:
        raise GoldError(gold.name, "", "; ".join(fault.reason for fault in reading.faults).rstrip("."))
    return reading.document


def _of_document(path: Path, gold: GoldDocument) -> Iterator[Coded]:
    document = read_report(gold)
    for number, claim in enumerate(gold.claims, start=1):
        span = place_quote(document.text, claim.quote)
        if span is None:
            raise GoldError(str(path), f"{gold.name}, claim {number}", f"the report has no {claim.quote!r}")
        if claim.kind is not ClaimKind.NAME:
            yield _of_gold(document.id, span, claim)


def _of_gold(document: str, span: Span, claim: GoldClaim) -> Coded:
    return Coded(
        document=document,
        span=span,
        kind=claim.kind,
        root=claim.event,
        mode=claim.mode,
        actors=claim.actors,
        recipients=claim.recipients,
        date=None if claim.dates is None else claim.dates[0] or NO_DATE,
        status=claim.statuses[0] if claim.statuses else None,
        negated=None if claim.negated is None else _yes_or_no(is_so=claim.negated),
        speaker=claim.speakers[0] if claim.speakers else None,
    )


def coded_claim(claim: Claim) -> Coded:
    """Return a claim of the program in the form in which coders are compared."""
    return Coded(
        document=claim.document,
        span=claim.evidence.span,
        kind=claim.kind,
        root=claim.event and claim.event.value,
        mode=claim.mode,
        actors=known_ids(claim.actors),
        recipients=known_ids(claim.recipients),
        date=(claim.date and claim.date.edtf) or NO_DATE,
        status=claim.status.value,
        negated=_yes_or_no(is_so=claim.negated),
        speaker=speaker_label(claim),
    )


def speaker_label(claim: Claim) -> str:
    """Return the innermost speaker as a gold file names him: ``page``, ``unnamed``, an identifier or a name."""
    hop = claim.speaker
    if len(claim.chain) == 1:
        return "translator" if hop.role == "translator" else "page"
    return "unnamed" if hop.kind.value == "unnamed" else hop.id or hop.source


def _yes_or_no(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
