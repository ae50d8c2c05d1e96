"""Things as rows of the tables, and rows as things.

The body of a claim or dispute is its JSON to the letter: it is what the digest of the entry
was made of. The columns beside it only make it quick to find.
"""

from functools import lru_cache
from hashlib import sha256
from itertools import combinations
from json import loads
from typing import Any
from zlib import compress, decompress

from sqlalchemy import RowMapping

from dragoman.claims.claim import Claim
from dragoman.claims.coding import Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute
from dragoman.claims.ledger import Entry, HeldClaim
from dragoman.claims.reading import dispute_from_dict
from dragoman.claims.recorded import recorded_claim
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.reading import (
    document_from_dict,
    document_to_dict,
    link_from_dict,
    link_to_dict,
    metadata_from_dict,
)
from dragoman.documents.span import Span
from dragoman.ledger.moment import day_number, moment_number, numbered_moment
from dragoman.ledger.novelty import NewClaim, Standing, fault_key, plain_json

Row = dict[str, Any]
NESTED = ("rendition", "sections", "metadata")


def entry_row(entry: Entry) -> Row:
    """Return the row of an entry."""
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "recorded": moment_number(entry.recorded),
        "by": entry.by,
        "why": entry.why,
        "coder": entry.coder,
        "document": entry.document,
        "added": entry.added,
        "superseded": entry.superseded,
        "digest": entry.digest,
        "run": entry.run,
    }


def row_entry(row: RowMapping | dict[str, Any]) -> Entry:
    """Return the entry of a row."""
    return Entry(
        number=row["number"],
        recorded=numbered_moment(row["recorded"]),
        by=row["by"],
        why=row["why"],
        coder=row["coder"],
        document=None if row["document"] is None else DocumentId(row["document"]),
        added=row["added"],
        superseded=row["superseded"],
        digest=row["digest"],
        kind=EntryKind(row["kind"]),
        run=row["run"],
    )


def document_row(document: Document) -> Row:
    """Return the row of a document, without number, entry and bytes."""
    plain: Row = document_to_dict(document)
    nested = {name: plain_json(plain[name]) for name in NESTED}
    return plain | nested | {"text_digest": text_digest(document.text)}


def row_document(row: RowMapping | Row, content: bytes = b"") -> Document:
    """Return the document of a row."""
    return document_from_dict(dict(row) | {name: loads(row[name]) for name in NESTED}, content)


def row_card(row: RowMapping) -> DocumentCard:
    """Return the card of a row."""
    return DocumentCard(
        id=DocumentId(row["id"]),
        name=row["name"],
        language=row["language"],
        published=row["published"],
        outlet=row["outlet"],
        metadata=tuple([metadata_from_dict(item) for item in loads(row["metadata"])]),
    )


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def content_row(document: Document) -> Row:
    """Return the row of a document's bytes, packed where that makes them smaller."""
    packed = compress(document.content)
    is_smaller = len(packed) < len(document.content)
    return {
        "document": document.id,
        "packing": "zlib" if is_smaller else "none",
        "length": len(document.content),
        "content": packed if is_smaller else document.content,
    }


def row_content(row: RowMapping) -> bytes:
    """Return the bytes of a row."""
    content: bytes = row["content"]
    return decompress(content) if row["packing"] == "zlib" else content


def claim_row(new: NewClaim) -> Row:
    """Return the row of a claim, without number and entry."""
    claim = new.claim
    return {
        "id": new.id,
        "document": claim.document,
        "kind": claim.kind.value,
        "mode": claim.mode,
        "status": claim.status.value,
        "negated": claim.negated,
        "earliest": claim.date and day_number(claim.date.earliest),
        "latest": claim.date and day_number(claim.date.latest),
        "outermost": claim.chain[0].source,
        "innermost": claim.speaker.source,
        "body": new.body,
    }


def row_claim(row: RowMapping) -> HeldClaim:
    """Return the held claim of a row that has the moment of its entry as ``recorded``."""
    return HeldClaim(_parse_claim(row["body"]), row["entry"], numbered_moment(row["recorded"]))


# One answer asks for the same claims several times; reading one takes longer than finding it.
@lru_cache(maxsize=8192)
def _parse_claim(body: str) -> Claim:
    return recorded_claim(loads(body))


def participant_rows(claim: Claim, number: int) -> list[Row]:
    """Return one row for each side and identifier of a claim."""
    actors = {("actor", participant.id) for participant in claim.actors}
    recipients = {("recipient", participant.id) for participant in claim.recipients}
    kind, mode = claim.kind.value, claim.mode
    sides = sorted(actors | recipients)
    return [{"id": name, "claim": number, "side": side, "kind": kind, "mode": mode} for side, name in sides]


def pair_rows(claim: Claim, number: int) -> list[Row]:
    """Return one row for each two who take part in a claim."""
    names = sorted({participant.id for participant in (*claim.actors, *claim.recipients)})
    return [{"one": one, "other": other, "claim": number} for one, other in combinations(names, 2)]


def dispute_row(dispute: Dispute) -> Row:
    """Return the row of a dispute, without number and entry."""
    return {"id": dispute.id, "kind": dispute.kind.value, "body": plain_json(dispute.to_dict())}


def row_dispute(row: RowMapping) -> Dispute:
    """Return the dispute of a row."""
    return dispute_from_dict(loads(row["body"]))


def side_rows(dispute: Dispute, number: int) -> list[Row]:
    """Return one row for each side and claim of a dispute."""
    left = {("left", claim) for claim in dispute.left}
    right = {("right", claim) for claim in dispute.right}
    return [{"claim": claim, "dispute": number, "side": side} for side, claim in sorted(left | right)]


def link_row(link: DocumentLink) -> Row:
    """Return the row of a link, without number and entry."""
    # An empty target stands for none: a NULL would not count in the unique key.
    return link_to_dict(link) | {"target": link.target or ""}


def row_link(row: RowMapping) -> DocumentLink:
    """Return the link of a row."""
    return link_from_dict(dict(row) | {"target": row["target"] or None})


def uncoded_row(document: DocumentId, stretch: Uncoded) -> Row:
    """Return the row of an uncoded stretch, without number and entry."""
    span = stretch.span
    return {"document": document, "start": span.start, "end": span.end, "language": stretch.language or ""}


def row_uncoded(row: RowMapping) -> Uncoded:
    """Return the uncoded stretch of a row."""
    return Uncoded(Span(row["start"], row["end"]), row["language"] or None)


def fault_row(fault: Fault) -> Row:
    """Return the row of a fault, without number, entry and moment."""
    return dict(zip(("document", "stage", "reason", "start", "end"), fault_key(fault), strict=True))


def row_fault(row: RowMapping) -> Fault:
    """Return the fault of a row."""
    span = None if row["end"] < 0 else Span(row["start"], row["end"])
    return Fault(row["document"], row["stage"], row["reason"], span)


def standing_row(standing: Standing) -> Row:
    """Return the row of a standing, without number and entry."""
    return {"name": standing.name, "counts": standing.counts, "body": standing.body}


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision, without number and entry."""
    return {"kind": decision.kind.value, "subject": decision.subject, "body": decision.body}


def row_decision(row: RowMapping) -> HeldDecision:
    """Return the decision of a row that has the moment, the person and the remark of its entry, too."""
    decision = Decision(EntryKind(row["kind"]), row["subject"], row["body"])
    return HeldDecision(decision, row["entry"], numbered_moment(row["recorded"]), row["by"], row["why"])
