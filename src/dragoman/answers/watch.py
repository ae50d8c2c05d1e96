"""What changed between two days of knowledge: new claims, new disputes, and answers that are not what they were."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.dispute import Contest
from dragoman.answers.disputes import find_disputes
from dragoman.answers.horizon import Horizon
from dragoman.answers.matrix import Cell, Relation, find_matrix
from dragoman.answers.polities import resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.wording import sentence_of
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.documents.document import DocumentId
from dragoman.errors import DateError


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """A cell of a matrix that is not what it was.

    Attributes:
        relation: Which matrix.
        row: Plain name of one side.
        column: Plain name of the other.
        before: The cell as it was known before, or ``None`` where there was none.
        after: The cell as it is known now, or ``None`` where there is none any more.
    """

    relation: Relation
    row: str
    column: str
    before: Cell | None
    after: Cell | None

    @property
    def title(self) -> str:
        """What changed, in words."""
        return f"{self.relation.value}, {self.row} → {self.column}: {_said(self.before)} → {_said(self.after)}"


@dataclass(frozen=True, slots=True)
class Watch(Tabular):
    """What changed between two days of knowledge.

    Attributes:
        since: What was recorded later is new.
        of: Identifier of the polity that all is about, or ``None``.
        horizon: The limits of the question; its moment of knowledge is the later one.
        claims: New claims, in the order of recording.
        superseded: Claims that counted before and do not count now.
        contests: New disputes.
        gone: Disputes that were seen before and are not seen now.
        changes: Answers that are not what they were.
    """

    since: datetime
    of: str | None
    horizon: Horizon
    claims: tuple[Citation, ...]
    superseded: tuple[Citation, ...]
    contests: tuple[Contest, ...]
    gone: tuple[Contest, ...]
    changes: tuple[ChangedAnswer, ...] = field(repr=False)

    @property
    def has_changed(self) -> bool:
        """Whether anything is not what it was."""
        return any((self.claims, self.superseded, self.contests, self.gone, self.changes))

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "watch",
            "since": self.since.isoformat(),
            "of": self.of,
            **self.horizon.to_dict(),
            "changed": self.has_changed,
            "claims": [citation.to_dict() for citation in self.claims],
            "superseded": [citation.to_dict() for citation in self.superseded],
            "disputes": [contest.to_dict() for contest in self.contests],
            "disputes_gone": [contest.to_dict() for contest in self.gone],
            "answers": [record for record in self.to_records() if record["change"] == "answer"],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each change: of a claim, a dispute or an answer."""
        return tuple(self._records())

    def _records(self) -> Iterator[Record]:
        for change, citations in (("new claim", self.claims), ("claim superseded", self.superseded)):
            for citation in citations:
                date = citation.claim.date
                yield _record(change, sentence_of(citation.claim), None if date is None else date.edtf)
        for change, contests in (("new dispute", self.contests), ("dispute gone", self.gone)):
            for contest in contests:
                yield _record(change, contest.dispute.reason, contest.overlap)
        for one in self.changes:
            yield _record("answer", one.title, None if one.after is None else one.after.since)


def find_changes(
    ledger: Ledger, authority: Authority, since: datetime, *, horizon: Horizon, of: str | None = None
) -> Watch:
    """Find what changed since a moment of knowledge.

    Args:
        ledger: Where everything is held.
        authority: Names.
        since: The earlier moment of knowledge, UTC.
        horizon: The limits of the question, with the later moment or none for now.
        of: Only what is about this polity, or ``None`` for all.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
        DateError: The earlier moment lies behind the later one.
    """
    if horizon.known is not None and since > horizon.known:
        raise DateError(since.isoformat(), f"a moment before {horizon.known.isoformat()}")
    about = None if of is None else resolve_party(authority, of)
    entries = [entry for entry in ledger.entries(horizon.known) if entry.recorded > since]
    if not entries:
        return Watch(since, about, horizon, (), (), (), (), ())
    before = replace(horizon, known=since)
    documents = tuple(dict.fromkeys(entry.document for entry in entries if entry.document))
    now = _claims(ledger, documents, horizon, about)
    then = _claims(ledger, documents, before, about)
    seen = {c.dispute.id: c for c in find_disputes(ledger, authority, of=about, horizon=before).contests}
    found = {c.dispute.id: c for c in find_disputes(ledger, authority, of=about, horizon=horizon).contests}
    return Watch(
        since=since,
        of=about,
        horizon=horizon,
        claims=tuple(c for name, c in now.items() if name not in then),
        superseded=tuple(c for name, c in then.items() if name not in now),
        contests=tuple(c for name, c in found.items() if name not in seen),
        gone=tuple(c for name, c in seen.items() if name not in found),
        changes=tuple(_changes(ledger, authority, (before, horizon), about)),
    )


def _claims(
    ledger: Ledger, documents: tuple[DocumentId, ...], horizon: Horizon, about: str | None
) -> dict[str, Citation]:
    if not documents:
        return {}
    query = ClaimQuery(documents=documents, participant=about, known=horizon.known)
    return {citation.claim.id: citation for citation in Shelf(ledger, horizon.known).find(query)}


def _changes(
    ledger: Ledger, authority: Authority, horizons: tuple[Horizon, Horizon], about: str | None
) -> Iterator[ChangedAnswer]:
    polities = () if about is None else (about,)
    for relation in Relation:
        then, now = (
            _cells(find_matrix(ledger, authority, relation, polities=polities, horizon=horizon).cells)
            for horizon in horizons
        )
        for sides in sorted(then.keys() | now.keys()):
            before, after = then.get(sides), now.get(sides)
            if _gist(before) != _gist(after):
                row, column = (authority.name_of(side) for side in sides)
                yield ChangedAnswer(relation, row, column, before, after)


def _cells(cells: Iterable[Cell]) -> dict[tuple[str, str], Cell]:
    return {(cell.row, cell.column): cell for cell in cells}


def _gist(cell: Cell | None) -> tuple[object, ...]:
    return () if cell is None else (cell.value, cell.certainty, cell.since)


def _said(cell: Cell | None) -> str:
    if cell is None:
        return "nothing known"
    since = f" since {cell.since}" if cell.since else ""
    return f"{cell.certainty.value} {cell.value}{since}"


def _record(change: str, said: str, date: str | None) -> Record:
    return {"change": change, "what": said, "date": date}
