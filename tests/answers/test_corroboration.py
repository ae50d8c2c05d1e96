import pytest
from tests.answers.reports import AGENCY, ledger_of, recognition_of, report, voice

from dragoman.answers.corroboration import find_corroboration
from dragoman.errors import NameUnknownError


def test_pages_of_one_agency_hang_on_one_origin() -> None:
    pages = [
        report(f"Page {n}.", recognition_of("DPR", "PRK", chain=(voice(f"O{n}"), AGENCY)), outlet=f"O{n}")
        for n in range(3)
    ]
    own = report("Own word.", recognition_of("DPR", "PRK"), outlet="Own")
    answer = find_corroboration(ledger_of(*pages, own), pages[0].claims[0].id[:8])
    assert [(origin.name, origin.pages) for origin in answer.origins] == [
        ("Korean Central News Agency", 3),
        ("Own", 1),
    ]


def test_a_claim_of_another_day_does_not_corroborate() -> None:
    one = report("On the 13th.", recognition_of("DPR", "PRK", date="2022-07-13"), outlet="A")
    other = report("On the 20th.", recognition_of("DPR", "PRK", date="2022-07-20"), outlet="B")
    assert len(find_corroboration(ledger_of(one, other), one.claims[0].id).origins) == 1


def test_a_denial_stands_against_it() -> None:
    one = report("It did.", recognition_of("DPR", "PRK"))
    denial = report("It did not.", recognition_of("DPR", "PRK", negated=True))
    answer = find_corroboration(ledger_of(one, denial), one.claims[0].id)
    assert [c.claim.id for c in answer.against] == [denial.claims[0].id]


def test_an_unknown_claim_is_refused() -> None:
    with pytest.raises(NameUnknownError):
        find_corroboration(ledger_of(), "abcdef")
