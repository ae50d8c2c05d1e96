"""Which two? "The two countries", "both sides", "the two Republics" and their likes.

The pair is the one that the text has last put together: by "and" or "between", or as the
only two polities of a sentence, the nearest sentence first. Where more than two are in
play and nothing sets two of them apart, the words stay open.
"""

from collections.abc import Sequence

from dragoman.actors.noun import ACTOR_NOUNS, PARTY_NOUNS
from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.actors.phrase import QUOTES, skip
from dragoman.actors.standing import Standing
from dragoman.language.sentence import Sentence, Token

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_PLACES = frozenset(
    {"places", "territories", "regions", "entities", "neighbours", "neighbors", "capitals", "allies", "leaders"}
)
_PAIR = 2
_FAR, _FAR_DEALING = 3, 2
"""So many sentences back two polities that nothing sets side by side may stand."""
_NEAR = ("the sentence", "the sentence before")
UNSETTLED = frozenset({"territories", "regions", "entities", "places"})
"""Nouns for what nobody, or not everybody, calls a state."""
_FREE = frozenset({"between", "of", "by", "among", "in", "from", ""})


def number_before(sentence: Sentence, token: Token) -> int:
    """Return how many the words before a plural noun say there are ("the two"), or 0."""
    index = token.index - 1
    while index >= 0 and (sentence.tokens[index].text in QUOTES or sentence.tokens[index].pos in {"ADJ", "PROPN"}):
        index -= 1
    if index < 0:
        return 0
    count = _NUMBERS.get(sentence.tokens[index].text.lower(), 0)
    if count and sentence.tokens[index].text.lower() != "both":
        index = skip(sentence, index - 1, QUOTES, step=-1)
        return (
            count
            if index >= 0 and sentence.tokens[index].text.lower() in {"the", "these", "those", "all", "between"}
            else 0
        )
    return count


def is_pair_phrase(token: Token, sentence: Sentence | None) -> bool:
    """Tell whether a noun, or a bare "two" or "both", may stand for a number of polities named before.

    Without a sentence this is a quick test of the word alone.
    """
    word = token.text.lower()
    noun = ACTOR_NOUNS.get(word)
    if word in _NUMBERS:
        return sentence is None or _is_bare(sentence, token)
    if word not in _PLACES and (noun is None or not noun.is_plural):
        return False
    return sentence is None or number_before(sentence, token) > 0


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """Tell whether a number stands without a noun behind it: "relations between the two"."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if after is not None and after.pos in {"NOUN", "ADJ", "PROPN", "NUM", "ADP"} | (
        {"PUNCT"} if after.text in QUOTES else set()
    ):
        return False
    return before == "the" if token.text.lower() != "both" else token.base in {"nsubj", "obj", "obl", "nmod"}


def number_of(sentence: Sentence, token: Token) -> int:
    """Return how many a bare number, or the number before a noun, says there are."""
    return _NUMBERS.get(token.text.lower(), 0) or number_before(sentence, token)


def find_pair(
    sentence: Sentence, token: Token, noun: str, earlier: Sequence[tuple[Standing, ...]]
) -> tuple[tuple[Participant, ...], str]:
    """Find the polities that stand behind "the two …".

    Args:
        sentence: The sentence of the words.
        token: The noun or the bare number.
        noun: Its singular.
        earlier: Who stands before it: first in the sentence itself, then in each sentence before, nearest first.

    Returns:
        The participants, or none, and the reason.
    """
    is_dealing = noun in PARTY_NOUNS
    count = number_of(sentence, token)
    excluded = _subject_polities(sentence, token, earlier[0]) if earlier else frozenset()
    held: dict[str, Participant] = {}
    for distance, standings in enumerate(earlier):
        kept = [s for s in standings if _is_kind(s, noun) and not s.is_background]
        if is_dealing:
            kept = _without_objects(kept)
        group = _last_group(kept, count, excluded, is_dealing=is_dealing)
        if group is not None and (not held or held.keys() <= {p.id for p in group}):
            return group, f"the {count} that {_where(distance)} sets side by side: {_names(group)}"
        if count > _PAIR or distance > (_FAR_DEALING if is_dealing else _FAR):
            continue
        named = {p.id: p for s in kept for p in _polities(s) if p.id not in excluded}
        if len(held | named) > count and held and len(named) != count:
            return (), f"more than {count} polities before, and nothing sets {count} apart"
        if len(named) > count:
            return (), f"{len(named)} polities {_where(distance)}, and nothing sets {count} apart"
        held = named if len(named) == count else {**named, **held}
        if len(held) == count:
            found = tuple(held.values())
            return found, f"the only {count} polities up to {_where(distance)}: {_names(found)}"
    return (), f"fewer than {count} polities before"


def _subject_polities(sentence: Sentence, token: Token, standings: tuple[Standing, ...]) -> frozenset[str]:
    """Polities that cannot be meant: who deals *with* the two is neither of them."""
    case = next((c.text.lower() for c in sentence.dependents(token, "case") if c.text not in QUOTES), "")
    if token.base in {"nsubj", "conj"} or (case in _FREE and token.base != "obj"):
        return frozenset()
    subjects = [s for s in standings if s.is_subject and len(s.polities) == 1]
    return frozenset(subjects[-1].polities) if subjects else frozenset()


def _is_kind(standing: Standing, noun: str) -> bool:
    if not standing.participants and not standing.is_place:
        return False
    if noun in {"republic", "republics"}:
        return all("republic" in party.name.lower() for party in standing.parties)
    return noun not in UNSETTLED or all(party.is_contested for party in standing.parties)


def _without_objects(standings: Sequence[Standing]) -> list[Standing]:
    """Leave out what a sentence sets side by side as one object: "the founding of A and B" makes them no two sides."""
    found: list[Standing] = []
    for standing in standings:
        is_one_object = standing.is_joined and not standing.is_subject and not standing.is_between
        if is_one_object:
            found = [s for s in found if not set(s.polities) <= set(standing.polities)]
        else:
            found.append(standing)
    return found


def _last_group(
    standings: Sequence[Standing], count: int, excluded: frozenset[str], *, is_dealing: bool
) -> tuple[Participant, ...] | None:
    for standing in reversed(standings):
        if not (standing.is_joined or len(standing.participants) > 1):
            continue
        # Two sides may be a government and rebels whom the text does not name: the words tell them apart.
        known = standing.participants if is_dealing else _polities(standing)
        found = {(p.id, p.mention.text if p.id == UNKNOWN_ID else ""): p for p in known if p.id not in excluded}
        if len(found) == count:
            return tuple(found.values())
    return None


def _polities(standing: Standing) -> tuple[Participant, ...]:
    if standing.participants:
        return tuple(p for p, party in zip(standing.participants, standing.parties, strict=False) if party.is_polity)
    return tuple(
        Participant(party.id, party.name, None, standing.mention)
        for party in standing.parties
        if party.is_polity and standing.mention is not None
    )


def _where(distance: int) -> str:
    return _NEAR[distance] if distance < len(_NEAR) else f"the sentence {distance} before"


def _names(found: tuple[Participant, ...]) -> str:
    return ", ".join(p.name for p in found)
