"""Which of a sentence's dates is the date of an event in it.

A date belongs to the clause in which it stands. In "announced on July 13th that it had
recognised both" the day is that of the announcement, and says nothing certain of the
recognition; in "on July 13th, after the two had met" it is not that of the meeting. How
a date was reached is given beside it, so that the caller decides what to take over.

The relations are those of Universal Dependencies v2.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.dates.event_date import DateBasis, EventDate
from dragoman.dates.mention import DateMention
from dragoman.language.sentence import Sentence, Token


class DateLink(StrEnum):
    """How a date and an event hang together in a sentence, closest first."""

    OWN = "own"  # stands under the event's own word
    CLAUSE = "clause"  # stands under the verb of which the event is a noun: "signed the treaty in 1992"
    WHEN = (
        "when"  # shared through "when": "established on 4 May, when the envoy presented his letters", either way round
    )
    SHARED = "shared"  # of joined verbs, before the first or behind the last: "on Monday X met Y and signed"
    PURPOSE = (
        "purpose"  # stands under the verb of which the event is the aim or means: "decided on Monday to recognise"
    )
    CONTENT = "content"  # stands under the verb that says it: "announced on Monday that it recognises"
    FRONTED = "fronted"  # the only date of the sentence, at its beginning


@dataclass(frozen=True, slots=True)
class GoverningDate:
    """A date for an event.

    Attributes:
        date: The date; its basis is ``inherited`` for ``PURPOSE`` and ``CONTENT``, where it is
            properly that of another verb.
        mention: The words from which it comes.
        link: How they hang together with the event.
        distance: Steps in the tree between them.
    """

    date: EventDate
    mention: DateMention
    link: DateLink
    distance: int


_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "root"})
_NOMINAL_LINKS = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "appos", "compound", "flat", "fixed", "dep"})
_VERBAL = frozenset({"VERB", "AUX"})
_WHEN = frozenset({"when", "whereupon"})
_CONTENT_MARKS = (["that"], ["whether"])
_APART = frozenset({"after", "before", "following", "since", "until", "despite", "because", "amid", "due", "over"})
_REACTIONS = frozenset(
    {"response", "reaction", "answer", "retaliation", "protest", "wake", "aftermath", "eve", "spite"}
)
_HAPPENING = frozenset({"take", "enter", "see", "reach"})  # "took place", "entered into force"
_INHERITING = frozenset({DateLink.PURPOSE, DateLink.CONTENT})


def date_for_event(
    sentence: Sentence, index: int, mentions: Sequence[DateMention], *, events: Collection[int] = ()
) -> GoverningDate | None:
    """Choose the date of an event among the dates of its sentence.

    Args:
        sentence: The parsed sentence.
        index: Index of the event's word (a verb, or a noun such as "recognition").
        mentions: The sentence's dates, known or not; an unknown one is chosen too, since
            what the text dates otherwise must not get a date from elsewhere.
        events: Indexes of the words of other events; a date below one of them is that one's.

    Returns:
        The nearest date that may govern the event, or ``None``.
    """
    others = frozenset(events) - {index}
    event, link = sentence.tokens[index], DateLink.OWN
    placed = [
        (mention, head)
        for mention in mentions
        if (head := _head_of(sentence, mention)) is not None and _can_date(sentence, mention, head, event)
    ]
    for climbed in range(len(sentence.tokens)):
        found = _attached(sentence, event, placed, others, before=index if link is DateLink.SHARED else None)
        if found is not None:
            return _governing(found[0], link, climbed + found[1])
        if link is DateLink.OWN and (mention := _beside_when(sentence, event, placed, others)) is not None:
            return _governing(mention, DateLink.WHEN, climbed + 1)
        if link is DateLink.OWN and (mention := _behind_joined(sentence, event, placed, others)) is not None:
            return _governing(mention, DateLink.SHARED, climbed + 1)
        step, above = _step(sentence, event, link), sentence.head_of(event)
        if above is None:
            return None if link in _INHERITING else _fronted(sentence, index, placed)
        if step is None:
            return None
        event, link = above, step
    return None


def _can_date(sentence: Sentence, mention: DateMention, head: Token, event: Token) -> bool:
    """Tell whether a date may be an event's: one in brackets is only that of the noun before it."""
    span = mention.span
    before, behind = span.start - sentence.start - 1, span.end - sentence.start
    in_brackets = sentence.text[max(before, 0) : before + 1] == "(" and sentence.text[behind : behind + 1] == ")"
    return not in_brackets or (event.pos not in _VERBAL and head.head == event.index)


def _governing(mention: DateMention, link: DateLink, distance: int) -> GoverningDate:
    date = mention.date
    if link in _INHERITING and date.edtf is not None:
        date = replace(
            date, basis=DateBasis.INHERITED, anchor=date.anchor or f"date of the verb that governs it: {mention.text!r}"
        )
    return GoverningDate(date, mention, link, distance)


def _head_of(sentence: Sentence, mention: DateMention) -> Token | None:
    """Return the word of a date under which its other words stand."""
    span = mention.span
    inside = [token for token in sentence.tokens if span.start < token.end and token.start < span.end]
    indexes = {token.index for token in inside}
    outer = [token for token in inside if token.head == token.index or token.head not in indexes]
    # "since 2014" hangs by "2014"; a preposition or an article never carries the date.
    return next((token for token in outer if token.base not in {"case", "det", "mark", "punct", "advmod"}), None) or (
        outer[0] if outer else None
    )


def _attached(
    sentence: Sentence,
    event: Token,
    placed: Sequence[tuple[DateMention, Token]],
    others: frozenset[int],
    *,
    before: int | None,
) -> tuple[DateMention, int] | None:
    """Return the date that stands nearest below a word without leaving its clause.

    Args:
        sentence: The parsed sentence.
        event: The word.
        placed: Dates and their head words.
        others: Words of other events, below which nothing is taken.
        before: Take only dates in front of the word and of this index (for joined verbs).
    """
    found = []
    for mention, head in placed:
        steps = _steps_down(sentence, event, head, others)
        if steps is None or (before is not None and not head.index < min(event.index, before)):
            continue
        found.append((steps, abs(head.index - event.index), mention))
    if not found:
        return None
    steps, _, mention = min(found, key=lambda one: one[:2])
    return mention, steps


def _steps_down(sentence: Sentence, event: Token, head: Token, others: frozenset[int]) -> int | None:
    """Count the steps from a word down to a date's head, or return ``None`` if another clause lies between."""
    if head.index == event.index:
        return 0
    if head.head != event.index and (_is_modifier(head) or _is_of(sentence, head)):
        return None
    token = head
    for steps, above in enumerate(sentence.ancestors(head), start=1):
        # The relation of the date itself may be anything, but nothing between may open a clause.
        if token.index != head.index and (token.base in _CLAUSES or _is_joined_verb(token)):
            return None
        if above.index == event.index:
            return None if _is_joined_verb(token) else steps
        if above.index in others or above.pos in _VERBAL:
            return None
        token = above
    return None


def _is_modifier(head: Token) -> bool:
    """Tell whether a date only says which one is meant: "the 2020 election"."""
    return head.base in {"nummod", "compound", "amod"} or (head.base == "nmod" and head.index < head.head)


def _is_of(sentence: Sentence, head: Token) -> bool:
    """Tell whether a date belongs to the noun before it alone: "the decision of 30 June"."""
    above = sentence.head_of(head)
    is_behind_noun = head.base == "nmod" and above is not None and above.pos not in _VERBAL
    return is_behind_noun and any(token.lemma == "of" for token in sentence.dependents(head, "case"))


def _is_joined_verb(token: Token) -> bool:
    return token.base == "conj" and token.pos in _VERBAL


def _beside_when(
    sentence: Sentence, event: Token, placed: Sequence[tuple[DateMention, Token]], others: frozenset[int]
) -> DateMention | None:
    """Return the date that a "when" shares: right before it, or inside the clause that it opens."""
    return _before_when(sentence, event, placed) or _inside_when(sentence, event, placed, others)


def _behind_joined(
    sentence: Sentence, event: Token, placed: Sequence[tuple[DateMention, Token]], others: frozenset[int]
) -> DateMention | None:
    """Return the date behind the last of joined verbs: "resumed relations and raised its office on 26 November"."""
    if event.pos not in _VERBAL:
        return None
    for joined in reversed(sentence.dependents(event, "conj")):
        is_one_story = joined.pos in _VERBAL and joined.tag == event.tag and not sentence.dependents(joined, "nsubj")
        if is_one_story:
            found = _attached(sentence, joined, placed, others - {joined.index}, before=None)
            return found[0] if found is not None else None
    return None


def _inside_when(
    sentence: Sentence, event: Token, placed: Sequence[tuple[DateMention, Token]], others: frozenset[int]
) -> DateMention | None:
    """Return the date of the clause that says when: "was founded when the envoy presented his letters on 4 May"."""
    if event.pos not in _VERBAL:
        return None
    for clause in sentence.dependents(event, "advcl"):
        is_when = any(
            t.lemma in _WHEN and t.index < clause.index for t in sentence.dependents(clause, "advmod", "mark")
        )
        if is_when and clause.index > event.index:
            found = _attached(sentence, clause, placed, others - {clause.index}, before=None)
            if found is not None:
                return found[0]
    return None


def _before_when(sentence: Sentence, event: Token, placed: Sequence[tuple[DateMention, Token]]) -> DateMention | None:
    """Return the date right before the "when" that opens an event's clause."""
    for when in sentence.dependents(event, "advmod", "mark"):
        if when.lemma in _WHEN and when.index < event.index:
            ahead = [token for token in sentence.tokens[: when.index] if token.pos != "PUNCT"]
            for mention, _ in placed:
                if ahead and mention.span.contains(ahead[-1].span):
                    return mention
    return None


def _step(sentence: Sentence, event: Token, link: DateLink) -> DateLink | None:
    """Return how a date of the word above would hang together with the event, or ``None`` to stop."""
    if link is DateLink.CONTENT:
        return None
    if _is_content(sentence, event):
        return DateLink.CONTENT
    if event.base == "xcomp" or _is_without_tense(sentence, event):
        return DateLink.PURPOSE
    if event.base in _CLAUSES:
        return None
    if event.base == "conj":
        if event.pos in _VERBAL and sentence.dependents(event, "nsubj"):
            return None  # "…, but the fighting went on": a sentence of its own
        return DateLink.SHARED if link not in _INHERITING else link
    if event.base not in _NOMINAL_LINKS or _is_topic(sentence, event) or _is_apart(sentence, event):
        return None
    return DateLink.CLAUSE if link is DateLink.OWN else link


def _is_without_tense(sentence: Sentence, event: Token) -> bool:
    """Tell whether a clause has no tense of its own: "a deal *establishing* relations", "met *to sign* a treaty"."""
    if event.relation == "acl" and sentence.dependents(event, "mark"):
        return True
    if event.base == "advcl":
        marks = {token.lemma for token in sentence.dependents(event, "mark")}
        return marks == {"to"} or (event.tag == "VBG" and marks == {"by"})
    return event.relation == "acl" and event.tag == "VBG"


def _is_topic(sentence: Sentence, event: Token) -> bool:
    """Tell whether a verb says of an act what it did to something else: "the recognition angered Kyiv on Monday"."""
    above = sentence.head_of(event)
    if above is None or event.relation != "nsubj" or above.lemma in _HAPPENING:
        return False
    return bool(sentence.dependents(above, "obj", "ccomp"))


def _is_apart(sentence: Sentence, event: Token) -> bool:
    """Tell whether a noun only says what the clause came after or answers: "in response to the recognition"."""
    above = sentence.head_of(event)
    cases = {token.lemma for token in sentence.dependents(event, "case", "fixed")}
    if event.base in {"obl", "nmod"} and cases & (_APART | _REACTIONS):
        return True
    return event.base == "nmod" and above is not None and above.lemma in _REACTIONS and bool(cases & {"to", "of"})


def _is_content(sentence: Sentence, event: Token) -> bool:
    """Tell whether a word heads what is said; behind a comma or a dash parsers often take it for another clause."""
    if event.base in {"ccomp", "csubj"}:
        return True
    marks = [token.lemma for token in sentence.dependents(event, "mark")]
    return event.base in {"advcl", "parataxis", "acl"} and event.relation != "acl:relcl" and marks in _CONTENT_MARKS


def _fronted(sentence: Sentence, index: int, placed: Sequence[tuple[DateMention, Token]]) -> GoverningDate | None:
    """Take the only date of a sentence, if it stands before any verb and hangs by none.

    This mends trees in which a date at the beginning hangs by a noun, or is itself the root
    ("13 July 2022: …"). The event is not in a clause of its own here.
    """
    if len(placed) != 1:
        return None
    mention, head = placed[0]
    first_verb = next((token.index for token in sentence.tokens if token.pos in _VERBAL), len(sentence.tokens))
    above = sentence.head_of(head)
    if head.index > min(first_verb, index) or (above is not None and above.pos in _VERBAL):
        return None
    return GoverningDate(mention.date, mention, DateLink.FRONTED, len(sentence.tokens))
