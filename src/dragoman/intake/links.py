"""Links between documents that a page states itself: "Original:", "Translated from …", "Republished from …".

Only what stands in the page: whether the other document is held is found out later.
"""

import re
from collections.abc import Iterator

from dragoman.documents.document import Document
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import SectionKind
from dragoman.documents.span import Span

ADDRESS = re.compile(r"https?://[^\s<>()\"“”’，。]+[^\s<>()\"“”’，。.,;:!?]")
TRANSLATION = re.compile(
    r"translat|language article|original (?:text|language|in\b)|chinese original|russian original"
    r"|traduit|traducido|übersetz|перевод|译自|编译",
    re.IGNORECASE,
)
REPRINT = re.compile(
    r"re-?published|re-?printed|re-?posted|first appeared|originally (?:published|appeared)"
    r"|转载|перепечат|publié (?:à l'origine|initialement)|zuerst erschienen",
    re.IGNORECASE,
)
AHEAD = 300


def find_links(document: Document) -> Iterator[DocumentLink]:
    """Yield the links that a page states, each with the words that state it.

    A page that names an original translates it where a translator speaks on the page or the
    words say so; else it reprints it.
    """
    has_translator = any(item.name == "translator" for item in document.metadata)
    seen: set[tuple[LinkKind, str]] = set()
    for section in document.sections:
        if section.kind not in {SectionKind.CREDITS, SectionKind.BYLINE}:
            continue
        for link in _links_of_credits(document, section.span, has_translator=has_translator):
            if (link.kind, link.target_name) not in seen:
                seen.add((link.kind, link.target_name))
                yield link


def _links_of_credits(document: Document, span: Span, *, has_translator: bool) -> Iterator[DocumentLink]:
    position = span.start
    for line in span.of(document.text).split("\n"):
        kind = _kind(line, has_translator=has_translator)
        if kind is not None and line.strip():
            ahead = document.text[position : min(span.end, position + len(line) + AHEAD)]
            address = ADDRESS.search(ahead)
            name = address[0] if address else _named(line)
            yield DocumentLink(document.id, kind, None, name, f"the page says {line.strip()[:120]!r}")
        position += len(line) + 1


def _kind(line: str, *, has_translator: bool) -> LinkKind | None:
    if TRANSLATION.search(line):
        return LinkKind.TRANSLATES
    if REPRINT.search(line):
        return LinkKind.REPRINTS
    if re.match(r"\s*(?:(?:original|source article|full text)\b|原文|оригинал)", line, re.IGNORECASE):
        return LinkKind.TRANSLATES if has_translator else LinkKind.REPRINTS
    return None


def _named(line: str) -> str:
    """Return what the words name, or the words themselves where nothing follows them."""
    _, colon, value = line.partition(":" if ":" in line else "：")
    return value.strip() if colon and value.strip() else line.strip(" :：\u00a0")
