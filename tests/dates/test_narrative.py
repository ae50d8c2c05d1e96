import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dates.sentences import index_of, plain_sentence, tell, tree

from dragoman.dates.event_date import DateBasis
from dragoman.dates.expression import DateRelation
from dragoman.dates.mention import DateMention, beginning_of
from dragoman.dates.narrative import DateContext, inherited_date, resolve_dates


def edtf(mentions: list[DateMention]) -> list[str | None]:
    return [mention.date.edtf for mention in mentions]


# Words, and what they are in a report of Thursday 14 July 2022 and of Wednesday 2 January 2019.
FROM_THE_DAY_OF_WRITING = [
    ("They met yesterday.", "2022-07-13", "2019-01-01"),
    ("They met today.", "2022-07-14", "2019-01-02"),
    ("They met the day before yesterday.", "2022-07-12", "2018-12-31"),
    ("They met this morning.", "2022-07-14", "2019-01-02"),
    ("They met last night.", "2022-07-13", "2019-01-01"),
    ("They met on Thursday.", "2022-07-14", "2018-12-27"),
    ("They met on Friday.", "2022-07-08", "2018-12-28"),
    ("They met last Friday.", "2022-07-08", "2018-12-28"),
    ("They met last Thursday.", "2022-07-07", "2018-12-27"),
    ("They meet next Monday.", "2022-07-18", "2019-01-07"),
    ("They met on Friday last week.", "2022-07-08", "2018-12-28"),
    ("They met this week.", "[2022-07-11..2022-07-17]", "[2018-12-31..2019-01-06]"),
    ("They met earlier this week.", "[2022-07-11..2022-07-14]", "[2018-12-31..2019-01-02]"),
    ("They met last week.", "[2022-07-04..2022-07-10]", "[2018-12-24..2018-12-30]"),
    ("They met last month.", "2022-06", "2018-12"),
    ("They met late last month.", "[2022-06-21..2022-06-30]", "[2018-12-21..2018-12-31]"),
    ("They meet next month.", "2022-08", "2019-02"),
    ("They met this year.", "2022", "2019"),
    ("They met later this year.", "[2022-07-14..2022-12-31]", "[2019-01-02..2019-12-31]"),
    ("They met last year.", "2021", "2018"),
    ("They met in March this year.", "2022-03", "2019-03"),
    ("They met in March of last year.", "2021-03", "2018-03"),
    ("They met last March.", "2022-03", "2018-03"),
    ("They met last summer.", "2021-22", "2018-22"),
    ("They met two years ago.", "2020", "2017"),
    ("They met a decade ago.", "2012~", "2009~"),
    ("They met more than a year ago.", "[..2022-07-13]", "[..2019-01-01]"),
    ("They met almost ten years ago.", "2012~", "2009~"),
    ("They met three days ago.", "2022-07-11", "2018-12-30"),
    ("They met two weeks ago.", "2022-06-30~", "2018-12-19~"),
    ("They met on July 13.", "2022-07-13", "2018-07-13"),
    ("They met on December 30.", "2021-12-30", "2018-12-30"),
    ("They met on the 14th, it said.", "2022-07-14", "2018-12-14"),
    ("They met on the 30th, it said.", "2022-06-30", "2018-12-30"),
    ("They met in July and left.", "2022-07", "2018-07"),
    ("They met in mid-June, it said.", "[2022-06-11..2022-06-20]", "[2018-06-11..2018-06-20]"),
    ("Since Monday they talk.", "2022-07-11/..", "2018-12-31/.."),
    ("They met on 13 and 14 July.", "{2022-07-13,2022-07-14}", "{2018-07-13,2018-07-14}"),
    ("They met on February 29.", "2020-02-29", "2016-02-29"),
]


def test_a_day_without_a_year_that_lies_eight_months_back_stays_unknown() -> None:
    told = tell("They met on 6 November.", "They met on 20 September.", context=DateContext(published="2022-07-14"))
    assert edtf(told) == [None, None]


@pytest.mark.parametrize(("text", "in_july", "in_january"), FROM_THE_DAY_OF_WRITING)
def test_words_of_the_present_count_from_the_day_of_writing(text: str, in_july: str, in_january: str) -> None:
    assert edtf(tell(text, context=DateContext(published="2022-07-14T16:54"))) == [in_july]
    assert edtf(tell(text, context=DateContext(published="2019-01-02"))) == [in_january]


@pytest.mark.parametrize("text", [row[0] for row in FROM_THE_DAY_OF_WRITING])
def test_without_a_day_of_writing_they_are_unknown(text: str) -> None:
    assert edtf(tell(text)) == [None]
    assert tell(text)[0].date.basis is DateBasis.UNKNOWN


# What follows "On 21 February 2022 he signed it."
FROM_THE_NARRATIVE = [
    ("Three days later he spoke.", "2022-02-24"),
    ("The same day he spoke.", "2022-02-21"),
    ("That evening he spoke.", "2022-02-21"),
    ("The next day he spoke.", "2022-02-22"),
    ("The following day he spoke.", "2022-02-22"),
    ("The day after, he spoke.", "2022-02-22"),
    ("The previous day he spoke.", "2022-02-20"),
    ("A day earlier he spoke.", "2022-02-20"),
    ("Two weeks earlier he spoke.", "2022-02-07~"),
    ("That month he spoke.", "2022-02"),
    ("The following month he spoke.", "2022-03"),
    ("The same year he spoke.", "2022"),
    ("A year later he spoke.", "2023"),
    ("The previous year he spoke.", "2021"),
    ("In October of that year he spoke.", "2022-10"),
    ("In March of the following year he spoke.", "2023-03"),
    ("The following Friday he spoke.", "2022-02-25"),
    ("Two months later he spoke.", "2022-04"),
    ("48 hours later he spoke.", "2022-02-23"),
    ("Hours later he spoke.", "[2022-02-22..]"),
    ("On the 24th, he spoke.", "2022-02-24"),
]


@pytest.mark.parametrize(("text", "date"), FROM_THE_NARRATIVE)
def test_words_of_a_story_count_from_the_date_named_before(text: str, date: str) -> None:
    found = tell("On 21 February 2022 he signed it.", text)[1]
    assert found.date.edtf == date
    assert found.date.anchor == "'21 February 2022' (2022-02-21)"


@pytest.mark.parametrize("text", [row[0] for row in FROM_THE_NARRATIVE])
def test_without_a_date_before_they_are_unknown(text: str) -> None:
    assert edtf(tell(text)) == [None]


def test_that_year_is_the_year_named_last() -> None:
    found = tell("In May 1991 fighting began.", "In October of that year they signed in Geneva.")
    assert edtf(found) == ["1991-05", "1991-10"]
    assert found[1].date.basis is DateBasis.RELATIVE


def test_days_count_from_the_last_day_and_not_from_a_year_named_in_passing() -> None:
    found = tell("On 21 February 2022 he signed it.", "He had held it since 2014.", "Three days later he spoke.")
    assert found[2].date.edtf == "2022-02-24"


def test_a_day_named_long_before_is_forgotten() -> None:
    found = tell("On 21 February 2022 he signed it.", *["They talked."] * 9, "Three days later he spoke.")
    assert found[1].date.edtf is None


def test_an_aside_of_the_present_leaves_the_story_where_it_was() -> None:
    found = tell(
        "On 21 February 2022 he signed it.",
        "This year it is disputed.",
        "Three days later he spoke.",
        context=DateContext(published="2022-07-14"),
    )
    assert found[2].date.edtf == "2022-02-24"


def test_a_history_gives_its_year_to_dates_without_one() -> None:
    found = tell(
        "In 1948 the war began.",
        "On June 5 they came.",
        "On the 7th, they left.",
        "In December they returned.",
        "On January 3 they signed.",
        context=DateContext(published="2019-01-04"),
    )
    assert edtf(found) == ["1948", "1948-06-05", "1948-06-07", "1948-12", "1949-01-03"]
    assert found[1].date.basis is DateBasis.INHERITED


def test_news_after_a_glance_back_is_dated_by_the_day_of_writing() -> None:
    found = tell("Russia annexed it in 2014.", "On July 13 the ministry said so.", context=DateContext("2022-07-14"))
    assert found[1].date.edtf == "2022-07-13"
    assert found[1].date.basis is DateBasis.DATELINE


def test_a_dated_heading_begins_the_story() -> None:
    found = tell("In March they met.", "The following year they parted.", context=DateContext("2010", heading="1992"))
    assert edtf(found) == ["1992-03", "1993"]


def test_a_dateline_goes_before_the_day_of_publication() -> None:
    context = DateContext(published="2022-07-16", dateline="2022-07-14")
    assert edtf(tell("They met yesterday.", context=context)) == ["2022-07-13"]


def test_a_day_cannot_be_counted_from_a_month_of_writing() -> None:
    assert edtf(tell("They met on Friday.", context=DateContext("2022-07"))) == [None]
    assert edtf(tell("They met last year.", context=DateContext("2022-07"))) == ["2021"]


def test_a_context_that_is_no_date_counts_as_unknown() -> None:
    assert edtf(tell("They met yesterday.", context=DateContext(published="last week"))) == [None]


def test_what_is_to_come_lies_after_the_day_of_writing() -> None:
    sentence = tree(
        "They will meet on Friday .",
        """
        They they PRON PRP 3 nsubj
        will will AUX MD 3 aux
        meet meet VERB VB 0 root
        on on ADP IN 5 case
        Friday Friday PROPN NNP 3 obl
        . . PUNCT . 3 punct
        """,
    )
    assert edtf(list(resolve_dates([sentence], DateContext("2022-07-13"))[0])) == ["2022-07-15"]


def test_what_is_planned_lies_after_the_day_of_writing() -> None:
    sentence = tree(
        "They plan to meet in September .",
        """
        They they PRON PRP 2 nsubj
        plan plan VERB VBP 0 root
        to to PART TO 4 mark
        meet meet VERB VB 2 xcomp
        in in ADP IN 6 case
        September September PROPN NNP 4 obl
        . . PUNCT . 2 punct
        """,
    )
    assert sentence.tokens[index_of(sentence, "meet")].relation == "xcomp"
    assert edtf(list(resolve_dates([sentence], DateContext("2022-07-13"))[0])) == ["2022-09"]


# Nine phrases of the kind that the tried libraries failed on; none fits one page only.
def test_nine_phrases_that_a_translated_commentary_uses() -> None:
    found = tell(
        "The mission opened in 1983 and shut in early 1989.",
        "Before 2011 they traded.",
        "Between 2009-2010 imports fell.",
        "The agency said on the 9th that the decree was issued on May 2nd, 2019.",
        "Three days later he spoke.",
        "The land was free in the 1970s.",
        "In June 2005 it rose; in October of that year it signed.",
        "Since the end of February this year (2019) it fights.",
        "In mid-April, they met.",
        context=DateContext(published="2019-05-09"),
    )
    assert edtf(found) == [
        *("1983", "[1989-01..1989-04]", "[..2010]", "[2009..2010]", "2019-05-09", "2019-05-02", "2019-05-05"),
        *("197X", "2005-06", "2005-10", "2019-02-21/..", "[2019-04-11..2019-04-20]"),
    ]


def test_spans_point_into_the_document() -> None:
    texts = ("On 21 February 2022 he signed it.", "Three days later he spoke.")
    document = " ".join(texts)
    found = tell(*texts)
    assert [mention.span.of(document) for mention in found] == [mention.text for mention in found]
    assert found[1].date.span == found[1].span


def test_the_beginning_of_what_lasts_is_the_date_that_is_named() -> None:
    since, before = tell("It has been so since 2014.", "It was so before 2014.")
    assert since.relation is DateRelation.SINCE
    assert beginning_of(since).edtf == "2014"
    assert beginning_of(before) == before.date


def test_a_sentence_may_inherit_the_last_date_of_the_one_before() -> None:
    earlier = tell("On 13 July 2022 it sent letters; it had traded until 2017.")
    inherited = inherited_date(earlier)
    assert inherited is not None
    assert inherited.edtf == "2022-07-13"
    assert inherited.basis is DateBasis.INHERITED


def test_nothing_is_inherited_where_no_act_was_dated() -> None:
    assert inherited_date(tell("They met yesterday.", "They traded until 2017.")) is None


@given(st.dates().map(str), st.sampled_from([row[0] for row in FROM_THE_DAY_OF_WRITING]))
def test_every_resolved_date_has_its_days_in_order(published: str, text: str) -> None:
    for mention in tell(text, context=DateContext(published)):
        first, last = mention.date.earliest, mention.date.latest
        assert first is None or last is None or first <= last


def test_a_heading_ends_the_running_year_of_a_report() -> None:
    texts = ("The embassy stood from 1992 until 1998.", "And the neighbours?", "They signed it on 24 February.")
    sentences, start = [], 0
    for text in texts:
        sentences.append(plain_sentence(text, start))
        start += len(text) + 2
    last = resolve_dates(sentences, DateContext(published="2022-07-15"))[-1]
    assert edtf(list(last)) == ["2022-02-24"]
