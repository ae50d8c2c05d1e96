"""The outlets, and what one of them tells."""

from dataclasses import dataclass

from dragoman.answers.sources import Source, SourceRow, Sources
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite, cite_all
from dragoman.web.views.frame import Frame

UNNAMED = "-"
"""Stands in addresses for the documents that name no outlet."""

NO_NAME = "Documents that name no outlet"
MOST_CLAIMS = 50
"""Claims of an outlet that its page shows."""


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet.

    Attributes:
        name: What to call it.
        address: Its page.
        documents: How many are held.
        claims: How many they make.
        days: From when to when they were published, in words.
        share: Its claims of those of the largest outlet, in hundredths.
    """

    name: str
    address: str
    documents: int
    claims: int
    days: str
    share: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """All outlets.

    Attributes:
        frame: What stands around it.
        lines: One for each.
    """

    frame: Frame
    lines: tuple[OutletLine, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """To whom claims go back.

    Attributes:
        name: What to call it.
        claims: How many.
        share: Of those of the most frequent origin, in hundredths.
    """

    name: str
    claims: int
    share: int


@dataclass(frozen=True, slots=True)
class LoadedLine:
    """A word that takes a side.

    Attributes:
        text: The word.
        note: Why it is marked.
        times: How often it stands there.
        cited: The first claim that has it.
    """

    text: str
    note: str
    times: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One outlet.

    Attributes:
        frame: What stands around it.
        facts: Pairs of a word and a text.
        origins: To whom its claims go back.
        loaded: Its words that take a side.
        pages: Its documents: pairs of a title with its day, and an address.
        claims: Its claims, those recorded last first.
        more: How many more claims there are.
        policy: How claims were weighed.
    """

    frame: Frame
    facts: tuple[tuple[str, str], ...]
    origins: tuple[OriginLine, ...]
    loaded: tuple[LoadedLine, ...]
    pages: tuple[tuple[str, str], ...]
    claims: tuple[Cited, ...]
    more: int
    policy: str


def show_sources(answer: Sources, asked: Asked) -> SourcesPage:
    """Lay out all outlets."""
    lead = (
        "Each outlet with what it tells. Many pages of one agency are one origin: answers count origins, never pages."
    )
    frame = Frame("Sources", lead, here="sources", asked=asked, action="/sources", has_day=False, answer=("sources",))
    most = max((row.claims for row in answer.rows), default=0)
    return SourcesPage(frame, tuple(_line(row, most, asked) for row in answer.rows))


def show_source(answer: Source, asked: Asked) -> SourcePage:
    """Lay out what one outlet tells."""
    row = answer.row
    most = max((claims for _, claims in answer.origins), default=0)
    action = asked.at("sources", row.outlet or UNNAMED).partition("?")[0]
    frame = Frame(row.outlet or NO_NAME, here="sources", asked=asked, action=action, has_day=False)
    facts = (
        ("Documents", str(row.documents)),
        ("Claims", str(row.claims)),
        ("Published", _days(row)),
        ("Read for this page", f"the {len(answer.pages)} recorded last" if len(answer.pages) < row.documents else ""),
    )
    newest = answer.citations[:MOST_CLAIMS]
    return SourcePage(
        frame=frame,
        facts=tuple((name, text) for name, text in facts if text),
        origins=tuple(OriginLine(name, claims, _share(claims, most)) for name, claims in answer.origins),
        loaded=tuple(LoadedLine(use.text, use.note, use.times, cite(use.citation, asked)) for use in answer.loaded),
        pages=tuple(
            (f"{page.title or page.name}, {(page.published or 'no date')[:10]}", asked.at("documents", page.id))
            for page in answer.pages[:MOST_CLAIMS]
        ),
        claims=cite_all(newest, asked),
        more=len(answer.citations) - len(newest),
        policy=answer.horizon.policy.title,
    )


def _line(row: SourceRow, most: int, asked: Asked) -> OutletLine:
    address = asked.at("sources", row.outlet or UNNAMED)
    return OutletLine(row.outlet or NO_NAME, address, row.documents, row.claims, _days(row), _share(row.claims, most))


def _days(row: SourceRow) -> str:
    if row.first is None:
        return "no date"
    return row.first if row.first == row.last else f"{row.first} to {row.last}"


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
