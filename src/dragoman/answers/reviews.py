"""The questions about what reviewers ruled and how answers grew, as users put them.

The others stand in :mod:`dragoman.answers.questions`; :mod:`dragoman.api` hands all of them on.
"""

from dragoman.answers import judging
from dragoman.answers.history import History, find_history
from dragoman.answers.judgements import JudgementList, find_judgements
from dragoman.answers.judging import Ruled
from dragoman.answers.limits import DEFAULT, Known, PolicyName, read_limits
from dragoman.claims.judgement import HeldJudgement
from dragoman.claims.ledger import Ledger
from dragoman.knowledge.authority import load_authority


def list_judgements(ledger: Ledger, claim: str | None = None, *, known: Known = None) -> JudgementList:
    """List what reviewers ruled, all of it or about one claim.

    Args:
        ledger: Where the judgements are held.
        claim: Identifier of a claim, or a beginning of at least 6 characters; ``None`` for all.
        known: Moment of knowledge.

    Raises:
        NameUnknownError: There is no such claim, or several begin so.
        DateError: ``known`` cannot be read.
    """
    return find_judgements(ledger, claim, horizon=read_limits(ledger, None, known))


def record_judgement(ledger: Ledger, ruled: Ruled) -> HeldJudgement:
    """Record what a reviewer rules, with names in any spelling and values as users type them.

    ``ledger.judge`` takes a finished :class:`Judgement`.

    Args:
        ledger: Where the claims are held.
        ruled: The ruling, its reviewer and the reason.

    Raises:
        NameUnknownError: There is no such claim, dispute, field or polity, or several begin so.
        JudgementError: The ruling lacks something, or a value is none that its field can have.
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    return judging.record_judgement(ledger, load_authority(), ruled)


def history(  # noqa: PLR0913 - a question, its two sides, and the limits of every question
    ledger: Ledger,
    relation: str,
    a: str,
    b: str,
    *,
    as_of: str | None = None,
    known: Known = None,
    policy: PolicyName = DEFAULT,
) -> History:
    """How the answer about a pair changed as knowledge grew, and by which entry.

    Args:
        ledger: Where the claims are held.
        relation: ``recognition``, ``relations`` or ``missions``.
        a: Who recognises, or sends the mission; one side of a relation.
        b: The other side.
        as_of: EDTF; what is dated after its last day is not counted.
        known: Only what came until this moment is told.
        policy: Which claims count.

    Raises:
        NameUnknownError: There is no such question, polity or policy.
        DateError: ``as_of`` or ``known`` cannot be read.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return find_history(ledger, load_authority(), relation, (a, b), horizon=read_limits(ledger, as_of, known, policy))
