import json
from pathlib import Path

import pytest

from dragoman.parsing.lemmas import Lemmas, read_lemmas, regular_lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("recognised", "VBD", "recognise"),
        ("recognizes", "VBZ", "recognize"),
        ("severing", "VBG", "sever"),
        ("cancelled", "VBN", "cancel"),
        ("denies", "VBZ", "deny"),
        ("embassies", "NNS", "embassy"),
        ("countries", "NNS", "country"),
        ("churches", "NNS", "church"),
        ("spokesmen", "NNS", "spokesman"),
        ("bigger", "JJR", "big"),
        ("happiest", "JJS", "happy"),
        ("forced", "VBN", "force"),
        ("bed", "VBD", "bed"),
    ],
)
def test_spelling_rules_find_regular_lemmas(form: str, tag: str, lemma: str) -> None:
    assert regular_lemma(form, tag) == lemma


def test_the_table_goes_before_the_rules() -> None:
    assert Lemmas({"NNS": {"ties": "tie"}}).lemma("Ties", "NNS") == "tie"


def test_a_form_has_different_lemmas_under_different_tags() -> None:
    lemmas = Lemmas({"VBD": {"found": "find"}})
    assert lemmas.lemma("found", "VBD") == "find"
    assert lemmas.lemma("found", "VB") == "found"


def test_curly_apostrophes_are_looked_up_as_straight_ones() -> None:
    assert Lemmas({"RB": {"n't": "not"}}).lemma("n’t", "RB") == "not"


def test_proper_nouns_keep_their_form() -> None:
    assert Lemmas({}).lemma("Philippines", "NNPS") == "Philippines"


def test_a_folder_without_a_table_leaves_the_rules(tmp_path: Path) -> None:
    assert read_lemmas(tmp_path).forms == {}


def test_the_table_is_read_from_beside_the_model(tmp_path: Path) -> None:
    (tmp_path / "lemmas.json").write_text(json.dumps({"VBD": {"went": "go"}}), encoding="utf-8")
    assert read_lemmas(tmp_path).lemma("went", "VBD") == "go"
