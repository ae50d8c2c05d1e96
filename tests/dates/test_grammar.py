import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dates.sentences import tell

from dragoman.dates.expression import DateForm, DateRelation
from dragoman.dates.grammar import LONGEST_SENTENCE, find_date_expressions
from dragoman.dates.narrative import DateContext

# In each text the one expression, and what it is without anything to count from.
FOUND = [
    # whole dates
    ("It wrote about this on July 13th, 2022, by letter.", "July 13th, 2022", "2022-07-13"),
    ("They met on 13 July 2022.", "13 July 2022", "2022-07-13"),
    ("They met on 13 July,2022.", "13 July,2022", "2022-07-13"),
    ("Posted 13.7.2022 by the desk", "13.7.2022", "2022-07-13"),
    ("Posted 14/7/2022 by the desk", "14/7/2022", "2022-07-14"),
    ("Posted 7/14/2022 by the desk", "7/14/2022", "2022-07-14"),
    ("Posted 4/7/2022 by the desk", "4/7/2022", "[2022-04-07,2022-07-04]"),
    ("Posted 2022-07-14 by the desk", "2022-07-14", "2022-07-14"),
    ("Posted 2021-05-03 08:12", "2021-05-03 08:12", "2021-05-03"),
    ("Posted 2022-07-14T16:54:00Z", "2022-07-14T16:54:00Z", "2022-07-14"),
    ("Friday, January 4, 2019", "Friday, January 4, 2019", "2019-01-04"),
    ("Fri, 4 Jan 2019", "Fri, 4 Jan 2019", "2019-01-04"),
    ("It was founded on June 5, 1948.", "June 5, 1948", "1948-06-05"),
    ("On the 14th of July 1958 the king fell.", "the 14th of July 1958", "1958-07-14"),
    ("The troops crossed on Feb. 24, 2022 at dawn.", "Feb. 24, 2022", "2022-02-24"),
    ("It opened on May 8th, 2020, this year.", "May 8th, 2020, this year", "2020-05-08"),
    ("The deal of July 2022 held.", "July 2022", "2022-07"),
    ("In September, 1998 they parted.", "September, 1998", "1998-09"),
    # years
    ("It opened an embassy in 1992 there.", "1992", "1992"),
    ("In 2015 exports of wheat rose.", "2015", "2015"),
    ("It was recognised as early as 1992.", "1992", "1992"),
    ("In the year 2016 it closed.", "2016", "2016"),
    ("the 1961 convention on relations", "1961", "1961"),
    ("The Budapest memorandum (1994) said so.", "1994", "1994"),
    ("Establishment of Diplomatic Relations, 1778 .", "1778", "1778"),
    ("1992: the embassy opens", "1992", "1992"),
    ("They are bound by the 1961 convention.", "1961", "1961"),
    ("Turkey's 1974 landing split it.", "1974", "1974"),
    ("under its 2014 constitution", "2014", "2014"),
    # approximate
    ("It withdrew the embassy in early 1998.", "early 1998", "[1998-01..1998-04]"),
    ("They met in late March 2014.", "late March 2014", "[2014-03-21..2014-03-31]"),
    ("Since the end of June this year (2019), it moved.", "Since the end of June this year (2019)", "2019-06-21/.."),
    ("It was written around 1990 in exile.", "around 1990", "1990~"),
    ("It was built c. 1850.", "c. 1850", "1850~"),
    ("It fell about 1923.", "about 1923", "1923~"),
    ("mid-2014 saw a truce", "mid-2014", "[2014-05..2014-08]"),
    ("at the beginning of 2017 it closed", "the beginning of 2017", "[2017-01..2017-04]"),
    ("the early 19th century", "the early 19th century", "[1800..1833]"),
    ("in the late 1990s they parted", "the late 1990s", "[1997..1999]"),
    # ranges
    ("Between 2015-2016, exports fell.", "Between 2015-2016", "[2015..2016]"),
    ("between March and May 2010", "between March and May 2010", "[2010-03..2010-05]"),
    ("between 13 and 15 July 2022", "between 13 and 15 July 2022", "[2022-07-13..2022-07-15]"),
    ("He was envoy from 1992 to 1998.", "1992 to 1998", "1992/1998"),
    ("envoy (1992–1998)", "1992–1998", "1992/1998"),
    ("in 2015/16 it fell", "2015/16", "2015/2016"),
    ("on 13 and 14 July 2022", "13 and 14 July 2022", "{2022-07-13,2022-07-14}"),
    ("13-14 July 2022", "13-14 July 2022", "2022-07-13/2022-07-14"),
    ("July 13-14, 2022", "July 13-14, 2022", "2022-07-13/2022-07-14"),
    ("from 3 to 5 May 2010", "3 to 5 May 2010", "2010-05-03/2010-05-05"),
    ("from July 30 to August 2, 2022", "July 30 to August 2, 2022", "2022-07-30/2022-08-02"),
    ("from December to March 2010", "December to March 2010", "2009-12/2010-03"),
    # decades, centuries, seasons, parts
    ("in the 1990s it was free", "the 1990s", "199X"),
    ("In the 19th century it was not.", "the 19th century", "18XX"),
    ("the spring of 1917", "the spring of 1917", "1917-21"),
    ("the winter of 2013-14", "the winter of 2013-14", "[2013-12..2014-02]"),
    ("the first half of 1998", "the first half of 1998", "1998-40"),
    ("in the third quarter of 2014", "the third quarter of 2014", "2014-35"),
    # years of other calendars
    ("In Juche 105 it fired a rocket.", "Juche 105", "2016"),
    ("It was signed on May 7, Juche 94 (2005).", "May 7, Juche 94 (2005)", "2005-05-07"),
    ("In the Buddhist era 2540 it joined.", "the Buddhist era 2540", "1997"),
    ("It was built in Heisei 12.", "Heisei 12", "2000"),
    ("They met in March or April 1988.", "March or April 1988", "[1988-03,1988-04]"),
    # with a relation
    ("Before 2017, the two traded.", "Before 2017", "[..2016]"),
    ("It has held it since 2014.", "since 2014", "2014/.."),
    ("It was recognised after 1991.", "after 1991", "[1992..]"),
    ("It stayed until March 2022.", "until March 2022", "../2022-03"),
    ("It had left by 1998.", "by 1998", "[..1998]"),
    ("It left prior to 2014.", "prior to 2014", "[..2013]"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FOUND)
def test_a_date_that_needs_no_anchor_is_read(text: str, words: str, edtf: str) -> None:
    assert [(mention.text, mention.date.edtf) for mention in tell(text)] == [(words, edtf)]


# Expressions that need something to count from; without it they stay unknown.
INCOMPLETE = [
    ("KCNA said so on July 13.", "July 13"),
    ("KCNA said so on Oct. 4th in a note.", "Oct. 4th"),
    ("KCNA said on the 14th, that they met.", "the 14th"),
    ("On the 14th KCNA said so.", "the 14th"),
    ("They met in July and left.", "July"),
    ("They met in mid-June, it said.", "mid-June"),
    ("They will meet on Friday.", "Friday"),
    ("The ministry said Friday it would.", "Friday"),
    ("They met on Wednesday night.", "Wednesday night"),
    ("They met last Friday.", "last Friday"),
    ("They met yesterday.", "yesterday"),
    ("They meet next week.", "next week"),
    ("They met earlier this week.", "earlier this week"),
    ("They met two years ago.", "two years ago"),
    ("Three days later, he spoke.", "Three days later"),
    ("They had met two weeks earlier.", "two weeks earlier"),
    ("On the same day it left.", "the same day"),
    ("On that same day it left.", "that same day"),
    ("The following month it left.", "The following month"),
    ("The previous day it came.", "The previous day"),
    ("In October of that year, it came.", "October of that year"),
    ("A year later it came.", "A year later"),
    ("A few days later it came.", "A few days later"),
    ("It came twenty-two years later.", "twenty-two years later"),
    ("It came the day before yesterday.", "the day before yesterday"),
    ("Two days after the vote it came.", "Two days after"),
    ("It came late last month.", "late last month"),
]


@pytest.mark.parametrize(("text", "words"), INCOMPLETE)
def test_a_date_without_an_anchor_is_found_and_stays_unknown(text: str, words: str) -> None:
    assert [(mention.text, mention.date.edtf) for mention in tell(text)] == [(words, None)]


NONE = [
    "They talked for three days.",
    "May the ministry march on, it may.",
    "Prime Minister May said so.",
    "The talks with May's cabinet failed.",
    "1948 soldiers crossed, about 1948 soldiers returned.",
    "The motion passed by 1948 votes.",
    "It cites resolution 1325 and page 1998.",
    "It cost $2015 or 2,015 won.",
    "Call 555-2015 or 020 7946 0958.",
    "The Sunday Times and the Sun wrote so.",
    "The Good Friday Agreement holds.",
    "They meet every Friday.",
    "It was opened on 31 April 1988, and closed on the 30th of February.",
    "It was opened on 29 February 1989.",
    "It gave aid in fiscal year 2016 and in the 2017 financial year.",
    "The budget for fiscal 2016-17 grew, as did FY 2018.",
    "They met in 1443 AH, and Juche is an idea.",
    "Give it a second.",
    "It is on the 14th floor.",
    "the 14th Dalai Lama",
    "the 14th and 15th centuries",
    "a 45-year-old man and a three-day visit",
    "COVID-19 and the G20",
    "RT, formerly Russia Today, said so.",
    "over the last year and in the past year",
    "half a year later",
    "version 2.0.2022.1",
    "a 2000 km long pipeline",
    "(Geneva: A Press, 1989).",
    "the fall of Kabul and the spring in Prague",
    "32.7.2022 and 2022-13-45",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_date_expressions(text) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since 2014", DateRelation.SINCE),
        ("between 2014 and 2016", DateRelation.BETWEEN),
        ("from 2014 to 2016", DateRelation.DURING),
        ("during 2014", DateRelation.DURING),
        ("in 2014", DateRelation.AT),
        ("from 2014 on", DateRelation.SINCE),
    ],
)
def test_the_words_before_a_date_give_its_relation(text: str, relation: DateRelation) -> None:
    assert [found.relation for found in find_date_expressions(text)] == [relation]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("on 13 July 2022", DateForm.EXPLICIT),
        ("on 13 July", DateForm.PARTIAL),
        ("in early 1998", DateForm.APPROXIMATE),
        ("from 2014 to 2016", DateForm.RANGE),
        ("a year later", DateForm.RELATIVE),
    ],
)
def test_an_expression_knows_its_form(text: str, form: DateForm) -> None:
    assert [found.form for found in find_date_expressions(text)] == [form]


def test_a_list_of_years_is_several_dates() -> None:
    found = find_date_expressions("It was recognised in 1992, 1998 and 2014 by others.")
    assert [one.text for one in found] == ["1992", "1998", "2014"]


WORDS = st.sampled_from(
    "July 13th , 2022 the 14th of May Friday early mid - 1998 since before between and 2015-2016 three days later"
    " last year that ( ) . c. in on 13.7.2022 1990s century first half from to until 16:54 $5 ’s".split()
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_spans_are_slices_that_do_not_overlap(text: str) -> None:
    position = 0
    for found in find_date_expressions(text):
        assert found.span.start >= position
        assert found.span.of(text) == found.text
        position = found.span.end


@given(st.lists(WORDS, min_size=1).map(" ".join), st.sampled_from([None, "2022-07-14", "1998", "0001-01-01", "9999"]))
def test_whatever_the_words_resolving_them_never_fails(text: str, published: str | None) -> None:
    for mention in tell(text, text, context=DateContext(published=published, heading=published)):
        assert (mention.named is None) == (mention.date.edtf is None)


@pytest.mark.parametrize(
    "junk", ["1", "1 ", "1,", "1-", "July ", "the 14th of ", "a few ", "in 2014 and ", "٣", "(", "early "]
)
def test_a_long_text_of_junk_is_read_in_linear_time(junk: str) -> None:
    def seconds(length: int) -> float:
        text = junk * (length // len(junk))
        begin = time.perf_counter()
        find_date_expressions(text)
        return time.perf_counter() - begin

    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)


def test_a_megabyte_of_digits_is_no_date_and_takes_no_time() -> None:
    begin = time.perf_counter()
    assert find_date_expressions("1" * 1_000_000) == ()
    assert time.perf_counter() - begin < 1


def test_a_text_longer_than_any_sentence_is_read_in_pieces() -> None:
    text = "They met on 13 July 2022 again. " * (3 * LONGEST_SENTENCE // 32)
    found = find_date_expressions(text)
    assert len(found) == text.count("13 July 2022")
    assert all(one.span.of(text) == "13 July 2022" for one in found)
