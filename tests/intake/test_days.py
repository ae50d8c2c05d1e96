"""Days as pages print them are read to EDTF, and never made more precise than they are."""

import pytest

from dragoman.intake.days import find_dated_line, find_days


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021-05-03 08:12", "2021-05-03T08:12"),
        ("14.7.2022", "2022-07-14"),
        ("14 July 2022", "2022-07-14"),
        ("July 14th, 2022", "2022-07-14"),
        ("Friday, January 4, 2019", "2019-01-04"),
        ("July 14, 2022 at 4:54 pm", "2022-07-14T16:54"),
        ("12:05 a.m., 14 July 2022", "2022-07-14T00:05"),
        ("2022年7月14日 16:54", "2022-07-14T16:54"),
        ("2022년 7월 14일", "2022-07-14"),
        ("14 июля 2022 г.", "2022-07-14"),
        ("le 14 juillet 2022 à 16h54", "2022-07-14T16:54"),
        ("14 de julio de 2022", "2022-07-14"),
        ("14. Juli 2022, 16:54 Uhr", "2022-07-14T16:54"),
        ("2022-07-14T16:54:30+08:00", "2022-07-14T16:54+08:00"),
        ("2022-07-14T08:54:00Z", "2022-07-14T08:54Z"),
        ("10 JULY 2011 - 0600 GMT", "2011-07-10T06:00Z"),
        ("July 2022", "2022-07"),
        ("13/4/2022", "2022-04-13"),
        ("4/13/2022", "2022-04-13"),
        ("3/4/2022", "2022"),
    ],
)
def test_a_printed_day_is_read(text: str, edtf: str) -> None:
    assert [found.edtf for found in find_days(text)] == [edtf]


@pytest.mark.parametrize("text", ["31.2.2022", "2022-13-01", "version 1.2.2022.4", "in 2022", "1998/99"])
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert list(find_days(text)) == []


@pytest.mark.parametrize(
    "text", ["2021-05-03 08:12", "Friday, January 4, 2019", "13 July 2022, 19:24 (Kyiv time)", "2022年7月14日 星期四"]
)
def test_a_line_with_only_a_day_is_a_dated_line(text: str) -> None:
    assert find_dated_line(text) is not None


@pytest.mark.parametrize("text", ["On 14 July 2022 they met.", "Revision of 1 March 2021", "14 July 2022: a timeline"])
def test_a_line_with_more_than_a_day_is_none(text: str) -> None:
    assert find_dated_line(text) is None
