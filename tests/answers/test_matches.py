"""Spellings that may be one name are proposed, never merged."""

import pytest
from tests.claims.factories import make_claim, make_coding, make_document, make_participant

from dragoman.actors.participant import Mention
from dragoman.answers.questions import name_matches
from dragoman.claims.judgement import Judgement, Ruling
from dragoman.claims.ledger import Ledger
from dragoman.cli.sheets.matches import matches_sheet
from dragoman.documents.span import Span
from dragoman.errors import NameUnknownError
from dragoman.ledger.open import open_ledger


def ledger_with(*people: tuple[str, str, str]) -> Ledger:
    """A ledger with one page a person: name, polity, office."""
    ledger = open_ledger("memory:")
    for number, (name, polity, office) in enumerate(people):
        document = make_document(f"{name} recognised Abkhazia, page {number}.")
        mention = Mention(Span(0, len(name)), name)
        actor = make_participant(polity, person=name, role=office, mention=mention)
        ledger.add(make_coding(document, make_claim(document, actors=(actor,))), by="tests")
    return ledger


def test_two_romanisations_of_one_minister_are_certain() -> None:
    held = ledger_with(("Choi Son-hee", "PRK", "foreign minister"), ("Choe Son-hui", "PRK", "foreign minister"))
    (match,) = name_matches(held).matches
    assert match.is_certain
    assert match.reasons


def test_two_leaders_with_names_alike_are_not_certain() -> None:
    held = ledger_with(("Kim Jong-un", "PRK", "leader"), ("Kim Jong-il", "PRK", "leader"))
    assert not any(match.is_certain for match in name_matches(held).matches)


def test_people_of_two_polities_are_not_compared() -> None:
    held = ledger_with(("Shin Hong-chul", "PRK", "ambassador"), ("Shin Hong Chol", "KOR", "ambassador"))
    assert name_matches(held).matches == ()


def test_claims_keep_their_spelling() -> None:
    held = ledger_with(("Denis Pushlin", "DPR", "leader"), ("Denis Pushilin", "DPR", "leader"))
    name_matches(held)
    assert {p.person for c in held.claims() for p in c.claim.actors} == {"Denis Pushlin", "Denis Pushilin"}


def test_rulings_of_reviewers_stand_beside_the_proposals() -> None:
    held = ledger_with(("Choi Son-hee", "PRK", "foreign minister"), ("Choe Son-hui", "PRK", "foreign minister"))
    reviewer = ("A. Reviewer", "Two ministers.")
    held.judge(Judgement(Ruling.SPLIT, "Choe Son-hui", *reviewer, others=("Choi Son-hee",)))
    held.judge(Judgement(Ruling.SPLIT, "Denis Pushilin", *reviewer, others=("Denis Pushlin",)))
    answer = name_matches(held, "North Korea")
    (match,) = answer.matches
    assert [one.judgement.ruling for one in match.rulings] == [Ruling.SPLIT]
    assert answer.rulings == match.rulings
    assert len(name_matches(held).rulings) == 2
    assert "kept apart by A. Reviewer" in matches_sheet(answer).tables[0].rows[0]


def test_names_that_were_merged_are_told_with_the_reason() -> None:
    held = ledger_with(("Choi Son-hee", "PRK", "foreign minister"), ("Choe Son-hui", "PRK", "foreign minister"))
    held.judge(Judgement(Ruling.MERGE, "Choe Son-hui", "A. Reviewer", "One minister.", others=("Choi Son-hee",)))
    answer = name_matches(held, "Choe Son-hui")
    assert [one.judgement.reason for one in answer.rulings] == ["One minister."]
    assert matches_sheet(answer).tables[1].rows[0][2] == "Choe Son-hui = Choi Son-hee"


def test_an_unknown_polity_is_refused() -> None:
    with pytest.raises(NameUnknownError):
        name_matches(ledger_with(), of="Nowhereland")
