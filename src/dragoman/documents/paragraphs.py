"""Paragraphs of a section, for whoever reads it: together they are the whole section, white space and all."""

import re
from collections.abc import Iterator

from dragoman.documents.section import Section
from dragoman.documents.span import Span

BREAK = re.compile(r"\n[^\S\n]*\n\s*")


def split_paragraphs(text: str, section: Section) -> Iterator[Span]:
    """Yield the paragraphs of a section, each with the empty lines behind it.

    Args:
        text: The document's whole text.
        section: One of its sections.
    """
    start = section.span.start
    for found in BREAK.finditer(text, section.span.start, section.span.end):
        if found.end() < section.span.end and found.start() > start:
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, section.span.end)
