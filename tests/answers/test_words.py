from tests.answers.reports import ledger_of, report
from tests.claims.factories import make_participant

from dragoman.actors.participant import Mention
from dragoman.answers.loaded import find_loaded
from dragoman.answers.names import find_names
from dragoman.claims.claim import ClaimKind, LoadedWord, Measure
from dragoman.documents.span import Span
from dragoman.knowledge.authority import load_authority

NAME = {"kind": ClaimKind.NAME, "event": None, "mode": None, "recipients": (), "date": None}


def test_each_speaker_has_its_own_names() -> None:
    plain = report("The republic.", {**NAME, "actors": ("DPR",), "measure": Measure("DNR", "name", "DPR")}, outlet="A")
    quoted = Measure("Republic", "name", "DPR", "in scare quotes")
    other = report("The “Republic”.", {**NAME, "actors": ("DPR",), "measure": quoted}, outlet="B")
    uses = find_names(ledger_of(plain, other), load_authority(), "DPR").uses
    assert [(use.speaker, use.text, use.is_quoted) for use in uses] == [("A", "DNR", False), ("B", "Republic", True)]


def test_names_in_other_claims_count_too_but_pronouns_and_people_do_not() -> None:
    text = "Donetsk and it and Mr Pushilin."
    named = make_participant("DPR", mention=Mention(Span(0, 7), "Donetsk"))
    pronoun = make_participant("DPR", mention=Mention(Span(12, 14), "it"))
    person = make_participant("DPR", mention=Mention(Span(19, 30), "Mr Pushilin"), person="Pushilin")
    page = report(text, {"actors": (named, pronoun, person), "recipients": ("RUS",)})
    assert [use.text for use in find_names(ledger_of(page), load_authority(), "DPR").uses] == ["Donetsk"]


def test_a_name_in_quotation_marks_of_its_own_is_kept_apart() -> None:
    named = make_participant("DPR", mention=Mention(Span(5, 12), "Donetsk"))
    page = report("The “Donetsk” again.", {"actors": (named,), "recipients": ("RUS",)})
    (use,) = find_names(ledger_of(page), load_authority(), "DPR").uses
    assert use.is_quoted


def test_a_loaded_word_counts_once_for_each_place() -> None:
    word = LoadedWord(Span(4, 9), "junta", "takes a side")
    page = report("The junta fell.", {"loaded": (word,)}, {"loaded": (word,), "actors": ("SYR",)})
    (use,) = find_loaded(ledger_of(page)).uses
    assert (use.text, use.times) == ("junta", 1)
