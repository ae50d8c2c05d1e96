"""Questions about more than one pair: timelines, matrices over the whole world, and what changed.

As in :mod:`dragoman.answers.questions`, names are in any spelling and times as users type them.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from dragoman.answers.arrivals import find_arrivals
from dragoman.answers.dispute import Contest
from dragoman.answers.horizon import parse_moment
from dragoman.answers.limits import DEFAULT, Known, PolicyName, read_limits
from dragoman.answers.matrix import Matrix, Relation, find_matrix
from dragoman.answers.snapshots import resolve_known
from dragoman.answers.sources import Source, Sources, find_source, find_sources
from dragoman.answers.timeline import Timeline, find_timeline
from dragoman.answers.watch import Watch, find_changes
from dragoman.claims.ledger import Ledger
from dragoman.documents.document import DocumentId
from dragoman.errors import DateError, NameUnknownError
from dragoman.knowledge.authority import load_authority


def timeline(
    ledger: Ledger,
    a: str,
    b: str | None = None,
    *,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Timeline:
    """All that is said of a polity or of a pair, by day.

    Args:
        ledger: Where the claims are held.
        a: A polity, by name or code.
        b: The other side of a pair, or ``None`` for all that is said of the first.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    parties = (a,) if b is None else (a, b)
    return find_timeline(ledger, load_authority(), parties, horizon=read_limits(ledger, as_of, known, policy))


def matrix(
    ledger: Ledger,
    relation: str,
    *,
    polities: Sequence[str] = (),
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Matrix:
    """How every polity stands to every other: one cell for each two of which a claim tells.

    Args:
        ledger: Where the claims are held.
        relation: ``recognition``, ``relations`` or ``missions``.
        polities: Only cells of these, on whichever side; empty for the whole world.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such relation or policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    if relation not in {one.value for one in Relation}:
        raise NameUnknownError("relation", relation, tuple(one.value for one in Relation))
    horizon = read_limits(ledger, as_of, known, policy)
    return find_matrix(ledger, load_authority(), Relation(relation), polities=polities, horizon=horizon)


def watch(
    ledger: Ledger,
    since: str | datetime,
    *,
    of: str | None = None,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> Watch:
    """What changed since a day of knowledge: new claims, new disputes, and answers that are not what they were.

    Args:
        ledger: Where everything is held.
        since: The earlier moment of knowledge, or the name of a snapshot; a day means its end in UTC.
        of: Only what is about this polity, or ``None`` for all.
        as_of: EDTF; what is dated after its last day is not counted.
        known: The later moment of knowledge, or ``None`` for now.
        policy: Which claims count.

    Raises:
        NameUnknownError: Nobody is called so, or there is no such policy or snapshot.
        DateError: A time cannot be read, or ``since`` lies behind ``known``.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    moment = parse_moment(resolve_known(ledger, since))
    if moment is None:
        raise DateError(str(since), "a day or moment")
    return find_changes(ledger, load_authority(), moment, horizon=read_limits(ledger, as_of, known, policy), of=of)


def sources(ledger: Ledger, *, known: Known = None) -> Sources:
    """Which outlets the documents are of, and how much each tells.

    Args:
        ledger: Where the documents are held.
        known: Moment of knowledge.

    Raises:
        DateError: ``known`` cannot be read.
    """
    return find_sources(ledger, horizon=read_limits(ledger, None, known, DEFAULT))


def source(ledger: Ledger, outlet: str, *, known: Known = None, policy: PolicyName = DEFAULT) -> Source:
    """What one outlet tells, on whose word, and with which loaded words.

    Args:
        ledger: Where the claims are held.
        outlet: Its name.
        known: Moment of knowledge.
        policy: Which claims count.

    Raises:
        NameUnknownError: No document is of such an outlet, or there is no such policy.
        DateError: ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_source(ledger, outlet, horizon=read_limits(ledger, None, known, policy))


def new_disputes(ledger: Ledger, documents: Collection[DocumentId]) -> tuple[Contest, ...]:
    """Which real disputes some documents open, with each other and with what was held before.

    Args:
        ledger: Where the claims are held.
        documents: Those that have arrived.
    """
    return find_arrivals(ledger, load_authority(), documents)
