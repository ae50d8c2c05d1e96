"""The ledger in a database, through SQLAlchemy Core.

Every read first fixes the number of the last entry that it may see. Since nothing is ever
changed, what stands below that number can be fetched page by page, in short transactions, and
is still the state of one moment.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from heapq import merge
from operator import itemgetter
from typing import Any, Self, TypeVar

import sqlalchemy as sa

from dragoman.claims.claim import ClaimId
from dragoman.claims.coding import Coding, Uncoded
from dragoman.claims.decision import Decision, EntryKind, HeldDecision
from dragoman.claims.dispute import Dispute
from dragoman.claims.judgement import JUDGING, HeldJudgement, Judgement, held_judgements
from dragoman.claims.judging import decide_judgement
from dragoman.claims.ledger import ALL_CLAIMS, ClaimQuery, DocumentTally, Entry, HeldClaim, TextMatch, matches_among
from dragoman.claims.verification import Verification
from dragoman.documents.card import DocumentCard
from dragoman.documents.document import Document, DocumentId
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.words import Phrase
from dragoman.errors import LedgerUnavailableError, NameUnknownError
from dragoman.ledger import rows, schema
from dragoman.ledger.holding import MOST_VALUES, Holdings
from dragoman.ledger.likeness_index import documents_near
from dragoman.ledger.memory import MOST_CANDIDATES, MOST_NEAR, SHORTEST_PREFIX, Clock
from dragoman.ledger.moment import moment_number
from dragoman.ledger.novelty import checked_coding, decided, find_novelty
from dragoman.ledger.readings import find_readings, read_claims
from dragoman.ledger.record import Recorder
from dragoman.ledger.recorded_rows import find_loose, read_recorded
from dragoman.ledger.seal import Occasion, make_entry
from dragoman.ledger.selection import EVERY_ENTRY, Selection, all_claims, counts, select_claims, select_tallies
from dragoman.ledger.transactions import reading, writing
from dragoman.ledger.verification import verify_chain
from dragoman.ledger.word_index import documents_with

Thing = TypeVar("Thing")
PAGE = 2000
PAGE_OF_DOCUMENTS = 50
CARD = ("number", "id", "name", "language", "published", "outlet", "metadata")
"""The columns of a document that its card shows."""

# Texts come after all letters of an identifier.
AFTER_HEXADECIMAL = "g"


class SqlLedger:
    """A ledger in a database whose schema is up to date."""

    def __init__(self, engine: sa.Engine, address: str, clock: Clock) -> None:
        self._engine = engine
        self._address = address
        self._clock = clock
        self._is_closed = False

    @property
    def address(self) -> str:
        """What opens this ledger again."""
        return self._address

    def add(self, coding: Coding, *, by: str, why: str = "", run: int | None = None) -> Entry | None:
        """Record a coding in one transaction; see :class:`dragoman.claims.ledger.Ledger`."""
        return self.add_all((coding,), by=by, why=why, run=run)[0]

    def add_all(
        self, codings: Iterable[Coding], *, by: str, why: str = "", run: int | None = None
    ) -> tuple[Entry | None, ...]:
        """Record several codings in one transaction; see :class:`dragoman.claims.ledger.Ledger`."""
        self._check_open()
        checked = [checked_coding(coding) for coding in codings]
        made: list[Entry | None] = []
        with writing(self._engine, self._address) as connection:
            if run is not None and not self._is_run(connection, run):
                raise NameUnknownError("run", str(run))
            holdings, recorder, last = Holdings(connection, checked), Recorder(connection), self._last_entry(connection)
            for coding in checked:
                novelty = find_novelty(coding, holdings.find_held(coding, recorder))
                if novelty.is_empty and (run is None or novelty.subject is None):
                    made.append(None)
                    continue
                last = make_entry(novelty, Occasion(self._clock(), by, why, run), last)
                recorder.take(novelty, last)
                holdings.note(novelty)
                made.append(last)
            recorder.write()
        return tuple(made)

    def decide(self, decision: Decision, *, by: str, why: str = "") -> Entry:
        """Record a decision in one transaction."""
        self._check_open()
        novelty = decided(decision)
        with writing(self._engine, self._address) as connection:
            entry = make_entry(novelty, Occasion(self._clock(), by, why), self._last_entry(connection))
            recorder = Recorder(connection)
            recorder.take(novelty, entry)
            recorder.write()
        return entry

    def decisions(self, known: datetime | None = None, *, kinds: tuple[EntryKind, ...] = ()) -> Iterator[HeldDecision]:
        """Yield the decisions of some kinds, or of all, in the order of recording."""
        table, entries = schema.decisions, schema.entries.c
        statement = sa.select(table, entries.recorded, entries.by, entries.why).join(
            schema.entries, entries.number == table.c.entry
        )
        statement = statement.where(table.c.entry <= self._last_entry_number(known))
        if kinds:
            statement = statement.where(table.c.kind.in_([kind.value for kind in kinds]))
        return map(rows.row_decision, self._pages(statement, table.c.number))

    def judge(self, judgement: Judgement) -> Entry:
        """Record a judgement, by its reviewer and for its reason."""
        return self.decide(decide_judgement(self, judgement), by=judgement.reviewer, why=judgement.reason)

    def judgements(self, known: datetime | None = None) -> Iterator[HeldJudgement]:
        """Yield the judgements and matches of names, in the order of recording."""
        return iter(held_judgements(self.decisions(known, kinds=JUDGING)))

    def document(self, document: DocumentId) -> Document | None:
        """Return one document with its bytes."""
        self._check_open()
        table, packed = schema.documents, schema.contents
        with reading(self._engine, self._address) as connection:
            row = connection.execute(sa.select(table).where(table.c.id == document)).mappings().first()
            content = connection.execute(sa.select(packed).where(packed.c.document == document)).mappings().first()
        if row is None:
            return None
        return rows.row_document(row, b"" if content is None else rows.row_content(content))

    def documents(self, known: datetime | None = None) -> Iterator[Document]:
        """Yield all documents without their bytes, in the order of recording."""
        return self._until(schema.documents, known, rows.row_document, page=PAGE_OF_DOCUMENTS)

    def cards(
        self, documents: Collection[DocumentId] | None = None, known: datetime | None = None
    ) -> Iterator[DocumentCard]:
        """Yield the cards of documents, in the order of recording."""
        table, last = schema.documents, self._last_entry_number(known)
        plain = sa.select(*[table.c[name] for name in CARD]).where(table.c.entry <= last)
        found = self._pages(plain, table.c.number) if documents is None else self._among(plain, table.c.id, documents)
        return map(rows.row_card, found)

    def tallies(self, known: datetime | None = None) -> Iterator[DocumentTally]:
        """Yield how much is held of each document, in the order of recording."""
        statement = select_tallies(self._last_entry_number(known))
        found = self._pages(statement, schema.documents.c.number)
        return (DocumentTally(row["id"], row["claims"], row["uncoded"]) for row in found)

    def search(
        self, phrases: Sequence[Phrase], *, language: str | None = None, known: datetime | None = None
    ) -> Iterator[TextMatch]:
        """Yield the documents whose text has all of some phrases; see :class:`dragoman.claims.ledger.Ledger`."""
        last = self._last_entry_number(known)
        return matches_among(self._with_words(phrases, language, last), phrases)

    def near(self, bands: Collection[str]) -> Iterator[Document]:
        """Yield the documents that may be near-duplicates of a text."""
        self._check_open()
        if not bands:
            return iter(())
        table = schema.documents
        with reading(self._engine, self._address) as connection:
            numbers = documents_near(connection, bands)
            wanted = sa.select(table).where(table.c.number.in_(numbers)).order_by(table.c.number).limit(MOST_NEAR)
            found = connection.execute(wanted).mappings().all()
        return map(rows.row_document, found)

    def claim(self, claim: ClaimId, known: datetime | None = None) -> HeldClaim | None:
        """Return one claim by its identifier or an unambiguous beginning."""
        held = self._recorded_claim(claim, known)
        return None if held is None else find_readings(self.judgements(known)).read(held)

    def _recorded_claim(self, claim: ClaimId, known: datetime | None) -> HeldClaim | None:
        wanted = claim.lower()
        names, last = schema.claims.c.id, self._last_entry_number(known)
        statement = all_claims(last)
        exact, between = names == wanted, sa.and_(names >= wanted, names < wanted + AFTER_HEXADECIMAL)
        with reading(self._engine, self._address) as connection:
            found = connection.execute(statement.where(exact)).mappings().all()
            if not found and len(wanted) >= SHORTEST_PREFIX:
                beginning = statement.where(between).order_by(names).limit(MOST_CANDIDATES)
                found = connection.execute(beginning).mappings().all()
            superseded = self._superseded(connection, found[0]["id"], last) if len(found) == 1 else None
        if len(found) > 1:
            raise NameUnknownError("claim", claim, tuple([row["id"] for row in found]))
        return replace(rows.row_claim(found[0]), superseded=superseded) if found else None

    def claims(self, query: ClaimQuery = ALL_CLAIMS) -> Iterator[HeldClaim]:
        """Yield the claims that meet a query, in the order of recording, then of the text."""
        return read_claims(
            query,
            find_readings(self.judgements(query.known)),
            find=self._recorded_claims,
            look=lambda claim: self._recorded_claim(claim, query.known),
        )

    def _recorded_claims(self, query: ClaimQuery) -> Iterator[HeldClaim]:
        last = self._last_entry_number(query.known)
        found = [self._found(one, last) for one in select_claims(query)]
        return map(rows.row_claim, found[0] if len(found) == 1 else merge(*found, key=itemgetter("number")))

    def disputes(
        self, known: datetime | None = None, *, claims: Collection[ClaimId] | None = None
    ) -> Iterator[Dispute]:
        """Yield the recorded disputes, in the order of recording."""
        table, side, last = schema.disputes, schema.dispute_claims.c, self._last_entry_number(known)
        plain = sa.select(table).where(table.c.entry <= last, counts(table.c.id, last))
        if claims is None:
            return map(rows.row_dispute, self._pages(plain, table.c.number))
        joined = plain.join(schema.dispute_claims, side.dispute == table.c.number).distinct()
        return map(rows.row_dispute, self._among(joined, side.claim, claims))

    def links(
        self,
        known: datetime | None = None,
        *,
        sources: Collection[DocumentId] | None = None,
        targets: Collection[DocumentId] | None = None,
    ) -> Iterator[DocumentLink]:
        """Yield the links between documents, in the order of recording."""
        table, last = schema.links, self._last_entry_number(known)
        plain = sa.select(table).where(table.c.entry <= last)
        if sources is not None:
            found = self._among(plain, table.c.source, sources)
        elif targets is not None:
            found = self._among(plain, table.c.target, targets)
        else:
            found = self._pages(plain, table.c.number)
        links = map(rows.row_link, found)
        return (link for link in links if targets is None or link.target in targets)

    def uncoded(self, document: DocumentId) -> Iterator[Uncoded]:
        """Yield the stretches of a document in languages without a coder."""
        table = schema.uncoded
        held = sa.and_(table.c.document == document, table.c.entry <= self._last_entry_number(None))
        return map(rows.row_uncoded, self._pages(sa.select(table).where(held), table.c.number))

    def faults(self, known: datetime | None = None) -> Iterator[Fault]:
        """Yield the recorded faults, in the order of recording."""
        self._check_open()
        table = schema.faults
        last = sa.select(sa.func.coalesce(sa.func.max(table.c.number), 0))
        if known is not None:
            last = last.where(table.c.recorded <= moment_number(known))
        with reading(self._engine, self._address) as connection:
            number = connection.execute(last).scalar_one()
        return map(rows.row_fault, self._pages(sa.select(table).where(table.c.number <= number), table.c.number))

    def entries(self, known: datetime | None = None) -> Iterator[Entry]:
        """Yield all entries, by number."""
        table = schema.entries
        statement = sa.select(table).where(table.c.number <= self._last_entry_number(known))
        return map(rows.row_entry, self._pages(statement, table.c.number))

    def head(self) -> Entry | None:
        """Return the last entry."""
        self._check_open()
        with reading(self._engine, self._address) as connection:
            return self._last_entry(connection)

    def verify(self, expected: str | None = None) -> Verification:
        """Check that everything recorded is still as it was recorded, and found where it says."""
        self._check_open()
        with reading(self._engine, self._address) as connection:
            return verify_chain(read_recorded(connection), loose=find_loose(connection), expected=expected)

    def close(self) -> None:
        """Close all connections; the ledger may not be used afterwards."""
        self._is_closed = True
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._is_closed:
            raise LedgerUnavailableError(self._address, "it has been closed")

    @staticmethod
    def _is_run(connection: sa.Connection, number: int) -> bool:
        table = schema.entries.c
        kind = connection.execute(sa.select(table.kind).where(table.number == number)).scalar()
        return kind == EntryKind.RUN.value

    @staticmethod
    def _superseded(connection: sa.Connection, claim: str, last: int) -> int | None:
        """Return the number of the entry by which a claim no longer counts, ``None`` while it does."""
        table = schema.standings.c
        known = sa.select(table.entry, table.counts).where(table.name == claim, table.entry <= last)
        latest = known.order_by(table.entry.desc()).limit(1)
        row = connection.execute(latest).first()
        return None if row is None or row.counts else row.entry

    @staticmethod
    def _last_entry(connection: sa.Connection) -> Entry | None:
        table = schema.entries
        row = connection.execute(sa.select(table).order_by(table.c.number.desc()).limit(1)).mappings().first()
        return None if row is None else rows.row_entry(row)

    def _last_entry_number(self, known: datetime | None) -> int:
        self._check_open()
        table = schema.entries.c
        last = sa.select(table.number).order_by(table.number.desc()).limit(1)
        if known is not None:
            # Moments never decrease with the number, so the latest known moment has the last known entry.
            last = (
                sa.select(table.number)
                .where(table.recorded <= moment_number(known))
                .order_by(table.recorded.desc(), table.number.desc())
                .limit(1)
            )
        with reading(self._engine, self._address) as connection:
            return connection.execute(last).scalar() or 0

    def _until(
        self,
        table: sa.Table,
        known: datetime | None,
        make: Callable[[sa.RowMapping], Thing],
        *,
        page: int = PAGE,
    ) -> Iterator[Thing]:
        statement = sa.select(table).where(table.c.entry <= self._last_entry_number(known))
        return map(make, self._pages(statement, table.c.number, page=page))

    def _with_words(self, phrases: Sequence[Phrase], language: str | None, last: int) -> Iterator[Document]:
        """Yield the documents that have the words of phrases, the last recorded first."""
        table, before = schema.documents, EVERY_ENTRY
        wanted = sa.select(table).where(table.c.entry <= last)
        if language is not None:
            wanted = wanted.where(table.c.language == language)
        while phrases:
            self._check_open()
            with reading(self._engine, self._address) as connection:
                numbers = documents_with(connection, [word for phrase in phrases for word in phrase])
                some = wanted.where(table.c.number.in_(numbers), table.c.number < before)
                some = some.order_by(table.c.number.desc()).limit(PAGE_OF_DOCUMENTS)
                found = connection.execute(some).mappings().all()
            yield from map(rows.row_document, found)
            if len(found) < PAGE_OF_DOCUMENTS:
                return
            before = found[-1]["number"]

    def _among(
        self, statement: sa.Select[Any], column: sa.Column[str], values: Collection[str]
    ) -> Iterator[sa.RowMapping]:
        """Return the rows that have one of some values in a column, each once, by number."""
        wanted = sorted(values)
        found: dict[int, sa.RowMapping] = {}
        with reading(self._engine, self._address) as connection:
            for first in range(0, len(wanted), MOST_VALUES):
                some = statement.where(column.in_(wanted[first : first + MOST_VALUES]))
                found.update({row["number"]: row for row in connection.execute(some).mappings()})
        return iter([found[number] for number in sorted(found)])

    def _found(self, selection: Selection, last: int, *, page: int = PAGE) -> Iterator[sa.RowMapping]:
        after = 0
        while True:
            self._check_open()
            values = {**selection.values, "last": last, "after": after, "page": page}
            with reading(self._engine, self._address) as connection:
                found = connection.execute(selection.statement, values).mappings().all()
            yield from found
            if len(found) < page:
                return
            after = found[-1]["number"]

    def _pages(
        self, statement: sa.Select[Any], number: sa.ColumnElement[int], *, page: int = PAGE
    ) -> Iterator[sa.RowMapping]:
        last = 0
        while True:
            self._check_open()
            with reading(self._engine, self._address) as connection:
                following = statement.where(number > last).order_by(number).limit(page)
                found = connection.execute(following).mappings().all()
            yield from found
            if len(found) < page:
                return
            last = found[-1]["number"]
