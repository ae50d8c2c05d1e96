"""The answers for programs: the same names and the same JSON as on the command line.

Errors are problem details (RFC 9457). Answers carry an ``ETag`` that changes when the ledger does.
"""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import PlainTextResponse, Response

from dragoman.answers.matrix import Relation
from dragoman.answers.records import Tabular
from dragoman.answers.register import search_register
from dragoman.answers.search import Searched
from dragoman.api import (
    brief,
    corroboration,
    difference,
    disputes,
    history,
    list_judgements,
    list_policies,
    list_snapshots,
    loaded_words,
    matrix,
    mission_transitions,
    missions,
    name_matches,
    names,
    recognition,
    relations,
    search,
    source,
    sources,
    timeline,
    watch,
)
from dragoman.exchange.csv_cells import csv_lines
from dragoman.web.asked import Asked, read_asked
from dragoman.web.described import PROBLEMS, answers_with
from dragoman.web.site import Site, site_of

PREFIX = "/api/v1"
MOST = 1000
Json = dict[str, object]


def read_times(
    as_of: Annotated[str, Query(description="EDTF; what is dated later is not counted", examples=["2022-07-20"])] = "",
    known: Annotated[str, Query(description="Only what was recorded by then", examples=["2026-11-01"])] = "",
    policy: Annotated[str, Query(description="Which claims count: a built-in policy", examples=["cautious"])] = "",
) -> Asked:
    """Read the limits of a question.

    Raises:
        DateError: One of the times cannot be read.
        NameUnknownError: There is no such policy.
    """
    return read_asked(as_of, known, policy)


Here = Annotated[Site, Depends(site_of)]
Times = Annotated[Asked, Depends(read_times)]
Polity = Annotated[str, Path(description="A polity by name or code, in any spelling", examples=["DPR"])]
OfPolity = Annotated[str, Query(description="Only about this polity", examples=["PRK"])]
ClaimPath = Annotated[str, Path(description="Identifier of a claim, or its beginning", examples=["3f9a0c61d2b4"])]

router = APIRouter(prefix=PREFIX, responses=PROBLEMS)


class Form(StrEnum):
    """In which form an answer is given."""

    JSON = "json"
    CSV = "csv"


As = Annotated[Form, Query(alias="format", description="JSON, or the rows of the answer as CSV")]


def formed(answer: Tabular, form: Form) -> Response | Json:
    """Return an answer in the form asked for; cells that a spreadsheet might run are guarded."""
    if form is Form.JSON:
        return answer.to_dict()
    records = answer.to_records()
    lines = csv_lines([list(records[0]), *(list(one.values()) for one in records)]) if records else iter(())
    return PlainTextResponse("".join(lines), media_type="text/csv")


@router.get("/recognition/{of}", responses=answers_with("recognition", has_table=True), response_model=None)
def get_recognition(site: Here, asked: Times, of: Polity, form: As = Form.JSON) -> Response | Json:
    """Who recognises a polity, since when, and on whose word."""
    return formed(recognition(site.ledger, of=of, **asked.limits), form)


@router.get("/relations/{a}/{b}", responses=answers_with("relations", has_table=True), response_model=None)
def get_relations(site: Here, asked: Times, a: Polity, b: Polity, form: As = Form.JSON) -> Response | Json:
    """What is said of a pair: three ladders, and everything else in the order of its dates."""
    return formed(relations(site.ledger, a, b, **asked.limits), form)


@router.get("/brief/{a}/{b}", responses=answers_with("brief"))
def get_brief(site: Here, asked: Times, a: Polity, b: Polity) -> Json:
    """What is said of a pair as a text in Markdown, each sentence with its claims."""
    return {"question": "brief", "markdown": brief(site.ledger, a, b, **asked.limits)}


@router.get("/timeline/{a}", responses=answers_with("timeline", has_table=True), response_model=None)
def get_timeline(site: Here, asked: Times, a: Polity, form: As = Form.JSON) -> Response | Json:
    """All that is said of a polity, by day."""
    return formed(timeline(site.ledger, a, **asked.limits), form)


@router.get("/timeline/{a}/{b}", responses=answers_with("timeline", has_table=True), response_model=None)
def get_timeline_of_pair(site: Here, asked: Times, a: Polity, b: Polity, form: As = Form.JSON) -> Response | Json:
    """All that is said of a pair, by day."""
    return formed(timeline(site.ledger, a, b, **asked.limits), form)


@router.get("/matrix/{relation}", responses=answers_with("matrix", has_table=True), response_model=None)
def get_matrix(
    site: Here,
    asked: Times,
    relation: Annotated[Relation, Path(description="What each cell shows", examples=["recognition"])],
    of: Annotated[tuple[str, ...], Query(description="Only cells of these polities, on whichever side")] = (),
    form: As = Form.JSON,
) -> Response | Json:
    """How every polity stands to every other."""
    return formed(matrix(site.ledger, relation.value, polities=of, **asked.limits), form)


@router.get("/missions/{of}", responses=answers_with("missions", has_table=True), response_model=None)
def get_missions(site: Here, asked: Times, of: Polity, form: As = Form.JSON) -> Response | Json:
    """Which missions a polity had in others."""
    return formed(missions(site.ledger, of=of, **asked.limits), form)


@router.get("/transitions/{sender}", responses=answers_with("transitions", has_table=True), response_model=None)
def get_transitions(site: Here, asked: Times, sender: Polity, form: As = Form.JSON) -> Response | Json:
    """When the missions that a polity sends were opened, raised, lowered and closed."""
    return formed(mission_transitions(site.ledger, sender=sender, **asked.limits), form)


@router.get("/disputes", responses=answers_with("disputes", has_table=True), response_model=None)
def get_disputes(site: Here, asked: Times, of: OfPolity = "", form: As = Form.JSON) -> Response | Json:
    """What cannot both hold, and why."""
    return formed(disputes(site.ledger, of=of or None, **asked.limits), form)


@router.get("/names/{of}", responses=answers_with("names", has_table=True), response_model=None)
def get_names(site: Here, asked: Times, of: Polity, form: As = Form.JSON) -> Response | Json:
    """What each speaker calls a polity."""
    return formed(names(site.ledger, of=of, **asked.heard), form)


@router.get("/matches", responses=answers_with("matches"))
def get_matches(site: Here, asked: Times, of: OfPolity = "") -> Json:
    """Which spellings may name one person or place."""
    return name_matches(site.ledger, of or None, **asked.times).to_dict()


@router.get("/loaded", responses=answers_with("loaded", has_table=True), response_model=None)
def get_loaded(site: Here, asked: Times, form: As = Form.JSON) -> Response | Json:
    """Words that take a side, by voice."""
    return formed(loaded_words(site.ledger, **asked.heard), form)


@router.get("/corroboration/{claim}", responses=answers_with("corroboration"))
def get_corroboration(site: Here, asked: Times, claim: ClaimPath) -> Json:
    """Which sources stand behind a claim."""
    return corroboration(site.ledger, claim, **asked.heard).to_dict()


@router.get("/history/{relation}/{a}/{b}", responses=answers_with("history"))
def get_history(
    site: Here,
    asked: Times,
    relation: Annotated[str, Path(description="`recognition` or `relations`", examples=["recognition"])],
    a: Polity,
    b: Polity,
) -> Json:
    """How the answer about a pair changed as knowledge grew."""
    return history(site.ledger, relation, a, b, **asked.limits).to_dict()


@router.get("/diff", responses=answers_with("diff"))
def get_difference(
    site: Here,
    since: Annotated[str, Query(description="A day, a moment, `entry:N` or a snapshot", examples=["2026-11-01"])],
    until: Annotated[str, Query(description="The same; now, where it is left out")] = "",
) -> Json:
    """What was learnt, superseded, read otherwise and judged between two states of knowledge."""
    return difference(site.ledger, since, until).to_dict()


@router.get("/watch", responses=answers_with("watch", has_table=True), response_model=None)
def get_watch(
    site: Here,
    asked: Times,
    since: Annotated[str, Query(description="A day, a moment or a snapshot", examples=["2026-11-01"])],
    of: OfPolity = "",
    form: As = Form.JSON,
) -> Response | Json:
    """What changed since a day of knowledge: new claims, new disputes, and answers that are not what they were."""
    return formed(watch(site.ledger, since, of=of or None, **asked.limits), form)


@router.get("/sources", responses=answers_with("sources", has_table=True), response_model=None)
def get_sources(site: Here, asked: Times, form: As = Form.JSON) -> Response | Json:
    """List the outlets, with the figures of each."""
    return formed(sources(site.ledger, known=asked.horizon.known), form)


@router.get("/source", responses=answers_with("source", has_table=True), response_model=None)
def get_source(
    site: Here,
    asked: Times,
    outlet: Annotated[str, Query(description="Its name; empty for documents that name none", examples=["Sample Wire"])],
    form: As = Form.JSON,
) -> Response | Json:
    """On whose word an outlet tells what it tells, and with which loaded words."""
    return formed(source(site.ledger, outlet, **asked.heard), form)


@router.get("/policies", responses=answers_with("policies"))
def get_policies() -> list[Json]:
    """List the policies by which claims may be weighed."""
    return [policy.rules_to_dict() for policy in list_policies()]


@router.get("/snapshots", responses=answers_with("snapshots"))
def get_snapshots(site: Here) -> Json:
    """List the names for what the ledger held at some moments."""
    return list_snapshots(site.ledger).to_dict()


@router.get("/judgements", responses=answers_with("judgements"))
def get_judgements(
    site: Here, asked: Times, claim: Annotated[str, Query(description="Only of this claim, or its beginning")] = ""
) -> Json:
    """List the judgements of reviewers."""
    return list_judgements(site.ledger, claim or None, known=asked.horizon.known).to_dict()


@router.get("/polities", responses=answers_with("polities"))
def get_polities(
    site: Here, q: Annotated[str, Query(description="A name or code in any spelling", examples=["DNR"])] = ""
) -> Json:
    """Search the authority file."""
    return search_register(site.authority, q).to_dict()


@router.get("/search", responses=answers_with("search"))
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
