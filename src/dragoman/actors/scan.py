"""All phrases of a sentence that may stand for actors."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.apposition import join_across, join_people
from dragoman.actors.institution import SentenceNames, find_noun_phrases
from dragoman.actors.naming import NameForm, NameInSentence
from dragoman.actors.personal import find_runs, is_listed_person, is_part_of_person, with_listed_people
from dragoman.actors.phrase import ActorPhrase, PhraseKind, word_at
from dragoman.actors.romanisation import latin_words
from dragoman.actors.sector import SectorLexicon
from dragoman.language.sentence import Sentence


def find_phrases(
    sentence: Sentence, names: tuple[NameInSentence, ...], sectors: SectorLexicon | None = None
) -> tuple[ActorPhrase, ...]:
    """Find the phrases of a sentence that may stand for actors.

    Args:
        sentence: A parsed sentence.
        names: The names of the authority file in it, aligned to its tokens.
        sectors: The nouns that tell a sector; without them the nouns of :mod:`dragoman.actors.noun` alone do.

    Returns:
        Phrases in the order of the text. They may lie inside each other: "North Korean" stands
        for itself and in "North Korean Foreign Minister".
    """
    kept = _with_whole_peoples(tuple(name for name in names if not is_part_of_person(sentence, name)))
    people = tuple(name for name in kept if is_listed_person(sentence, name))
    kept = tuple(name for name in kept if name not in people)
    offices = find_noun_phrases(sentence, SentenceNames.of(kept), sectors)
    runs = with_listed_people(
        sentence, find_runs(sentence, kept, {i for phrase in offices for i in phrase.core}), people
    )
    joined = [_with_polity_behind(sentence, phrase, kept) for phrase in join_people(sentence, offices, runs)]
    joined = _with_shared_polities(sentence, joined)
    named = [_name_phrase(sentence, name) for name in kept]
    return tuple(sorted([*joined, *named], key=lambda p: (p.first, p.last)))


def _with_whole_peoples(names: tuple[NameInSentence, ...]) -> tuple[NameInSentence, ...]:
    """Let a people inside another polity be that polity's: "Kosovo Albanians" are not Albania's."""
    found: list[NameInSentence] = []
    for name in names:
        before = found[-1] if found and found[-1].last == name.first else None
        is_people = name.form is NameForm.DEMONYM or (
            name.form is NameForm.ADJECTIVE and before is not None and before.form is NameForm.NAME
        )
        if before is not None and is_people and before.party.is_polity:
            found[-1] = replace(before, last=name.last, form=name.form)
        else:
            found.append(name)
    return tuple(found)


def heal_breaks(sentences: Sequence[Sentence], sections: Sequence[int], phrases: list[tuple[ActorPhrase, ...]]) -> None:
    """Join, in place, names with the titles from which a parser has broken them off."""
    for index in range(1, len(sentences)):
        if sections[index] != sections[index - 1]:
            continue
        joined = join_across(sentences, phrases, index)
        if joined is not None:
            rest = tuple(p for p in phrases[index] if p.core != joined.core)
            phrases[index] = tuple(sorted((joined, *rest), key=lambda p: (p.first, p.last)))


def _with_shared_polities(sentence: Sentence, phrases: list[ActorPhrase]) -> list[ActorPhrase]:
    """Give an office the polity of the office it is coordinated with: "the Greek premier and energy minister X"."""
    found: list[ActorPhrase] = []
    for phrase in phrases:
        earlier = found[-1] if found else None
        if (
            earlier is not None
            and earlier.kind is phrase.kind is PhraseKind.OFFICE
            and earlier.parties
            and not phrase.parties
            and phrase.owner is None
            and not phrase.is_definite
            and word_at(sentence, phrase.first - 1) == "and"
            and phrase.first - 1 == earlier.last
        ):
            parties = tuple(party.acting_as(phrase.sector) for party in earlier.parties)
            found.append(replace(phrase, parties=parties))
        elif earlier is not None and _is_second_title(sentence, earlier, phrase):
            found[-1] = replace(earlier, parties=phrase.parties, last=phrase.last, core=earlier.core | phrase.core)
        else:
            found.append(phrase)
    return found


def _is_second_title(sentence: Sentence, earlier: ActorPhrase, phrase: ActorPhrase) -> bool:
    """Tell whether a person has two titles: "John X, Envoy Extraordinary and Minister Plenipotentiary of Y"."""
    if not (earlier.kind is phrase.kind is PhraseKind.OFFICE) or earlier.person is None or phrase.person is not None:
        return False
    is_beside = phrase.first - 1 == earlier.last and word_at(sentence, earlier.last) == "and"
    return is_beside and max(earlier.core) + 1 == earlier.last and not earlier.parties and not phrase.is_definite


def _with_polity_behind(sentence: Sentence, phrase: ActorPhrase, names: tuple[NameInSentence, ...]) -> ActorPhrase:
    """Add the polity that follows the person: "Foreign Minister Park Jin of South Korea"."""
    if phrase.person is None or (phrase.noun is None and len(latin_words(phrase.person)) == 1):
        return phrase
    if phrase.parties or word_at(sentence, phrase.last) not in {"of", "from"}:
        return phrase
    index = phrase.last + 1 + (word_at(sentence, phrase.last + 1) == "the")
    behind = next((name for name in names if name.first == index), None)
    if behind is None:
        return phrase
    return replace(phrase, last=behind.last, parties=(behind.party.acting_as(phrase.sector),), owner=None)


def _name_phrase(sentence: Sentence, name: NameInSentence) -> ActorPhrase:
    first = (
        name.first - 1
        if name.form is not NameForm.ADJECTIVE and word_at(sentence, name.first - 1) == "the"
        else name.first
    )
    return ActorPhrase(
        PhraseKind.NAME, first, name.last, frozenset(range(name.first, name.last)), parties=(name.party,), name=name
    )
