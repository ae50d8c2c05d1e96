from tests.dates.sentences import index_of, tree

from dragoman.dates.event_date import DateBasis
from dragoman.dates.governing import DateLink, GoverningDate, date_for_event
from dragoman.dates.narrative import DateContext, resolve_dates
from dragoman.language.sentence import Sentence


def governing(sentence: Sentence, word: str, *others: str) -> GoverningDate | None:
    mentions = resolve_dates([sentence], DateContext(published="2022-07-14"))[0]
    events = frozenset(index_of(sentence, other) for other in others)
    return date_for_event(sentence, index_of(sentence, word), mentions, events=events)


def edtf(found: GoverningDate | None) -> str | None:
    return None if found is None else found.date.edtf


ANNOUNCED = tree(
    "Pyongyang announced on July 13 that it recognised both .",
    """
    Pyongyang Pyongyang PROPN NNP 2 nsubj
    announced announce VERB VBD 0 root
    on on ADP IN 4 case
    July July PROPN NNP 2 obl
    13 13 NUM CD 4 nummod
    that that SCONJ IN 8 mark
    it it PRON PRP 8 nsubj
    recognised recognise VERB VBD 2 ccomp
    both both PRON DT 8 obj
    . . PUNCT . 2 punct
    """,
)


def test_a_date_is_that_of_the_verb_under_which_it_stands() -> None:
    found = governing(ANNOUNCED, "announced")
    assert edtf(found) == "2022-07-13"
    assert found is not None
    assert found.link is DateLink.OWN


def test_the_day_of_saying_is_offered_for_what_is_said_and_marked_so() -> None:
    found = governing(ANNOUNCED, "recognised")
    assert found is not None
    assert found.link is DateLink.CONTENT
    assert found.date.edtf == "2022-07-13"
    assert found.date.basis is DateBasis.INHERITED


def test_what_is_said_keeps_its_own_date_and_leaves_that_of_saying() -> None:
    sentence = tree(
        "On July 14 it said that it had recognised both on July 13 .",
        """
        On on ADP IN 2 case
        July July PROPN NNP 5 obl
        14 14 NUM CD 2 nummod
        it it PRON PRP 5 nsubj
        said say VERB VBD 0 root
        that that SCONJ IN 9 mark
        it it PRON PRP 9 nsubj
        had have AUX VBD 9 aux
        recognised recognise VERB VBN 5 ccomp
        both both PRON DT 9 obj
        on on ADP IN 12 case
        July July PROPN NNP 9 obl
        13 13 NUM CD 12 nummod
        . . PUNCT . 5 punct
        """,
    )
    assert edtf(governing(sentence, "said")) == "2022-07-14"
    assert edtf(governing(sentence, "recognised")) == "2022-07-13"


def test_content_behind_a_dash_is_content_though_the_parser_calls_it_parataxis() -> None:
    sentence = tree(
        "It announced – on June 29 – that it would recognise both .",
        """
        It it PRON PRP 2 nsubj
        announced announce VERB VBD 0 root
        – - PUNCT : 5 punct
        on on ADP IN 5 case
        June June PROPN NNP 2 obl
        29 29 NUM CD 5 nummod
        – - PUNCT : 11 punct
        that that SCONJ IN 11 mark
        it it PRON PRP 11 nsubj
        would would AUX MD 11 aux
        recognise recognise VERB VB 2 parataxis
        both both PRON DT 11 obj
        . . PUNCT . 2 punct
        """,
    )
    found = governing(sentence, "recognise")
    assert found is not None
    assert (found.link, found.date.edtf) == (DateLink.CONTENT, "2022-06-29")


AFTER = tree(
    "After it recognised both , Kyiv severed relations on July 13 .",
    """
    After after SCONJ IN 3 mark
    it it PRON PRP 3 nsubj
    recognised recognise VERB VBD 7 advcl
    both both PRON DT 3 obj
    , , PUNCT , 3 punct
    Kyiv Kyiv PROPN NNP 7 nsubj
    severed sever VERB VBD 0 root
    relations relation NOUN NNS 7 obj
    on on ADP IN 10 case
    July July PROPN NNP 7 obl
    13 13 NUM CD 10 nummod
    . . PUNCT . 7 punct
    """,
)


def test_a_date_is_not_that_of_a_clause_beside_it() -> None:
    assert edtf(governing(AFTER, "severed")) == "2022-07-13"
    assert governing(AFTER, "recognised") is None


def test_a_clause_with_when_has_the_date_right_before_it() -> None:
    sentence = tree(
        "Relations were established on March 3, 1961, when he presented letters .",
        """
        Relations relation NOUN NNS 3 nsubj:pass
        were be AUX VBD 3 aux:pass
        established establish VERB VBN 0 root
        on on ADP IN 5 case
        March March PROPN NNP 3 obl
        3 3 NUM CD 5 nummod
        , , PUNCT , 5 punct
        1961 1961 NUM CD 5 nmod
        , , PUNCT , 12 punct
        when when ADV WRB 12 advmod
        he he PRON PRP 12 nsubj
        presented present VERB VBD 3 advcl
        letters letter NOUN NNS 12 obj
        . . PUNCT . 3 punct
        """,
    )
    found = governing(sentence, "presented")
    assert found is not None
    assert (found.link, found.date.edtf) == (DateLink.WHEN, "1961-03-03")


def test_a_clause_with_when_in_front_has_no_date_of_the_main_clause() -> None:
    sentence = tree(
        "When he came , they signed in 1935 .",
        """
        When when ADV WRB 3 advmod
        he he PRON PRP 3 nsubj
        came come VERB VBD 6 advcl
        , , PUNCT , 3 punct
        they they PRON PRP 6 nsubj
        signed sign VERB VBD 0 root
        in in ADP IN 8 case
        1935 1935 NUM CD 6 obl
        . . PUNCT . 6 punct
        """,
    )
    assert governing(sentence, "came") is None


JOINED = tree(
    "On July 13 the envoy held talks and submitted a letter , but Kyiv protested .",
    """
    On on ADP IN 2 case
    July July PROPN NNP 6 obl
    13 13 NUM CD 2 nummod
    the the DET DT 5 det
    envoy envoy NOUN NN 6 nsubj
    held hold VERB VBD 0 root
    talks talk NOUN NNS 6 obj
    and and CCONJ CC 9 cc
    submitted submit VERB VBD 6 conj
    a a DET DT 11 det
    letter letter NOUN NN 9 obj
    , , PUNCT , 15 punct
    but but CCONJ CC 15 cc
    Kyiv Kyiv PROPN NNP 15 nsubj
    protested protest VERB VBD 6 conj
    . . PUNCT . 6 punct
    """,
)


def test_a_date_in_front_holds_for_verbs_joined_with_the_first() -> None:
    found = governing(JOINED, "submitted")
    assert found is not None
    assert (found.link, found.date.edtf) == (DateLink.SHARED, "2022-07-13")


def test_a_joined_verb_with_a_subject_of_its_own_shares_no_date() -> None:
    assert governing(JOINED, "protested") is None


def test_a_noun_takes_the_date_of_the_verb_that_carries_it() -> None:
    found = governing(JOINED, "talks")
    assert found is not None
    assert (found.link, found.date.edtf) == (DateLink.CLAUSE, "2022-07-13")


def test_a_date_behind_the_first_verb_is_not_that_of_the_second() -> None:
    sentence = tree(
        "It opened an embassy in 1992 and closed it .",
        """
        It it PRON PRP 2 nsubj
        opened open VERB VBD 0 root
        an a DET DT 4 det
        embassy embassy NOUN NN 2 obj
        in in ADP IN 6 case
        1992 1992 NUM CD 2 obl
        and and CCONJ CC 8 cc
        closed close VERB VBD 2 conj
        it it PRON PRP 8 obj
        . . PUNCT . 2 punct
        """,
    )
    assert edtf(governing(sentence, "opened")) == "1992"
    assert governing(sentence, "closed") is None


def test_an_aim_is_offered_the_date_of_the_decision() -> None:
    sentence = tree(
        "It decided on July 13 to recognise both .",
        """
        It it PRON PRP 2 nsubj
        decided decide VERB VBD 0 root
        on on ADP IN 4 case
        July July PROPN NNP 2 obl
        13 13 NUM CD 4 nummod
        to to PART TO 7 mark
        recognise recognise VERB VB 2 xcomp
        both both PRON DT 7 obj
        . . PUNCT . 2 punct
        """,
    )
    found = governing(sentence, "recognise")
    assert found is not None
    assert (found.link, found.date.basis) == (DateLink.PURPOSE, DateBasis.INHERITED)


CONDEMNED = tree(
    "Kyiv condemned the recognition of July 13 .",
    """
    Kyiv Kyiv PROPN NNP 2 nsubj
    condemned condemn VERB VBD 0 root
    the the DET DT 4 det
    recognition recognition NOUN NN 2 obj
    of of ADP IN 6 case
    July July PROPN NNP 4 nmod
    13 13 NUM CD 6 nummod
    . . PUNCT . 2 punct
    """,
)


def test_a_date_under_a_noun_is_that_of_the_noun() -> None:
    assert edtf(governing(CONDEMNED, "recognition", "condemned")) == "2022-07-13"
    assert governing(CONDEMNED, "condemned", "recognition") is None


def test_a_year_that_only_says_which_one_dates_nothing_else() -> None:
    sentence = tree(
        "They chose an envoy for the 2020 election .",
        """
        They they PRON PRP 2 nsubj
        chose choose VERB VBD 0 root
        an a DET DT 4 det
        envoy envoy NOUN NN 2 obj
        for for ADP IN 8 case
        the the DET DT 8 det
        2020 2020 NUM CD 8 nummod
        election election NOUN NN 2 obl
        . . PUNCT . 2 punct
        """,
    )
    assert edtf(governing(sentence, "election")) == "2020"
    assert governing(sentence, "chose") is None


def test_a_date_in_brackets_dates_no_verb() -> None:
    sentence = tree(
        "Pyongyang recognises both ( 14.7.2022 )".replace("( ", "(").replace(" )", ")"),
        """
        Pyongyang Pyongyang PROPN NNP 2 nsubj
        recognises recognise VERB VBZ 0 root
        both both PRON DT 2 obj
        ( ( PUNCT -LRB- 5 punct
        14.7.2022 14.7.2022 NUM CD 2 obl
        ) ) PUNCT -RRB- 5 punct
        """,
    )
    assert governing(sentence, "recognises") is None


def test_the_only_date_at_the_beginning_dates_the_main_clause_though_it_hangs_by_a_noun() -> None:
    sentence = tree(
        "July 13 : Pyongyang recognised both .",
        """
        July July PROPN NNP 4 nmod
        13 13 NUM CD 1 nummod
        : : PUNCT : 4 punct
        Pyongyang Pyongyang PROPN NNP 5 nsubj
        recognised recognise VERB VBD 0 root
        both both PRON DT 5 obj
        . . PUNCT . 5 punct
        """,
    )
    found = governing(sentence, "recognised")
    assert found is not None
    assert (found.link, found.date.edtf) == (DateLink.FRONTED, "2022-07-13")


def test_a_date_that_cannot_be_known_is_chosen_before_one_from_elsewhere() -> None:
    sentence = tree(
        "Two days after the vote it withdrew .",
        """
        Two two NUM CD 2 nummod
        days day NOUN NNS 7 obl
        after after ADP IN 5 case
        the the DET DT 5 det
        vote vote NOUN NN 2 nmod
        it it PRON PRP 7 nsubj
        withdrew withdraw VERB VBD 0 root
        . . PUNCT . 7 punct
        """,
    )
    found = governing(sentence, "withdrew")
    assert found is not None
    assert found.date.edtf is None


def test_a_sentence_without_dates_dates_nothing() -> None:
    sentence = tree("It withdrew .", "It it PRON PRP 2 nsubj\nwithdrew withdraw VERB VBD 0 root\n. . PUNCT . 2 punct")
    assert governing(sentence, "withdrew") is None


ANSWERED = tree(
    "Their decision of July 13 came in response to the recognition .",
    """
    Their their PRON PRP$ 2 nmod:poss
    decision decision NOUN NN 6 nsubj
    of of ADP IN 4 case
    July July PROPN NNP 2 nmod
    13 13 NUM CD 4 nummod
    came come VERB VBD 0 root
    in in ADP IN 8 case
    response response NOUN NN 6 obl
    to to ADP IN 11 case
    the the DET DT 11 det
    recognition recognition NOUN NN 8 nmod
    . . PUNCT . 6 punct
    """,
)

DISSOLVED = tree(
    "After the dissolution they established relations on July 13 .",
    """
    After after ADP IN 3 case
    the the DET DT 3 det
    dissolution dissolution NOUN NN 5 obl
    they they PRON PRP 5 nsubj
    established establish VERB VBD 0 root
    relations relation NOUN NNS 5 obj
    on on ADP IN 8 case
    July July PROPN NNP 5 obl
    13 13 NUM CD 8 nummod
    . . PUNCT . 5 punct
    """,
)


def test_an_act_that_is_only_answered_does_not_take_the_day_of_the_answer() -> None:
    assert governing(ANSWERED, "recognition") is None
    assert edtf(governing(ANSWERED, "decision")) == "2022-07-13"


def test_an_act_that_only_came_before_does_not_take_the_day_of_the_clause() -> None:
    assert governing(DISSOLVED, "dissolution") is None
    assert edtf(governing(DISSOLVED, "established")) == "2022-07-13"


BROKERED = tree(
    "In June they brokered a deal establishing relations .",
    """
    In in ADP IN 2 case
    June June PROPN NNP 4 obl
    they they PRON PRP 4 nsubj
    brokered broker VERB VBD 0 root
    a a DET DT 6 det
    deal deal NOUN NN 4 obj
    establishing establish VERB VBG 6 acl
    relations relation NOUN NNS 7 obj
    . . PUNCT . 4 punct
    """,
)

SIGNING = tree(
    "On July 13 they recognised Kosovo by signing the letter .",
    """
    On on ADP IN 3 case
    July July PROPN NNP 3 nmod
    13 13 NUM CD 5 obl
    they they PRON PRP 5 nsubj
    recognised recognise VERB VBD 0 root
    Kosovo Kosovo PROPN NNP 5 obj
    by by SCONJ IN 8 mark
    signing sign VERB VBG 5 advcl
    the the DET DT 10 det
    letter letter NOUN NN 8 obj
    . . PUNCT . 5 punct
    """,
)

TO_SIGN = tree(
    "On July 13 they met in Athens to sign a treaty .",
    """
    On on ADP IN 3 case
    July July PROPN NNP 3 nmod
    13 13 NUM CD 5 obl
    they they PRON PRP 5 nsubj
    met meet VERB VBD 0 root
    in in ADP IN 7 case
    Athens Athens PROPN NNP 5 obl
    to to PART TO 9 mark
    sign sign VERB VB 5 advcl
    a a DET DT 11 det
    treaty treaty NOUN NN 9 obj
    . . PUNCT . 5 punct
    """,
)

ACCORDS = tree(
    "On July 13 they announced accords that restored relations .",
    """
    On on ADP IN 3 case
    July July PROPN NNP 3 nmod
    13 13 NUM CD 5 obl
    they they PRON PRP 5 nsubj
    announced announce VERB VBD 0 root
    accords accord NOUN NNS 5 obj
    that that PRON WDT 8 nsubj
    restored restore VERB VBD 6 acl:relcl
    relations relation NOUN NNS 8 obj
    . . PUNCT . 5 punct
    """,
)


def test_a_clause_without_a_tense_of_its_own_takes_the_day_of_the_verb_above() -> None:
    for sentence, word in ((BROKERED, "establishing"), (SIGNING, "signing"), (TO_SIGN, "sign")):
        found = governing(sentence, word)
        assert found is not None
        assert found.link is DateLink.PURPOSE
        assert found.date.basis is DateBasis.INHERITED


def test_a_clause_with_a_tense_of_its_own_keeps_its_own_day() -> None:
    assert governing(ACCORDS, "restored") is None


RAISED = tree(
    "They resumed relations and raised the office on July 13 .",
    """
    They they PRON PRP 2 nsubj
    resumed resume VERB VBD 0 root
    relations relation NOUN NNS 2 obj
    and and CCONJ CC 5 cc
    raised raise VERB VBD 2 conj
    the the DET DT 7 det
    office office NOUN NN 5 obj
    on on ADP IN 10 case
    July July PROPN NNP 10 nmod
    13 13 NUM CD 5 obl
    . . PUNCT . 2 punct
    """,
)


def test_a_date_behind_joined_verbs_is_that_of_all_of_them() -> None:
    first = governing(RAISED, "resumed", "raised")
    assert edtf(first) == "2022-07-13"
    assert first is not None
    assert first.link is DateLink.SHARED
