"""The answers for programs: the same names and the same JSON as on the command line.

Errors are problem details (RFC 9457). Answers carry an ``ETag`` that changes when the ledger does.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from dragoman.answers.citation import Citation
from dragoman.answers.listing import NO_CONDITIONS
from dragoman.answers.register import search_register
from dragoman.answers.search import Searched
from dragoman.api import (
    ClaimConditions,
    ClaimKind,
    ClaimList,
    corroboration,
    disputes,
    list_claims,
    list_documents,
    loaded_words,
    missions,
    name_matches,
    names,
    recognition,
    relations,
    search,
)
from dragoman.errors import NameUnknownError
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of

PREFIX = "/api/v1"
MOST = 1000
Json = dict[str, object]


def read_times(
    as_of: Annotated[str, Query(description="EDTF; what is dated later is not counted", examples=["2022-07-20"])] = "",
    known: Annotated[str, Query(description="Only what was recorded by then", examples=["2026-11-01"])] = "",
) -> Asked:
    """Read the two times of a question.

    Raises:
        DateError: One of them cannot be read.
    """
    return read_asked(as_of, known)


Here = Annotated[Site, Depends(site_of)]
Times = Annotated[Asked, Depends(read_times)]
Polity = Annotated[str, Path(description="A polity by name or code, in any spelling", examples=["DPR"])]
OfPolity = Annotated[str, Query(description="Only about this polity", examples=["PRK"])]

router = APIRouter(prefix=PREFIX)


@router.get("/recognition/{of}")
def get_recognition(site: Here, asked: Times, of: Polity) -> Json:
    """Who recognises a polity, since when, and on whose word."""
    return recognition(site.ledger, of=of, as_of=asked.horizon.as_of, known=asked.horizon.known).to_dict()


@router.get("/relations/{a}/{b}")
def get_relations(site: Here, asked: Times, a: Polity, b: Polity) -> Json:
    """What is said of a pair: three ladders, and everything else in the order of its dates."""
    return relations(site.ledger, a, b, as_of=asked.horizon.as_of, known=asked.horizon.known).to_dict()


@router.get("/missions/{of}")
def get_missions(site: Here, asked: Times, of: Polity) -> Json:
    """Which missions a polity had in others."""
    return missions(site.ledger, of=of, as_of=asked.horizon.as_of, known=asked.horizon.known).to_dict()


@router.get("/disputes")
def get_disputes(site: Here, asked: Times, of: OfPolity = "") -> Json:
    """What cannot both hold, and why."""
    return disputes(site.ledger, of=of or None, as_of=asked.horizon.as_of, known=asked.horizon.known).to_dict()


@router.get("/names/{of}")
def get_names(site: Here, asked: Times, of: Polity) -> Json:
    """What each speaker calls a polity."""
    return names(site.ledger, of=of, known=asked.horizon.known).to_dict()


@router.get("/matches")
def get_matches(site: Here, asked: Times, of: OfPolity = "") -> Json:
    """Which spellings may name one person or place."""
    return name_matches(site.ledger, of or None, as_of=asked.horizon.as_of, known=asked.horizon.known).to_dict()


@router.get("/loaded")
def get_loaded(site: Here, asked: Times) -> Json:
    """Words that take a side, by voice."""
    return loaded_words(site.ledger, known=asked.horizon.known).to_dict()


@router.get("/corroboration/{claim}")
def get_corroboration(
    site: Here, asked: Times, claim: Annotated[str, Path(description="Identifier of a claim, or its beginning")]
) -> Json:
    """Which sources stand behind a claim."""
    return corroboration(site.ledger, claim, known=asked.horizon.known).to_dict()


@router.get("/documents")
def get_documents(site: Here, asked: Times) -> Json:
    """List the documents."""
    return list_documents(site.ledger, known=asked.horizon.known).to_dict()


@router.get("/claims")
def get_claims(
    site: Here,
    asked: Times,
    kind: Annotated[tuple[ClaimKind, ...], Query(description="Only claims of these kinds")] = NO_CONDITIONS.kinds,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Most claims of this page")] = 100,
    cursor: Annotated[str, Query(description="What the page before gave as `next`")] = "",
) -> Json:
    """List the claims, a page at a time."""
    conditions = ClaimConditions(kinds=kind)
    answer = list_claims(site.ledger, conditions=conditions, as_of=asked.horizon.as_of, known=asked.horizon.known)
    rest = answer.citations[_after(answer.citations, cursor) :]
    following = rest[limit - 1].claim.id if len(rest) > limit else None
    return {**ClaimList(answer.horizon, rest[:limit]).to_dict(), "next": following}


@router.get("/polities")
def get_polities(
    site: Here, q: Annotated[str, Query(description="A name or code in any spelling", examples=["DNR"])] = ""
) -> Json:
    """Search the authority file."""
    return search_register(site.authority, q).to_dict()


@router.get("/search")
def get_search(
    site: Here,
    asked: Times,
    q: Annotated[str, Query(description="Words, or a phrase in quotation marks", examples=["朝鲜"])],
    place: Annotated[Searched, Query(alias="in", description="Texts of documents, or quotes of claims")] = (
        Searched.DOCUMENTS
    ),
    limit: Annotated[int, Query(ge=1, le=MOST, description="Most findings")] = 50,
) -> Json:
    """Find where words stand."""
    return search(site.ledger, q, in_=place, known=asked.horizon.known, limit=limit).to_dict()


def _after(citations: tuple[Citation, ...], cursor: str) -> int:
    """Return the place after a claim.

    Raises:
        NameUnknownError: No claim of the list is called so.
    """
    if not cursor:
        return 0
    place = next((number for number, one in enumerate(citations, start=1) if one.claim.id == cursor), None)
    if place is None:
        raise NameUnknownError("claim in this list", cursor)
    return place
