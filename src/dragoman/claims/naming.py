"""Name claims: what a speaker calls a polity whose status is contested.

"What each speaker calls it" is itself a finding. One claim is made for each form that a voice
uses, with a remark where the form stands in scare quotes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.finding import AS_FACT, Finding
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence

_OPENING = "“‘\"'«„"
_CLOSING = "”’\"'»“"


@dataclass(frozen=True, slots=True)
class NamedAs:
    """A name of a contested polity in a sentence.

    Attributes:
        id: The polity.
        name: Its plain English name.
        span: Where the name stands in the document.
        text: The name as written.
    """

    id: str
    name: str
    span: Span
    text: str


def find_names_used(sentences: Iterable[tuple[Sentence, Iterable[NamedAs]]]) -> Iterator[Finding]:
    """Yield one finding for each name that one voice gives to a contested polity.

    Args:
        sentences: The sentences of one voice, in order, each with the names in it.
    """
    seen: set[tuple[str, str, bool]] = set()
    for sentence, names in sentences:
        for named in names:
            is_quoted = _is_quoted(sentence, named.span)
            key = (named.id, named.text, is_quoted)
            if key not in seen:
                seen.add(key)
                yield _finding(sentence, named, is_quoted=is_quoted)


def _finding(sentence: Sentence, named: NamedAs, *, is_quoted: bool) -> Finding:
    trigger = next((t for t in sentence.tokens if t.start <= named.span.start < t.end), sentence.root)
    participant = Participant(
        id=named.id,
        name=named.name,
        sector=None,
        mention=Mention(named.span, named.text),
        reason="a name of the authority file",
    )
    return Finding(
        kind=ClaimKind.NAME,
        sentence=sentence,
        trigger=trigger,
        type=None,
        actors=(participant,),
        recipients=(),
        measure=Measure(named.text, "name", named.id, "in scare quotes" if is_quoted else ""),
        object=None,
        place=None,
        factuality=AS_FACT,
        rule="en/name#contested",
        weight=0.95,
    )


def _is_quoted(sentence: Sentence, span: Span) -> bool:
    before = span.start - sentence.start - 1
    after = span.end - sentence.start
    text = sentence.text
    return before >= 0 and after < len(text) and text[before] in _OPENING and text[after] in _CLOSING
