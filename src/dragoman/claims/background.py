"""Acts told as background: undated, but in the wake of a date from long before the page.

"Riyadh broke off relations in April 1988. Its embassy was closed." The second sentence has no date, and
none is given to it; but it is history, not news.
"""

from collections.abc import Sequence
from datetime import date

from dragoman.claims.claim import ClaimKind
from dragoman.claims.finding import Finding
from dragoman.dates.expression import DateRelation
from dragoman.dates.mention import DateMention
from dragoman.language.sentence import Sentence, Token

HISTORICAL_DAYS = 365
"""An act that ended more than so many days before the page is told as history."""

_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})

Told = tuple[Sentence, tuple[DateMention, ...]]
"""A sentence and its dates, in order."""


def is_background(finding: Finding, told: Sequence[Told], published: str) -> bool:
    """Tell whether an undated act belongs to the history that its paragraph tells.

    Args:
        finding: The act.
        told: The sentences of its paragraph up to its own, in order, with their dates.
        published: EDTF of the day on which the section's voice spoke.

    Returns:
        True when the last date before it, in its own clause or a main clause before, is long past, and no sentence
        in between speaks of today.
    """
    if finding.kind is not ClaimKind.EVENT or not _is_past(finding.sentence, finding.trigger):
        return False
    for sentence, mentions in reversed(told):
        last = next((mention for mention in reversed(mentions) if _tells(sentence, mention)), None)
        if last is not None:
            return is_long_past(last.date.latest, published)
        if sentence.start != finding.sentence.start and _is_of_today(sentence):
            return False
    return False


def _is_of_today(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks in the present: the story has come back to its own time."""
    root = next((token for token in sentence.tokens if token.base == "root"), None)
    return root is not None and any(t.tag in _PRESENT for t in (root, *sentence.dependents(root, "aux", "cop")))


def is_long_past(day: date | None, published: str) -> bool:
    """Tell whether a day lies more than :data:`HISTORICAL_DAYS` before a publication (EDTF)."""
    return day is not None and (_last_day(published) - day).days > HISTORICAL_DAYS


def _is_past(sentence: Sentence, trigger: Token) -> bool:
    """Tell whether an act is told in the past: by its own verb, or by that of which it is the noun."""
    head = sentence.head_of(trigger)
    verb = head if trigger.pos == "NOUN" and head is not None else trigger
    above = sentence.head_of(verb)
    helpers = (*sentence.dependents(verb, "aux"), *(sentence.dependents(above, "aux") if above is not None else ()))
    return verb.tag in _PAST and not any(t.tag in _PRESENT for t in helpers)


def _tells(sentence: Sentence, mention: DateMention) -> bool:
    """Tell whether a date moves the story: it is known, of an act, and not of something told in passing."""
    if mention.relation is not DateRelation.AT or not mention.date.is_known:
        return False
    inside = next((t for t in sentence.tokens if mention.span.contains(t.span)), None)
    chain = () if inside is None else (inside, *sentence.ancestors(inside))
    if inside is None or any(t.base in {"acl", "ccomp"} for t in chain):
        return False
    # "The 2018 trip" only says which one is meant.
    return not (inside.base in {"nummod", "compound", "amod"} and mention.text == inside.text)


def _last_day(edtf: str) -> date:
    """The last day that may be meant by a publication date, which is a day or a moment in practice."""
    parts = [int(part) for part in edtf[:10].split("-")]
    return date(*parts) if len(parts) == 3 else date(parts[0], 12, 31)  # noqa: PLR2004 - year, month, day
