"""The text of HTML that no parser should touch: a hundred thousand nested tags, megabytes.

One pass over the tags, no tree, time in proportion to the length.
"""

import re
from html import unescape

from dragoman.intake.markup_walk import BLOCK_TAGS

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,2000}>")
RAW = frozenset({"script", "style", "template", "svg", "head"})
# Tags that a parser closes by itself, or that hold nothing: they do not nest.
FLAT = frozenset("p li td th tr dt dd option br hr img input meta link area base col embed source track wbr".split())
SPACES = re.compile(r"[ \t\r\f\n]+")


def markup_depth(html: str) -> int:
    """Return about how deep the tags of a page are nested, counted without a parser."""
    depth = deepest = 0
    for tag in TAG.finditer(html):
        if tag["name"].lower() in FLAT or tag[0].endswith("/>"):
            continue
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def strip_markup(html: str) -> list[str]:
    """Return the paragraphs of a page, broken at its block tags."""
    paragraphs: list[str] = []
    buffer: list[str] = []
    position = 0
    while (tag := TAG.search(html, position)) is not None:
        buffer.append(html[position : tag.start()])
        name = tag["name"].lower()
        position = tag.end()
        if name in RAW and not tag["close"]:
            position = _after_raw(html, name, position)
        if name in BLOCK_TAGS or name == "br":
            _flush(buffer, paragraphs)
    buffer.append(html[position:])
    _flush(buffer, paragraphs)
    return paragraphs


def _after_raw(html: str, name: str, position: int) -> int:
    """Return the offset after the end of a script or style; one without an end takes the rest, as in a browser."""
    end = re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE).search(html, position)
    return end.end() if end else len(html)


def _flush(buffer: list[str], paragraphs: list[str]) -> None:
    text = SPACES.sub(" ", unescape("".join(buffer))).strip()
    buffer.clear()
    if text:
        paragraphs.append(text)
