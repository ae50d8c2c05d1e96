"""PLOVER's gold standard records, as the Open Event Data Alliance publishes them, read as gold.

Source: github.com/openeventdata/PLOVER; the records were coded with PLOVER 0.5, whose four older names
are read as the roots that PLOVER 2.0 has in their place. One record codes one event of its sentence, so that
precision against them is a floor. Sides are compared by country, ``IGO`` or ``NGO``; what
the record leaves open is not scored.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.actors.authority import Authority
from dragoman.actors.naming import EntryKind
from dragoman.claims.claim import ClaimKind
from dragoman.errors import GoldError
from dragoman.evaluation.gold import GoldClaim, GoldDocument, GoldSet
from dragoman.events.kind import Root

OLD_ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names of PLOVER 0.5 and the roots of PLOVER 2.0 that took their place."""

COUNTRIES = {
    "JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "BUR": "MMR", "PAL": "PSE",
    "WBK": "PSE", "GZA": "PSE", "YUG": "SRB", "SCG": "SRB", "GER": "DEU", "GMY": "DEU", "GME": "DEU", "DDR": "DEU",
    "SUN": "RUS", "CZR": "CZE", "CSK": "CZE", "HZE": "BIH", "SIN": "SGP", "ANG": "AGO", "UNO": "IGO",
}  # fmt: skip
"""Codes of CAMEO, of older ISO lists and of past polities, and the one that each is compared by."""

NO_CODE = ""
_MILITANT = frozenset({"REB", "UAF"})
_CODE = 3


def gold_of_records(name: str, records: Sequence[Any]) -> GoldSet:
    """Return the gold of PLOVER's records; those on one sentence are one document.

    Args:
        name: Name of the file.
        records: The list in it.

    Raises:
        GoldError: A record lacks its text or event, or its event is no PLOVER category.
    """
    by_text: dict[str, list[Mapping[str, Any]]] = {}
    for number, record in enumerate(records, start=1):
        place = f"record {number}"
        if not isinstance(record, Mapping) or not isinstance(record.get("text"), str):
            raise GoldError(name, place, "it has no text")
        if record.get("event") != "DOCUMENT":
            by_text.setdefault(record["text"], []).append(record)
    documents = tuple(
        GoldDocument(
            name=str(group[0].get("id") or text[:40]),
            claims=tuple(_claim(name, record) for record in group),
            text=text,
            published=group[0].get("date"),
        )
        for text, group in by_text.items()
    )
    fields = ("root", "actor", "recipient")
    return GoldSet(name, documents, kinds=frozenset({ClaimKind.EVENT}), fields=fields, countries=True)


def country_of(authority: Authority, identifier: str) -> str:
    """Return what PLOVER's records call somebody: a country, ``IGO``, ``NGO``, ``IMG``, or nothing.

    A movement or party is called by the country that it is at home in, one without a home is an international
    militant group (CAMEO 1.1b3, chapter 3). Who is in no table has no code.

    Args:
        authority: Names.
        identifier: Of a participant.
    """
    entity = authority.find(identifier)
    if entity is None:
        return NO_CODE
    if entity.sector in {"IGO", "NGO"}:
        return entity.sector
    if entity.kind is EntryKind.POLITY:
        return primary_code(identifier)
    return primary_code(entity.home or ("IMG" if entity.sector in _MILITANT else NO_CODE))


def primary_code(code: str) -> str:
    """Return the first three letters of a code, in the form that is compared; empty where there are none.

    >>> primary_code("ITLGOV")
    'ITA'
    """
    first = code.strip().upper()[:_CODE]
    return COUNTRIES.get(first, first) if len(first) == _CODE and first.isalpha() else NO_CODE


def _claim(name: str, record: Mapping[str, Any]) -> GoldClaim:
    root = OLD_ROOTS.get(str(record.get("event")), str(record.get("event")))
    if root not in set(Root):
        raise GoldError(name, str(record.get("id")), f"{root!r} is no category of PLOVER")
    actors = frozenset(_codes(record.get("source")))
    recipients = frozenset(_codes(record.get("target")))
    return GoldClaim(
        kind=ClaimKind.EVENT,
        quote=record["text"],
        event=root,
        actors=actors or None,
        recipients=recipients or None,
    )


def _codes(side: object) -> Iterator[str]:
    entries: Iterable[Any] = side if isinstance(side, list) else [side]
    for entry in entries:
        code = primary_code(str(entry.get("code", ""))) if isinstance(entry, Mapping) else NO_CODE
        if code:
            yield code
