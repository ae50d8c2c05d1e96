"""Case files of claims: one section of a made-up outlet, coded from its recorded trees."""

from functools import lru_cache
from typing import Any

from tests.claims.factories import make_document
from tests.events.recorded import Case, cast_of

from dragoman.assembly.rulebook import load_rulebook
from dragoman.claims.claim import Claim
from dragoman.claims.coder import SectionText, code_sections
from dragoman.claims.dispute import Dispute
from dragoman.claims.hop import Hop
from dragoman.dates.narrative import DateContext, resolve_dates
from dragoman.events.kind import Status

PUBLISHED = "2024-06-15"


@lru_cache(maxsize=1)
def _context() -> DateContext:
    return DateContext(published=PUBLISHED)


def code_case(case: Case) -> tuple[tuple[Claim, ...], tuple[Dispute, ...]]:
    """Return the claims and disputes of a case, as published on a Saturday in June 2024."""
    document = make_document(case["text"], published=PUBLISHED)
    cast = cast_of(case)
    text = SectionText(document.sections[0], cast.sentences, resolve_dates(cast.sentences, _context()))
    return code_sections(document, (text,), cast=cast, rulebook=load_rulebook())


def described(claim: Claim, claims: tuple[Claim, ...]) -> dict[str, Any]:
    """Return a claim as a case writes it, with every key."""
    quotes = {c.id: c.evidence.quote for c in claims}
    return {
        "kind": claim.kind.value,
        "mode": claim.own_mode or (claim.event and claim.event.value),
        "actors": [p.id for p in claim.actors],
        "recipients": [p.id for p in claim.recipients],
        "status": (Status.ACTUAL if claim.status is Status.HISTORICAL else claim.status).value,
        "negated": claim.negated,
        "chain": [hop_text(hop) for hop in claim.chain[1:]],
        "date": claim.date and claim.date.edtf,
        "value": claim.measure and claim.measure.value,
        "unit": claim.measure and claim.measure.unit,
        "of": claim.measure and claim.measure.of,
        "scope": claim.measure and claim.measure.scope,
        "object": claim.object,
        "loaded": [word.text for word in claim.loaded],
        "answers": [quotes[link.target] for link in claim.links],
        "rule": claim.rule,
    }


def hop_text(hop: Hop) -> str:
    """Return a hop as a case writes it: ``KCNA/agency/reported``."""
    return f"{hop.id if hop.id and hop.kind.value != 'person' else hop.source}/{hop.kind.value}/{hop.how}"
