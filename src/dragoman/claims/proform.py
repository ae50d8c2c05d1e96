"""Acts told by "did so", "did the same", "followed suit": the act told last, with another doer.

After "Norway recognised Palestine on Tuesday", "Slovenia did so a week later" is a recognition too. Only
acts of states on each other are taken up, and only the one told last in the same section.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.claims.counting import find_ordinals
from dragoman.claims.finding import Finding
from dragoman.events.clause import logical_subjects
from dragoman.events.factuality import find_factuality
from dragoman.events.force import FactualityLexicon
from dragoman.events.matcher import Scene
from dragoman.language.sentence import Sentence, Token

_FAMILIES = frozenset({"recognition", "relations", "mission", "envoy", "membership", "agreement"})
_WORDS = frozenset({"so", "same", "likewise", "this"})


def find_proforms(
    sentence: Sentence,
    earlier: Sequence[Finding | None],
    *,
    scene: Scene,
    lexicon: FactualityLexicon,
    polities: frozenset[str],
) -> Iterator[Finding]:
    """Yield the acts that a sentence tells by a word that stands for the act told last.

    Args:
        sentence: Where to look.
        earlier: The act told last in the sentences before, or ``None`` where none is open to be taken up; then the
            acts of this sentence.
        scene: Resolves noun phrases.
        lexicon: Words that bear on factuality.
        polities: Identifiers of polities: only they may be doers.
    """
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"} and _stands_for_act(sentence, token):
            last = _told_before(sentence, token, earlier)
            if last is None or not _is_taken_up(last):
                continue
            heads = logical_subjects(sentence, token)
            actors = tuple(p for head in heads for p in scene.participants(sentence, head) if p.id in polities)
            if not actors:
                continue
            ids, told = {p.id for p in actors}, {p.id for p in last.actors}
            is_another = not ids & (told | {p.id for p in last.recipients})
            taken = replace(
                last,
                sentence=sentence,
                trigger=token,
                actors=actors,
                object=None,
                place=None,
                factuality=find_factuality(sentence, token, lexicon),
                rule="en/proform#" + token.lemma.lower(),
                weight=0.7,
                date=None,
            )
            if is_another:
                yield taken
            if is_another or ids <= told:
                # "…, becoming the first country to do so" counts an act that has been told already.
                yield from find_ordinals(taken)


def _told_before(sentence: Sentence, token: Token, earlier: Sequence[Finding | None]) -> Finding | None:
    """Return the act told last before a word; what a clause beside it tells, if that is no act, is not passed over."""
    beside = [
        one for one in earlier if one is not None and one.sentence is sentence and one.trigger.index < token.index
    ]
    if beside:
        return beside[-1]
    head = sentence.head_of(token) if token.base in {"conj", "parataxis"} else None
    if head is not None and head.index < token.index and head.pos == "VERB":
        return None
    before = [one for one in earlier if one is None or one.sentence is not sentence]
    return before[-1] if before else None


def _is_taken_up(last: Finding) -> bool:
    mode = last.type.mode if last.type is not None else None
    return mode is not None and mode.partition("-")[0] in _FAMILIES


def _stands_for_act(sentence: Sentence, token: Token) -> bool:
    lemma = token.lemma.lower()
    below = sentence.dependents(token, "advmod", "obj", "obl", "xcomp")
    words = {t.text.lower() for t in below}
    if lemma == "do":
        return bool(words & _WORDS)
    if lemma == "follow":
        return "suit" in words or not sentence.dependents(token, "obj", "ccomp", "xcomp", "nsubj:pass")
    return False
