from tests.answers.reports import AGENCY, MINISTER, act, ledger_of, ordinal, recognition_of, report, voice

from dragoman.answers.horizon import parse_horizon
from dragoman.answers.recognition import Recognition, Standing, find_recognition
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.coding import Coding
from dragoman.dates.interval import Certainty
from dragoman.events.kind import Status
from dragoman.knowledge.authority import load_authority


def ask(*codings: Coding, of: str = "DPR", as_of: str | None = None) -> Recognition:
    return find_recognition(ledger_of(*codings), load_authority(), of, horizon=parse_horizon(as_of))


def test_a_recogniser_has_its_day_its_chain_and_its_quote() -> None:
    chain = (voice("Sample Wire"), AGENCY, MINISTER)
    answer = ask(report("Pyongyang recognised both.", recognition_of("DPR", "PRK", date="2022-07-13", chain=chain)))
    (north_korea,) = answer.recognisers
    assert north_korea.standing is Standing.RECOGNISES
    assert north_korea.strand.since is not None
    assert north_korea.strand.since.edtf == "2022-07-13"
    best = north_korea.strand.best
    assert best.chain == "Sample Wire → Korean Central News Agency → Choe Son-hui (PRK foreign minister)"
    assert best.claim.evidence.quote == "Pyongyang recognised both."


def test_what_is_announced_never_counts_as_done() -> None:
    answer = ask(report("Syria will recognise it.", recognition_of("DPR", "SYR", status=Status.ANNOUNCED)))
    assert [one.standing for one in answer.recognisers] == [Standing.ANNOUNCED]
    assert answer.recognisers[0].done is None


def test_an_announcement_stays_visible_beside_the_act() -> None:
    answer = ask(
        report("Syria will.", recognition_of("DPR", "SYR", status=Status.ANNOUNCED, date="2022-06-29")),
        report("Syria did.", recognition_of("DPR", "SYR", date="2022-06-30")),
    )
    (syria,) = answer.recognisers
    assert syria.standing is Standing.RECOGNISES
    assert syria.announced is not None


def test_claims_dated_after_the_day_are_left_out_and_counted() -> None:
    answer = ask(report("Later.", recognition_of("DPR", "PRK", date="2022-07-13")), as_of="2022-07-12")
    assert answer.recognisers == ()
    assert answer.later == 1


def test_an_undated_claim_is_known_only_to_be_not_after_its_publication() -> None:
    page = report("Known.", recognition_of("DPR", "PRK", date=None), published="2022-07-14T16:54")
    (one,) = ask(page).recognisers
    assert one.strand.since is None
    assert one.strand.not_after == "2022-07-14"


def test_contradicting_days_stand_side_by_side_the_best_attested_first() -> None:
    answer = ask(
        report("On the 13th.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="A"),
        report("It was the 13th.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="B"),
        report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="C"),
    )
    readings = answer.recognisers[0].strand.readings
    assert [(reading.edtf, len(reading.origins)) for reading in readings] == [("2022-02-21", 2), ("2022-02-24", 1)]
    assert answer.recognisers[0].is_disputed


def test_a_vague_date_supports_an_exact_one_without_contradicting_it() -> None:
    answer = ask(
        report("In July.", recognition_of("DPR", "PRK", date="2022-07"), outlet="A"),
        report("On 13 July.", recognition_of("DPR", "PRK", date="2022-07-13"), outlet="B"),
    )
    (reading,) = answer.recognisers[0].strand.readings
    assert (reading.edtf, len(reading.origins)) == ("2022-07-13", 2)
    assert answer.contests == ()


def test_pages_that_retell_one_agency_are_one_origin() -> None:
    pages = [
        report(f"Page {n} says so.", recognition_of("DPR", "PRK", chain=(voice(f"Outlet {n}"), AGENCY)), outlet=f"O{n}")
        for n in range(5)
    ]
    (one,) = ask(*pages).recognisers
    assert [(origin.name, origin.pages) for origin in one.strand.origins] == [("Korean Central News Agency", 5)]


def test_an_agency_adds_nothing_to_the_minister_whom_it_quotes_elsewhere() -> None:
    (one,) = ask(
        report("One.", recognition_of("DPR", "PRK", chain=(voice("A"), AGENCY)), outlet="A"),
        report("Two.", recognition_of("DPR", "PRK", chain=(voice("B"), AGENCY, MINISTER)), outlet="B"),
    ).recognisers
    assert len(one.strand.origins) == 1


def test_a_withdrawal_after_the_recognition_ends_it() -> None:
    recognised = report("Nauru recognised it.", recognition_of("ABK", "NRU", date="2009-12-15"))
    withdrawn = report("Nauru took it back.", act("recognition-withdrawn", "NRU", "ABK", date="2014"))
    assert ask(recognised, withdrawn, of="Abkhazia").recognisers[0].standing is Standing.WITHDRAWN
    earlier = ask(recognised, withdrawn, of="Abkhazia", as_of="2010")
    assert earlier.recognisers[0].standing is Standing.RECOGNISES


def test_a_refusal_is_shown_as_one() -> None:
    answer = ask(report("Kyiv refuses.", act("recognition-refused", "UKR", "DPR", date=None)))
    assert [one.standing for one in answer.recognisers] == [Standing.REFUSES]


def test_a_denied_recognition_is_no_recognition() -> None:
    answer = ask(report("Serbia did not.", recognition_of("XKX", "SRB", negated=True)), of="Kosovo")
    assert [one.standing for one in answer.recognisers] == [Standing.REFUSES]


def test_what_is_demanded_or_supposed_counts_for_nothing() -> None:
    answer = ask(report("They called on it to.", recognition_of("DPR", "BLR", status=Status.DEMANDED)))
    assert answer.recognisers == ()
    assert len(answer.wished) == 1


def test_de_facto_needs_every_claim_to_say_so() -> None:
    state = {"kind": ClaimKind.STATE, "event": None, "mode": None}
    page = report("De facto.", recognition_of("SML", "ETH", **state, measure=Measure("de facto", "recognition", "")))
    assert ask(page, of="SML").recognisers[0].step == "de facto"
    other = report("It recognised it.", recognition_of("SML", "ETH"))
    assert ask(page, other, of="SML").recognisers[0].step == "de jure"


def test_the_recognition_of_one_says_nothing_of_another() -> None:
    assert ask(report("Only Luhansk.", recognition_of("LPR", "PRK"))).recognisers == ()


def test_a_vague_date_makes_it_possible_only() -> None:
    (one,) = ask(report("In July.", recognition_of("DPR", "PRK", date="2022-07")), as_of="2022-07-05").recognisers
    assert one.strand.certainty is Certainty.POSSIBLY


def test_a_wrong_ordinal_touches_only_whom_it_places() -> None:
    answer = ask(
        report("Russia did.", recognition_of("DPR", "RUS", date="2022-02-21")),
        report("Syria did.", recognition_of("DPR", "SYR", date="2022-06-29")),
        report("North Korea did.", recognition_of("DPR", "PRK", date="2022-07-13")),
        report("It was the second.", ordinal(2, "DPR", "PRK", date="2022-07-13")),
    )
    assert {one.id: one.is_disputed for one in answer.recognisers} == {"RUS": False, "SYR": False, "PRK": True}


def test_the_claimant_of_the_territory_is_named() -> None:
    assert ask().claimed_by == ("Ukraine",)


def test_a_vague_date_does_not_decide_which_of_two_days_is_shown_first() -> None:
    answer = ask(
        report("On the 21st.", recognition_of("DPR", "RUS", date="2022-02-21"), outlet="Sample Wire"),
        report("On the 24th.", recognition_of("DPR", "RUS", date="2022-02-24"), outlet="Sample Blog"),
        report("In February, it says.", recognition_of("DPR", "RUS", date="2022-02"), outlet="Sample Blog"),
        report("In February.", recognition_of("DPR", "RUS", date="2022-02"), outlet="Sample Gazette"),
    )
    (russia,) = answer.recognisers
    assert [reading.edtf for reading in russia.strand.readings] == ["2022-02-21", "2022-02-24"]


def test_what_a_later_page_tells_without_a_date_is_open_and_stands_behind_what_is_certain() -> None:
    answer = ask(
        report("Norway recognises it.", recognition_of("PSE", "NOR", date=None), published="2024-05-28"),
        report("Sweden did in 2014.", recognition_of("PSE", "SWE", date="2014")),
        of="PSE",
        as_of="2020-01-01",
    )
    found = [(one.id, one.strand.certainty) for one in answer.recognisers]
    assert found == [("SWE", Certainty.CERTAINLY), ("NOR", Certainty.POSSIBLY)]
    assert answer.recognisers[1].strand.not_after == "2024-05-28"


def test_an_undated_claim_follows_the_dated_ones_of_the_same_act_past_the_asked_day() -> None:
    answer = ask(
        report("Norway recognises it.", recognition_of("PSE", "NOR", date=None), published="2024-05-28", outlet="A"),
        report("It did on 28 May.", recognition_of("PSE", "NOR", date="2024-05-28"), published="2024-05-28"),
        of="PSE",
        as_of="2020-01-01",
    )
    assert answer.recognisers == ()


def test_nothing_undated_had_happened_before_the_polity_began() -> None:
    page = report("North Korea recognises it.", recognition_of("DPR", "PRK", date=None), published="2022-07-14")
    answer = ask(page, as_of="1990")
    assert answer.recognisers == ()
    assert answer.begins is not None
    assert answer.begins > "1990"


def test_a_withdrawal_that_is_only_possible_does_not_hide_a_certain_recognition() -> None:
    answer = ask(
        report("Nauru recognised it.", recognition_of("ABK", "NRU", date="2009-12-15")),
        report("Nauru took it back.", act("recognition-withdrawn", "NRU", "ABK", date=None), published="2020-01-01"),
        of="ABK",
        as_of="2012",
    )
    assert [one.standing for one in answer.recognisers] == [Standing.RECOGNISES]


def test_an_undated_act_lies_between_its_announcement_and_the_page_that_tells_it() -> None:
    (syria,) = ask(
        report("Syria will.", recognition_of("DPR", "SYR", status=Status.ANNOUNCED, date="2022-06-29")),
        report("Syria has.", recognition_of("DPR", "SYR", date=None), published="2022-07-15"),
    ).recognisers
    assert (syria.strand.not_before, syria.strand.not_after) == ("2022-06-29", "2022-07-15")
