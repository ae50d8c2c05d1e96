"""Phrases around nouns of office, body and crowd, and the polity that their words name.

Whose minister is it? The polity stands before the noun ("the Ukrainian Foreign
Ministry", "North Korea's Ambassador"), or behind it ("government of Syria", "rebels in
Yemen"). Where an ambassador is posted is not for whom he speaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.actors.naming import EntryKind, NameForm, NameInSentence, Party
from dragoman.actors.noun import ACTOR_NOUNS, DIPLOMATIC_POSTS, ActorNoun, NounKind
from dragoman.actors.phrase import JOINERS, POSSESSIVES, QUOTES, ActorPhrase, PhraseKind, skip, word_at, words_between
from dragoman.actors.sector import SectorLexicon
from dragoman.language.sentence import Sentence, Token

_KINDS = {NounKind.OFFICE: PhraseKind.OFFICE, NounKind.BODY: PhraseKind.BODY, NounKind.CROWD: PhraseKind.CROWD}
_DETERMINERS = frozenset(
    {"the", "this", "that", "these", "those", "both", "a", "an", "all", "some", "its", "their", "his", "her", "our"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_OTHER = "counterpart"
_FORMER = frozenset({"former", "ex", "late", "then", "ousted", "onetime", "erstwhile", "deposed", "retired"})
_CHAMBERS = frozenset({"house", "chamber"})
_MEMBERS = frozenset({"representatives", "deputies", "commons", "lords", "councillors"})
_CHAMBER = ActorNoun("chamber", NounKind.BODY, "LEG")
_HYPHENS = frozenset({"-", "‑"})
_RANKS = frozenset({"extraordinary", "plenipotentiary", "resident", "general", "designate"})
_AFFAIRES = frozenset({"d", "d'affaires", "d’affaires", "'", "’", "affaires", "d'", "d’", "ad", "interim"})
_PORTFOLIOS = frozenset(
    "state foreign external internal affairs defence defense interior finance justice trade commerce economy economic "
    "energy health education agriculture labor labour transport homeland security treasury staff culture information "
    "development industry environment science emergency situations national war intelligence relations cooperation "
    "general mission".split()
)
_MOST_ROLE_WORDS = 5
_OWNING = frozenset({"of", "for"})
_PLACING = frozenset({"in", "from"})
_POSTING = frozenset({"to", "in", "at", "from"})


@dataclass(frozen=True, slots=True)
class SentenceNames:
    """The names of the authority file in one sentence, by the tokens at which they begin and end.

    Attributes:
        names: In order.
        by_first: By the index of the first token.
        by_last: By the index of the last token.
    """

    names: tuple[NameInSentence, ...]
    by_first: Mapping[int, NameInSentence]
    by_last: Mapping[int, NameInSentence]

    @staticmethod
    def of(names: tuple[NameInSentence, ...]) -> "SentenceNames":
        """Index the names of a sentence."""
        return SentenceNames(names, {n.first: n for n in names}, {n.last - 1: n for n in names})


def find_noun_phrases(
    sentence: Sentence, names: SentenceNames, sectors: SectorLexicon | None = None
) -> tuple[ActorPhrase, ...]:
    """Find the phrases of a sentence whose head is a noun of office, body or crowd, in order.

    A phrase that stands inside another's complement ("a source in the Syrian foreign
    ministry") is found for itself, and the outer one takes its polity.
    """
    covered = {i for name in names.names for i in range(name.first, name.last)}
    found: dict[int, ActorPhrase] = {}
    for token in reversed(sentence.tokens):
        noun = _noun_at(sentence, token)
        if noun is None or token.index in covered or not _is_head(sentence, token, noun):
            continue
        phrase = _noun_phrase(sentence, token, noun, names, found)
        found[token.index] = _with_sector(sentence, phrase, sectors)
    return tuple(found[index] for index in sorted(found))


def _noun_at(sentence: Sentence, token: Token) -> ActorNoun | None:
    """Look up the noun at a token; "House of Representatives" is one body and has no representatives."""
    word = token.text.lower()
    if word in _MEMBERS and word_at(sentence, token.index - 1) == "of":
        return None if word_at(sentence, token.index - 2) in _CHAMBERS else ACTOR_NOUNS.get(word)
    if word in _CHAMBERS and word_at(sentence, token.index + 1) == "of":
        return _CHAMBER if word_at(sentence, token.index + 2) in _MEMBERS else None
    return ACTOR_NOUNS.get(word)


def _is_head(sentence: Sentence, token: Token, noun: ActorNoun) -> bool:
    if token.pos not in {"NOUN", "PROPN", "X"} and not (
        token.pos == "ADJ" and token.tag == "NNP" and token.text[0].isupper()
    ):
        return False
    if noun.word == "people" and word_at(sentence, token.index + 1) in POSSESSIVES:
        return "republic" not in word_at(sentence, token.index + 2)
    if noun.kind is not NounKind.OFFICE and token.base in {"compound", "amod"} and token.head > token.index:
        return False
    if noun.word == "general":
        return token.pos == "PROPN" and word_at(sentence, token.index + 1) not in ACTOR_NOUNS
    following = ACTOR_NOUNS.get(word_at(sentence, token.index + 1))
    if following is None:
        return True
    after = sentence.tokens[token.index + 1]
    return after.pos not in {"NOUN", "PROPN"} or (after.head != token.index and token.head != after.index)


def _noun_phrase(
    sentence: Sentence, token: Token, noun: ActorNoun, names: SentenceNames, inner: Mapping[int, ActorPhrase]
) -> ActorPhrase:
    head = token.index
    first = _role_start(sentence, head, names)
    role_start = first
    end = _portfolio_end(sentence, head, noun)
    parties, first = _parties_before(sentence, first, names)
    # "His counterpart" is the officer of another polity than his.
    owner = _owner_before(sentence, first) if not parties and noun.word != _OTHER else None
    start = _start(sentence, first)
    phrase = ActorPhrase(
        _KINDS[noun.kind],
        start,
        end,
        frozenset(range(role_start, end)),
        parties=parties,
        noun=noun,
        role=_role(sentence, role_start, end - 1),
        owner=owner,
        is_definite=word_at(sentence, start) in _DEFINITE,
        is_former=any(word_at(sentence, i) in _FORMER for i in range(start, head)),
    )
    return _with_complement(sentence, phrase, names, inner)


def _start(sentence: Sentence, first: int) -> int:
    """Where a phrase begins: with its article, its number, and adjectives such as "former" before the polity."""
    index = first
    while index > 0 and (sentence.tokens[index - 1].pos in {"ADJ", "NUM"} or sentence.tokens[index - 1].text in QUOTES):
        index -= 1
    if word_at(sentence, index - 1) in _DETERMINERS and sentence.tokens[index - 1].pos != "SCONJ":
        return index - 1
    return index if any(word_at(sentence, i) in _FORMER for i in range(index, first)) else first


def _portfolio_end(sentence: Sentence, head: int, noun: ActorNoun) -> int:
    """Where an office ends: "Secretary of State", "minister for foreign affairs", "Envoy Extraordinary" go on."""
    end = head + 1
    if noun.kind is not NounKind.OFFICE:
        return end
    while word_at(sentence, end) in _RANKS or (noun.word == "chargé" and word_at(sentence, end) in _AFFAIRES):
        end += 1
    if word_at(sentence, end) not in _OWNING:
        return end
    index = start = end + 1 + (word_at(sentence, end + 1) == "the")
    while word_at(sentence, index) in _PORTFOLIOS or (index > start and word_at(sentence, index) in {"and", "&"}):
        index += 1
    return index if index > start else end


def _role_start(sentence: Sentence, head: int, names: SentenceNames) -> int:
    """Where the words of the office itself begin: "Foreign Minister", "Far East Development Minister"."""
    index = head
    while index > 0:
        before = sentence.tokens[index - 1]
        if index - 1 in names.by_last and not _is_role_region(sentence, names.by_last[index - 1]):
            break
        if before.pos in {"ADJ", "NOUN", "PROPN", "X", "ADV", "VERB"} and before.text.lower() not in _DETERMINERS | {
            "own"
        }:
            is_modifier = before.head in range(index, head + 1) or _leads_to_possessive(sentence, index - 1)
            if before.pos in {"ADV", "VERB"} and not is_modifier:
                break
            index -= 1
        elif _joins_role(sentence, index - 1, names) or _is_peoples(sentence, index - 1):
            index -= 1
        else:
            break
    return index


def _leads_to_possessive(sentence: Sentence, index: int) -> bool:
    """Tell whether participles and adverbs alone stand before a word up to a possessive ending."""
    while index > 0 and (sentence.tokens[index].pos == "ADV" or sentence.tokens[index].tag == "VBN"):
        index -= 1
    return sentence.tokens[index].text in POSSESSIVES


def _is_peoples(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is the ending of "people's" in "people's republics"."""
    return word_at(sentence, index) in POSSESSIVES and word_at(sentence, index - 1) in {"people", "peoples"}


def _is_role_region(sentence: Sentence, name: NameInSentence) -> bool:
    """Tell whether a name is a region inside the words of an office: "Russia's Far East Minister"."""
    return name.form is NameForm.PLACE and word_at(sentence, name.first - 1) in POSSESSIVES


def _joins_role(sentence: Sentence, index: int, names: SentenceNames) -> bool:
    """Whether "and" or a hyphen joins two words of one office: "Foreign and Development Minister"."""
    token = sentence.tokens[index]
    if token.text in {"-", "‑"}:
        # "Iran-backed rebels" are not Iran's: a name is never joined to an office by a hyphen.
        return index > 0 and sentence.tokens[index - 1].end == token.start and index - 1 not in names.by_last
    if token.text.lower() not in {"and", "&"} or index == 0:
        return False
    if not sentence.tokens[index + 1].text[:1].isupper():
        return False
    for before in reversed(sentence.tokens[max(0, index - _MOST_ROLE_WORDS) : index]):
        if before.text in POSSESSIVES:
            return True
        if not before.text[:1].isupper() or before.text.lower() in ACTOR_NOUNS or before.index in names.by_last:
            return before.index in names.by_last and names.by_last[before.index].form is NameForm.ADJECTIVE
    return False


def _parties_before(sentence: Sentence, index: int, names: SentenceNames) -> tuple[tuple[Party, ...], int]:
    """The polities named before the words of the office, and where the phrase then begins."""
    end = skip(sentence, index - 1, POSSESSIVES | QUOTES, step=-1)
    name = names.by_last.get(end)
    if name is None or not _may_own(name) or word_at(sentence, index) in _HYPHENS:
        return (), index
    found = [name]
    while True:
        before = skip(sentence, found[0].first - 1, POSSESSIVES | QUOTES | {"the", "The"}, step=-1)
        # A comma joins within a list that "and" ends: "In Moscow, Pyongyang's envoy" is not the envoy of both.
        if word_at(sentence, before) not in JOINERS | {"-", "–"} | ({","} if len(found) > 1 else set()):
            break
        earlier = names.by_last.get(skip(sentence, before - 1, POSSESSIVES | QUOTES, step=-1))
        if (
            earlier is None
            or not _may_own(earlier)
            or (earlier.form is NameForm.ADJECTIVE) != (name.form is NameForm.ADJECTIVE)
        ):
            break
        found.insert(0, earlier)
    return tuple(n.party for n in found), found[0].first


def _may_own(name: NameInSentence) -> bool:
    return name.party.kind is not EntryKind.AGENCY


def _owner_before(sentence: Sentence, index: int) -> int | None:
    place = index - 2 if word_at(sentence, index - 1) == "own" else index - 1
    return place if word_at(sentence, place) in _OWNERS else None


def _role(sentence: Sentence, first: int, head: int) -> str:
    words = words_between(sentence, first, head + 1).lower()
    for word in _FORMER:
        words = words.removeprefix(f"{word}-").removeprefix(f"{word} ")
    return words


def _with_complement(
    sentence: Sentence, phrase: ActorPhrase, names: SentenceNames, inner: Mapping[int, ActorPhrase]
) -> ActorPhrase:
    """Add what follows the noun: "of Syria", "for foreign affairs", "to Russia", "in the Syrian foreign ministry"."""
    preposition = word_at(sentence, phrase.last)
    noun = phrase.noun
    if noun is None or preposition not in _OWNING | _PLACING | _POSTING | {"at", "with", "within"}:
        return phrase
    index = _skip_modifiers(sentence, phrase.last + 1)
    target = names.by_first.get(index)
    if noun.word in DIPLOMATIC_POSTS and preposition in _POSTING and not _is_origin(phrase, preposition, target):
        return phrase if target is None or _describes(target) else replace(phrase, last=target.last)
    nested = _phrase_at(sentence, inner, index)
    if nested is not None and not phrase.parties and _passes_on(noun, preposition):
        return replace(phrase, last=nested.last, parties=nested.parties, owner=_owner_of(phrase, nested))
    if target is None and preposition in _OWNING and not phrase.parties and _is_bare_number(sentence, index):
        return replace(phrase, last=index + 1, owner=index)
    if target is None or _describes(target):
        return phrase
    if phrase.parties or not _owns_behind(preposition) or (phrase.owner is not None and preposition in _PLACING):
        return replace(phrase, last=target.last) if preposition in _OWNING else phrase
    targets, last = _coordinated(sentence, target, names)
    return replace(phrase, parties=tuple(t.party for t in targets), last=last, owner=None)


def _is_bare_number(sentence: Sentence, index: int) -> bool:
    """Tell whether "both" or "two" stands alone: "the ambassadors of both"."""
    if word_at(sentence, index) not in {"both", "two", "three", "four", "five"}:
        return False
    return index + 1 >= len(sentence.tokens) or sentence.tokens[index + 1].pos not in {"NOUN", "ADJ", "PROPN", "NUM"}


def _is_origin(phrase: ActorPhrase, preposition: str, target: NameInSentence | None) -> bool:
    """Tell whether "from" names who sent somebody ("representatives from Iran"), not whence he is recalled."""
    if preposition != "from" or target is None or phrase.owner is not None or phrase.parties:
        return False
    return target.form is NameForm.NAME


def _describes(name: NameInSentence) -> bool:
    """Tell whether a name only describes what follows it: "in the Iranian capital"."""
    return name.form is NameForm.ADJECTIVE


def _skip_modifiers(sentence: Sentence, index: int) -> int:
    """Step over articles, quotation marks and words such as "self-proclaimed" before a name."""
    index = skip(sentence, index, QUOTES | {"the", "The", "a", "an"})
    while word_at(sentence, index) in {
        "self",
        "-",
        "proclaimed",
        "styled",
        "declared",
        "so",
        "called",
        "breakaway",
        "unrecognised",
        "unrecognized",
        "separatist",
        "neighbouring",
        "neighboring",
        "then",
        "former",
        "eastern",
        "western",
        "northern",
        "southern",
    }:
        index += 1
    return skip(sentence, index, QUOTES | {"the"})


def _phrase_at(sentence: Sentence, inner: Mapping[int, ActorPhrase], index: int) -> ActorPhrase | None:
    return next(
        (p for p in inner.values() if p.first <= index < p.last and word_at(sentence, p.last) not in POSSESSIVES), None
    )


def _passes_on(noun: ActorNoun, preposition: str) -> bool:
    return (
        preposition in _OWNING | {"in", "at", "from", "with", "within"} and noun.kind is not NounKind.BODY
    ) or preposition in _OWNING


def _owner_of(phrase: ActorPhrase, nested: ActorPhrase) -> int | None:
    return nested.owner if nested.parties else max(nested.core) if phrase.owner is None else phrase.owner


def _owns_behind(preposition: str) -> bool:
    return preposition in _OWNING or preposition in _PLACING


def _coordinated(
    sentence: Sentence, name: NameInSentence, names: SentenceNames
) -> tuple[tuple[NameInSentence, ...], int]:
    """Follow a list of names behind a noun: "the navies of China, India and Oman"; it ends with "and"."""
    found, pending = [name], [name]
    while True:
        index = skip(sentence, pending[-1].last, QUOTES)
        is_last = word_at(sentence, index) in {"and", "&"} or word_at(sentence, index + 1) == "and"
        if word_at(sentence, index) not in {"and", "&", ","}:
            break
        start = skip(sentence, index + 1, QUOTES | {"the", "of", "and"})
        following = names.by_first.get(start)
        if following is None or _describes(following):
            break
        pending.append(following)
        if is_last:
            found = list(pending)
            break
    return tuple(found), found[-1].last


def _with_sector(sentence: Sentence, phrase: ActorPhrase, sectors: SectorLexicon | None) -> ActorPhrase:
    """Give the phrase and its parties the sector of its noun, or of the words up to it ("defence minister")."""
    core = sorted(phrase.core)
    lemmas = tuple(sentence.tokens[i].lemma.lower() for i in core)
    exact = sectors.find_ending(lemmas) if sectors is not None else None
    sector = exact.sector if exact is not None else phrase.noun.sector if phrase.noun is not None else None
    parties = tuple(p if p.sector not in {None, "GOV"} else p.acting_as(sector) for p in phrase.parties)
    return replace(phrase, parties=parties, sector=sector)
