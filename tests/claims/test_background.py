from dataclasses import replace
from datetime import date

import pytest
from tests.dates.sentences import tree

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.background import Told, is_background, is_long_past
from dragoman.claims.claim import ClaimKind
from dragoman.claims.finding import AS_FACT, Finding
from dragoman.dates.narrative import DateContext, resolve_dates
from dragoman.documents.span import Span
from dragoman.events.kind import EventType, Root
from dragoman.language.sentence import Sentence

PUBLISHED = "2016-01-03"
SEVERED = tree(
    "Riyadh severed relations in 1988",
    """
    Riyadh Riyadh PROPN NNP 2 nsubj
    severed sever VERB VBD 0 root
    relations relation NOUN NNS 2 obj
    in in ADP IN 5 case
    1988 1988 NUM CD 2 obl
    """,
)
CLOSED = tree(
    "The embassy was closed",
    """
    The the DET DT 2 det
    embassy embassy NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    closed close VERB VBN 0 root
    """,
)
CLOSING = tree(
    "It has closed",
    """
    It it PRON PRP 3 nsubj
    has have AUX VBZ 3 aux
    closed close VERB VBN 0 root
    """,
)


def finding(sentence: Sentence) -> Finding:
    trigger = next(token for token in sentence.tokens if token.relation == "root")
    riyadh = Participant("SAU", "Saudi Arabia", None, Mention(Span(0, 3), sentence.text[:3]), reason="test")
    return Finding(
        kind=ClaimKind.EVENT,
        sentence=sentence,
        trigger=trigger,
        type=EventType(Root.SANCTION, "mission-closed", (), None),
        actors=(riyadh,),
        recipients=(),
        measure=None,
        object=None,
        place=None,
        factuality=AS_FACT,
        rule="test",
        weight=1.0,
    )


def told(*sentences: Sentence) -> list[Told]:
    dates = resolve_dates(sentences, DateContext(published=PUBLISHED))
    return list(zip(sentences, dates, strict=True))


def test_an_undated_act_behind_a_long_past_date_is_background() -> None:
    assert is_background(finding(CLOSED), told(SEVERED, CLOSED), PUBLISHED)


def test_an_undated_act_alone_is_news() -> None:
    assert not is_background(finding(CLOSED), told(CLOSED), PUBLISHED)


def test_what_has_happened_by_now_is_no_background() -> None:
    assert not is_background(finding(CLOSING), told(SEVERED, CLOSING), PUBLISHED)


@pytest.mark.parametrize(("day", "expected"), [("2014-12-31", True), ("2015-06-01", False)])
def test_a_day_is_long_past_after_a_year(day: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_long_past(date.fromisoformat(day), PUBLISHED) is expected


TODAY = tree(
    "It is over",
    """
    It it PRON PRP 3 nsubj
    is be AUX VBZ 3 cop
    over over ADV RB 0 root
    """,
)


def shifted(sentence: Sentence, start: int) -> Sentence:
    return replace(sentence, start=start)


def test_a_sentence_that_speaks_of_today_ends_the_background() -> None:
    severed, today, closed = shifted(SEVERED, 0), shifted(TODAY, 100), shifted(CLOSED, 200)
    assert is_background(finding(closed), told(severed, closed), PUBLISHED)
    assert not is_background(finding(closed), told(severed, today, closed), PUBLISHED)
