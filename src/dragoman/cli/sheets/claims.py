"""Sheets of single claims: what ``code`` and ``claims`` print."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dragoman.answers.brief import FLAGS, plain_date
from dragoman.answers.citation import Citation, Page, page_of
from dragoman.answers.wording import sentence_of
from dragoman.claims.claim import Claim
from dragoman.claims.coding import Coding
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, joined, one_line, shorten
from dragoman.cli.sheets.evidence import CLAIM_HEADER, SHORT_ID, claim_record
from dragoman.events.kind import Status

QUOTE_LENGTH = 140
COLUMNS = (
    Column("Claim", is_fixed=True, style="dim"),
    Column("When", ratio=3),
    Column("What is said", ratio=6, style="bold"),
    Column("On whose word", ratio=5),
    Column("Quote", ratio=8, is_wide=True, style="italic"),
)
HEADER = (
    "kind",
    "event",
    "mode",
    "actors",
    "recipients",
    "object",
    "place",
    "value",
    "unit",
    "of",
    "scope",
    "rule",
    "confidence",
    "verdict",
    *CLAIM_HEADER,
)
NEVER = datetime(1, 1, 1, tzinfo=UTC)


def coding_sheet(codings: Sequence[Coding]) -> Sheet:
    """Lay out the claims of documents that were coded and not recorded."""
    citations = [
        Citation(claim, page_of(coding.document), 0, NEVER)
        for coding in codings
        if coding.document is not None
        for claim in coding.claims
    ]
    tables = [_coding_table(coding) for coding in codings if coding.document is not None]
    rows = tuple(record(citation)[:-1] for citation in citations)
    return Sheet(
        title=f"{count_of(len(citations), 'claim')} in {count_of(len(tables), 'document')}",
        scope="",
        tables=tuple(tables),
        notes=tuple(note for coding in codings for note in _uncoded_notes(coding)),
        empty="No claim was found.",
        records=Records(HEADER[:-1], rows),
    )


def claims_sheet(citations: Sequence[Citation], title: str, scope: str) -> Sheet:
    """Lay out claims of a ledger."""
    return Sheet(
        title=title,
        scope=scope,
        tables=(Table("", COLUMNS, tuple(_judged_row(c) for c in citations)),),
        notes=(Note("Look closer", "dragoman show CLAIM, dragoman explain CLAIM"),) if citations else (),
        empty="The ledger holds no such claim.",
        records=Records(HEADER, tuple(record(citation) for citation in citations)),
    )


def record(citation: Citation) -> tuple[object, ...]:
    """Return the fields of :data:`HEADER` for a claim."""
    claim = citation.claim
    measure = claim.measure
    return (
        claim.kind.value,
        claim.event and claim.event.value,
        claim.mode,
        " ".join(p.id for p in claim.actors),
        " ".join(p.id for p in claim.recipients),
        claim.object,
        claim.place,
        measure and measure.value,
        measure and measure.unit,
        measure and measure.of,
        measure and measure.scope,
        claim.rule,
        claim.confidence,
        citation.judged.verdict.value,
        *claim_record(citation),
    )


def flags_of(claim: Claim) -> str:
    """Return how a claim is marked: announced, background, denied; empty for a plain one."""
    flag = FLAGS.get(claim.status, "") if claim.status is not Status.ACTUAL else ""
    return joined([flag, "denied" if claim.negated else ""], ", ")


def _coding_table(coding: Coding) -> Table:
    page = page_of(coding.document) if coding.document is not None else Page(id="", name="")  # type: ignore[arg-type]
    heading = joined([page.name, shorten(page.title, 80), page.published or "no date of publication"], " · ")
    return Table(heading, COLUMNS, tuple(_row(claim) for claim in coding.claims))


def _judged_row(citation: Citation) -> tuple[str, ...]:
    """Return the row of a claim, with what reviewers ruled of it behind what it says."""
    name, when, said, *rest = _row(citation.claim)
    ruling = citation.judged.decisive
    verdict = "" if ruling is None else f" [{citation.judged.verdict.value} by {ruling.judgement.reviewer}]"
    return (name, when, said + verdict, *rest)


def _row(claim: Claim) -> tuple[str, ...]:
    flags = flags_of(claim)
    chain = Citation(claim, Page(claim.document, ""), 0, NEVER).chain
    return (
        claim.id[:SHORT_ID],
        plain_date(claim.date) if claim.date is not None and claim.date.is_known else "–",
        sentence_of(claim) + (f" [{flags}]" if flags else ""),
        chain,
        f"“{shorten(claim.evidence.quote, QUOTE_LENGTH)}”",
    )


def _uncoded_notes(coding: Coding) -> Iterable[Note]:
    if coding.document is None:
        return
    for stretch in coding.uncoded:
        text = shorten(one_line(coding.document.quote(stretch.span)), 80)
        where = f"{coding.document.name}:{stretch.span.start}–{stretch.span.end}"
        yield Note("Uncoded", f"{where} ({stretch.language or 'language unknown'}): “{text}”")
    for dispute in coding.disputes:
        yield Note(f"Dispute about {dispute.kind.value}", dispute.reason + ".")
