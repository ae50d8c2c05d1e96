import re

import pytest
from tests.answers.reports import act, ledger_of, report

from dragoman.answers.brief import make_brief, plain_date
from dragoman.answers.brief_page import write_brief
from dragoman.answers.relations import Relations, find_relations
from dragoman.claims.coding import Coding
from dragoman.dates.event_date import DateBasis, event_date
from dragoman.errors import NameUnknownError
from dragoman.knowledge.authority import load_authority

HOSTILE = 'Kyiv <script>alert("1")</script> severed [ties](x) | *now* & then.'


def ask(*codings: Coding) -> Relations:
    return find_relations(ledger_of(*codings), load_authority(), ("UKR", "PRK"))


PAGE = report(HOSTILE, act("relations-severed", "UKR", "PRK", date="2022-07-13"), published="2022-07-14")


def test_every_sentence_carries_a_footnote_with_quote_chain_page_and_digest() -> None:
    brief = make_brief(ask(PAGE))
    assert all(line.notes for _, lines in brief.parts for line in lines)
    (note,) = brief.footnotes
    assert note.quote == HOSTILE
    assert note.chain == "Sample Wire"
    assert note.published == "2022-07-14"
    assert PAGE.document is not None
    assert PAGE.document.id.removeprefix("sha256:").startswith(note.digest)


def test_words_of_reports_are_no_markup_in_html() -> None:
    page = write_brief(ask(PAGE), form="html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_words_of_reports_are_no_markup_in_markdown() -> None:
    page = write_brief(ask(PAGE))
    assert r"\<script\>" in page
    assert r"\[ties\]" in page
    assert r"\*now\*" in page


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = write_brief(ask(PAGE), form="html")
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert 'name="viewport"' in page


def test_footnotes_of_markdown_are_all_used_and_all_there() -> None:
    page = write_brief(ask(PAGE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", page)) == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE))


def test_nothing_known_is_said_to_be_so() -> None:
    assert "holds no claim" in write_brief(ask())


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(NameUnknownError):
        write_brief(ask(), form="docx")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-07-13", "2022-07-13"),
        ("2022", "2022"),
        ("[1998-01..1998-04]", "between 1998-01-01 and 1998-04-30"),
        ("2015/2016", "2015-01-01 to 2016-12-31"),
        ("../1998", "until 1998-12-31"),
        ("2014/..", "from 2014-01-01"),
        ("199X", "1990-01-01 to 1999-12-31"),
    ],
)
def test_vague_dates_are_told_by_their_first_and_last_day(edtf: str, words: str) -> None:
    assert plain_date(event_date(edtf, DateBasis.EXPLICIT)) == words
