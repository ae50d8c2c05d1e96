"""What the authority file must hold, and what must not be in it."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.actors.entity import NameStatus
from dragoman.actors.folding import level_text
from dragoman.actors.naming import EntryKind
from dragoman.actors.polity import PolityKind, Recognition
from dragoman.knowledge.authority import load_authority, load_gazetteer, load_sectors
from dragoman.knowledge.authority_files import read_pack

# The 193 members of the United Nations by ISO 3166-1 alpha-3 code, by region.
MEMBERS = """
DZA AGO BEN BWA BFA BDI CPV CMR CAF TCD COM COG COD CIV DJI EGY GNQ ERI SWZ ETH GAB GMB GHA GIN GNB KEN LSO LBR LBY MDG
MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA STP SEN SYC SLE SOM ZAF SSD SDN TGO TUN UGA TZA ZMB ZWE
AFG BHR BGD BTN BRN KHM CHN CYP PRK FJI IND IDN IRN IRQ JPN JOR KAZ KIR KWT KGZ LAO LBN MYS MDV MHL FSM MNG MMR NRU NPL
OMN PAK PLW PNG PHL QAT KOR WSM SAU SGP SLB LKA SYR TJK THA TLS TON TUR TKM TUV ARE UZB VUT VNM YEM
ALB ARM AZE BLR BIH BGR HRV CZE EST GEO HUN LVA LTU MNE MKD POL MDA ROU RUS SRB SVK SVN UKR
ATG ARG BHS BRB BLZ BOL BRA CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN PRY PER KNA LCA VCT SUR
TTO URY VEN
AND AUS AUT BEL CAN DNK FIN FRA DEU GRC ISL IRL ISR ITA LIE LUX MLT MCO NLD NZL NOR PRT SMR ESP SWE CHE GBR USA
""".split()
CONTESTED = """
CTL KHRS ZPRZ KHPR ETR XKX TWN PSE ESH NCY ABK SOS DPR LPR ART SML TRN CHI BIA KAT MCK RHO TKS BPT VND CISKEI RSK
RSB TIB CSA
""".split()
PAST = """
SUN YUG SCG DDR CSK PRU BAV BAD WRT SAX HAN HSE HSD MEC SIC PAP TUS MOD PMA SRD TEX HAW OFS TRA OTT AUH KRH UPC
GCL RVN ZAN YAR YMD HBG BRM LUB UAR FOSA MHRS TSFR""".split()


def test_every_member_and_observer_of_the_united_nations_is_there() -> None:
    assert len(MEMBERS) == len(set(MEMBERS)) == 193
    assert {polity.id for polity in load_authority().polities if polity.united_nations == "member"} == set(MEMBERS)
    assert {polity.id for polity in load_authority().polities if polity.united_nations == "observer"} == {"PSE", "VAT"}


@pytest.mark.parametrize("id_", CONTESTED)
def test_a_contested_polity_says_who_claims_it_and_how_far_it_is_recognised(id_: str) -> None:
    polity = load_authority().polity(id_)
    assert polity.is_contested
    assert polity.claimed_by
    assert polity.recognition in {Recognition.PARTIAL, Recognition.NONE}


@pytest.mark.parametrize("id_", PAST)
def test_a_past_state_has_an_end(id_: str) -> None:
    assert load_authority().polity(id_).has_ended


def test_identifiers_are_unique_over_all_kinds_of_entry() -> None:
    pack = read_pack()
    ids = [entry["id"] for kind in ("polities", "organisations") for entry in pack[kind]]
    ids += [outlet["id"] for page in pack["agencies"] for outlet in page["outlets"]]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


def test_codes_of_iso_3166_are_unique_and_are_the_identifier_where_there_is_one() -> None:
    polities = load_authority().polities
    codes = [polity.codes.alpha2 for polity in polities if polity.codes.alpha2]
    assert len(codes) == len(set(codes)) == 250
    assert [polity.id for polity in polities if polity.codes.alpha3 not in {None, polity.id}] == []


def test_every_identifier_that_an_entry_refers_to_is_there() -> None:
    authority = load_authority()
    referred = {entity.home for entity in authority if entity.home}
    referred |= {entity.part_of for entity in authority if entity.part_of}
    referred |= {polity.sovereign for polity in authority.polities if polity.sovereign}
    for polity in authority.polities:
        referred |= {*polity.claimed_by, *polity.predecessors, *polity.successors}
    assert sorted(id_ for id_ in referred if id_ not in authority) == []


def test_successors_begin_no_earlier_than_their_predecessor() -> None:
    authority = load_authority()
    for polity in authority.polities:
        start = polity.existence[0].start if polity.existence else None
        for successor in map(authority.entity, polity.successors):
            end = successor.existence[-1].end if successor.existence else None
            assert start is None or end is None or end > start, (polity.id, successor.id)


def test_codes_of_the_state_systems_do_not_overlap_in_time() -> None:
    for system in ("cow", "gw"):
        memberships: dict[int, list[tuple[str, str]]] = {}
        for polity in load_authority().polities:
            for code in getattr(polity.codes, system):
                memberships.setdefault(code.number, []).append((code.start, code.end or "9999"))
        for number, spans in memberships.items():
            spans.sort()
            assert all(first[1] < second[0] for first, second in pairwise(spans)), (system, number)


def test_labels_that_take_a_side_are_not_names() -> None:
    loaded = ("occupied", "best korea", "hermit kingdom", "rogue", "puppet", "so called", "temporarily", "regime")
    names = [name.text.lower() for polity in load_authority().polities for name in polity.names]
    # The name of the territory in resolutions of the General Assembly.
    allowed = {"occupied palestinian territory", "occupied palestinian territories"}
    assert [name for name in names if any(word in name for word in loaded) and name not in allowed] == []


def test_names_that_several_entries_bear_are_listed_or_settled_by_time() -> None:
    authority = load_authority()
    listed = {
        level_text(form) for page in read_pack()["names"] for entry in page["ambiguous"] for form in entry["forms"]
    }
    bearers: dict[str, set[str]] = {}
    for entity in authority:
        for name in entity.names:
            if name.language == "en" and name.status is not NameStatus.LOOKUP:
                bearers.setdefault(level_text(name.text), set()).add(entity.id)
    shared = {name: ids for name, ids in bearers.items() if len(ids) > 1 and name not in listed}
    unsettled = {
        name: ids for name, ids in shared.items() if sum(not authority.entity(id_).has_ended for id_ in ids) > 1
    }
    assert unsettled == {}


def test_entries_of_the_list_of_ambiguous_names_refer_to_entries() -> None:
    readings = [
        reading for page in read_pack()["names"] for entry in page["ambiguous"] for reading in entry["readings"]
    ]
    assert [reading["id"] for reading in readings if "id" in reading and reading["id"] not in load_authority()] == []


def test_there_are_at_least_150_outlets_with_home_and_control() -> None:
    outlets = load_authority().outlets
    assert len(outlets) >= 150
    assert all(outlet.home and outlet.sector == "JRN" and outlet.kind is EntryKind.AGENCY for outlet in outlets)


@pytest.mark.parametrize(
    ("id_", "home", "state_run"),
    [
        ("KCNA", "PRK", True),
        ("XINHUA", "CHN", True),
        ("TASS", "RUS", True),
        ("REUTERS", "GBR", False),
        ("FOXNEWS", "USA", False),
    ],
)
def test_an_agency_has_a_country_and_says_who_runs_it(id_: str, home: str, *, state_run: bool) -> None:
    outlet = next(outlet for outlet in load_authority().outlets if outlet.id == id_)
    assert (outlet.home, outlet.is_state_run) == (home, state_run)


def test_existence_is_asked_by_day() -> None:
    authority = load_authority()
    assert authority.exists_on("SUN", date(1991, 12, 26))
    assert not authority.exists_on("SUN", date(1991, 12, 27))
    assert not authority.exists_on("DEU", date(1947, 1, 1))
    assert authority.exists_on("DEU", date(1990, 1, 1))


def test_kinds_tell_states_from_dependencies() -> None:
    authority = load_authority()
    assert authority.polity("HKG").polity_kind is PolityKind.DEPENDENCY
    assert authority.polity("HKG").sovereign == "CHN"
    assert authority.polity("FLK").claimed_by == ("ARG",)


def test_everything_is_loaded_once() -> None:
    assert load_authority() is load_authority()
    assert load_gazetteer() is load_gazetteer()
    assert load_sectors() is load_sectors()


def test_loading_needs_neither_yaml_nor_babel() -> None:
    code = (
        "import sys; from dragoman.knowledge.authority import load_authority, load_gazetteer, load_sectors;"
        "load_authority(), load_gazetteer(), load_sectors(); print({'yaml', 'babel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.shared
def test_polities_on_which_viewpoints_differ_outside_are_said_to_be_claimed(shared: Path) -> None:
    own_ids = {"SAH": "ESH", "PSX": "PSE", "CYN": "NCY", "SOL": "SML", "KOS": "XKX"}
    (table,) = (shared / "data" / "natural_earth_pov").glob("*.csv")
    with table.open(encoding="utf-8", newline="") as rows:
        disputed = [row["adm0_a3"] for row in csv.DictReader(rows) if "laimed by" in row["note_brk"]]
    assert [code for code in disputed if not load_authority().polity(own_ids.get(code, code)).claimed_by] == []
