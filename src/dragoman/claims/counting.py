"""Counts: "the third country to recognise", "97 states recognise it".

A count is a claim of its own, since it can contradict what a ledger holds. It keeps the limits
that the text gives ("since the conflict began", "after Russia and Syria").
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.finding import Finding
from dragoman.events.clause import COUNTED, ordinal_noun
from dragoman.events.kind import MODE_LADDER
from dragoman.events.mention import EventMention
from dragoman.events.rule import RoleName, StateType
from dragoman.language.sentence import Sentence, Token

CARDINALS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        start=1,
    )
}
_COUNTED_MODES = frozenset({*MODE_LADDER, "membership-joined", "agreement-signed", "agreement-ratified"})
_LIMITS = frozenset({"since", "after", "following", "in", "besides", "outside"})


def find_counts(mention: EventMention) -> Iterator[Finding]:
    """Yield the counts that a sentence gives of the acts of one mention.

    Args:
        mention: An act, such as a recognition.

    Yields:
        A finding with an ordinal ("the third country to …") or a cardinal ("… by 97 states").
    """
    event = mention.rule.type
    if isinstance(event, StateType) or event.mode not in _COUNTED_MODES:
        return
    finding = _finding(mention)
    ordinal = ordinal_noun(mention.sentence, mention.trigger)
    if ordinal is not None:
        noun, number = ordinal
        scope = _scope(mention, noun)
        yield replace(finding, measure=Measure(float(number), "ordinal", _counted(mention), scope))
    for token in mention.sentence.tokens:
        cardinal = _number_of(mention.sentence, token)
        if cardinal is not None and token.lemma.lower() in COUNTED and _does_it(mention, token):
            yield replace(
                finding, actors=(), measure=Measure(cardinal, "cardinal", _counted(mention)), rule="en/count#cardinal"
            )


def _finding(mention: EventMention) -> Finding:
    event = mention.rule.type
    return Finding(
        kind=ClaimKind.COUNT,
        sentence=mention.sentence,
        trigger=mention.trigger,
        type=None if isinstance(event, StateType) else event,
        actors=mention.actors,
        recipients=mention.recipients,
        measure=None,
        object=mention.object,
        place=None,
        factuality=mention.factuality,
        rule="en/count#ordinal",
        weight=0.85,
    )


def _counted(mention: EventMention) -> str:
    event = mention.rule.type
    return event.unit if isinstance(event, StateType) else event.mode or event.root.value


def _number_of(sentence: Sentence, noun: Token) -> float | None:
    if any(t.text.lower() in {"the", "these", "both"} for t in sentence.dependents(noun, "det")):
        return None
    for child in sentence.dependents(noun, "nummod"):
        word = child.text.lower().replace(",", "")
        if word in CARDINALS:
            return float(CARDINALS[word])
        if word.isdecimal() and len(word) < 6:
            return float(word)
    return None


def _does_it(mention: EventMention, noun: Token) -> bool:
    """Tell whether the counted noun is the doer of the act, not one of its recipients."""
    spans = [p.mention.span for p in mention.recipients]
    if any(span.contains(noun.span) for span in spans):
        return False
    actor = mention.pattern.role(RoleName.ACTOR)
    if actor is None:
        return False
    return any(noun.index == t.index for path in actor.paths for t in path.tokens(mention.sentence, mention.trigger))


def _scope(mention: EventMention, noun: Token) -> str:
    """The words that limit what is counted, as they stand in the text."""
    sentence = mention.sentence
    found: list[str] = []
    heads = (noun, mention.trigger, *sentence.ancestors(noun)[:1])
    for head in heads:
        for child in sentence.dependents(head, "obl", "nmod", "advcl"):
            cases = [t.text.lower() for t in sentence.dependents(child, "case", "mark")]
            if any(word in _LIMITS - {"in"} for word in cases):
                tokens = sentence.subtree(child)
                kept = [
                    t
                    for t in tokens
                    if t.index not in {u.index for u in sentence.subtree(mention.trigger)} or head == mention.trigger
                ]
                words = sentence.text[kept[0].start - sentence.start : kept[-1].end - sentence.start]
                found.append(" ".join(words.split()).strip(" ,"))
    return "; ".join(dict.fromkeys(found))
