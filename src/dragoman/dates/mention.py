"""Mentions of dates in a document: the words, the days they mean, and how they stand to what happened."""

from dataclasses import dataclass, replace

from dragoman.dates.edtf import is_edtf, parse_edtf, write_edtf
from dragoman.dates.event_date import DateBasis, EventDate, event_date
from dragoman.dates.expression import DateExpression, DateRelation, Joint
from dragoman.dates.interval import DateInterval
from dragoman.dates.resolution import Landmark, ResolvedDate, Standpoint, resolve_partial
from dragoman.documents.span import Span
from dragoman.errors import DateError


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a document that name a date.

    Attributes:
        span: Code points of the document's text; "since" and its like are inside, "on" and "in" are not.
        text: The words.
        date: When that was which the words date, the relation applied: ``2014/..`` for
            "since 2014", ``[..2016]`` for "before 2017"; unknown where there was nothing to count from.
        relation: How what happened stands to the days that are named.
        named: The days that the words name without the relation (2014 in "since 2014"), or ``None``.
    """

    span: Span
    text: str
    date: EventDate
    relation: DateRelation
    named: DateInterval | None


def resolve_expression(expression: DateExpression, standpoint: Standpoint, offset: int = 0) -> DateMention:
    """Complete a date expression.

    Args:
        expression: What the grammar found.
        standpoint: From where dates are counted.
        offset: Offset, in the document's text, of the text in which the expression was found.

    Returns:
        The mention; its date is unknown when there is nothing to count from.
    """
    span = expression.span.shifted(offset)
    joined = _joined(expression, standpoint)
    edtf = None if joined is None else _related(joined, expression)
    if joined is None or edtf is None:
        date = event_date(None, DateBasis.UNKNOWN, text=expression.text, span=span)
        return DateMention(span, expression.text, date, expression.relation, None)
    date = event_date(edtf, joined.basis, text=expression.text, span=span, anchor=joined.anchor)
    return DateMention(span, expression.text, date, expression.relation, joined.interval)


_MARKS = {
    Joint.LASTING: "{}/{}",
    Joint.ONE_OF: "[{}..{}]",
    Joint.BOTH: "{{{},{}}}",
    Joint.EITHER: "[{},{}]",
}


def _joined(expression: DateExpression, standpoint: Standpoint) -> ResolvedDate | None:
    """Complete the one date of an expression, or both of its two."""
    first = resolve_partial(expression.first, standpoint)
    if expression.last is None or expression.joint is None or first is None:
        return first
    # The second date stands beside the first: "13 and 14 July", "July 30 to August 2".
    beside = Landmark(first.interval, first.anchor, 0, first.basis)
    second = resolve_partial(expression.last, replace(standpoint, speech=None, narrative=(beside,)))
    if second is None:
        return None
    try:
        interval = DateInterval(first.interval.start, second.interval.end)
    except DateError:
        return None
    edtf = _MARKS[expression.joint].format(first.edtf, second.edtf)
    if not is_edtf(edtf):  # one of the two is a set itself: "early 1998 to mid-1999"
        edtf = write_edtf(interval, lasting=expression.joint is Joint.LASTING)
    return replace(first, interval=interval, edtf=edtf)


def _related(joined: ResolvedDate, expression: DateExpression) -> str | None:
    """Apply "since", "before" and their like to a date."""
    interval, relation = joined.interval, expression.relation
    if relation is DateRelation.SINCE and interval.start is not None:
        simple = f"{joined.edtf}/.."
        return simple if is_edtf(simple) else write_edtf(DateInterval(interval.start, None), lasting=True)
    if relation is DateRelation.UNTIL and interval.end is not None:
        simple = f"../{joined.edtf}"
        return simple if is_edtf(simple) else write_edtf(DateInterval(None, interval.end), lasting=True)
    if relation is DateRelation.BEFORE:
        return write_edtf(DateInterval(None, interval.start)) if interval.start else None
    if relation is DateRelation.AFTER:
        return write_edtf(DateInterval(interval.end, None)) if interval.end else None
    if relation is DateRelation.BY:
        return write_edtf(DateInterval(None, interval.end)) if interval.end else None
    return joined.edtf


def beginning_of(mention: DateMention) -> EventDate:
    """Return when that began which a mention dates: 2014 for "since 2014"; other dates as they are."""
    if mention.relation is not DateRelation.SINCE or mention.named is None:
        return mention.date
    edtf = mention.date.edtf or ""
    named = edtf.removesuffix("/..")
    if not is_edtf(named) or parse_edtf(named) != mention.named:
        named = write_edtf(mention.named)
    date = mention.date
    return event_date(named, date.basis, text=date.text, span=date.span, anchor=date.anchor)
