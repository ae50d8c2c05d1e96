"""Runs of words that may be a person's name: "Choe Son-hui", "Adel al-Jubeir", "J. D. Sample".

A run is only a candidate. It becomes a person where an office stands beside it, where
the document has introduced the name with one, or where it speaks.
"""

from collections.abc import Collection

from dragoman.actors.naming import NameInSentence
from dragoman.actors.noun import ACTOR_NOUNS
from dragoman.actors.phrase import ActorPhrase, PhraseKind, words_between
from dragoman.actors.romanisation import latin_words
from dragoman.actors.standing import head_of_phrase
from dragoman.language.sentence import Sentence, Token

_PARTICLES = frozenset(
    "al el bin ibn bint abu van von der den de da di del della dos das du la le ben ter ten ul ur bar san st".split()
)
HONORIFICS = frozenset(
    "señor señora don doña dom monsieur baron count mr mrs ms miss dr sir dame lord lady sheikh shaikh ayatollah "
    "imam hojatoleslam mullah pope father rev prof professor comrade gen lt col maj capt sgt cmdr adm sen rep gov "
    "hon mr. mrs. ms. dr. gen. lt. col. maj. capt. sgt. adm. sen. rep. gov. prof. st. haji hajj maulana grand".split()
)
_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday north south east west "
    "northern southern eastern western central extraordinary plenipotentiary internet god christmas easter "
    "ramadan covid islam treaty agreement accord accords council committee republic union university street "
    "avenue river sea ocean gulf war act bill law resolution article day declaration summit conference forum "
    "agency news times post radio television tv bank company inc corp ltd group party ministry minister embassy "
    "department airport province region city district island islands mountain bridge games cup league club "
    "association foundation institute court house square palace airlines airways".split()
)
_ORGANISATIONS = frozenset(
    "europe international watch authority service centre center monitor observatory front movement commission "
    "fund network project society trust committee alliance forces force office organisation organization "
    "initiative".split()
)
_ALSO_PERSONAL = frozenset(
    "georgia chad jordan israel kenya paris india america washington london berlin holland french german england "
    "ireland vienna malta victoria kingston wellington hamilton stanley jackson sofia santiago monaco brazil "
    "cyprus lima montana jersey".split()
)
"""Names of polities and capitals that are given or family names, too."""
_HYPHENS = frozenset({"-", "‐", "‑"})
_MOST_TOKENS = 9
_LISTED_WORDS = range(2, 5)
SECTORS_OF_PEOPLE = frozenset("GOV ELI MIL LEG JUD OPP PTY REB COP BUS JRN EDU REL CVL".split())
"""Sectors in which dictionaries list single people."""
SAYING = frozenset(
    "say tell announce declare state report write claim add warn note stress argue comment reply respond deny "
    "confirm accuse condemn insist admit call urge ask tweet post explain believe describe recall suggest meet "
    "visit sign sworn quote".split()
)


def find_runs(
    sentence: Sentence, names: Collection[NameInSentence], titles: Collection[int] = ()
) -> tuple[ActorPhrase, ...]:
    """Find the runs of tokens that are written as personal names are.

    Args:
        sentence: A parsed sentence.
        names: Names of the authority file in it; a run never takes a part of one, but for a single
            word that the tree or the next word makes a part of a person's name ("George Washington").
        titles: Indexes of tokens that belong to words of office.

    Returns:
        Phrases of kind person, in order, without offices.
    """
    taken = _taken(sentence, names).union(titles)
    found: list[ActorPhrase] = []
    index, end = 0, len(sentence.tokens)
    while index < end:
        if index in taken or not _is_name_word(sentence.tokens[index]):
            index += 1
            continue
        last = _run_end(sentence, index, taken)
        if _is_worth(sentence, index, last):
            name = words_between(sentence, index, last)
            found.append(ActorPhrase(PhraseKind.PERSON, index, last, frozenset(range(index, last)), person=name))
        index = last
    return tuple(found)


def is_listed_person(sentence: Sentence, name: NameInSentence) -> bool:
    """Tell whether a name of a user's dictionary is a person's.

    The dictionary may say so; where it does not, two to four words that are written as a person's name are one.
    """
    if not name.listed or name.is_person is not None:
        return bool(name.is_person)
    words = [token for token in sentence.tokens[name.first : name.last] if token.text not in _HYPHENS]
    is_named = all(_is_name_word(token) or token.text.lower() in _PARTICLES for token in words)
    return (
        name.party.sector in SECTORS_OF_PEOPLE
        and len(words) in _LISTED_WORDS
        and is_named
        and _ORGANISATIONS.isdisjoint(token.text.lower() for token in words)
    )


def with_listed_people(
    sentence: Sentence, runs: tuple[ActorPhrase, ...], people: Collection[NameInSentence]
) -> tuple[ActorPhrase, ...]:
    """Return the runs with those that a user's dictionary knows, which say for whom they stand."""
    listed = tuple(
        ActorPhrase(
            PhraseKind.PERSON,
            name.first,
            name.last,
            frozenset(range(name.first, name.last)),
            parties=(name.party,),
            sector=name.party.sector,
            person=words_between(sentence, name.first, name.last),
            listed=name.listed,
        )
        for name in people
    )
    taken = {index for phrase in listed for index in phrase.core}
    return tuple(sorted((*listed, *(run for run in runs if taken.isdisjoint(run.core))), key=lambda p: p.first))


def acts_as_person(sentence: Sentence, run: ActorPhrase) -> bool:
    """Tell whether a name that no office stands beside does what people do: it speaks, or acts behind "by"."""
    words = latin_words(run.person or "")
    if len(words) == 1 or not _ORGANISATIONS.isdisjoint(words):
        return False
    head = head_of_phrase(sentence, run)
    above = sentence.tokens[head.head]
    if head.base == "nsubj" and (above.lemma in SAYING or above.text.lower() in SAYING):
        return True
    return head.relation == "obl:agent" or "by" in {case.text.lower() for case in sentence.dependents(head, "case")}


def _taken(sentence: Sentence, names: Collection[NameInSentence]) -> frozenset[int]:
    taken: set[int] = set()
    for name in names:
        if not is_part_of_person(sentence, name):
            taken.update(range(name.first, name.last))
    return frozenset(taken)


def is_part_of_person(sentence: Sentence, name: NameInSentence) -> bool:
    """Tell whether a one-word name of the authority file is a word of a person's name here."""
    if name.last - name.first != 1 or sentence.tokens[name.first].text.lower() not in _ALSO_PERSONAL:
        return False
    token = sentence.tokens[name.first]
    before = sentence.tokens[name.first - 1] if name.first else None
    after = sentence.tokens[name.last] if name.last < len(sentence.tokens) else None
    if token.tag not in {"NNP", ""} or token.pos not in {"PROPN", "X"}:
        return False
    if before is not None and _is_name_word(before) and before.lemma[:1].isupper() and _are_tied(before, token):
        return before.index > 0 or _are_flat(before, token)
    return after is not None and _is_name_word(after) and _are_flat(token, after)


def _are_flat(left: Token, right: Token) -> bool:
    return (right.head == left.index and right.base == "flat") or (left.head == right.index and left.base == "flat")


def _are_tied(left: Token, right: Token) -> bool:
    return _are_flat(left, right) or (left.head == right.index and left.base == "compound")


def _is_name_word(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or text.lower() in _NOT_NAMES or text.lower().rstrip("s") in _NOT_NAMES:
        return False
    if text.lower() in ACTOR_NOUNS or text.lower() in HONORIFICS:
        return False
    if token.pos == "PROPN" or token.tag in {"NNP", "NNPS"}:
        return text.replace("'", "").replace("’", "").replace(".", "").replace("-", "").isalpha()
    return token.index > 0 and token.pos in {"NOUN", "ADJ", "X", "INTJ"} and text.isalpha() and not text.isupper()


def _run_end(sentence: Sentence, first: int, taken: frozenset[int]) -> int:
    index = first + 1
    while index < len(sentence.tokens) and index - first < _MOST_TOKENS:
        step = _step(sentence, index, taken)
        if not step:
            break
        index += step
    return index


def _step(sentence: Sentence, index: int, taken: frozenset[int]) -> int:
    """How many tokens from ``index`` on belong to the run: 0 ends it."""
    if index in taken:
        return 0
    token = sentence.tokens[index]
    if _is_name_word(token):
        return 1
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if following is None or index + 1 in taken:
        return 0
    is_tight = sentence.tokens[index - 1].end == token.start
    if token.text in _HYPHENS and is_tight and following.start == token.end and following.text.isalpha():
        return 2
    if token.text.lower() in _PARTICLES:
        if _is_name_word(following):
            return 2
        after = sentence.tokens[index + 2] if index + 2 < len(sentence.tokens) else None
        return 3 if following.text in _HYPHENS and after is not None and after.text[:1].isupper() else 0
    return 0


def _is_worth(sentence: Sentence, first: int, last: int) -> bool:
    words = [sentence.tokens[i].text for i in range(first, last)]
    return any(len(word) > 1 and not (word.isupper() and len(words) == 1) for word in words)
