from lxml import etree
from tests.answers.reports import EMBASSY, act, ledger_of, recognition_of, report

from dragoman.answers.picture import write_picture
from dragoman.answers.questions import relations
from dragoman.answers.surveys import timeline

PAGES = (
    report("Moscow did <it>.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A"),
    report("Moscow has.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="B"),
    report("It opened one.", act("mission-opened", "RUS", "ABK", date="2009", measure=EMBASSY)),
    report("It did.", recognition_of("ABK", "RUS", date=None), published="2010-01-01"),
    report("Nauru did.", recognition_of("ABK", "NRU", date="2009-12-15")),
)


def test_a_timeline_of_one_polity_has_all_in_which_it_takes_part_by_day() -> None:
    answer = timeline(ledger_of(*PAGES), "Russia")
    assert [item.date.edtf for item in answer.dated if item.date] == ["2009", "2022-02-21", "2022-02-24"]
    assert len(answer.undated) == 1
    assert {span.title for span in answer.spans} >= {"Russia → Abkhazia", "Russia → Donetsk People's Republic"}


def test_its_rows_say_origins_and_disputes() -> None:
    rows = timeline(ledger_of(*PAGES), "Russia").to_records()
    assert [(row["date"], row["origins"], row["disputed"]) for row in rows[1:3]] == [
        ("2022-02-21", 1, True),
        ("2022-02-24", 1, True),
    ]


def test_a_timeline_of_two_is_what_is_said_of_the_pair() -> None:
    held = ledger_of(*PAGES)
    assert timeline(held, "RUS", "DPR").dated == relations(held, "RUS", "DPR").timeline


def test_a_picture_is_sound_xml_and_tells_each_number() -> None:
    answer = timeline(ledger_of(*PAGES), "Russia")
    drawn = etree.fromstring(write_picture("Russia & others <b>", answer.spans, answer.dated))
    told = [" ".join(one.itertext()) for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "Russia & others <b>" in told
    assert any(text.startswith("3 2022-02-24") for text in told)


def test_a_picture_of_nothing_is_a_picture() -> None:
    assert etree.fromstring(write_picture("Nothing", (), ())).tag.endswith("svg")
