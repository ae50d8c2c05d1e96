"""Words that refer back: pronouns, "the two countries", "the ministry", "the latter".

Each is resolved inside its section with a reason, or left open with one: a translator's
note and the article it stands before have different voices, and "it" never crosses from
one into the other. No answer is preferred to a wrong one.
"""

from collections.abc import Sequence

from dragoman.actors.bridging import resolve_bridge
from dragoman.actors.discourse import Discourse, Resolution
from dragoman.actors.noun import COUNTRY_NOUNS, DIPLOMATIC_POSTS, KINGDOMS, MONARCHIES, PARTY_NOUNS, NounKind
from dragoman.actors.pair import UNSETTLED, find_pair, is_pair_phrase, number_of
from dragoman.actors.participant import UNKNOWN_ID, Mention, Participant
from dragoman.actors.phrase import QUOTES, ActorPhrase, mention_of, word_at
from dragoman.actors.pronoun import PRONOUNS, named, resolve_pronoun
from dragoman.actors.standing import Standing
from dragoman.language.sentence import Sentence, Token

_ORDER = frozenset({"former", "latter"})
_LEADING = frozenset({"the", "two", "both", "these", "those", "three", "four"})
_CLOSING_MARKS = {"“": "”", "‘": "’", '"': '"', "«": "»"}
_PAIR = 2
_OF_TOPIC = frozenset({"country", "countries", "state", "states", "nation", "nations", "government", "governments"})
_RESTRICTED = frozenset({"republic", "republics"}) | UNSETTLED
"""Nouns that so few polities are called by that their pair may stand far back."""
_BACK_PAIR = 5
_BACK_NAMED = 20
_BACK_COUNTRY = 2
_BACK_NOUN = 12


def is_reference(token: Token) -> bool:
    """Tell whether a token that belongs to no phrase may refer back to somebody."""
    return token.text.lower() in PRONOUNS or token.text.lower() in _ORDER or is_pair_phrase(token, None)


def words_of(sentence: Sentence, token: Token, phrase: ActorPhrase | None) -> Mention:
    """Return the words that refer, with "the" and "two" where they stand before."""
    first = phrase.first if phrase is not None else token.index
    last = phrase.last if phrase is not None else token.index + 1
    if token.text.lower() not in PRONOUNS:
        while first > 0 and (word_at(sentence, first - 1) in _LEADING or sentence.tokens[first - 1].text in QUOTES):
            first -= 1
        while sentence.tokens[first].text in QUOTES:
            first += 1
        if last < len(sentence.tokens) and sentence.tokens[last].text in _CLOSING_MARKS.get(
            _mark(sentence, first, last), ()
        ):
            last += 1
    return mention_of(sentence, first, last)


def _mark(sentence: Sentence, first: int, last: int) -> str:
    """Return the quotation mark inside some words, or ``""``."""
    return next((t.text for t in sentence.tokens[first:last] if t.text in _CLOSING_MARKS), "")


def resolve_reference(discourse: Discourse, index: int, token: Token, phrase: ActorPhrase | None) -> Resolution:
    """Find whom a pronoun or a description stands for.

    Args:
        discourse: The document as far as it has been read.
        index: Index of the sentence.
        token: The pronoun, or the head of the description.
        phrase: The description, or ``None`` for a pronoun.

    Returns:
        The participants with a reason; without participants, the reason why it stays open.
    """
    sentence = discourse.sentences[index]
    word = token.text.lower()
    if is_pair_phrase(token, sentence):
        return _pair(discourse, index, token, phrase)
    if word in _ORDER:
        return _one_of_two(discourse, index, token) if _stands_alone(sentence, token) else Resolution((), "")
    if word in PRONOUNS:
        return resolve_pronoun(discourse, index, token)
    if phrase is None or phrase.noun is None or not phrase.is_definite:
        return Resolution((), "")
    if phrase.noun.word in COUNTRY_NOUNS:
        return (
            _the_country(discourse, index, token, phrase.noun.word)
            if not phrase.is_plural and _is_plain(phrase)
            else Resolution((), "")
        )
    same = _the_office(discourse, index, phrase)
    return same if same.participants else _bridged(discourse, index, phrase, same)


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """Tell whether "the latter" has no noun behind it: "the former minister" orders nothing."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    is_noun = after is not None and after.pos in {"NOUN", "PROPN", "ADJ"}
    return word_at(sentence, token.index - 1) == "the" and not is_noun


def _one_of_two(discourse: Discourse, index: int, token: Token) -> Resolution:
    """Resolve "the former" and "the latter" by the two that were last set side by side."""
    for standings in (discourse.before(index, token.index), *discourse.back(index, 1)):
        pairs = [s for s in standings if s.is_joined and len(s.participants) == _PAIR]
        if pairs:
            found = pairs[-1].participants[0 if token.text.lower() == "former" else 1]
            return Resolution((found,), f"of {named(pairs[-1])}")
    return Resolution((), "no two before it")


def _bridged(discourse: Discourse, index: int, phrase: ActorPhrase, otherwise: Resolution) -> Resolution:
    bridge = resolve_bridge(discourse, index, phrase)
    role = phrase.role if phrase.noun is not None and phrase.noun.kind is NounKind.OFFICE else None
    found = tuple(Participant(p.id, p.name, phrase.sector, p.mention, role=role) for p in bridge.participants)
    return Resolution(found, bridge.reason) if found else otherwise


def _is_plain(phrase: ActorPhrase) -> bool:
    """Tell whether a noun stands with its article alone: "the third country" is another one."""
    return len(phrase.core) == 1 and phrase.first == min(phrase.core) - 1


def _pair(discourse: Discourse, index: int, token: Token, phrase: ActorPhrase | None) -> Resolution:
    noun = phrase.noun.word if phrase is not None and phrase.noun is not None else token.text.lower()
    count = number_of(discourse.sentences[index], token)
    depth = _BACK_NAMED if noun in _RESTRICTED or count > _PAIR else _BACK_PAIR
    earlier = [discourse.before(index, token.index), *discourse.back(index, depth)]
    again = _described_before(discourse, index, token, noun)
    if again is not None:
        return Resolution(_as_body(again.participants, phrase), f"the same as “{token.text}” before")
    found, reason = find_pair(discourse.sentences[index], token, noun, earlier)
    if count == _PAIR and _is_about_topic(discourse, noun, found, earlier[0]):
        return Resolution(_as_body(discourse.topic.pair, phrase), "the two that the title names")
    return Resolution(_as_body(found, phrase), reason)


def _is_about_topic(
    discourse: Discourse, noun: str, found: tuple[Participant, ...], beside: Sequence[Standing]
) -> bool:
    """Tell whether "the two countries" are those of the title and not those that were mentioned last.

    A page about two states comes back to them after a word on a third one, which then stands beside one of them.
    """
    ids, topic = {p.id for p in found}, {p.id for p in discourse.topic.pair}
    if not topic or noun not in _OF_TOPIC or ids == topic:
        return False
    named = {name for standing in beside for name in standing.polities}
    return (not ids or len(ids & topic) == 1) and named <= topic


def _described_before(discourse: Discourse, index: int, token: Token, noun: str) -> Standing | None:
    """Find an earlier "the two territories": contested entities are seldom called so in turn."""
    if noun.lower() not in UNSETTLED:
        return None
    for standings in discourse.back(index, _BACK_NAMED):
        for standing in reversed(standings):
            words = standing.mention.text.lower() if standing.mention is not None else ""
            if len(standing.participants) > 1 and standing.phrase is None and words.endswith(token.text.lower()):
                return standing
    return None


def _as_body(found: tuple[Participant, ...], phrase: ActorPhrase | None) -> tuple[Participant, ...]:
    """The two polities as what the phrase calls them: "the two governments" act with the sector of governments."""
    noun = phrase.noun if phrase is not None else None
    is_side = noun is not None and noun.word in PARTY_NOUNS
    sector = phrase.sector if phrase is not None and noun is not None and noun.word not in COUNTRY_NOUNS else None
    role = noun.word if noun is not None and noun.kind is NounKind.OFFICE else None
    return tuple(
        Participant(
            p.id, p.name, p.sector if is_side or p.id == UNKNOWN_ID else sector, p.mention, role=role, reason=p.reason
        )
        for p in found
    )


def _the_country(discourse: Discourse, index: int, token: Token, noun: str) -> Resolution:
    doers = _doers_beside(discourse, index, token)
    near = [
        s
        for s in discourse.before(index, token.index)
        if len(s.polities) == 1 and _is_such(s, noun) and s.token not in doers
    ]
    if near and len({s.polities for s in near}) == 1:
        if all(s.phrase is not None and s.phrase.noun is not None for s in near):
            return Resolution((), "people of a polity may act in another country")
        return Resolution(_polity(near[-1]), f"the only polity before in the sentence: {named(near[-1])}")
    if near:
        return Resolution((), "several polities before in the sentence")
    for standings in discourse.back(index, _BACK_COUNTRY):
        such = [s for s in standings if len(s.polities) == 1 and _is_such(s, noun)]
        subjects = [s for s in such if s.is_subject]
        if subjects:
            return Resolution(_polity(subjects[0]), f"subject of a sentence before: {named(subjects[0])}")
        if len({s.polities for s in such}) == 1:
            return Resolution(_polity(such[0]), f"the only polity in the sentence before: {named(such[0])}")
    return Resolution((), "no polity before decides")


def _doers_beside(discourse: Discourse, index: int, token: Token) -> frozenset[int]:
    """The subjects of the verb whose object a noun is: who recognises "that republic" is another one."""
    sentence = discourse.sentences[index]
    if token.base not in {"obj", "iobj", "obl"}:
        return frozenset()
    return frozenset(subject.index for subject in sentence.dependents(sentence.tokens[token.head], "nsubj"))


def _is_such(standing: Standing, noun: str) -> bool:
    """Tell whether a polity may be called by the noun: only a kingdom is "the kingdom", and none is "the republic"."""
    if noun == "republic":
        return standing.polities[0] not in MONARCHIES
    return noun not in KINGDOMS or standing.polities[0] in KINGDOMS[noun]


def _the_office(discourse: Discourse, index: int, phrase: ActorPhrase) -> Resolution:
    """Resolve "the ministry", "the minister": the last one of that noun whose polity the text has said."""
    for standings in (discourse.before(index, phrase.first), *discourse.back(index, _BACK_NOUN)):
        for standing in reversed(standings):
            if standing.phrase is not None and _is_same_office(standing, phrase):
                return Resolution(standing.participants, f"the same as before: {named(standing)}")
    return Resolution((), f"no {phrase.role} before with the name of a polity")


def _is_same_office(standing: Standing, phrase: ActorPhrase) -> bool:
    noun, earlier = phrase.noun, standing.phrase.noun if standing.phrase is not None else None
    if noun is None or earlier is None or noun.word != earlier.word or not standing.polities:
        return False
    if noun.word in DIPLOMATIC_POSTS and noun.kind is NounKind.BODY:
        return False
    role, held = phrase.role or "", standing.phrase.role or "" if standing.phrase is not None else ""
    return noun.is_plural == earlier.is_plural and (role == noun.word or held.endswith(role))


def _polity(standing: Standing) -> tuple[Participant, ...]:
    party = next(party for party in standing.parties if party.is_polity)
    mention = standing.participants[0].mention if standing.participants else standing.mention
    return () if mention is None else (Participant(party.id, party.name, None, mention),)
