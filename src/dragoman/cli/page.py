"""Prints a document with its sections and claims, or one claim in full."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from dragoman.actors.participant import Participant
from dragoman.answers.brief import plain_date
from dragoman.answers.citation import ARROW, Citation, hop_label
from dragoman.answers.judgements import ruling_text
from dragoman.answers.wording import sentence_of
from dragoman.cli.output import make_console
from dragoman.cli.sheet import joined, one_line, safe
from dragoman.cli.sheets.claims import flags_of
from dragoman.cli.sheets.evidence import SHORT_ID
from dragoman.documents.document import Document
from dragoman.documents.reading import document_to_dict
from dragoman.documents.section import CODED_KINDS, Section
from dragoman.exchange.claim_reference import ClaimReference

CLAIM_ID = re.compile(r"[0-9a-f]{6,24}")
AROUND = 240
"""Characters shown before and after the evidence of a claim."""


def may_be_claim(text: str) -> bool:
    """Tell whether a text has the form of a claim's identifier or its beginning."""
    return CLAIM_ID.fullmatch(text) is not None


def print_document(document: Document, citations: Sequence[Citation], form: str) -> None:
    """Print a document, its sections with their kinds and voices, and the evidence of claims underlined."""
    if form == "json":
        value = {**document_to_dict(document), "claims": [c.claim.to_dict() for c in citations]}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
        return
    console = make_console()
    console.print(Text(safe(document.name), style="bold"))
    console.print(_fields(_document_fields(document)))
    for section in document.sections:
        _print_section(console, document, section, citations)


def print_claim(citation: Citation, document: Document | None, form: str) -> None:
    """Print all parts of a claim, with the words around its evidence."""
    claim = citation.claim
    if form == "json":
        value = {**claim.to_dict(), "page": citation.page.to_dict(), "entry": citation.entry}
        value |= {"superseded": citation.superseded, **citation.judged.to_dict()}
        value |= {"original": citation.original and citation.original.to_dict()}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
        return
    console = make_console()
    console.print(Text(safe(sentence_of(claim)), style="bold"))
    console.print(_fields(claim_fields(citation)))
    if document is not None:
        console.print()
        console.print(Padding(_context(citation, document), (0, 0, 0, 2)))


def print_reference(citation: Citation, document: Document | None, form: str) -> None:
    """Print a claim as it is cited: ``text``, ``bibtex`` or ``csl``."""
    authors = () if document is None else document.metadata_values("author")
    reference = ClaimReference(citation, authors)
    click.echo({"text": reference.text, "bibtex": reference.bibtex, "csl": reference.csl_json}[form])


def claim_fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the parts of a claim as pairs of a word and a text."""
    claim = citation.claim
    yield "claim", claim.id
    yield (
        "kind",
        joined(
            [claim.kind.value, claim.event.value if claim.event else "", claim.mode or "", claim.cameo or ""], " · "
        ),
    )
    yield "actors", _participants(claim.actors)
    yield "recipients", _participants(claim.recipients)
    yield "object", claim.object or ""
    yield "place", claim.place or ""
    if claim.measure is not None:
        measure = claim.measure
        yield "measure", joined([str(measure.value), measure.unit, measure.of, measure.scope], " · ")
    if claim.date is not None:
        words = f"“{one_line(claim.date.text)}”" if claim.date.text else ""
        yield "date", joined([plain_date(claim.date), claim.date.basis.value, words, claim.date.anchor], " · ")
    yield "status", joined([claim.status.value, "denied" if claim.negated else ""], ", ")
    yield "chain", ARROW.join(f"{hop_label(hop)} [{hop.how}]" for hop in claim.chain)
    yield "loaded words", "; ".join(f"“{word.text}” ({word.note})" for word in claim.loaded)
    yield "links", "; ".join(f"{link.kind} {link.target[:SHORT_ID]} (“{link.cue}”)" for link in claim.links)
    yield "confidence", f"{claim.confidence:.2f} · {claim.rule} · {claim.coder}"
    yield "page", joined([citation.page.title, citation.page.name, citation.page.address], " · ")
    yield "published", citation.page.published or "nothing says so"
    yield "SHA-256", citation.page.id.removeprefix("sha256:")
    span = claim.evidence.span
    yield "characters", f"{span.start}–{span.end} of the text, in its {claim.evidence.section.value}"
    if citation.entry:
        yield "recorded", f"{citation.recorded:%Y-%m-%d %H:%M} UTC, entry {citation.entry}"
    yield from _ruled(citation)
    if citation.superseded:
        yield "superseded", f"by entry {citation.superseded}, whose coder did not find it again: it counts no more"


def _ruled(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield how a claim stands by its judgements, each of them, and how it read before."""
    if citation.judged.judgements:
        yield "verdict", citation.judged.verdict.value
    for held in citation.judged.judgements:
        who = f"{held.judgement.reviewer}, {held.recorded:%Y-%m-%d %H:%M} UTC, entry {held.entry}"
        yield "judgement", f"{ruling_text(held)}: {one_line(held.judgement.reason)} ({who})"
    if (original := citation.original) is not None:
        when = plain_date(original.date) if original.date is not None else "no date"
        denied = "denied" if original.negated else ""
        yield "as recorded", joined([sentence_of(original), when, original.status.value, denied], " · ")


def _participants(participants: Iterable[Participant]) -> str:
    return "; ".join(
        joined(
            [
                f"{p.id} {p.name}" if p.name != p.id else p.id,
                p.person or "",
                p.role or "",
                f"“{one_line(p.mention.text)}”",
            ],
            " · ",
        )
        for p in participants
    )


def _document_fields(document: Document) -> Iterator[tuple[str, str]]:
    yield "SHA-256", document.id.removeprefix("sha256:")
    yield "published", document.published or "nothing says so"
    yield "outlet", document.outlet or ""
    yield "language", document.language or "not known"
    yield (
        "made from",
        joined([document.rendition.media_type, document.rendition.encoding, document.rendition.extractor], " · "),
    )
    for item in document.metadata:
        if item.name not in {"published", "outlet", "language"}:
            place = f" [{item.span.start}–{item.span.end}]" if item.span is not None else f" [{item.basis}]"
            yield item.name, one_line(item.value) + (f" ({one_line(item.note)})" if item.note else "") + place


def _fields(fields: Iterable[tuple[str, str]]) -> RichTable:
    grid = RichTable.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for name, text in fields:
        if text:
            grid.add_row(Text(safe(name)), Text(safe(text), overflow="fold"))
    return grid


def _print_section(console: Console, document: Document, section: Section, citations: Sequence[Citation]) -> None:
    inside = [c for c in citations if section.span.contains(c.claim.evidence.span)]
    voice = joined([section.voice.source, section.voice.role], ", ")
    coded = "" if section.kind in CODED_KINDS else "never coded"
    heading = joined([section.kind.value, voice, section.language or "", section.heading_date or "", coded], " · ")
    console.print()
    console.print(Text(safe(f"── {heading} [{section.span.start}–{section.span.end}]"), style="cyan"))
    text = Text(safe(section.span.of(document.text)).strip("\n"), style="" if section.kind in CODED_KINDS else "dim")
    skipped = len(section.span.of(document.text)) - len(section.span.of(document.text).lstrip("\n"))
    for citation in inside:
        span = citation.claim.evidence.span.shifted(0)
        text.stylize("underline", span.start - section.span.start - skipped, span.end - section.span.start - skipped)
    console.print(text)
    for citation in inside:
        flags = flags_of(citation.claim)
        said = sentence_of(citation.claim) + (f" [{flags}]" if flags else "")
        when = plain_date(citation.claim.date) if citation.claim.date is not None else "no date"
        console.print(_line(citation.claim.id[:SHORT_ID], f"{said} · {when} · {citation.chain}"))


def _line(mark: str, text: str) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=SHORT_ID + 2, style="dim")
    grid.add_column(overflow="fold")
    grid.add_row(Text(f"▸ {mark}"), Text(safe(text), overflow="fold"))
    return grid


def _context(citation: Citation, document: Document) -> Text:
    span = citation.claim.evidence.span
    before = one_line(document.text[max(0, span.start - AROUND) : span.start])
    after = one_line(document.text[span.end : span.end + AROUND])
    quote = one_line(document.quote(span))
    return Text.assemble(
        (f"…{safe(before)} ", "dim"), (safe(quote), "underline"), (f" {safe(after)}…", "dim"), overflow="fold"
    )
