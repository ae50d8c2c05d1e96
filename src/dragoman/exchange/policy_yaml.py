"""Writes a policy in the form of its file, so that it can be kept and changed."""

import yaml

from dragoman.claims.policy import Policy

WIDTH = 110


def write_policy(policy: Policy) -> str:
    """Return a policy as YAML that :func:`dragoman.api.find_policy` reads; empty lists are left out.

    Args:
        policy: The policy.
    """
    content = policy.rules_to_dict()
    kept = {name: value for name, value in ((n, _without_empty(v)) for n, v in content.items()) if value}
    written: str = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=WIDTH)
    return written


def _without_empty(value: object) -> object:
    return {name: held for name, held in value.items() if held != []} if isinstance(value, dict) else value
