"""Reports with hand-made claims, and a ledger that holds them: a test states only what it is about."""

from typing import Any

from tests.claims.factories import make_claim, make_coding, make_document

from dragoman.claims.claim import Claim, ClaimKind, Measure
from dragoman.claims.coding import Coding
from dragoman.claims.hop import Hop
from dragoman.claims.ledger import Ledger
from dragoman.documents.section import VoiceKind
from dragoman.events.kind import Root
from dragoman.ledger.open import open_ledger

AGENCY = Hop("Korean Central News Agency", VoiceKind.AGENCY, id="KCNA")
MINISTER = Hop("Choe Son-hui", VoiceKind.PERSON, id="PRK", role="foreign minister")
TRANSLATOR = Hop("TR", VoiceKind.PERSON, how="noted", role="translator")
RELATIONS_NONE = {
    "kind": ClaimKind.STATE,
    "event": None,
    "mode": None,
    "measure": Measure("none", "relations", "relations"),
}
EMBASSY = Measure("Embassy", "mission", "mission")


def voice(name: str) -> Hop:
    """The voice of an outlet."""
    return Hop(name, VoiceKind.OUTLET, how="wrote", role="outlet")


def report(text: str, *claims: dict[str, Any], outlet: str = "Sample Wire", **values: Any) -> Coding:  # noqa: ANN401
    """A page whose whole text is the evidence of claims; those without a chain are the outlet's own."""
    document = make_document(text, outlet=outlet, **values)
    made = [make_claim(document, **({"chain": (voice(outlet),)} | claim)) for claim in claims]
    return make_coding(document, *made)


def recognition_of(recipient: str, *actors: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401
    """The values of a claim that some recognise another."""
    return {"actors": actors, "recipients": (recipient,), **values}


def act(mode: str, actor: str, recipient: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401
    """The values of a claim of another act."""
    return {"event": Root.SANCTION, "mode": mode, "actors": (actor,), "recipients": (recipient,), **values}


def ordinal(number: int, recipient: str, actor: str, *, scope: str = "", **values: Any) -> dict[str, Any]:  # noqa: ANN401
    """The values of a claim that somebody is the n-th to recognise another."""
    measure = Measure(float(number), "ordinal", "recognition", scope)
    return recognition_of(recipient, actor, kind=ClaimKind.COUNT, measure=measure, **values)


def ledger_of(*codings: Coding) -> Ledger:
    """A ledger in memory that holds codings."""
    ledger = open_ledger("memory:")
    for coding in codings:
        ledger.add(coding, by="test")
    return ledger


def only_claim(coding: Coding) -> Claim:
    """The one claim of a coding."""
    (claim,) = coding.claims
    return claim
