"""How a text settles a name with several readings."""

from collections.abc import Mapping

from dragoman.actors.ambiguity import Reading, Surroundings, settle

STATE = Reading("GEO", "the state", cues=("Tbilisi",), after=("proper",))
REGION = Reading(None, "the US state", cues=("Atlanta", "Savannah"), before=("State of",))
READINGS = (STATE, REGION)


def around(text: str, *, ids: Mapping[str, tuple[int, ...]] | None = None) -> Surroundings:
    """The surroundings of "Georgia" in a text, with the cues that stand in it."""
    start = text.index("Georgia")
    words = ("Tbilisi", "Atlanta", "Savannah")
    cues = {word: (text.index(word),) for word in words if word in text}
    return Surroundings(text, start, start + len("Georgia"), ids or {}, cues)


def chosen(text: str, *, ids: Mapping[str, tuple[int, ...]] | None = None) -> str | None:
    reading, _ = settle(READINGS, around(text, ids=ids), {"GEO": 0})
    return None if reading is None else reading.meaning


def test_a_cue_settles_it() -> None:
    assert chosen("Georgia, said Tbilisi") == "the state"
    assert chosen("Georgia, said Atlanta") == "the US state"


def test_a_word_right_beside_it_weighs_more_than_all_cues() -> None:
    assert chosen("the State of Georgia and Tbilisi") == "the US state"
    assert chosen("Georgia proper, not Atlanta, Savannah") == "the state"


def test_nothing_leaves_it_open() -> None:
    assert chosen("Georgia voted") is None


def test_as_much_for_each_leaves_it_open() -> None:
    assert chosen("Georgia, Tbilisi, Atlanta") is None


def test_a_cue_nearby_weighs_more_than_one_far_away() -> None:
    assert chosen("Atlanta" + " and so on" * 60 + " Georgia Tbilisi") == "the state"


def test_the_same_entry_named_in_another_way_is_a_cue() -> None:
    assert chosen("Georgia and the Republic of Georgia", ids={"GEO": (16,)}) == "the state"


def test_an_entry_that_did_not_exist_then_is_left_out() -> None:
    others = (Reading("OTT", "the empire"), Reading("TUR", "the republic"))
    reading, reason = settle(others, around("Georgia"), {"OTT": 4})
    assert reading == others[0]
    assert "existed then" in reason
