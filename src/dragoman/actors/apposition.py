"""Offices and the people who hold them, joined where a text sets one beside the other.

Four patterns of news: TITLE NAME ("Foreign Minister Wang Yi"), TITLE – NAME – (with
dashes, commas or brackets), TITLE to X NAME ("Ambassador to Cuba Ma Hui"), and
NAME, TITLE ("Denis Pushilin, the leader of …"; "Xi Jinping (general secretary of …)").
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.actors.noun import ACTOR_NOUNS
from dragoman.actors.personal import HONORIFICS
from dragoman.actors.phrase import CLOSING, DASHES, OPENING, QUOTES, ActorPhrase, PhraseKind, skip, word_at
from dragoman.language.sentence import Sentence

_LIST_WORDS = frozenset({"and", "or", "&"})


def join_people(
    sentence: Sentence, offices: Iterable[ActorPhrase], runs: Iterable[ActorPhrase]
) -> tuple[ActorPhrase, ...]:
    """Join each phrase of office with the name that stands beside it.

    Args:
        sentence: The sentence.
        offices: Phrases of office, body and crowd.
        runs: Candidate personal names.

    Returns:
        All phrases, in the order of the text; a run that was joined is part of its office.
    """
    free = {run.first: run for run in runs}
    phrases = list(offices)
    for find in (_name_after, _name_set_off, _name_before):
        for place, phrase in enumerate(phrases):
            if phrase.kind is not PhraseKind.OFFICE or phrase.person is not None:
                continue
            run = find(sentence, phrase, free)
            if run is not None:
                phrases[place] = phrase.joined_with(run)
                del free[run.first]
    return tuple(sorted([*phrases, *free.values()], key=lambda p: (p.first, p.last)))


def join_across(
    sentences: Sequence[Sentence], phrases: Sequence[tuple[ActorPhrase, ...]], index: int
) -> ActorPhrase | None:
    """Join the name that begins a sentence with an office at the end of the one before.

    A parser may break a sentence between a title and its name; no mark ends a sentence there.

    Args:
        sentences: The sentences of one section.
        phrases: For each, its phrases.
        index: Index of the sentence that begins with a name.

    Returns:
        The phrase of the name with the office, or ``None``.
    """
    run = next((p for p in phrases[index] if p.kind is PhraseKind.PERSON and p.first == 0), None)
    before = sentences[index - 1]
    end = skip(before, len(before.tokens) - 1, DASHES, step=-1)
    office = next((p for p in phrases[index - 1] if p.kind is PhraseKind.OFFICE and p.last - 1 == end), None)
    if run is None or office is None or office.person is not None or office.is_plural:
        return None
    return replace(office, first=run.first, last=run.last, core=run.core, person=run.person, owner=None)


def _name_after(sentence: Sentence, phrase: ActorPhrase, free: dict[int, ActorPhrase]) -> ActorPhrase | None:
    """TITLE NAME, and TITLE to X NAME."""
    after_noun = max(phrase.core) + 1
    for index in (after_noun, phrase.last):
        run = free.get(skip(sentence, _skip_honorifics(sentence, index), QUOTES))
        if run is not None and not (phrase.noun is not None and phrase.noun.is_plural and run.last - run.first > 1):
            return run
    return None


def _name_set_off(sentence: Sentence, phrase: ActorPhrase, free: dict[int, ActorPhrase]) -> ActorPhrase | None:
    """TITLE – NAME –, TITLE, NAME, and TITLE (NAME)."""
    if word_at(sentence, phrase.last) not in OPENING or (phrase.noun is not None and phrase.noun.is_plural):
        return None
    run = free.get(skip(sentence, _skip_honorifics(sentence, phrase.last + 1), QUOTES))
    if run is None:
        return None
    closing = skip(sentence, run.last, QUOTES)
    if closing >= len(sentence.tokens) or word_at(sentence, closing) in CLOSING | {"?", "!"}:
        return None if _is_list(sentence, closing, free) else run
    return run if sentence.tokens[closing].pos in {"VERB", "AUX"} and word_at(sentence, phrase.last) != "," else None


def _name_before(sentence: Sentence, phrase: ActorPhrase, free: dict[int, ActorPhrase]) -> ActorPhrase | None:
    """NAME, TITLE; NAME – TITLE –; NAME (TITLE)."""
    opening = skip(sentence, phrase.first - 1, QUOTES, step=-1)
    if word_at(sentence, opening) not in OPENING or _is_listed(sentence, phrase):
        return None
    if phrase.noun is not None and phrase.noun.is_plural:
        return None
    end = skip(sentence, opening - 1, QUOTES, step=-1)
    run = next((r for r in free.values() if r.last - 1 == end), None)
    if run is None or word_at(sentence, run.first - 1) in _LIST_WORDS | {","}:
        return None
    closing = skip(sentence, phrase.last, QUOTES)
    is_closed = closing >= len(sentence.tokens) or word_at(sentence, closing) in CLOSING | {
        "who",
        "which",
        "in",
        "since",
        "and",
    }
    return run if is_closed or word_at(sentence, opening) != "," else None


def _is_listed(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """Tell whether others follow an office: "the minister and Y", but not "Envoy Extraordinary and Minister"."""
    following = word_at(sentence, phrase.last + 1)
    return word_at(sentence, phrase.last) in _LIST_WORDS and following not in ACTOR_NOUNS


def _is_list(sentence: Sentence, index: int, free: dict[int, ActorPhrase]) -> bool:
    """Tell whether a name is the first of several: "the minister, Shin, Kim and others"."""
    if word_at(sentence, index) != ",":
        return False
    following = free.get(index + 1)
    return following is not None and word_at(sentence, following.last) in _LIST_WORDS | {","}


def _skip_honorifics(sentence: Sentence, index: int) -> int:
    while word_at(sentence, index) in HONORIFICS or (
        word_at(sentence, index) == "." and word_at(sentence, index - 1) in HONORIFICS
    ):
        index += 1
    return index
