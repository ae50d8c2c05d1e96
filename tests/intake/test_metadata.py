"""What a page says of itself is found with its place, and nothing is made up."""

from collections.abc import Callable

import pytest

from dragoman.documents.document import Document
from dragoman.intake.options import ReadOptions

Read = Callable[..., Document]
BODY = "The kingdom recognised the republic on Monday. Its neighbours protested at once, and two recalled their envoys."


def test_a_page_without_a_day_has_no_day_of_publication(read: Read) -> None:
    assert read(f"Kingdom recognises republic\n\n{BODY}\n\nThat was on 3 May 1992.").published is None


def test_the_user_is_trusted_above_the_page(read: Read) -> None:
    document = read(f"Kingdom recognises republic\n\n3 May 2021\n\n{BODY}", options=ReadOptions(published="2021-05-04"))
    assert document.published == "2021-05-04"
    assert document.metadata_values("published") == ("2021-05-04", "2021-05-03")


def test_a_day_alone_on_its_line_wins_over_one_in_the_title(read: Read) -> None:
    document = read(f"Kingdom recognises republic (5.5.2021)\n\n{BODY}\n\n2021-05-03 08:12")
    assert document.published == "2021-05-03T08:12"
    assert document.metadata_values("title-date") == ("2021-05-05",)


def test_the_day_in_a_title_is_used_when_there_is_no_other(read: Read) -> None:
    assert read(f"Kingdom recognises republic (5.5.2021)\n\n{BODY}").published == "2021-05-05"


def test_an_agencys_dateline_gives_place_day_and_outlet(read: Read) -> None:
    document = read(f"Kingdom recognises republic\n\nSAMPLETOWN, May 3, 2021 (Sample Wire) - {BODY}")
    assert (document.published, document.outlet) == ("2021-05-03", "Sample Wire")
    assert document.metadata_values("place") == ("SAMPLETOWN",)


def test_a_dateline_without_a_year_gives_no_day(read: Read) -> None:
    assert read(f"Kingdom recognises republic\n\nSAMPLETOWN, May 3 (Sample Wire) - {BODY}").published is None


@pytest.mark.parametrize(
    ("line", "name", "value", "note"),
    [
        ("Text editor: Mira Sample (示例)", "text-editor", "Mira Sample", "示例"),
        ("Author: 示例 (Mira Sample)", "author", "Mira Sample", "示例"),
        ("责任编辑：示例", "editor", "示例", ""),
        ("Автор: Образец Примеров", "author", "Образец Примеров", ""),
        ("Source of the title map: Sample Archive (示例)", "photo-source", "Sample Archive", "示例"),
        ("(Reporting by Ann Case in Sampletown; Editing by Joe Example)", "editor", "Joe Example", ""),
        ("Translated by Ann Case", "translator", "Ann Case", ""),
    ],
)
def test_credits_below_a_report_are_read(line: str, name: str, value: str, note: str, read: Read) -> None:
    document = read(f"Kingdom recognises republic\n\n{BODY}\n\n{line}")
    found = next(item for item in document.metadata if item.name == name)
    assert (found.value, found.note) == (value, note)
    assert found.span is not None
    assert value in document.quote(found.span)


def test_several_authors_are_several_items(read: Read) -> None:
    document = read(f"Kingdom recognises republic\n\nBy Ann Case and Joe Example\n\n{BODY}")
    assert document.metadata_values("author") == ("Ann Case", "Joe Example")


def test_a_desk_of_a_newspaper_is_an_outlet_and_no_person(read: Read) -> None:
    document = read(f"Kingdom recognises republic\n\nBy the Asia desk of the Sample Gazette\n\n{BODY}")
    assert document.outlet == "Sample Gazette"
    assert document.metadata_values("author") == ()
