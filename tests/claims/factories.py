"""Documents, claims and codings with plain values, so that a test states only what it is about.

``make_document("Nauru recognised Abkhazia.")`` is one page with one body section;
``make_claim(document)`` is a claim whose quote stands in it. Every other value can be given
by name, as in the type itself.
"""

from dataclasses import replace
from typing import Any

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimKind, Evidence
from dragoman.claims.coding import Coding
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, EventDate, event_date
from dragoman.documents.document import Document, Rendition, digest_bytes
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.kind import Root, Status

TEXT = "Nauru recognised Abkhazia on 15 December 2009, its foreign minister said."
PLAIN = Rendition("text/plain", "utf-8", "utf-8", "plain/1")
OUTLET = Hop("Sample Wire", VoiceKind.OUTLET)
AUTHOR = Voice("Sample Wire", VoiceKind.OUTLET, "outlet")
CODER = "rules-en/1.0"


def make_document(text: str = TEXT, **values: Any) -> Document:  # noqa: ANN401 - the fields of the type
    """A page with one body section; its bytes are its text in UTF-8."""
    content = text.encode()
    section = Section(Span(0, len(text)), SectionKind.BODY, AUTHOR, "en")
    plain: dict[str, Any] = {
        "id": digest_bytes(content),
        "name": "page.txt",
        "text": text,
        "rendition": PLAIN,
        "sections": (section,) if text else (),
        "language": "en",
        "content": content,
    }
    return Document(**(plain | values))


def make_participant(name: str = "NRU", **values: Any) -> Participant:  # noqa: ANN401 - the same
    """A polity, named by its identifier at the beginning of the text."""
    plain: dict[str, Any] = {"id": name, "name": name, "sector": None, "mention": Mention(Span(0, 1), name[:1])}
    return Participant(**(plain | values))


def make_date(edtf: str | None = "2009-12-15") -> EventDate:
    """An explicit date."""
    return event_date(edtf, DateBasis.EXPLICIT)


def make_claim(document: Document | None = None, **values: Any) -> Claim:  # noqa: ANN401 - the same
    """Nauru recognises Abkhazia, as said by the outlet in the whole text of the document.

    ``span`` chooses another quote; ``actors`` and ``recipients`` may be given as identifiers,
    ``date`` as EDTF.
    """
    page = document or make_document()
    span = values.pop("span", Span(0, len(page.text)))
    for side in ("actors", "recipients"):
        sides = values.get(side, ())
        values |= {side: tuple(make_participant(p) if isinstance(p, str) else p for p in sides)} if sides else {}
    if isinstance(values.get("date"), str):
        values["date"] = make_date(values["date"])
    plain: dict[str, Any] = {
        "document": page.id,
        "language": "en",
        "coder": CODER,
        "kind": ClaimKind.EVENT,
        "event": Root.SUPPORT,
        "mode": "recognition",
        "context": ("diplomatic",),
        "cameo": "054",
        "actors": (make_participant("NRU"),),
        "recipients": (make_participant("ABK"),),
        "date": make_date(),
        "status": Status.ACTUAL,
        "negated": False,
        "chain": (OUTLET,),
        "evidence": Evidence(span, page.quote(span), SectionKind.BODY),
        "rule": "en/recognition#verb",
        "confidence": 0.5,
    }
    return Claim(**(plain | values))


def make_coding(document: Document | None = None, *claims: Claim, **values: Any) -> Coding:  # noqa: ANN401 - the same
    """A document with its claims; one plain claim where none is given."""
    page = document or make_document()
    plain = Coding(page, claims or (make_claim(page),), coder=CODER)
    return replace(plain, **values)
