"""Which names are one by the judgements of reviewers."""

from datetime import UTC, datetime

import pytest

from dragoman.claims.judgement import HeldJudgement, Judgement, Ruling
from dragoman.claims.merging import merged_names

MOMENT = datetime(2022, 7, 18, 9, tzinfo=UTC)


def ruled(*rulings: str) -> dict[str, str]:
    """Names merged (``a+b``) and split (``a-b``), in this order."""
    held = []
    for entry, text in enumerate(rulings, start=1):
        ruling, mark = (Ruling.MERGE, "+") if "+" in text else (Ruling.SPLIT, "-")
        subject, *others = text.split(mark)
        held.append(HeldJudgement(Judgement(ruling, subject, "A.", "So.", others=tuple(others)), entry, MOMENT))
    return dict(merged_names(held))


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ((), {}),
        (("a+b",), {"a": "a", "b": "a"}),
        (("a+b", "b+c"), {"a": "a", "b": "a", "c": "a"}),
        (("a+b", "c+d", "d+a"), {"a": "c", "b": "c", "c": "c", "d": "c"}),
        (("a+b", "a-b"), {}),
        (("a+b+c", "a-b"), {"a": "a", "c": "a"}),
        (("a+b+c", "b-a"), {"b": "b", "c": "b"}),
        (("a-b",), {}),
        (("a+b", "a-b", "a+b"), {"a": "a", "b": "a"}),
    ],
)
def test_later_rulings_weigh_over_earlier_ones(rulings: tuple[str, ...], expected: dict[str, str]) -> None:
    assert ruled(*rulings) == expected
