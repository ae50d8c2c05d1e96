"""Places: "in Vilnius, the capital of Lithuania", "at the Cuban embassy", "in northern Mali"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.participant import Mention
from dragoman.actors.phrase import ActorPhrase, PhraseKind, mention_of
from dragoman.language.sentence import Sentence, Token

_PLACE_NOUNS = frozenset(
    "airport area base border bridge building camp capital city coast consulate country district embassy forum "
    "garden hall headquarters hotel island mission mosque mountain office palace parliament port prison province "
    "region republic residence river sea square station strait street summit temple territory town valley village "
    "zone east west north south headquarter crossing church hospital university".split()
)
_LOCATIVE = frozenset("in at near outside inside around within across on throughout along".split())
_MOVING = frozenset("to from into through via towards toward over".split())
_NAMING = _LOCATIVE | _MOVING
_INSIDE = frozenset({"in", "of", "at", "near"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "office", "residence"})
_CUT = frozenset({"acl", "advcl", "parataxis", "conj", "cc", "case", "dep"})
_LEADING_PARTS = frozenset({"det", "amod", "compound", "nmod", "flat", "nummod", "appos", "advmod", "case", "punct"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said to have happened.

    Attributes:
        text: The words, without the preposition.
        mention: The words with their place in the document.
        polity: Identifier of the polity that the words name or lie in, or ``None``.
    """

    text: str
    mention: Mention
    polity: str | None


def resolve_place(sentence: Sentence, token: Token, phrases: Sequence[ActorPhrase]) -> Place | None:
    """Read a phrase after a preposition as a place.

    Args:
        sentence: The sentence.
        token: The head of the phrase (``obl`` or ``nmod``).
        phrases: All phrases of the sentence.

    Returns:
        The place, or ``None`` when the words name something else ("in a statement", "in March").
    """
    named = next((p for p in phrases if p.kind is PhraseKind.NAME and token.index in p.core), None)
    is_named_place = named is not None and named.parties[0].is_polity and bool(_cases(sentence, token) & _NAMING)
    if not is_named_place and not _is_place_noun(sentence, token):
        return None
    first, last = _extent(sentence, token)
    inside = [
        p for p in phrases if p.kind is PhraseKind.NAME and first <= p.first and p.last <= last and p.name is not None
    ]
    if named is not None and named.parties[0].is_polity:
        polity: str | None = named.parties[0].id
    else:
        polity = _polity_inside(token, inside)
    mention = mention_of(sentence, first, last)
    return Place(mention.text, mention, polity)


def _is_place_noun(sentence: Sentence, token: Token) -> bool:
    if not _cases(sentence, token) & _LOCATIVE:
        return False
    if token.text.lower().removesuffix("s") in _PLACE_NOUNS or token.text.lower() in _PLACE_NOUNS:
        return True
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text not in _CALENDAR


_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Facebook Twitter "
    "Telegram English Arabic".split()
)


def _cases(sentence: Sentence, token: Token) -> frozenset[str]:
    return frozenset(case.text.lower() for case in sentence.dependents(token, "case"))


def _extent(sentence: Sentence, token: Token) -> tuple[int, int]:
    """The tokens around the head that belong to the place: its modifiers, and "in" or "of" behind it."""
    kept = {token.index}
    for child in sentence.dependents(token):
        if child.base in _CUT or child.base not in _LEADING_PARTS:
            continue
        if child.base == "nmod" and child.index > token.index and not _cases(sentence, child) & _INSIDE:
            continue
        kept.update(t.index for t in sentence.subtree(child))
    first = last = token.index
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < token.index and sentence.tokens[first].pos in {"PUNCT", "ADP"}:
        first += 1
    while last > token.index and sentence.tokens[last].pos in {"PUNCT", "ADP"}:
        last -= 1
    return first, last + 1


def _polity_inside(token: Token, names: Sequence[ActorPhrase]) -> str | None:
    """The polity that a place lies in: a mission's host, not its sender."""
    is_mission = token.text.lower() in _MISSIONS
    kept = [p for p in names if p.parties[0].is_polity and (not is_mission or p.first > token.index)]
    ids = {p.parties[0].id for p in kept}
    return ids.pop() if len(ids) == 1 else None
