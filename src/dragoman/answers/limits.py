"""The limits of a question as users type them: two times, and the name of a policy or the path of its file."""

from datetime import datetime
from pathlib import Path

from dragoman.answers.horizon import Horizon, parse_horizon
from dragoman.answers.snapshots import resolve_known
from dragoman.claims.ledger import Ledger
from dragoman.claims.policy import Policy
from dragoman.knowledge.policies import find_policy

Known = str | datetime | None
"""Moment of knowledge: an ISO 8601 day (its end in UTC is meant) or moment, or the name of a snapshot; ``None`` for
all that is recorded."""

PolicyName = str | Path | Policy
"""A policy: the name of one that comes with the package, the path of a file, or a policy itself."""

DEFAULT = "everything"


def read_limits(ledger: Ledger, as_of: str | None, known: Known, policy: PolicyName = DEFAULT) -> Horizon:
    """Read the limits of a question.

    Args:
        ledger: Where snapshots have their names.
        as_of: EDTF, or ``None`` for now.
        known: Moment of knowledge, or ``None`` for all that is recorded.
        policy: Which claims count.

    Raises:
        DateError: ``as_of`` or ``known`` cannot be read.
        NameUnknownError: There is no such policy or snapshot.
        PolicyError: The file of the policy cannot be read or breaks its schema.
    """
    return parse_horizon(as_of, resolve_known(ledger, known), find_policy(policy))
