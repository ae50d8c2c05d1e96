"""Claims as JSON lines: one claim a line, each as in DESIGN, section 7.

This is the form in which claims travel whole: what is written is read back as it was.
"""

from collections.abc import Iterable, Iterator
from json import dumps, loads

from dragoman.claims.claim import Claim
from dragoman.claims.reading import claim_from_dict
from dragoman.documents.json_fields import json_fields
from dragoman.errors import InputError, JsonError

BYTE_ORDER_MARK = "\ufeff"


def claim_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield one line of JSON for each claim, with its line feed; other scripts stay as they are."""
    for claim in claims:
        yield dumps(claim.to_dict(), ensure_ascii=False, allow_nan=False) + "\n"


def parse_claim_lines(lines: Iterable[str], name: str = "-") -> Iterator[Claim]:
    """Yield the claims of JSON lines; blank lines are passed over.

    Args:
        lines: The lines, with or without line feeds.
        name: Where they come from, for messages.

    Raises:
        JsonError: A line holds no claim, a claim that contradicts itself, or one whose identifier
            does not follow from its fields; the error names the line.
    """
    for number, line in enumerate(lines, start=1):
        written = line.removeprefix(BYTE_ORDER_MARK).strip()
        if written:
            yield _parse_claim(written, f"line {number} of {name}")


def _parse_claim(written: str, place: str) -> Claim:
    try:
        value = loads(written, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise JsonError(place, repr(written[:60]), "one JSON object") from error
    try:
        claim = claim_from_dict(value)
        named = json_fields(value, "a claim").text_or_none("id")
    except InputError as error:
        raise JsonError(place, f"what is no claim ({error})", "a claim of version 1") from error
    if named is not None and named != claim.id:
        raise JsonError(place, f"the identifier {named!r}", f"{claim.id!r}, which follows from the other fields")
    return claim


def _refuse_constant(constant: str) -> float:
    raise ValueError(constant)
