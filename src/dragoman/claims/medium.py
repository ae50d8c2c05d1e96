"""Agencies and outlets that no authority file knows: "the state agency *TMN*", "*TMN* news agency"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.claims.hop import Hop
from dragoman.documents.section import VoiceKind
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class Medium:
    """An agency or outlet by the name that stands beside what it is.

    Attributes:
        name: Its name, as the text spells it.
        kind: Agency or outlet.
        span: Where the name stands.
    """

    name: str
    kind: VoiceKind
    span: Span

    def as_hop(self, hop: Hop) -> Hop:
        """Return a hop with the name and the kind of the medium."""
        return replace(hop, source=self.name, kind=self.kind, span=self.span)


def find_medium(sentence: Sentence, head: Token, media: Mapping[str, str]) -> Medium | None:
    """Find the name of an agency or outlet in the phrase that names a source.

    Args:
        sentence: Where the source is named.
        head: The head of the phrase.
        media: Nouns for agencies and outlets, and which of the two each is.
    """
    before = sentence.tokens[head.index - 1] if head.index else head
    if head.pos == "PROPN" and before.pos == "NOUN" and before.lemma.lower() in media:
        return _named(sentence, head, media[before.lemma.lower()])
    for noun in (head, *sentence.dependents(head, "compound", "appos", "flat")):
        kind = media.get(noun.lemma.lower())
        if kind is None:
            continue
        names = (head, *sentence.dependents(noun, "appos", "flat", "compound"), *sentence.dependents(head, "flat"))
        name = next((t for t in names if t.pos == "PROPN" and t.lemma.lower() not in media), None)
        if name is not None:
            return _named(sentence, name, kind)
    return None


def _named(sentence: Sentence, name: Token, kind: str) -> Medium:
    parts = (name, *(t for t in sentence.dependents(name, "flat", "compound") if t.pos == "PROPN"))
    span = Span(min(t.start for t in parts), max(t.end for t in parts))
    return Medium(sentence.text[span.start - sentence.start : span.end - sentence.start], VoiceKind(kind), span)
