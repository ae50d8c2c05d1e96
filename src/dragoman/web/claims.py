"""Pages about one claim."""

from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from dragoman.accounts.role import Permission
from dragoman.answers.citation import Shelf
from dragoman.answers.claim_disputes import find_claim_disputes
from dragoman.answers.corroboration import find_corroboration
from dragoman.answers.judgements import find_judgements
from dragoman.assembly.explanation import rule_of
from dragoman.assembly.version import coder_version
from dragoman.claims.claim import ClaimId
from dragoman.claims.judgement import ABOUT_CLAIMS
from dragoman.errors import NameUnknownError
from dragoman.evaluation.reviewed import TWO
from dragoman.web.asked import Asked, read_asked
from dragoman.web.site import Site, site_of
from dragoman.web.talk import talk_of
from dragoman.web.views.claim import Rulings, show_claim
from dragoman.web.views.why import show_why

router = APIRouter(include_in_schema=False)

page = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)

Here = Annotated[Site, Depends(site_of)]
Limits = Annotated[Asked, Depends(read_asked)]


@page("/claims/{claim}")
def claim_page(site: Here, asked: Limits, claim: str) -> Response:
    """Show a claim with all that stands behind it."""
    horizon = asked.horizon
    answer = find_corroboration(site.ledger, claim, horizon=horizon)
    document = site.ledger.document(answer.citation.page.id)
    if document is None:
        raise NameUnknownError("document", answer.citation.page.id)
    contests = find_claim_disputes(site.ledger, site.authority, answer.citation, horizon=horizon)
    identifier = answer.citation.claim.id
    view = show_claim(answer, document, contests, _rulings(site, identifier, asked), asked)
    return site.page("claim.html", view, talk=talk_of(site, identifier))


@page("/claims/{claim}/why")
def why_page(site: Here, asked: Limits, claim: str) -> Response:
    """Show why a claim was made; its sentence is parsed again when somebody asks for it."""
    held = site.ledger.claim(ClaimId(claim), asked.horizon.known)
    document = None if held is None else site.ledger.document(held.claim.document)
    if held is None or document is None:
        raise NameUnknownError("claim", claim)
    found = held.original or held.claim
    parsed = site.explainer.parse(document, found)
    citation = replace(Shelf(site.ledger, asked.horizon.known).cite(held), claim=found)
    view = show_why(citation, rule_of(found), parsed, asked, coder=coder_version("en"))
    return site.page("why.html", view, status=HTTPStatus.SERVICE_UNAVAILABLE if parsed.is_busy else HTTPStatus.OK)


def _rulings(site: Site, claim: ClaimId, asked: Asked) -> Rulings:
    """Return what was ruled; a reviewer who may still give a second opinion does not see the first one."""
    rows = find_judgements(site.ledger, claim, horizon=asked.horizon).rows
    own = [row for row in rows if row.held.judgement.ruling in ABOUT_CLAIMS and row.held.judgement.subject == claim]
    reviewers = {row.held.judgement.reviewer for row in own}
    is_done = site.visitor.name in reviewers or len(reviewers) >= TWO
    if not own or is_done or not site.visitor.may(Permission.REVIEW):
        return Rulings(rows)
    return Rulings(tuple(row for row in rows if row not in own), is_blind=True)
