"""Wording is compared in one form."""

import pytest

from dragoman.documents.cues import fold_wording


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Translator’s\u00a0Note：", "translator's note:"),
        ("LEAVE  a\nReply", "leave a reply"),
        ("（编者按）", "(编者按)"),
    ],
)
def test_case_quotation_marks_and_blanks_do_not_matter(text: str, folded: str) -> None:
    assert fold_wording(text) == folded
