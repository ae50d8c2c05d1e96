"""The front page and what its search box finds."""

from dataclasses import dataclass

from dragoman.answers.disputes import Disputes
from dragoman.answers.listing import DocumentList, DocumentRow
from dragoman.answers.register import Register
from dragoman.web.asked import Asked
from dragoman.web.views.cited import ContestView, show_contest
from dragoman.web.views.frame import Frame
from dragoman.web.views.world import MapView

NEWEST = 6
MOST_DISPUTES = 4


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document of a list.

    Attributes:
        title: What to call it.
        outlet: Its outlet, or ``""``.
        published: Its day in EDTF, or ``"no date"``.
        recorded: Day of recording.
        claims: How many claims it has.
        address: Its page.
    """

    title: str
    outlet: str
    published: str
    recorded: str
    claims: int
    address: str


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of the authority file.

    Attributes:
        name: Its plain name.
        id: Its identifier.
        kind: What it is.
        reason: Why it is shown.
        recognition: The page of who recognises it.
        disputes: The page of disputes about it.
        names: The page of what it is called.
    """

    name: str
    id: str
    kind: str
    reason: str
    recognition: str
    disputes: str
    names: str


@dataclass(frozen=True, slots=True)
class Front:
    """The front page.

    Attributes:
        frame: What stands around it.
        documents: How many documents the ledger holds.
        newest: Those recorded last.
        disputed: How many real disputes there are.
        contests: The first of them.
        disputes: The page of all.
        map: The world with its contested areas.
    """

    frame: Frame
    documents: int
    newest: tuple[DocumentLine, ...]
    disputed: int
    contests: tuple[ContestView, ...]
    disputes: str
    map: MapView


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found.

    Attributes:
        frame: What stands around it.
        found: Those who bear the name, then those whose names are alike.
    """

    frame: Frame
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """All documents.

    Attributes:
        frame: What stands around it.
        lines: One for each, the newest first.
    """

    frame: Frame
    lines: tuple[DocumentLine, ...]


def show_front(documents: DocumentList, disputes: Disputes, world: MapView, asked: Asked) -> Front:
    """Lay out the front page."""
    real = [contest for contest in disputes.contests if contest.is_real]
    return Front(
        frame=Frame("Who recognises whom", here="front", asked=asked, action="/"),
        documents=len(documents.rows),
        newest=tuple(_line(row, asked) for row in documents.rows[::-1][:NEWEST]),
        disputed=len(real),
        contests=tuple(show_contest(contest, asked) for contest in real[:MOST_DISPUTES]),
        disputes=asked.at("disputes"),
        map=world,
    )


def show_search(register: Register, asked: Asked) -> SearchPage:
    """Lay out what a search found."""
    found = tuple(
        Found(
            name=row.entity.name,
            id=row.entity.id,
            kind=row.kind,
            reason=row.reason,
            recognition=asked.at("recognition", row.entity.id),
            disputes=asked.at("disputes", of=row.entity.id),
            names=asked.at("names", row.entity.id),
        )
        for row in register.rows
    )
    title = f"Names like “{register.query}”" if register.query else "All polities"
    return SearchPage(Frame(title, asked=asked), found)


def show_documents(documents: DocumentList, asked: Asked) -> DocumentsPage:
    """Lay out the list of documents."""
    frame = Frame(
        "Documents",
        here="documents",
        asked=asked,
        action="/documents",
        has_day=False,
        answer=("documents",),
        has_table=False,
    )
    return DocumentsPage(frame, tuple(_line(row, asked) for row in documents.rows[::-1]))


def _line(row: DocumentRow, asked: Asked) -> DocumentLine:
    page = row.page
    return DocumentLine(
        title=page.title or page.name.rpartition("/")[2],
        outlet=page.outlet or "",
        published=(page.published or "no date")[:10],
        recorded=row.recorded,
        claims=row.claims,
        address=asked.at("documents", page.id),
    )
