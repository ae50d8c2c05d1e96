"""Sayings that reach beyond their own sentence.

A quotation that runs over several sentences keeps its speaker; a sentence wholly inside quotation
marks that stands after a saying belongs to that speaker; and a fragment that only names somebody
after a statement ("… . Jane Roe, a former diplomat.") gives the speaker of that statement.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.claims.attribution import Attribution, Saying
from dragoman.documents.section import VoiceKind
from dragoman.language.sentence import Sentence

_OPEN = "“«„"
_CLOSE = "”»"


class Quotations:
    """The sayings that hold for whole sentences of one section.

    Args:
        sentences: The sentences of the section, in order.
        attribution: Finds the sayings within a sentence.
        voice: Who speaks in the section anyway.
    """

    def __init__(self, sentences: Sequence[Sentence], attribution: Attribution, voice: str) -> None:
        self._attribution = attribution
        self._voice = voice
        self._carried: dict[int, tuple[Saying, ...]] = {}
        self._read(sentences)

    def carried(self, sentence: Sentence) -> tuple[Saying, ...]:
        """Return the sayings that an earlier (or a trailing) sentence gives to this one, outermost first."""
        return self._carried.get(sentence.start, ())

    def _read(self, sentences: Sequence[Sentence]) -> None:
        speaker: tuple[Saying, ...] = ()
        is_open = False
        for number, sentence in enumerate(sentences):
            is_whole = sentence.text[:1] in _OPEN and not self._own(sentence)
            if (is_open or is_whole) and speaker:
                self._carried[sentence.start] = speaker
            is_open = _stays_open(sentence.text, is_open=is_open)
            own = self._own(sentence)
            if own:
                speaker = own
            elif not is_open and not is_whole:
                speaker = ()
            if number and self._is_fragment(sentence):
                self._give_back(sentences[number - 1], sentence)

    def _own(self, sentence: Sentence) -> tuple[Saying, ...]:
        """The sayings of a sentence's own main clause."""
        root = sentence.root
        if root.lemma.lower() not in self._attribution.lexicon.verbs:
            return ()
        return tuple(self._attribution.said_by(sentence, root))

    def _is_fragment(self, sentence: Sentence) -> bool:
        return sentence.root.pos == "PROPN" and all(t.pos not in {"VERB", "AUX"} for t in sentence.tokens)

    def _give_back(self, statement: Sentence, fragment: Sentence) -> None:
        if self._own(statement) or statement.start in self._carried:
            return
        named = self._attribution.named(fragment, fragment.root)
        people = [s for s in named if s.hop.kind is VoiceKind.PERSON and s.speakers and s.hop.source != self._voice]
        if people:
            first = people[0]
            hop = replace(first.hop, cue="named in the fragment that follows", how="said")
            self._carried[statement.start] = (Saying(hop, statement.root, first.speakers),)


def _stays_open(text: str, *, is_open: bool) -> bool:
    depth = 1 if is_open else 0
    for character in text:
        if character in _OPEN:
            depth = 1
        elif character in _CLOSE:
            depth = 0
    return depth == 1
