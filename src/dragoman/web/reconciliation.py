"""Reconciliation: names in a table of somebody's own are matched with polities, organisations and people.

The W3C Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/)
as OpenRefine speaks it: a manifest, queries in a form or in the address, suggestions while somebody types, a preview.
Polities and organisations come from the authority file; people are those whom claims of the ledger name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from json import JSONDecodeError, loads
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.actors.entity import Entity
from dragoman.actors.polity import Polity
from dragoman.answers.register import search_register
from dragoman.errors import NameUnknownError, QueriesError
from dragoman.web.described import PROBLEMS
from dragoman.web.site import Site, site_of

POLITY, ORGANISATION, PERSON = "polity", "organisation", "person"
TYPES = (
    {"id": POLITY, "name": "Polity"},
    {"id": ORGANISATION, "name": "Organisation"},
    {"id": PERSON, "name": "Person"},
)
PERSON_PREFIX = "person:"
MOST_QUERIES = 100
MOST_CANDIDATES = 20
LEAST_SCORE = 75.0
"""Of 100; what is less alike is no candidate."""

router = APIRouter(prefix="/reconcile", responses=PROBLEMS)
Here = Annotated[Site, Depends(site_of)]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One query.

    Attributes:
        text: The name.
        types: Types of which the candidates must be; empty for all.
        limit: Most candidates.
    """

    text: str
    types: frozenset[str]
    limit: int


@router.get("", response_model=None)
def get_manifest(
    site: Here, request: Request, queries: Annotated[str, Query(description="A batch of queries as JSON")] = ""
) -> Json:
    """Give the manifest of the service, or answer a batch of queries in the address."""
    return _answer(site, queries) if queries else _manifest(str(request.base_url).rstrip("/"))


@router.post("", response_model=None)
def post_queries(site: Here, queries: Annotated[str, Form(description="A batch of queries as JSON")]) -> Json:
    """Answer a batch of queries in a form; nothing is written."""
    return _answer(site, queries)


@router.get("/suggest/entity", response_model=None)
def suggest_entities(site: Here, prefix: str = "", cursor: int = 0) -> Json:
    """Suggest entities whose names begin so, or are alike."""
    found = _candidates(site, Asked(prefix, frozenset(), MOST_CANDIDATES + max(cursor, 0))) if prefix.strip() else []
    return {"result": [{key: one[key] for key in ("id", "name", "description")} for one in found[max(cursor, 0) :]]}


@router.get("/suggest/type", response_model=None)
def suggest_types(prefix: str = "") -> Json:
    """Suggest types."""
    begun = prefix.strip().casefold()
    return {"result": [one for one in TYPES if begun in one["name"].casefold()]}


@router.get("/preview/{identifier}", response_class=HTMLResponse)
def preview_entity(site: Here, identifier: str) -> Response:
    """Show an entity in a small frame."""
    name, description = _described(site, identifier)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
        '<link rel="stylesheet" href="/static/style.css"></head><body><h1>{name}</h1><p>{text}</p></body></html>'
    )
    return HTMLResponse(page.format(name=escape(name), text=escape(description)))


def _manifest(base: str) -> Json:
    here = f"{base}{router.prefix}"
    return {
        "versions": ["0.1", "0.2"],
        "name": "Dragoman: polities, organisations and people",
        "identifierSpace": f"{base}/names/",
        "schemaSpace": f"{here}/types/",
        "defaultTypes": list(TYPES),
        "view": {"url": f"{base}/names/{{{{id}}}}"},
        "preview": {"url": f"{here}/preview/{{{{id}}}}", "width": 420, "height": 160},
        "suggest": {
            "entity": {"service_url": here, "service_path": "/suggest/entity"},
            "type": {"service_url": here, "service_path": "/suggest/type"},
        },
        "batchSize": MOST_QUERIES,
    }


def _answer(site: Site, queries: str) -> Json:
    asked = _read_queries(queries)
    return {key: {"result": _candidates(site, one)} for key, one in asked.items()}


def _read_queries(text: str) -> dict[str, Asked]:
    """Read a batch.

    Raises:
        QueriesError: It is no JSON, no object of queries, or too many of them.
    """
    try:
        batch = loads(text)
    except (JSONDecodeError, RecursionError) as error:
        raise QueriesError("they are no JSON") from error
    if not isinstance(batch, dict):
        raise QueriesError("expected an object with one query for each key")
    if len(batch) > MOST_QUERIES:
        raise QueriesError(f"there are {len(batch)}, and at most {MOST_QUERIES} are answered at once")
    return {key: _read_query(key, query) for key, query in batch.items()}


def _read_query(key: str, query: object) -> Asked:
    """Read one query.

    Raises:
        QueriesError: It is none.
    """
    if not isinstance(query, Mapping) or not isinstance(query.get("query"), str):
        raise QueriesError(f"{key!r} has no text under `query`")
    types = query.get("type", [])
    wanted = [types] if isinstance(types, str) else types
    limit = query.get("limit", MOST_CANDIDATES)
    if not isinstance(wanted, list) or not all(isinstance(one, str) for one in wanted) or not isinstance(limit, int):
        raise QueriesError(f"{key!r} has a type or a limit of another kind")
    return Asked(query["query"], frozenset(wanted), min(max(limit, 0), MOST_CANDIDATES))


def _candidates(site: Site, asked: Asked) -> list[Json]:
    """Return who may be meant, the most alike first; a single name that is borne as it stands is a match."""
    found = [one for one in _all_candidates(site, asked.text) if not asked.types or asked.types & _type_ids(one)]
    found.sort(key=lambda one: (-one["score"], one["name"]))
    exact = [one for one in found if one["score"] == 100]  # noqa: PLR2004 - of a hundred
    for one in found:
        one["match"] = len(exact) == 1 and one is exact[0]
    return found[: asked.limit]


def _type_ids(candidate: Json) -> set[str]:
    return {one["id"] for one in candidate["type"]}


def _all_candidates(site: Site, text: str) -> Iterator[Json]:
    if not text.strip():
        return
    exact = site.authority.resolve_name(text).ids
    scores = {**_alike(site, text), **dict.fromkeys(exact, 100.0)}
    for identifier, score in scores.items():
        entity = site.authority.entity(identifier)
        is_polity = isinstance(entity, Polity)
        yield _candidate(identifier, entity.name, _told(entity), TYPES[0] if is_polity else TYPES[1], score)
    for name, polity in site.named.find(site.ledger, site.authority).items():
        score = 100.0 if default_process(name) == default_process(text) else _likeness(text, name)
        if score >= LEAST_SCORE:
            description = f"person, named for {polity}" if polity else "person"
            yield _candidate(f"{PERSON_PREFIX}{name}", name, description, TYPES[2], score)


def _alike(site: Site, text: str) -> dict[str, float]:
    """Return the likeness of each entry of the authority file that has a name with the words, or one that is alike."""
    found = {row.entity.id: LEAST_SCORE for row in search_register(site.authority, text).rows}
    for entity in site.authority:
        best = max(_likeness(text, name.text) for name in entity.names)
        if best >= LEAST_SCORE:
            found[entity.id] = max(best, found.get(entity.id, 0.0))
    return found


def _candidate(identifier: str, name: str, description: str, sort: Json, score: float) -> Json:
    return {
        "id": identifier,
        "name": name,
        "description": description,
        "type": [sort],
        "score": round(score, 1),
        "match": False,
    }


def _told(entity: Entity) -> str:
    kind = entity.polity_kind.value if isinstance(entity, Polity) else entity.kind.value
    existed = ", ".join(stretch.edtf for stretch in entity.existence)
    return f"{kind}, {existed}" if existed else kind


def _likeness(left: str, right: str) -> float:
    """Return how alike two names are that are not the same, below 100."""
    return min(float(fuzz.WRatio(left, right, processor=default_process)), 99.0)


def _described(site: Site, identifier: str) -> tuple[str, str]:
    """Return name and description of an entity.

    Raises:
        NameUnknownError: There is none of that identifier.
    """
    if identifier.startswith(PERSON_PREFIX):
        name = identifier.removeprefix(PERSON_PREFIX)
        polity = site.named.find(site.ledger, site.authority).get(name)
        if polity is None:
            raise NameUnknownError("person", name)
        return name, f"Person, named for {polity}." if polity else "Person."
    entity = site.authority.find(identifier)
    if entity is None:
        raise NameUnknownError("polity or organisation", identifier)
    names = ", ".join(dict.fromkeys(name.text for name in entity.names))
    return entity.name, f"{entity.note} Also: {names}.".strip()
