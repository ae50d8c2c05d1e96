"""What the markup of a page says of it: meta tags, JSON-LD, ``<time>``, the canonical address."""

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.documents.document import MetadataItem
from dragoman.intake.days import find_days

PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "og:published_time",
    "citation_publication_date",
    "citation_date",
)
UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified")
NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "citation_author", "byl"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "published": PUBLISHED,
    "updated": UPDATED,
}
REPORT_TYPES = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
MAX_LD = 200_000
MAX_VALUE = 300
TITLE_TAIL = re.compile(r"\s+[|–—·»-]\s+([^|–—·»]{2,60})$")


def find_markup_items(root: Any) -> Iterator[MetadataItem]:  # noqa: ANN401 - lxml has no types
    """Yield what the head of a page says: title, authors, outlet, days, address, language."""
    tags = list(_meta_tags(root))
    graph = list(_linked_data(root))
    outlets = [value for value in (*_values(tags, "outlet"), *_names_of(graph, "publisher")) if value]
    yield from _items("outlet", outlets)
    titles = [
        *_values(tags, "title"),
        *(str(node.get("headline") or "") for node in graph),
        *_texts(root, "//head/title"),
    ]
    yield from _items("title", [_without_outlet(title, outlets) for title in titles])
    yield from _items("author", [*_values(tags, "author"), *_names_of(graph, "author")])
    times = root.xpath("//time[@pubdate]/@datetime") + root.xpath(
        "//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']"
    )
    yield from _days(
        "published", [*_values(tags, "published"), *(str(node.get("datePublished") or "") for node in graph), *times]
    )
    yield from _days("updated", [*_values(tags, "updated"), *(str(node.get("dateModified") or "") for node in graph)])
    canonical = root.xpath("//link[@rel='canonical']/@href") + [value for name, value in tags if name == "og:url"]
    yield from _items("address", [value for value in canonical if value.startswith(("http://", "https://"))], limit=1)
    yield from _items("language", [find_markup_language(root) or ""])


def find_markup_language(root: Any) -> str | None:  # noqa: ANN401
    """Return the ISO 639-1 code that the page gives for itself, or ``None``."""
    for value in root.xpath("/html/@lang | /html/@*[local-name()='lang'] | //meta[@property='og:locale']/@content"):
        code = re.split(r"[-_]", str(value).strip().lower())[0]
        if re.fullmatch(r"[a-z]{2}", code):
            return code
    return None


def _meta_tags(root: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    for tag in root.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        yield name.strip().lower(), " ".join(tag.get("content").split())


def _values(tags: list[tuple[str, str]], kind: str) -> Iterator[str]:
    for wanted in NAMES[kind]:
        yield from (value for name, value in tags if name == wanted)


def _texts(root: Any, path: str) -> Iterator[str]:  # noqa: ANN401
    for element in root.xpath(path):
        yield " ".join((element.text or "").split())


def _items(name: str, values: list[str], *, limit: int = 6) -> Iterator[MetadataItem]:
    seen: list[str] = []
    for value in values:
        is_address = name != "address" and "://" in value
        if value and value not in seen and len(value) <= MAX_VALUE and not is_address and len(seen) < limit:
            seen.append(value)
            yield MetadataItem(name, value, None, "meta")


def _days(name: str, values: list[str]) -> Iterator[MetadataItem]:
    seen: set[str] = set()
    for value in values:
        day = next(find_days(value[:80]), None)
        if day is not None and day.edtf not in seen:
            seen.add(day.edtf)
            yield MetadataItem(name, day.edtf, None, "meta", day.remark)


def _without_outlet(title: str, outlets: list[str]) -> str:
    tail = TITLE_TAIL.search(title)
    if tail is not None and any(tail[1].strip().casefold() == outlet.casefold() for outlet in outlets):
        return title[: tail.start()]
    return title


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the nodes of JSON-LD that describe a report; broken JSON is passed over."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads((script.text or "")[:MAX_LD])
        except (ValueError, RecursionError):
            continue
        nodes = value if isinstance(value, list) else [value]
        nodes = [inner for node in nodes for inner in (node.get("@graph") or [node] if isinstance(node, dict) else [])]
        yield from (
            node for node in nodes if isinstance(node, dict) and REPORT_TYPES.search(str(node.get("@type", "")))
        )


def _names_of(graph: list[dict[str, Any]], key: str) -> Iterator[str]:
    for node in graph:
        people = node.get(key)
        for person in people if isinstance(people, list) else [people]:
            name = person.get("name") if isinstance(person, dict) else person
            if isinstance(name, str):
                yield " ".join(name.split())
