"""Dates of a section's sentences in order, with a narrative date that runs along.

"Three days later" counts from the date that the text named last, and "that year" from the
year it spoke of last. The narrative date begins with the heading, if that is dated, moves
with each date that is named, and is forgotten after some sentences without one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.dates.edtf import parse_edtf
from dragoman.dates.event_date import DateBasis, EventDate, event_date
from dragoman.dates.expression import Anchor, DateExpression, DateRelation
from dragoman.dates.grammar import find_date_expressions
from dragoman.dates.interval import DateInterval
from dragoman.dates.lexemes import DateWords
from dragoman.dates.mention import DateMention, resolve_expression
from dragoman.dates.resolution import Landmark, Standpoint
from dragoman.dates.tense import is_future_at
from dragoman.dates.updating import is_undated_update, is_update_label
from dragoman.dates.words_en import ENGLISH
from dragoman.errors import DateError
from dragoman.language.sentence import Sentence

KEPT = 24  # dates of the narrative that are remembered
HISTORICAL_YEARS = 3  # dates of other years that make a section a history
NEARBY_YEARS = 1  # years that count as the time of writing
LONGEST_HEADING = 8  # words of a heading inside a section
PARAGRAPH_GAP = 2  # characters at least between two paragraphs


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known of a section's time before its sentences are read.

    Attributes:
        published: EDTF of the day, or moment, on which its voice spoke, or ``None``.
        dateline: EDTF of a dateline ("PYONGYANG, July 14"), which goes before ``published``.
        heading: EDTF of a dated heading, from which the narrative begins.
        words: The words of the language in which dates are written.
    """

    published: str | None = None
    dateline: str | None = None
    heading: str | None = None
    words: DateWords = ENGLISH


def resolve_dates(sentences: Sequence[Sentence], context: DateContext) -> tuple[tuple[DateMention, ...], ...]:
    """Find and resolve all dates of a section.

    Args:
        sentences: The sentences of one section, in order; headings and lists may be among them.
        context: When the section was written, as far as is known.

    Returns:
        For each sentence its mentions, in order. What cannot be resolved is kept, with an
        unknown date. Words of the context that are no EDTF count as unknown.
    """
    found = [find_date_expressions(sentence.text, context.words) for sentence in sentences]
    speech = _speech(context)
    narrative = _Narrative(speech, _heading(context), is_historical=_is_historical(found, speech))
    headings = _find_headings(sentences)
    return tuple(
        narrative.read(sentence, expressions, is_heading=index in headings)
        for index, (sentence, expressions) in enumerate(zip(sentences, found, strict=True))
    )


def inherited_date(earlier: Sequence[DateMention]) -> EventDate | None:
    """Return the date that a sentence without one may take over from those before it.

    Use it only where the text goes on with the same matter ("In the letter, …"): that is for
    the caller to know.

    Args:
        earlier: Mentions of the sentence before, or of the paragraph, in order.

    Returns:
        The last known date among them that dates an act and not a state, with basis
        ``inherited``; or ``None``.
    """
    for mention in reversed(earlier):
        if mention.relation is DateRelation.AT and mention.date.edtf is not None:
            anchor = f"{mention.text!r} before"
            return event_date(
                mention.date.edtf, DateBasis.INHERITED, text=mention.text, span=mention.span, anchor=anchor
            )
    return None


class _Narrative:
    """The running narrative date of one section."""

    def __init__(self, speech: Landmark | None, heading: Landmark | None, *, is_historical: bool) -> None:
        self._speech = speech
        self._heading = heading
        self._is_historical = is_historical
        self._named: list[tuple[int, DateInterval, str]] = []
        self._number = 0
        self._is_added = False

    def read(
        self, sentence: Sentence, expressions: Sequence[DateExpression], *, is_heading: bool = False
    ) -> tuple[DateMention, ...]:
        """Resolve the expressions of the next sentence, and go on from them."""
        if is_heading and self._speech is not None and not self._is_historical:
            self._named.clear()  # a report turns to another matter, and so perhaps to another year
        # At the very beginning it is the slug of an agency: "UPDATE: Peru closes its embassy".
        if self._number and self._speech is not None and is_undated_update(sentence.text):
            self._named.clear()
            self._is_added = True
        mentions: list[DateMention] = []
        for expression in expressions:
            span = expression.span.shifted(sentence.start)
            is_label = is_update_label(sentence.text, expression.span)
            is_future = self._asks_tense(expression) and (self._is_added or is_future_at(sentence, span))
            # An update is written on or after the day of the page, whatever the page was telling of last.
            standpoint = Standpoint(self._speech, is_future=True) if is_label else self._standpoint(is_future=is_future)
            mention = resolve_expression(expression, standpoint, sentence.start)
            mentions.append(mention)
            self._remember(expression, mention)
            if self._is_added:
                self._go_on(mention)
            if is_label and mention.named is not None:
                # What follows was written on that day: its weekdays are counted from there.
                self._speech = Landmark(mention.named, f"update {mention.text!r}", basis=DateBasis.DATELINE)
        self._number += 1
        return tuple(mentions)

    def _go_on(self, mention: DateMention) -> None:
        """Let what is told after this be later than it: additions stand in the order in which they came."""
        days, speech = mention.named, self._speech
        if days is None or days.start is None or speech is None or speech.interval.start is None:
            return
        if mention.relation is DateRelation.AT and days.start > speech.interval.start:
            self._speech = Landmark(days, f"addition {mention.text!r}", basis=DateBasis.DATELINE)

    @staticmethod
    def _asks_tense(expression: DateExpression) -> bool:
        reference = expression.first.reference
        return not expression.first.is_complete and (reference is None or reference.count is None)

    def _standpoint(self, *, is_future: bool) -> Standpoint:
        landmarks = [
            Landmark(interval, text, self._number - number) for number, interval, text in reversed(self._named)
        ]
        if self._heading is not None:
            landmarks.append(self._heading)
        return Standpoint(self._speech, tuple(landmarks), is_future=is_future, is_historical=self._is_historical)

    def _is_long_ago(self, days: DateInterval) -> bool:
        if self._is_historical or self._speech is None or self._speech.interval.start is None or days.start is None:
            return False
        return days.start.year < self._speech.interval.start.year - NEARBY_YEARS

    def _remember(self, expression: DateExpression, mention: DateMention) -> None:
        if mention.named is None:
            return
        reference = expression.first.reference
        is_aside = reference is not None and reference.anchor is Anchor.SPEECH and reference.count is None
        if is_aside and mention.named.days != 1:
            return  # "this year", "last month" are asides; the story stays where it was
        if mention.relation is DateRelation.SINCE and self._is_long_ago(mention.named):
            return  # "at war since 2014" is background to a report of today
        text = f"{mention.text!r} ({mention.date.edtf})"
        self._named.append((self._number, mention.named, text))
        del self._named[:-KEPT]


def _find_headings(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the indexes of short paragraphs that do not end as sentences of a text do."""
    return frozenset(
        index
        for index in range(1, len(sentences) - 1)
        if len(sentences[index].tokens) <= LONGEST_HEADING
        and not sentences[index].text.endswith((".", "!", "”", '"'))
        and sentences[index].start - sentences[index - 1].end >= PARAGRAPH_GAP
        and sentences[index + 1].start - sentences[index].end >= PARAGRAPH_GAP
    )


def _speech(context: DateContext) -> Landmark | None:
    for name, edtf in (("dateline", context.dateline), ("published", context.published)):
        interval = _read(edtf)
        if interval is not None:
            return Landmark(interval, f"{name} {edtf}", basis=DateBasis.DATELINE)
    return None


def _heading(context: DateContext) -> Landmark | None:
    interval = _read(context.heading)
    return None if interval is None else Landmark(interval, f"heading {context.heading}")


def _read(edtf: str | None) -> DateInterval | None:
    if edtf is None:
        return None
    try:
        return parse_edtf(edtf)
    except DateError:
        return None


def _is_historical(found: Sequence[Sequence[DateExpression]], speech: Landmark | None) -> bool:
    """Tell whether a section names years of the past only, and several of them."""
    if speech is None or speech.interval.start is None:
        return True
    latest = speech.interval.start.year - NEARBY_YEARS
    years = [each.first.year for expressions in found for each in expressions if each.first.year is not None]
    return len(years) >= HISTORICAL_YEARS and all(year < latest for year in years)
