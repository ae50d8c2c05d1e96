"""Counts: "the third country to recognise", "97 states recognise it".

A count is a claim of its own, since it can contradict what a ledger holds. It keeps the limits
that the text gives ("since the conflict began", "after Russia and Syria").
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.finding import Finding
from dragoman.events.clause import COUNTED, ordinal_noun
from dragoman.events.factuality import find_factuality
from dragoman.events.kind import MODE_LADDER, EventType
from dragoman.events.matcher import Matcher, Scene, is_met
from dragoman.events.rule import Pattern, RoleName, Rule
from dragoman.language.sentence import Sentence, Token

CARDINALS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=1,
    )
}
CARDINALS |= {
    word: 10 * number
    for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety hundred".split(), start=3)
}
_COUNTED_MODES = frozenset({*MODE_LADDER, "membership-joined", "agreement-signed", "agreement-ratified"})
_LIMITS = frozenset({"since", "after", "following", "besides", "outside"})
_MAX_DIGITS = 5


def find_ordinals(finding: Finding) -> Iterator[Finding]:
    """Yield the ordinal that a sentence gives to an act: "the third country to recognise".

    Args:
        finding: The act, with what it leaves out filled in.
    """
    event = finding.type
    if event is None or event.mode not in _COUNTED_MODES:
        return
    ordinal = ordinal_noun(finding.sentence, finding.trigger)
    if ordinal is not None:
        noun, number = ordinal
        measure = Measure(float(number), "ordinal", event.mode, _scope(finding, noun))
        yield replace(finding, kind=ClaimKind.COUNT, measure=measure, rule="en/count#ordinal", weight=0.85)


def find_cardinals(sentence: Sentence, scene: Scene, matcher: Matcher) -> Iterator[Finding]:
    """Yield the cardinals of a sentence: "97 states recognise it", "recognised by five members".

    Args:
        sentence: Where to look.
        scene: Resolves noun phrases.
        matcher: Its rules say where the doers of an act stand.
    """
    if not any(_number_of(sentence, token) for token in sentence.tokens):
        return
    for token in sentence.tokens:
        for rule, pattern in matcher.index.by_lemma.get(token.lemma.lower(), ()):
            found = _cardinal(sentence, token, (rule, pattern), scene=scene, matcher=matcher)
            if found is not None:
                yield found
                break


def _cardinal(
    sentence: Sentence, token: Token, tried: tuple[Rule, Pattern], *, scene: Scene, matcher: Matcher
) -> Finding | None:
    rule, pattern = tried
    event = rule.type
    actor, recipient = pattern.role(RoleName.ACTOR), pattern.role(RoleName.RECIPIENT)
    if not isinstance(event, EventType) or event.mode not in _COUNTED_MODES or actor is None or recipient is None:
        return None
    if token.pos not in pattern.pos or not all(is_met(sentence, token, need) for need in pattern.needs):
        return None
    doers = (t for path in actor.paths for t in path.tokens(sentence, token))
    number = next((n for t in doers if (n := _number_of(sentence, t)) is not None), None)
    theirs = tuple(
        p for path in recipient.paths for t in path.tokens(sentence, token) for p in scene.participants(sentence, t)
    )
    if number is None or not theirs:
        return None
    return Finding(
        kind=ClaimKind.COUNT,
        sentence=sentence,
        trigger=token,
        type=event,
        actors=(),
        recipients=tuple({p.id: p for p in theirs}.values()),
        measure=Measure(number, "cardinal", event.mode or event.root.value),
        object=None,
        place=None,
        factuality=find_factuality(sentence, token, matcher.lexicon),
        rule="en/count#cardinal",
        weight=0.8,
    )


def _number_of(sentence: Sentence, noun: Token) -> float | None:
    """The number of states that a noun phrase counts: "97 states", "145 of the 193 members"."""
    if noun.pos == "NUM":
        members = (t for t in sentence.dependents(noun, "nmod") if t.lemma.lower() in COUNTED)
        return _value(noun.text) if next(members, None) is not None else None
    if noun.lemma.lower() not in COUNTED:
        return None
    if any(t.text.lower() in {"the", "these", "both", "those"} for t in sentence.dependents(noun, "det")):
        return None
    return next((n for t in sentence.dependents(noun, "nummod") if (n := _value(t.text)) is not None), None)


def _value(text: str) -> float | None:
    word = text.lower().replace(",", "")
    if word.isdecimal() and len(word) <= _MAX_DIGITS:
        return float(word)
    return float(CARDINALS[word]) if word in CARDINALS else None


def _scope(mention: Finding, noun: Token) -> str:
    """The words that limit what is counted, as they stand in the text."""
    sentence = mention.sentence
    found: list[str] = []
    heads = (noun, mention.trigger, *sentence.ancestors(noun)[:1])
    for head in heads:
        for child in sentence.dependents(head, "obl", "nmod", "advcl", "obj"):
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
