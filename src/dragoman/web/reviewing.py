"""Pages to review claims: a queue, one claim at a time, disputes, disagreements, agreement, and gold."""

from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from typing import Annotated
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from fastapi import APIRouter, Depends
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from dragoman.accounts.role import Permission
from dragoman.accounts.trail import Act, record_alone
from dragoman.answers.citation import Citation
from dragoman.answers.dispute import Contest
from dragoman.api import ClaimConditions, corroboration, disputes, list_claims
from dragoman.claims.dispute import Bearing
from dragoman.claims.judgement import AmendedField, Amendment, HeldJudgement, Judgement, Ruling
from dragoman.documents.document import DocumentId
from dragoman.errors import JudgementError, NameUnknownError
from dragoman.evaluation.reviewed import Rulings, compare_reviewers, gold_report, is_disagreed, read_rulings
from dragoman.web.forms import Form, read_form
from dragoman.web.people import doer_of
from dragoman.web.queue import QueueAsked, find_queue, read_queue_asked
from dragoman.web.site import Site, site_of
from dragoman.web.views.review import (
    field_values,
    show_adjudication,
    show_agreement,
    show_judging,
    show_queue,
)
from dragoman.web.views.settling import settled_by, show_settling
from dragoman.web.visitor import needs

router = APIRouter(include_in_schema=False, dependencies=[Depends(needs(Permission.REVIEW))])
Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Form, Depends(read_form)]
Asked = Annotated[QueueAsked, Depends(read_queue_asked)]

SAYS_SO = "The words say so."
"""The reason of an acceptance for which none is given."""

SUFFIXES = {"text/html": ".html", "text/markdown": ".md", "application/pdf": ".pdf", "application/tei+xml": ".xml"}
HEAD = """\
# Claims that were judged on the pages of a ledger, as gold for `dragoman evaluate`. A report is here only when
# each claim that the coder found in it was judged. What the coder missed is not here: add it before recall is measured.
"""


@router.get("/review")
def review_page(site: Here, asked: Asked) -> Response:
    """Show what is to be reviewed."""
    held = tuple(site.ledger.judgements())
    rulings = read_rulings(held)
    found = find_queue(site.ledger, rulings, asked, site.visitor.name)
    disagreed = sum(is_disagreed(one) for one in rulings.values())
    return site.page("review.html", show_queue(found, rulings, asked, site.visitor, disagreed))


@router.get("/review/next")
def next_claim(site: Here, asked: Asked) -> Response:
    """Go to the next claim of the queue."""
    rulings = read_rulings(site.ledger.judgements())
    found = find_queue(site.ledger, rulings, asked, site.visitor.name)
    place = asked.at(f"/review/claims/{found[0].claim.id}") if found else asked.at("/review", after="")
    return RedirectResponse(place, HTTPStatus.SEE_OTHER)


@router.get("/review/claims/{claim}")
def judging_page(site: Here, asked: Asked, claim: str) -> Response:
    """Show a claim to be judged."""
    return _judging(site, asked, claim)


@router.post("/review/claims/{claim}")
def judge_claim(site: Here, asked: Asked, form: Sent, claim: str) -> Response:
    """Record a ruling on a claim, and go to the next one."""
    citation = corroboration(site.ledger, claim).citation
    try:
        judgement = _judgement(citation, form, site.visitor.name)
        _judge(site, judgement)
    except JudgementError as error:
        return _judging(site, asked, claim, str(error), HTTPStatus.BAD_REQUEST)
    return RedirectResponse(asked.at("/review/next"), HTTPStatus.SEE_OTHER)


@router.get("/review/disputes")
def settling_page(site: Here, of: str = "") -> Response:
    """Show the disputes that nobody has settled, and those that somebody has."""
    return _settling(site, of.strip())


@router.post("/review/disputes/{dispute}")
def settle_dispute(site: Here, form: Sent, dispute: str) -> Response:
    """Settle a dispute: one side holds, or neither."""
    of, side, reason = form.text("of").strip(), form.text("side"), form.text("reason").strip()
    contest = next((one for one in _contests(site, of) if one.dispute.id == dispute), None)
    if contest is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such dispute.")
    sides = {"left": contest.dispute.left, "right": contest.dispute.right, "neither": ()}
    if side not in sides or (side == "right" and not contest.dispute.right):
        return _settling(site, of, "Choose which side holds, or neither.", HTTPStatus.BAD_REQUEST)
    if form.text("seen") != settled_by(contest):
        return _settling(site, of, "Somebody has settled this meanwhile: look again.", HTTPStatus.CONFLICT)
    try:
        made = Judgement(Ruling.SETTLE, dispute, site.visitor.name, reason, tuple(sides[side]), dispute=contest.dispute)
    except JudgementError as error:
        return _settling(site, of, str(error), HTTPStatus.BAD_REQUEST)
    _judge(site, made)
    return RedirectResponse(QueueAsked(order="", of=of).at("/review/disputes"), HTTPStatus.SEE_OTHER)


@router.get("/review/adjudication", dependencies=[Depends(needs(Permission.ADJUDICATE))])
def adjudication_page(site: Here) -> Response:
    """Show the claims on which two reviewers disagree."""
    rulings = {claim: one for claim, one in read_rulings(site.ledger.judgements()).items() if is_disagreed(one)}
    return site.page("adjudicate.html", show_adjudication(tuple(_cited(site, rulings))))


@router.get("/review/agreement")
def agreement_page(site: Here) -> Response:
    """Show how far reviewers agree."""
    rulings = read_rulings(site.ledger.judgements())
    claims = [held.claim for claim in rulings if (held := site.ledger.claim(claim)) is not None]
    return site.page("agreement.html", show_agreement(tuple(compare_reviewers(claims, rulings))))


@router.get("/review/gold.zip")
def gold_file(site: Here) -> Response:
    """Give what was judged as gold, with the reports that it speaks of."""
    headers = {"content-disposition": 'attachment; filename="gold.zip"'}
    return Response(_gold(site), media_type="application/zip", headers=headers)


def _judging(site: Site, asked: QueueAsked, claim: str, message: str = "", status: int = HTTPStatus.OK) -> Response:
    answer = corroboration(site.ledger, claim)
    document = site.ledger.document(answer.citation.page.id)
    if document is None:
        raise NameUnknownError("document", answer.citation.page.id)
    rulings = read_rulings(site.ledger.judgements()).get(answer.citation.claim.id, ())
    view = show_judging(answer.citation, document, _seen(rulings, site), asked, message)
    return site.page("judge.html", view, status=status)


def _seen(rulings: tuple[HeldJudgement, ...], site: Site) -> tuple[HeldJudgement, ...]:
    """Return the rulings that the reviewer may see: none of another before there is one's own, or two disagree."""
    is_own = any(held.judgement.reviewer == site.visitor.name for held in rulings)
    is_open = is_disagreed(rulings) and site.visitor.may(Permission.ADJUDICATE)
    return rulings if is_own or is_open else ()


def _judgement(citation: Citation, form: Form, reviewer: str) -> Judgement:
    """Return what a form rules.

    Raises:
        JudgementError: It lacks something, or says nothing else than the claim.
    """
    claim, named = citation.claim, form.text("ruling")
    if named not in {Ruling.ACCEPT, Ruling.REJECT, Ruling.AMEND}:
        raise JudgementError(named, "no such ruling", "accept, reject or amend")
    ruling, before = Ruling(named), field_values(claim)
    amendments = [
        Amendment(field, " ".join(form.text(field.value).split()))
        for field in AmendedField
        if ruling is Ruling.AMEND
        and field.value in before
        and form.text(field.value).split() != before[field.value].split()
    ]
    reason = form.text("reason").strip() or (SAYS_SO if ruling is Ruling.ACCEPT else "")
    return Judgement(ruling, claim.id, reviewer, reason, amendments=tuple(amendments))


def _judge(site: Site, judgement: Judgement) -> None:
    entry = site.ledger.judge(judgement)
    act = Act("judge", judgement.subject, f"{judgement.ruling.value}, entry {entry.number}")
    record_alone(site.people, doer_of(site.visitor), act)


def _settling(site: Site, of: str, message: str = "", status: int = HTTPStatus.OK) -> Response:
    return site.page("settle.html", show_settling(tuple(_contests(site, of)), of, message), status=status)


def _contests(site: Site, of: str) -> Iterator[Contest]:
    """Yield the disputes whose two sides cannot both hold, settled or not."""
    for contest in disputes(site.ledger, of=of or None).contests:
        if contest.dispute.bearing is Bearing.REAL:
            yield contest


def _cited(site: Site, rulings: Rulings) -> Iterator[tuple[Citation, tuple[HeldJudgement, ...]]]:
    for claim, found in rulings.items():
        yield corroboration(site.ledger, claim).citation, found


def _gold(site: Site) -> bytes:
    rulings = read_rulings(site.ledger.judgements())
    judged = [held.claim for claim in rulings if (held := site.ledger.claim(claim)) is not None]
    reports: dict[str, object] = {}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number, document in enumerate(dict.fromkeys(claim.document for claim in judged), start=1):
            name, report = _gold_report(site, document, number, rulings)
            found = site.ledger.document(document)
            if report is not None and found is not None:
                reports[name] = report
                archive.writestr(f"reports/{name}", found.content)
        content = yaml.safe_dump({"coder": "reviewers", "reports": reports}, allow_unicode=True, sort_keys=False)
        archive.writestr("gold.yaml", HEAD + content)
    return packed.getvalue()


def _gold_report(
    site: Site, document: DocumentId, number: int, rulings: Rulings
) -> tuple[str, dict[str, object] | None]:
    found = site.ledger.document(document)
    if found is None:
        return "", None
    citations = list_claims(site.ledger, conditions=ClaimConditions(document=document)).citations
    claims = [citation.claim for citation in citations if citation.superseded is None]
    stem = "".join(sign for sign in found.name.rpartition("/")[2].partition(".")[0] if sign.isalnum() or sign in "-_")
    name = f"{number:03d}-{stem[:60] or 'report'}{SUFFIXES.get(found.rendition.media_type, '.txt')}"
    return name, gold_report(found, claims, rulings)
