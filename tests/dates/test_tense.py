import pytest
from tests.dates.sentences import index_of, tree

from dragoman.dates.tense import is_future_at
from dragoman.language.sentence import Sentence

FUTURE = {
    "will": """
        They they PRON PRP 3 nsubj
        will will AUX MD 3 aux
        meet meet VERB VB 0 root
        Friday Friday PROPN NNP 3 obl
    """,
    "present progressive": """
        They they PRON PRP 3 nsubj
        are be AUX VBP 3 aux
        meeting meet VERB VBG 0 root
        Friday Friday PROPN NNP 3 obl
    """,
    "plan": """
        They they PRON PRP 2 nsubj
        plan plan VERB VBP 0 root
        to to PART TO 4 mark
        meet meet VERB VB 2 xcomp
        Friday Friday PROPN NNP 4 obl
    """,
    "expected": """
        They they PRON PRP 3 nsubj
        are be AUX VBP 3 aux
        expected expect VERB VBN 0 root
        to to PART TO 5 mark
        meet meet VERB VB 3 xcomp
        Friday Friday PROPN NNP 5 obl
    """,
    "joined with will": """
        They they PRON PRP 3 nsubj
        will will AUX MD 3 aux
        come come VERB VB 0 root
        and and CCONJ CC 5 cc
        meet meet VERB VB 3 conj
        Friday Friday PROPN NNP 5 obl
    """,
}
NOT_FUTURE = {
    "past": """
        They they PRON PRP 2 nsubj
        met meet VERB VBD 0 root
        Friday Friday PROPN NNP 2 obl
    """,
    "headline": """
        Moscow Moscow PROPN NNP 2 nsubj
        recognises recognise VERB VBZ 0 root
        both both PRON DT 2 obj
        Friday Friday PROPN NNP 2 obl
    """,
    "past progressive": """
        They they PRON PRP 3 nsubj
        were be AUX VBD 3 aux
        meeting meet VERB VBG 0 root
        Friday Friday PROPN NNP 3 obl
    """,
    "planned in the past": """
        They they PRON PRP 2 nsubj
        planned plan VERB VBD 0 root
        to to PART TO 4 mark
        meet meet VERB VB 2 xcomp
        Friday Friday PROPN NNP 4 obl
    """,
    "a verb of the past that says what will be": """
        It it PRON PRP 2 nsubj
        said say VERB VBD 0 root
        Friday Friday PROPN NNP 2 obl
        they they PRON PRP 6 nsubj
        will will AUX MD 6 aux
        meet meet VERB VB 2 ccomp
    """,
    "no verb": """
        Talks talk NOUN NNS 0 root
        Friday Friday PROPN NNP 1 nmod
    """,
}


def sentence_of(parse: str) -> Sentence:
    return tree(" ".join(line.split()[0] for line in parse.strip().splitlines()), parse)


@pytest.mark.parametrize("name", FUTURE)
def test_the_clause_of_a_date_may_speak_of_what_is_to_come(name: str) -> None:
    sentence = sentence_of(FUTURE[name])
    assert is_future_at(sentence, sentence.tokens[index_of(sentence, "Friday")].span)


@pytest.mark.parametrize("name", NOT_FUTURE)
def test_other_clauses_speak_of_what_was(name: str) -> None:
    sentence = sentence_of(NOT_FUTURE[name])
    assert not is_future_at(sentence, sentence.tokens[index_of(sentence, "Friday")].span)


@pytest.mark.parametrize("auxiliary", ["is", "was"])
def test_what_is_or_was_to_be_done_is_to_come(auxiliary: str) -> None:
    sentence = tree(
        f"It {auxiliary} to be closed on Friday",
        f"""
        It it PRON PRP 5 nsubj:pass
        {auxiliary} be AUX {"VBZ" if auxiliary == "is" else "VBD"} 5 aux
        to to PART TO 5 mark
        be be AUX VB 5 aux:pass
        closed close VERB VBN 0 root
        on on ADP IN 7 case
        Friday Friday PROPN NNP 5 obl
        """,
    )
    friday = sentence.tokens[-1]
    assert is_future_at(sentence, friday.span)
