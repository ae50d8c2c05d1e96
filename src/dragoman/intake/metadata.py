"""What a page says of itself: title, outlet, people in the credits, days, each with its place.

The day of publication is never a guess. In this order: what the user gives, what the
markup says, a day alone on its line or behind "Published:", a day in the byline, a day in
the title. What the page says besides is kept as further items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.documents.cues import CueKind
from dragoman.documents.document import MetadataItem
from dragoman.documents.section import SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.intake.datelines import find_datelines
from dragoman.intake.days import PrintedDay, find_days
from dragoman.intake.notes import Signature, find_signature
from dragoman.intake.options import ReadOptions
from dragoman.intake.page import Page
from dragoman.intake.people import find_names
from dragoman.intake.wording import FoundCue, find_label

PEOPLE = frozenset(
    {"author", "editor", "text-editor", "photo-editor", "photo-source", "translator", "proofreader", "outlet"}
)
# A page that names thousands of people is a list, not credits.
MAX_ITEMS = 200
MAX_DATED = 300
MAX_OUTLET_WORDS = 6
BASES = ("given", "meta", "text", "address")
DATED_BY = re.compile(r"\d\W{0,4}\s(?:by|von|par|por)\s+(?P<who>\S.*)$")
BYLINE_END = re.compile(r"\s*(?:[|•·–—/]|\s-\s|\b(?:on|at|in)\b\s|,\s*\d).*$", re.DOTALL)
TITLE_DAY = re.compile(r"[\s(（\[|–—-]$")
AFTER_DAY = re.compile(r"^[\s)）\].]*$")
UPDATED = re.compile(
    r"(?:updated|modified|edited|update|changed|corrected|amended"
    r"|mis à jour|actualizado|aktualisiert|обновлено|更新)[^|·•\d]{0,25}$",
    re.IGNORECASE,
)
DESK = re.compile(r"^.{2,40}\b(?:desk|pages?|section|team|staff|service) of (?:the )?", re.IGNORECASE)
SENTENCE = re.compile(r"\.\s")
WORD = re.compile(r"[^\W\d_]+")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*"
    r"(?:by\s+)?(?P<who>[^\W\d_][^.|,;©\n]{1,60})",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"[^;；]+")
BY = re.compile(r"\b(?:by|par|por|von)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of itself, and the voices that follow from it.

    Attributes:
        items: All metadata, best of each name first.
        published: EDTF, or ``None``.
        outlet: Name, or ``None``.
        article_voice: Who speaks in the article.
        note_voices: Who speaks in each note, by its number.
    """

    items: tuple[MetadataItem, ...]
    published: str | None
    outlet: str | None
    article_voice: Voice
    note_voices: dict[int, Voice] = field(default_factory=dict)


def find_facts(
    page: Page, options: ReadOptions, *, markup: tuple[MetadataItem, ...], outlet_words: frozenset[str]
) -> PageFacts:
    """Collect what a labelled page, its markup and the user say of it.

    Args:
        page: A page whose blocks all have their kinds.
        options: What the user says.
        markup: What tags and headers say.
        outlet_words: Folded words that tell an outlet's name from a person's.
    """
    notes = dict(_find_note_voices(page))
    items = _sorted([*_find_given(options), *markup, *_find_in_text(page, outlet_words), *_find_in_notes(page)])
    published = _first(items, "published")
    authors = {item.value for item in items if item.name == "author"}
    items = tuple(item for item in items if item.name != "outlet" or item.basis == "given" or item.value not in authors)
    outlet = _first(items, "outlet")
    voice = _article_voice(items, published.value if published else None)
    return PageFacts(items, published.value if published else None, outlet.value if outlet else None, voice, notes)


def _sorted(items: list[MetadataItem]) -> tuple[MetadataItem, ...]:
    """Order items by trust and drop repetitions of a value by a weaker basis."""
    kept: dict[tuple[str, str, Span | None], MetadataItem] = {}
    plain = set()
    for item in sorted(items, key=lambda one: BASES.index(one.basis)):
        if item.value and (item.span is not None or (item.name, item.value) not in plain):
            plain.add((item.name, item.value))
            kept.setdefault((item.name, item.value, item.span), item)
    return tuple(kept.values())[:MAX_ITEMS]


def _first(items: tuple[MetadataItem, ...], name: str) -> MetadataItem | None:
    return next((item for item in items if item.name == name), None)


def _article_voice(items: tuple[MetadataItem, ...], published: str | None) -> Voice:
    day = None if published is None else published.partition("T")[0]
    for name, kind in (("outlet", VoiceKind.OUTLET), ("author", VoiceKind.PERSON)):
        item = _first(items, name)
        if item is not None:
            return Voice(item.value, kind, name, day, item.span)
    return Voice("the article", VoiceKind.DOCUMENT, "outlet", day)


def _find_given(options: ReadOptions) -> Iterator[MetadataItem]:
    pairs = (("published", options.published), ("outlet", options.outlet), ("language", options.language))
    yield from (MetadataItem(name, value, None, "given") for name, value in pairs if value)
    if options.address:
        yield MetadataItem("address", options.address, None, "address")


def _find_in_text(page: Page, outlet_words: frozenset[str]) -> Iterator[MetadataItem]:
    yield from _find_titles(page)
    datelines = list(find_datelines(page))
    for item in (*_find_credits(page), *datelines):
        words = {word.casefold() for word in WORD.findall(item.value)}
        if item.name in {"author", "outlet", "desk"} and words & outlet_words:
            yield _as_outlet(item)
        elif item.name != "desk":
            yield item
    yield from _find_published(page, [item for item in datelines if item.name == "published"])


def _as_outlet(item: MetadataItem) -> MetadataItem:
    """Return a credit to an institution as an outlet: "Asia desk of the Sample Gazette" is the Gazette's."""
    desk = DESK.match(item.value)
    start = desk.end() if desk else 0
    value = SENTENCE.split(item.value[start:])[0]
    span = None if item.span is None else Span(item.span.start + start, item.span.start + start + len(value))
    return replace(item, name="outlet", value=value, span=span)


def _find_titles(page: Page) -> Iterator[MetadataItem]:
    for index, block in enumerate(page.blocks):
        if page.kind(index) is not SectionKind.TITLE:
            continue
        end = len(block.text)
        for day in find_days(block.text):
            if AFTER_DAY.match(block.text[day.end :]) and TITLE_DAY.search(block.text[: day.start]):
                yield MetadataItem(
                    "title-date", day.edtf, _span(block.start, day), note=block.text[day.start : day.end]
                )
                end = len(block.text[: day.start].rstrip(" (（[|–—-"))
        yield MetadataItem("title", block.text[:end], Span(block.start, block.start + end))
        return


def _find_credits(page: Page) -> Iterator[MetadataItem]:
    places = {SectionKind.BYLINE, SectionKind.CREDITS, SectionKind.CAPTION}
    for index, block in enumerate(page.blocks):
        found = page.cues[index]
        if page.kind(index) in places and found is not None:
            yield from _items_of_credit(page, index, found)
        elif page.kind(index) is SectionKind.BYLINE and found is None and page.days[index] is None:
            # A line of one name is the author's; a line with a day may name anything.
            name = "author" if not any(True for _ in find_days(block.text)) else "desk"
            yield from _people(block.text, block.start, name)
        elif found is not None and found.cue.kind is CueKind.COPYRIGHT and page.kind(index) is SectionKind.BOILERPLATE:
            yield from _copyright_holder(block.text, block.start)


def _items_of_credit(page: Page, index: int, found: FoundCue) -> Iterator[MetadataItem]:
    block, cue = page.blocks[index], found.cue
    value, start = block.text[found.value_start :], block.start + found.value_start
    if not value.strip() and index + 1 < len(page.blocks) and page.cues[index + 1] is None:
        below = page.blocks[index + 1]
        is_value = (label := page.labels[index + 1]) is not None and label.reason.startswith("value of")
        value, start = (below.text, below.start) if is_value else ("", start)
    if cue.kind is CueKind.BYLINE:
        yield from _people(BYLINE_END.sub("", value), start, "author")
    elif cue.kind is CueKind.DATED:
        writer = DATED_BY.search(value)
        if writer is not None:
            yield from _people(BYLINE_END.sub("", writer["who"]), start + writer.start("who"), "author")
    elif cue.kind is CueKind.ORIGINAL and value.strip():
        yield MetadataItem("original", value.strip(), Span(start + _indent(value), start + len(value.rstrip())))
    elif cue.kind is CueKind.CREDIT and cue.name in PEOPLE:
        yield from _clauses(value, start, cue.name)
    elif cue.kind is CueKind.CREDIT and cue.name and value.strip():
        yield MetadataItem(cue.name, value.strip(), Span(start + _indent(value), start + len(value.rstrip())))


def _clauses(value: str, start: int, name: str) -> Iterator[MetadataItem]:
    """Yield the people of a credit line such as "A in Kyiv; Editing by B"."""
    for number, clause in enumerate(CLAUSES.finditer(value)):
        own, offset = (name, 0) if number == 0 else find_label(clause[0], name)
        yield from _people(clause[0][offset:], start + clause.start() + offset, own)


def _people(value: str, start: int, name: str) -> Iterator[MetadataItem]:
    days = list(find_days(value))
    value = value[: days[0].start] if days else value
    for found in find_names(value):
        yield MetadataItem(name, found.name, Span(start + found.start, start + found.end), note=found.other)


def _copyright_holder(text: str, start: int) -> Iterator[MetadataItem]:
    found = COPYRIGHT.search(text)
    if found is None:
        return
    who = re.sub(
        r"\s*(?:all rights reserved|tous droits|todos los derechos|alle rechte).*$",
        "",
        found["who"],
        flags=re.IGNORECASE,
    ).strip(" -–—()")
    if who and not who[0].islower() and len(who.split()) <= MAX_OUTLET_WORDS and "rights" not in who.casefold():
        begin = start + found.start("who")
        yield MetadataItem("outlet", who, Span(begin, begin + len(who)), note="holder of the copyright")


def _find_published(page: Page, datelines: list[MetadataItem]) -> Iterator[MetadataItem]:
    """Yield days of publication, most trusted first."""
    places = {SectionKind.BYLINE, SectionKind.CREDITS}
    alone: list[MetadataItem] = []
    beside: list[MetadataItem] = []
    for index, block in enumerate(page.blocks):
        if page.kind(index) not in places:
            continue
        found = page.cues[index]
        name = found.cue.name if found is not None and found.cue.kind is CueKind.DATED else "published"
        position = 0
        for day in find_days(block.text[:MAX_DATED]):
            name = (
                "updated" if UPDATED.search(block.text, position, day.start) else name if position == 0 else "published"
            )
            position = day.end
            is_alone = page.days[index] is not None or (found is not None and found.cue.kind is CueKind.DATED)
            item = MetadataItem(name, day.edtf, _span(block.start, day), note=day.remark)
            (alone if is_alone else beside).append(item)
    titles = [item for item in _find_titles(page) if item.name == "title-date"]
    dated = [item for item in alone + beside if item.name == "published"]
    yield from alone + beside
    if not dated and not datelines:
        yield from (MetadataItem("published", item.value, item.span, note="in the title") for item in titles)


def _find_signatures(page: Page) -> Iterator[tuple[int, str, int, Signature]]:
    """Yield the number, role and offset of each signed note, with its signature."""
    for index, label in enumerate(page.labels):
        if label is not None and label.kind is SectionKind.NOTE:
            signature = find_signature(page.blocks[index].text)
            if signature is not None:
                yield label.region, label.role or "editor", page.blocks[index].start, signature


def _find_note_voices(page: Page) -> Iterator[tuple[int, Voice]]:
    for region, role, start, signature in _find_signatures(page):
        span = Span(start + signature.start, start + signature.end) if signature.who else None
        yield region, Voice(signature.who or f"the {role}", VoiceKind.PERSON, role, signature.edtf, span)


def _find_in_notes(page: Page) -> Iterator[MetadataItem]:
    for _, role, start, signature in _find_signatures(page):
        if signature.who:
            span = Span(start + signature.start, start + signature.end)
            yield MetadataItem(role, signature.who, span, note="signs a note")
        if signature.edtf is not None:
            span = Span(start + signature.day_start, start + signature.day_end)
            yield MetadataItem(
                "noted", signature.edtf, span, note=f"day of the note by {signature.who or 'the ' + role}"
            )


def _span(start: int, day: PrintedDay) -> Span:
    return Span(start + day.start, start + day.end)


def _indent(value: str) -> int:
    return len(value) - len(value.lstrip())
