"""Common nouns that stand for people: offices, bodies and crowds, with their PLOVER sectors.

"Minister", "ministry" and "citizens" all need a name beside them before one knows whose
they are. An *office* is held by a person, a *body* acts as a whole, a *crowd* is many
people. The table is closed on purpose: a noun that is not in it names a thing, and a
thing takes part in nothing. Sectors: PLOVER 2.0 manual, list of actor sectors.
"""

from dataclasses import dataclass
from enum import StrEnum


class NounKind(StrEnum):
    """What kind of actor a common noun names."""

    OFFICE = "office"
    BODY = "body"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """One noun of the table.

    Attributes:
        word: The singular, lower case.
        kind: What it names.
        sector: PLOVER sector, or ``None`` for the polity itself ("country", "side").
        is_plural: Whether this entry is the plural form.
    """

    word: str
    kind: NounKind
    sector: str | None
    is_plural: bool = False


_TABLE: tuple[tuple[NounKind, str | None, str], ...] = (
    (
        NounKind.OFFICE,
        "GOV",
        (
            "president premier minister secretary chancellor king queen emperor empress emir sultan prince "
            "princess monarch shah regent leader ruler governor mayor ambassador envoy nuncio consul "
            "representative diplomat negotiator official spokesman spokeswoman spokesperson adviser advisor chief "
            "head chairman chairwoman chairperson chair commissioner director aide attaché attache chargé "
            "statesman bureaucrat delegate emissary plenipotentiary dictator strongman warlord undersecretary "
            "administrator pm counterpart taoiseach coordinator rapporteur premier-designate vice-president"
        ),
    ),
    (
        NounKind.OFFICE,
        "LEG",
        "senator lawmaker legislator parliamentarian deputy mp congressman congresswoman speaker",
    ),
    (NounKind.OFFICE, "JUD", "judge prosecutor magistrate"),
    (
        NounKind.OFFICE,
        "MIL",
        "general colonel admiral commander marshal lieutenant captain major brigadier",
    ),
    (NounKind.OFFICE, "BUS", "businessman businesswoman entrepreneur oligarch ceo tycoon banker"),
    (NounKind.OFFICE, "JRN", "journalist reporter correspondent editor columnist"),
    (NounKind.OFFICE, "EDU", "professor scientist"),
    (NounKind.OFFICE, "REL", "cleric priest bishop archbishop patriarch mufti rabbi cardinal"),
    (
        NounKind.BODY,
        "GOV",
        (
            "government ministry cabinet administration department embassy consulate legation mission delegation "
            "authority regime junta presidency executive politburo leadership monarchy secretariat"
        ),
    ),
    (NounKind.BODY, "LEG", "parliament congress senate legislature assembly duma rada knesset bundestag majlis"),
    (NounKind.BODY, "JUD", "court tribunal judiciary"),
    (
        NounKind.BODY,
        "MIL",
        (
            "army military navy troop force soldier serviceman battalion brigade regiment warplane warship squadron "
            "fleet garrison peacekeeper marine paratrooper commando sailor airman conscript reservist guard gunner "
            "sniper infantryman"
        ),
    ),
    (NounKind.BODY, "COP", "police policeman policewoman gendarmerie gendarme constable"),
    (NounKind.BODY, "PTY", "party coalition candidate"),
    (NounKind.BODY, "OPP", "opposition dissident oppositionist"),
    (
        NounKind.BODY,
        "REB",
        (
            "rebel insurgent guerrilla militia militant militiaman separatist fighter mercenary paramilitary tribesman "
            "clansman secessionist mutineer faction"
        ),
    ),
    (NounKind.BODY, "UAF", "gunman terrorist extremist jihadist attacker bomber hijacker assailant islamist"),
    (NounKind.BODY, "CRM", "pirate smuggler cartel hacker gang bandit kidnapper trafficker abductor looter"),
    (NounKind.BODY, "SPY", "intelligence"),
    (NounKind.BODY, None, "side state country nation republic kingdom emirate"),
    (
        NounKind.CROWD,
        "CVL",
        (
            "people citizen national civilian resident protester demonstrator population public pilgrim woman man "
            "child voter activist minority inhabitant tourist prisoner detainee hostage settler family crowd "
            "villager youth passenger victim bystander mourner supporter follower sympathiser sympathizer townspeople "
            "captive inmate convict suspect marcher rioter picketer squatter nomad girl boy teenager"
        ),
    ),
    (NounKind.CROWD, "REF", "refugee migrant evacuee immigrant"),
    (NounKind.CROWD, "JRN", "newspaper media broadcaster press daily magazine"),
    (NounKind.CROWD, "BUS", "company firm bank airline corporation trader merchant shopkeeper shareholder investor"),
    (NounKind.CROWD, "AGR", "farmer fisherman peasant herder herdsman grower"),
    (NounKind.CROWD, "LAB", "worker miner labourer laborer employee striker docker trucker unionist"),
    (NounKind.CROWD, "MED", "doctor nurse medic physician paramedic"),
    (NounKind.CROWD, "REL", "monk nun worshipper worshiper missionary clergyman"),
    (NounKind.CROWD, "EDU", "analyst expert scholar observer academic historian researcher student teacher"),
    (NounKind.CROWD, "JRN", "commentator"),
    (NounKind.CROWD, None, "source"),
)
_IRREGULAR = {
    "woman": "women",
    "man": "men",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "chairman": "chairmen",
    "child": "children",
    "businessman": "businessmen",
    "policeman": "policemen",
    "serviceman": "servicemen",
    "statesman": "statesmen",
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "businesswoman": "businesswomen",
    "militiaman": "militiamen",
    "gunman": "gunmen",
    "fisherman": "fishermen",
    "policewoman": "policewomen",
    "airman": "airmen",
    "infantryman": "infantrymen",
    "tribesman": "tribesmen",
    "clansman": "clansmen",
    "herdsman": "herdsmen",
    "clergyman": "clergymen",
    "townspeople": "townspeople",
    "media": "media",
}
_ALWAYS_PLURAL = frozenset({"people", "police", "media", "townspeople"})
COUNTRY_NOUNS = frozenset({"country", "nation", "republic", "kingdom", "state", "side", "emirate", "party"})
"""Nouns that refer back to a polity when they stand with "the", "both", "the two"."""
PARTY_NOUNS = frozenset({"side", "party"})
"""Nouns that name the two sides of a dealing, not two states as such."""
KINGDOMS = {
    "kingdom": frozenset(
        "BEL BHR BTN DNK ESP GBR JOR KHM LSO MAR NLD NOR SAU SWE SWZ THA TON".split(),
    ),
    "emirate": frozenset({"KWT", "QAT", "ARE", "AFG"}),
}
"""Polities that call themselves so (their official names; the Emirate of Afghanistan among them)."""
MONARCHIES = KINGDOMS["kingdom"] | frozenset(
    "AND ARE ATG AUS BHS BLZ BRN CAN GRD JAM JPN KNA KWT LCA LIE LUX MCO MYS NZL OMN PNG QAT SLB TUV VAT VCT".split()
)
"""Polities that nobody calls a republic (heads of state by the constitutions in force)."""
DIPLOMATIC_POSTS = frozenset(
    {
        "ambassador",
        "envoy",
        "consul",
        "representative",
        "attaché",
        "attache",
        "embassy",
        "consulate",
        "mission",
        "delegate",
    }
)
"""Nouns after which "to" or "in" names the post, not the polity that is represented."""


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def _entries() -> dict[str, ActorNoun]:
    found: dict[str, ActorNoun] = {}
    for kind, sector, words in _TABLE:
        for word in words.split():
            found[word] = ActorNoun(word, kind, sector, is_plural=word in _ALWAYS_PLURAL)
            if word not in _ALWAYS_PLURAL:
                found[_plural(word)] = ActorNoun(word, kind, sector, is_plural=True)
    return found


ACTOR_NOUNS: dict[str, ActorNoun] = _entries()
"""All forms, singular and plural, in lower case."""
