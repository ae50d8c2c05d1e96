"""The questions that users put to a ledger, with names in any spelling and times as they type them.

Each reads the two times, takes the authority file that comes with the package, and asks the
module of its answer. :mod:`dragoman.api` hands them on.
"""

from dragoman.answers.brief_page import write_brief
from dragoman.answers.corroboration import Corroboration, find_corroboration
from dragoman.answers.disputes import Disputes, find_disputes
from dragoman.answers.limits import DEFAULT, Known, PolicyName, read_limits
from dragoman.answers.listing import (
    NO_CONDITIONS,
    ClaimConditions,
    ClaimList,
    DocumentList,
    find_claims,
    find_documents,
)
from dragoman.answers.loaded import LoadedWords, find_loaded
from dragoman.answers.matches import SpellingMatches, find_matches
from dragoman.answers.mission_history import MissionTransitions, find_mission_transitions
from dragoman.answers.missions import Missions, find_missions
from dragoman.answers.names import Names, find_names
from dragoman.answers.recognition import Recognition, find_recognition
from dragoman.answers.relations import Relations, find_relations
from dragoman.claims.ledger import Ledger
from dragoman.knowledge.authority import load_authority


def recognition(
    ledger: Ledger, *, of: str, as_of: str | None = None, known: Known = None, policy: PolicyName = DEFAULT
) -> Recognition:
    """Who recognises a polity, since when, and on whose word.

    Args:
        ledger: Where the claims are held.
        of: The polity, by name or code.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.

    >>> from dragoman.ledger.open import open_ledger
    >>> recognition(open_ledger("memory:"), of="Kosovo").name
    'Kosovo'
    """
    return find_recognition(ledger, load_authority(), of, horizon=read_limits(ledger, as_of, known, policy))


def relations(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Relations:
    """What is said of a pair: the three ladders, and everything else in the order of its dates.

    Args:
        ledger: Where the claims are held.
        a: One side, by name or code.
        b: The other side.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_relations(ledger, load_authority(), (a, b), horizon=read_limits(ledger, as_of, known, policy))


def missions(
    ledger: Ledger,
    *,
    of: str,
    in_: str | None = None,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Missions:
    """Which missions a polity had in others, from when to when, and the transitions as a table.

    Args:
        ledger: Where the claims are held.
        of: The sender.
        in_: The receiver, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    horizon = read_limits(ledger, as_of, known, policy)
    return find_missions(ledger, load_authority(), of, in_=in_, horizon=horizon)


def mission_transitions(
    ledger: Ledger,
    *,
    sender: str,
    receiver: str | None = None,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> MissionTransitions:
    """On which days which missions of a polity changed, each document's history by itself.

    Args:
        ledger: Where the claims are held.
        sender: Whose missions, by name or code.
        receiver: In which polity, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    horizon = read_limits(ledger, as_of, known, policy)
    return find_mission_transitions(ledger, load_authority(), sender, receiver=receiver, horizon=horizon)


def disputes(
    ledger: Ledger,
    *,
    of: str | None = None,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Disputes:
    """What cannot both hold: disputes that texts raise, and those found by comparing claims.

    Args:
        ledger: Where the claims are held.
        of: Only disputes about this polity, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not compared.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    horizon = read_limits(ledger, as_of, known, policy)
    return find_disputes(ledger, load_authority(), of=of, horizon=horizon)


def list_documents(ledger: Ledger, *, known: Known = None) -> DocumentList:
    """List the documents of a ledger, in the order of recording.

    Args:
        ledger: Where they are held.
        known: Moment of knowledge.

    Raises:
        DateError: ``known`` cannot be read.
    """
    return find_documents(ledger, horizon=read_limits(ledger, None, known))


def list_claims(
    ledger: Ledger,
    *,
    conditions: ClaimConditions = NO_CONDITIONS,
    as_of: str | None = None,
    known: Known = None,
) -> ClaimList:
    """List the claims that meet conditions; names in them may be spelt in any way.

    Args:
        ledger: Where they are held.
        conditions: Which claims.
        as_of: EDTF; what is dated after its last day is not listed.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: A polity or a document is unknown.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    return find_claims(ledger, load_authority(), conditions=conditions, horizon=read_limits(ledger, as_of, known))


def name_matches(
    ledger: Ledger, of: str | None = None, *, as_of: str | None = None, known: Known = None
) -> SpellingMatches:
    """Which spellings may name one person or place, within a page and across pages.

    Args:
        ledger: Where the claims are held.
        of: A polity: those who act for it, and its own names; or a name of some page. ``None`` for all.
        as_of: EDTF; claims of what is dated after its last day are left out.
        known: Moment of knowledge.

    Returns:
        Proposals with score and reasons; nothing is merged or stored.

    Raises:
        NameUnknownError: Nobody is called so.
        DateError: ``as_of`` or ``known`` cannot be read.
    """
    return find_matches(ledger, load_authority(), of, horizon=read_limits(ledger, as_of, known))


def names(ledger: Ledger, *, of: str, known: Known = None, policy: PolicyName = DEFAULT) -> Names:
    """What each speaker calls a polity.

    Args:
        ledger: Where the claims are held.
        of: The polity, by name or code.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_names(ledger, load_authority(), of, horizon=read_limits(ledger, None, known, policy))


def loaded_words(ledger: Ledger, *, known: Known = None, policy: PolicyName = DEFAULT) -> LoadedWords:
    """Which words that take a side each voice uses.

    Args:
        ledger: Where the claims are held.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        DateError: ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_loaded(ledger, horizon=read_limits(ledger, None, known, policy))


def corroboration(ledger: Ledger, claim: str, *, known: Known = None, policy: PolicyName = DEFAULT) -> Corroboration:
    """Which other claims say the same, as a tree of origins, pages and chains.

    Args:
        ledger: Where the claims are held.
        claim: Identifier of a claim, or a beginning of at least 6 characters.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
        DateError: ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_corroboration(ledger, claim, horizon=read_limits(ledger, None, known, policy))


def brief(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    format: str = "markdown",  # noqa: A002 - the word that users know from the command line
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> str:
    """Write a page about a pair: a timeline, every sentence of which carries its claims as footnotes.

    Args:
        ledger: Where the claims are held.
        a: One side, by name or code.
        b: The other side.
        format: ``markdown`` or ``html``.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such format.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return write_brief(relations(ledger, a, b, as_of=as_of, known=known, policy=policy), form=format)
