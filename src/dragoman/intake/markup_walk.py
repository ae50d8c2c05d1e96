"""Walks an HTML tree into paragraphs, each with what the markup around it says.

The walk keeps every text that a browser would show, and hidden ones, in the order of the
page. Names of tags are trusted; names of classes are looked at word by word, and only
below the elements that hold the whole page.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from dragoman.documents.section import SectionKind

BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section "
    "select summary table tbody tfoot thead tr ul button caption label textarea title".split()
)
SKIPPED = frozenset("script style template svg math head iframe object embed canvas audio video noframes map".split())
CELLS = frozenset({"td", "th"})
WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
REPORT_TAGS = frozenset({"main", "article"})
TAG_KINDS = {
    "nav": SectionKind.BOILERPLATE,
    "footer": SectionKind.BOILERPLATE,
    "aside": SectionKind.BOILERPLATE,
    "form": SectionKind.BOILERPLATE,
    "button": SectionKind.BOILERPLATE,
    "select": SectionKind.BOILERPLATE,
    "textarea": SectionKind.BOILERPLATE,
    "dialog": SectionKind.BOILERPLATE,
    "noscript": SectionKind.BOILERPLATE,
    "menu": SectionKind.BOILERPLATE,
    "blockquote": SectionKind.QUOTATION,
    "figcaption": SectionKind.CAPTION,
    "h1": SectionKind.TITLE,
}
ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    }
)
COMMENT_WORDS = frozenset("comment comments commentlist commentary disqus respond commentform replies".split())
FURNITURE_WORDS = frozenset(
    "share sharing sharedaddy social related recommended newsletter subscribe subscription cookie cookies "
    "consent gdpr promo advert advertisement ads sponsored sidebar breadcrumb breadcrumbs menu navbar "
    "navigation pagination tags login paywall popup modal widget toolbar masthead footer nav trending popular "
    "jp skip".split()
)
BYLINE_WORDS = frozenset("byline dateline author authors posted pubdate published timestamp".split())
CAPTION_WORDS = frozenset("caption figcaption".split())
CLASS_WORD = re.compile(r"[a-zA-Z]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]+")
BREAKS = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the elements around a text say of it.

    Attributes:
        kind: Kind that the innermost telling element stands for, or ``None``.
        reason: That element.
        is_sure: Whether a tag says so, and not only the name of a class.
        in_report: Whether it stands in ``<article>`` or ``<main>``.
        is_preformatted: Whether white space counts.
        is_heading: Whether it stands in ``<h2>`` to ``<h6>``.
    """

    kind: SectionKind | None = None
    reason: str = ""
    is_sure: bool = False
    in_report: bool = False
    is_preformatted: bool = False
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A paragraph with what the markup says of it."""

    text: str
    frame: Frame


@dataclass(slots=True)
class Walk:
    """Collects the paragraphs of a tree while it is walked."""

    found: list[MarkedText] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)

    def add(self, text: str | None, frame: Frame) -> None:
        """Add the characters of one text node."""
        if text:
            self.buffer.append(text if frame.is_preformatted else SPACES.sub(" ", text))

    def flush(self, frame: Frame) -> None:
        """End the paragraph that is being collected."""
        text = BREAKS.sub("\n", "".join(self.buffer)).strip()
        self.buffer.clear()
        for piece in re.split(r"\n\s*\n", text):
            if piece.strip():
                self.found.append(MarkedText(piece.strip(), frame))


def walk_markup(root: Any) -> tuple[MarkedText, ...]:  # noqa: ANN401 - lxml has no types
    """Return the paragraphs of an lxml tree, in order, without recursion."""
    from lxml import etree

    walk = Walk()
    frames = [Frame()]
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            if not skipped:
                walk.add(element.tail, frames[-1])
        elif event == "start":
            skipped += _start(walk, element, frames, is_skipped=skipped > 0)
        else:
            skipped -= _end(walk, element, frames, is_skipped=skipped > 0)
    walk.flush(frames[0])
    return tuple(walk.found)


def _start(walk: Walk, element: Any, frames: list[Frame], *, is_skipped: bool) -> int:  # noqa: ANN401
    tag = _tag(element)
    if is_skipped or tag in SKIPPED:
        return 1
    if tag == "br":
        walk.buffer.append("\n")
    elif tag in BLOCK_TAGS:
        walk.flush(frames[-1])
    elif tag in CELLS and "".join(walk.buffer).strip():
        walk.buffer.append("\t")
    frames.append(_frame(element, tag, frames[-1]))
    walk.add(element.text, frames[-1])
    return 0


def _end(walk: Walk, element: Any, frames: list[Frame], *, is_skipped: bool) -> int:  # noqa: ANN401
    if is_skipped:
        # The tail of the outermost skipped element is text of its parent again.
        if _tag(element) in SKIPPED and not _is_below_skipped(element):
            walk.add(element.tail, frames[-1])
        return 1
    if _tag(element) in BLOCK_TAGS or frames[-1].kind is not frames[-2].kind:
        walk.flush(frames[-1])
    frames.pop()
    walk.add(element.tail, frames[-1])
    return 0


def _is_below_skipped(element: Any) -> bool:  # noqa: ANN401
    parent = element.getparent()
    return parent is not None and any(_tag(one) in SKIPPED for one in (parent, *parent.iterancestors()))


def _frame(element: Any, tag: str, outer: Frame) -> Frame:  # noqa: ANN401
    in_report = outer.in_report or tag in REPORT_TAGS
    is_preformatted = outer.is_preformatted or tag == "pre"
    kind, reason, is_sure = _own_kind(element, tag, outer)
    if kind is None or (
        outer.kind in {SectionKind.COMMENTS, SectionKind.BOILERPLATE} and kind is not SectionKind.COMMENTS
    ):
        kind, reason, is_sure = outer.kind, outer.reason, outer.is_sure
    return Frame(kind, reason, is_sure, in_report, is_preformatted, outer.is_heading or tag in HEADINGS)


def _own_kind(element: Any, tag: str, outer: Frame) -> tuple[SectionKind | None, str, bool]:  # noqa: ANN401
    attributes = element.attrib
    if tag in TAG_KINDS:
        return TAG_KINDS[tag], f"<{tag}>", True
    if "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style", "")):
        return SectionKind.BOILERPLATE, "a hidden element", True
    if attributes.get("role", "") in ROLES:
        return SectionKind.BOILERPLATE, f"role {attributes['role']}", True
    if tag == "header" and not outer.in_report:
        return SectionKind.BOILERPLATE, "<header> of the page", False
    if tag in WHOLE_PAGE:
        return None, "", False
    return _kind_of_words(attributes.get("class", "") + " " + attributes.get("id", ""))


def _kind_of_words(names: str) -> tuple[SectionKind | None, str, bool]:
    words = {word.lower() for word in CLASS_WORD.findall(CAMEL.sub(" ", names[:300]))}
    if words & COMMENT_WORDS and not words & {"no", "entry", "content", "count", "link", "closed", "article"}:
        return SectionKind.COMMENTS, f"class {names.strip()[:40]}", False
    for kind, known in (
        (SectionKind.BOILERPLATE, FURNITURE_WORDS),
        (SectionKind.CAPTION, CAPTION_WORDS),
        (SectionKind.BYLINE, BYLINE_WORDS),
    ):
        if words & known:
            return kind, f"class {names.strip()[:40]}", False
    return None, "", False


def _tag(element: Any) -> str:  # noqa: ANN401
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
