"""Loads policies: those that come with the package, by name, and those of a user, from a file.

A file that breaks the schema is refused with the line and the reason.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError

from dragoman.claims.policy import ALL, COUNTING, Choice, Listed, Policy
from dragoman.errors import NameUnknownError, PolicyError

_FOLDER = files("dragoman.knowledge") / "data" / "policies"
_ENDINGS = (".yaml", ".yml")
_NO_LINE = 0
_LONGEST = 1_000_000


def policy_names() -> tuple[str, ...]:
    """Return the names of the policies that come with the package, in plain order."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def list_policies() -> tuple[Policy, ...]:
    """Return the policies that come with the package, by name."""
    return tuple(load_policy(name) for name in policy_names())


def find_policy(name: str | Path | Policy) -> Policy:
    """Return the policy that a user means.

    Args:
        name: The name of one that comes with the package, the path of a file, or a policy itself.

    Raises:
        NameUnknownError: There is neither such a policy nor such a file.
        PolicyError: The file cannot be read or breaks the schema; the error names the line.

    >>> find_policy("cautious").least_origins
    2
    """
    if isinstance(name, Policy):
        return name
    if str(name) in policy_names():
        return load_policy(str(name))
    path = Path(name).expanduser()
    if not path.is_file() and path.suffix not in _ENDINGS and len(path.parts) == 1:
        raise NameUnknownError("policy", str(name), policy_names())
    return read_policy(path)


@lru_cache(maxsize=16)
def load_policy(name: str) -> Policy:
    """Load a policy that comes with the package.

    Args:
        name: Its name.

    Raises:
        NameUnknownError: There is none of that name.
        PolicyError: It breaks the schema.

    >>> load_policy("cautious").least_origins
    2
    """
    if name not in policy_names():
        raise NameUnknownError("policy", name, policy_names())
    return parse_policy(_FOLDER.joinpath(f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def read_policy(path: Path) -> Policy:
    """Read a policy from a file.

    Raises:
        PolicyError: The file cannot be read or breaks the schema.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise PolicyError(str(path), _NO_LINE, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise PolicyError(str(path), line, "it is not UTF-8") from error
    return parse_policy(text, str(path), digest=sha256(content).hexdigest())


def parse_policy(text: str, name: str, *, digest: str = "") -> Policy:
    """Read a policy from YAML.

    Args:
        text: The YAML.
        name: What to call the file in messages.
        digest: SHA-256 of the file, or ``""``.

    Raises:
        PolicyError: It is no YAML, or breaks the schema.
    """
    if len(text) > _LONGEST:
        raise PolicyError(name, _NO_LINE, f"it has more than {_LONGEST:,} characters")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        raise PolicyError(name, _NO_LINE if mark is None else mark.line + 1, f"it is no YAML: {reason}") from error
    _check(name, content, node)
    return _policy(content, digest)


def _check(name: str, content: object, node: yaml.Node | None) -> None:
    """Refuse content that breaks the schema, at the line of the first thing that does.

    Raises:
        PolicyError: It does.
    """
    twice = min(_repeated(node), default=None)
    if twice is not None:
        raise PolicyError(name, twice[0], f"{twice[1]!r} stands there for the second time")
    faults = [_described(fault, node) for fault in _validator().iter_errors(content)]
    if faults:
        raise PolicyError(name, *min(faults))


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(_FOLDER.joinpath("schema.json").read_text("utf-8")))


def _described(fault: ValidationError, node: yaml.Node | None) -> tuple[int, str]:
    """Return the line and the reason of a fault."""
    path = list(fault.absolute_path)
    place = "/".join(map(str, path))
    if fault.validator == "additionalProperties" and isinstance(fault.instance, Mapping):
        known = fault.schema["properties"] if isinstance(fault.schema, Mapping) else {}
        unknown = next(key for key in fault.instance if key not in known)
        where = f" of {place!r}" if place else ""
        return _line(node, [*path, unknown]), f"{unknown!r} is no key{where}; there are {', '.join(known)}"
    return _line(node, path), f"{place}: {fault.message}" if place else fault.message


def _line(node: yaml.Node | None, path: list[Any]) -> int:
    """Return the line of what a path leads to, as far as it leads; 0 in an empty text."""
    if node is None:
        return _NO_LINE
    line = node.start_mark.line + 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line


def _repeated(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Yield line and key of each key that stands twice in one mapping."""
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            yield key.start_mark.line + 1, str(key.value)
        seen.add(key.value)
        yield from _repeated(value)


def _policy(content: Mapping[str, Any], digest: str) -> Policy:
    claims, origins = content.get("claims", {}), content.get("origins", {})
    return Policy(
        name=content["name"],
        about=" ".join(content["about"].split()).rstrip("."),
        sources=_choice(content.get("sources")),
        origins=_choice(origins),
        least_origins=origins.get("least", 1),
        announced=claims.get("announced", True),
        historical=claims.get("historical", True),
        unnamed=claims.get("unnamed", True),
        verdicts=tuple(content.get("judgements", {}).get("count", COUNTING)),
        digest=digest,
    )


def _choice(lists: Mapping[str, Any] | None) -> Choice:
    if not lists:
        return ALL
    return Choice(*(tuple(_listed(lists.get(name, ()))) for name in ("count", "ignore", "rank")))


def _listed(names: Iterable[str]) -> Iterator[Listed]:
    from dragoman.knowledge.authority import load_authority

    for name in names:
        identifier = load_authority().resolve_name(name).id
        keys = {" ".join(name.casefold().split()), *([] if identifier is None else [identifier.casefold()])}
        yield Listed(name, frozenset(keys))
