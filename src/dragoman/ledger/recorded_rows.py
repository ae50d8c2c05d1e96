"""Reads entries from a database with all that they recorded, to the letter, for checking.

The digest of an entry covers the JSON of its claims and disputes as it is stored. What only makes
them quick to find (columns, participants) is compared with that JSON here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from json import loads
from operator import itemgetter
from zlib import error

import sqlalchemy as sa

from dragoman.claims.decision import EntryKind
from dragoman.documents.document import digest_bytes
from dragoman.documents.reading import document_to_dict, link_to_dict
from dragoman.errors import InputError
from dragoman.ledger import rows, schema
from dragoman.ledger.filing import claim_flaws, dispute_flaws, read_filed
from dragoman.ledger.novelty import plain_json
from dragoman.ledger.seal import Sealed, digest_of_loose
from dragoman.ledger.verification import Recorded

PAGE_OF_ENTRIES = 300
KINDS = frozenset(kind.value for kind in EntryKind)
FEW = 8
"""Documents whose bytes are held in memory at once."""

PACKINGS = frozenset({"zlib", "none"})
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, InputError)
"""What reading a row raises that was altered beyond recognition."""

_Rows = Sequence[sa.RowMapping]
_OF_ENTRIES = (
    schema.documents,
    schema.claims,
    schema.disputes,
    schema.links,
    schema.uncoded,
    schema.faults,
    schema.standings,
    schema.decisions,
)


def read_recorded(connection: sa.Connection) -> Iterator[Recorded]:
    """Yield all entries of a database with what they recorded, by number.

    Args:
        connection: In one transaction, so that everything is read as of one moment.
    """
    table, last = schema.entries, -1
    while True:
        following = sa.select(table).where(table.c.number > last).order_by(table.c.number).limit(PAGE_OF_ENTRIES)
        found = connection.execute(following).mappings().all()
        if found:
            yield from _page(connection, found)
            last = found[-1]["number"]
        if len(found) < PAGE_OF_ENTRIES:
            return


def find_loose(connection: sa.Connection) -> Iterator[str]:
    """Yield what is wrong with rows that no entry answers for, in sentences."""
    for table in _OF_ENTRIES:
        is_held = sa.exists().where(schema.entries.c.number == table.c.entry)
        orphans = sa.select(sa.func.count()).select_from(table).where(table.c.entry.is_not(None), ~is_held)
        if number := connection.execute(orphans).scalar_one():
            yield f"{number} rows of {table.name} name an entry that is not there."
        ends = sa.select(sa.func.count(), sa.func.min(table.c.number), sa.func.max(table.c.number))
        count, first, last = connection.execute(ends).one()
        if count and (first, last) != (1, count):
            yield f"The numbers of the rows of {table.name} have gaps."
    for owned in schema.OWNED:
        is_owned = sa.exists().where(owned.owner == owned.key)
        orphans = sa.select(sa.func.count()).select_from(owned.table).where(~is_owned)
        if number := connection.execute(orphans).scalar_one():
            yield f"{number} rows of {owned.table.name} belong to nothing that is there."
    yield from _loose_faults(connection)


def _loose_faults(connection: sa.Connection) -> Iterator[str]:
    """Yield what is wrong with faults of no entry: schema 0001 left some, and the upgrade sealed a digest over them."""
    table, decisions = schema.faults.c, schema.decisions.c
    columns = (table.number, table.recorded, table.document, table.stage, table.reason, table.start, table.end)
    loose = connection.execute(sa.select(*columns).where(table.entry.is_(None)).order_by(table.number)).all()
    sealed = sa.select(decisions.body).where(decisions.kind == EntryKind.UPGRADE.value).order_by(decisions.number)
    bodies = connection.execute(sealed).scalars().all()
    try:
        expected = loads(bodies[0])["digest"] if bodies else digest_of_loose(())
    except UNREADABLE:
        expected = None
    if digest_of_loose(loose) != expected:
        yield f"{len(loose)} faults have no entry, and they are not those that schema 0001 recorded so."


def _page(connection: sa.Connection, entries: _Rows) -> Iterator[Recorded]:
    first, last = entries[0]["number"], entries[-1]["number"]
    parts = {table.name: _by_entry(connection, table, first, last) for table in _OF_ENTRIES}
    filed = read_filed(connection, parts["claims"], parts["disputes"])
    of_documents = _document_flaws(connection, parts["documents"])
    for row in entries:
        held = {name: found.get(row["number"], []) for name, found in parts.items()}
        flaws = [*_entry_flaws(row, held), *claim_flaws(held["claims"], filed)]
        flaws += [*dispute_flaws(held["disputes"], filed), *of_documents.get(row["number"], ())]
        # A word that is no kind is a flaw of its own, told below.
        kind = row["kind"] if row["kind"] in KINDS else EntryKind.CODING.value
        yield Recorded(rows.row_entry({**row, "kind": kind}), _sealed(held), tuple(flaws))


def _by_entry(connection: sa.Connection, table: sa.Table, first: int, last: int) -> dict[int, list[sa.RowMapping]]:
    found = connection.execute(
        sa.select(table).where(table.c.entry.between(first, last)).order_by(table.c.entry, table.c.number)
    )
    # All at once: asking the driver for one row after the other takes longer than reading them.
    rows_of_page = found.mappings().all()
    return {number: list(group) for number, group in groupby(rows_of_page, key=itemgetter("entry"))}


def _sealed(held: dict[str, list[sa.RowMapping]]) -> Sealed:
    documents = _plain(held["documents"], lambda row: document_to_dict(rows.row_document(row)))
    return Sealed(
        # An entry records one document at most: a second one changes the digest.
        document=plain_json(documents[0] if len(documents) == 1 else documents or None),
        claims=tuple([row["body"] for row in held["claims"]]),
        disputes="[" + ",".join([row["body"] for row in held["disputes"]]) + "]",
        links=plain_json(_plain(held["links"], lambda row: link_to_dict(rows.row_link(row)))),
        uncoded=plain_json([[row["start"], row["end"], row["language"] or None] for row in held["uncoded"]]),
        faults=plain_json(_plain(held["faults"], lambda row: rows.row_fault(row).to_dict())),
        standings=plain_json([[row["name"], row["counts"], row["body"]] for row in held["standings"]]),
        decisions=plain_json([[row["kind"], row["subject"], row["body"]] for row in held["decisions"]]),
    )


def _plain(found: _Rows, make: Callable[[sa.RowMapping], object]) -> list[object]:
    plain: list[object] = []
    for row in found:
        try:
            plain.append(make(row))
        except UNREADABLE:
            plain.append("unreadable")
    return plain


def _entry_flaws(row: sa.RowMapping, held: dict[str, list[sa.RowMapping]]) -> Iterator[str]:
    """Yield what the digest does not cover: the kind, and what rows repeat of their entry."""
    if row["kind"] not in KINDS:
        yield f"It is of the kind {row['kind']!r}, which no entry of this version is."
    if any(stretch["document"] != row["document"] for stretch in held["uncoded"]):
        yield "A stretch without a coder is filed under another document."
    if any(fault["recorded"] != row["recorded"] for fault in held["faults"]):
        yield "A fault bears another moment than the entry."
    if any((fault["start"] < 0) is not (fault["end"] < 0) for fault in held["faults"]):
        yield "A fault has a beginning without an end, or an end without a beginning."


def _document_flaws(connection: sa.Connection, documents: Mapping[int, _Rows]) -> dict[int, list[str]]:
    """Return what is wrong with the bytes and texts of documents, by entry; few are held in memory at once."""
    table, claimed = schema.contents, schema.documents.c
    rows_of = {row["id"]: row for found in documents.values() for row in found}
    flaws: dict[str, list[str]] = {name: [] for name in rows_of}
    missing = set(rows_of) - {digest_bytes(b"")}
    if documents:
        wanted = sa.select(table).join(schema.documents, claimed.id == table.c.document)
        wanted = wanted.where(claimed.entry.between(min(documents), max(documents)))
        for content in connection.execute(wanted, execution_options={"yield_per": FEW}).mappings():
            missing.discard(content["document"])
            row = rows_of.get(content["document"])
            flaws.setdefault(content["document"], []).extend([] if row is None else _content_flaws(row, content))
    for name, row in rows_of.items():
        if name in missing:
            flaws[name].append(f"The bytes of the document {row['name']!r} are not there.")
        if rows.text_digest(row["text"]) != row["text_digest"]:
            flaws[name].append(f"The text of the document {row['name']!r} does not have its digest.")
    return {entry: [flaw for row in found for flaw in flaws[row["id"]]] for entry, found in documents.items()}


def _content_flaws(row: sa.RowMapping, content: sa.RowMapping) -> Iterator[str]:
    if _content_digest(content) != row["id"]:
        yield f"The bytes of the document {row['name']!r} do not have its digest."
    elif content["packing"] not in PACKINGS or content["length"] != len(rows.row_content(content)):
        yield f"The bytes of the document {row['name']!r} have another length or packing than is said."


def _content_digest(row: sa.RowMapping) -> str | None:
    try:
        return digest_bytes(rows.row_content(row))
    except (error, *UNREADABLE):
        return None
