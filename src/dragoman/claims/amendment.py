"""A claim as it reads after reviewers amended it.

The amended reading keeps the identifier of the claim, so that judgements, disputes and links still find it. What
the page says (document, span, quote, chain) is never amended.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim
from dragoman.claims.judgement import AmendedField, Amendment, Ruling
from dragoman.dates.event_date import DateBasis, event_date
from dragoman.errors import InputError, JudgementError
from dragoman.events.kind import Status

ANCHOR = "amended by a reviewer"
TRUTHS = {"true": True, "false": False}
NAMES = ": "
BETWEEN = "; "


def amend(claim: Claim, amendments: Iterable[Amendment]) -> Claim:
    """Return a claim as it reads after amendments, with the identifier that it had.

    Args:
        claim: As the coder read it.
        amendments: One for each field that is to read otherwise.

    Raises:
        JudgementError: A value is none that its field can have.
    """
    values: dict[str, object] = {}
    for one in amendments:
        try:
            values |= _READERS[one.field](claim, one.value.strip())
        except (InputError, ValueError, KeyError) as error:
            raise JudgementError(
                Ruling.AMEND.value, f"{one.field.value}={one.value!r}", _EXPECTED[one.field]
            ) from error
    return replace(claim, **values, reading_of=claim.id) if values else claim  # type: ignore[arg-type]


def write_participants(named: Iterable[tuple[str, str]]) -> str:
    """Return the value of an amendment of actors or recipients.

    >>> write_participants([("PRK", "North Korea"), ("SYR", "Syria")])
    'PRK: North Korea; SYR: Syria'
    """
    return BETWEEN.join(f"{identifier}{NAMES}{name}" for identifier, name in named)


def _participants(claim: Claim, value: str) -> Iterator[Participant]:
    held = {participant.id: participant for participant in (*claim.actors, *claim.recipients)}
    for part in filter(None, (part.strip() for part in value.split(BETWEEN.strip()))):
        identifier, _, name = (piece.strip() for piece in part.partition(NAMES.strip()))
        mention = Mention(claim.evidence.span, claim.evidence.quote)
        yield held.get(identifier) or Participant(identifier, name or identifier, None, mention, reason=ANCHOR)


def _date(value: str) -> dict[str, object]:
    return {"date": event_date(value, DateBasis.EXPLICIT, anchor=ANCHOR) if value else None}


def _value(claim: Claim, value: str) -> dict[str, object]:
    if claim.measure is None or not value:
        raise ValueError(value)
    number = value if isinstance(claim.measure.value, str) else float(value)
    return {"measure": replace(claim.measure, value=number)}


_READERS: dict[AmendedField, Callable[[Claim, str], dict[str, object]]] = {
    AmendedField.ACTORS: lambda claim, value: {"actors": tuple(_participants(claim, value))},
    AmendedField.RECIPIENTS: lambda claim, value: {"recipients": tuple(_participants(claim, value))},
    AmendedField.MODE: lambda _, value: {"mode": value or None},
    AmendedField.DATE: lambda _, value: _date(value),
    AmendedField.STATUS: lambda _, value: {"status": Status(value)},
    AmendedField.NEGATED: lambda _, value: {"negated": TRUTHS[value.lower()]},
    AmendedField.OBJECT: lambda _, value: {"object": value or None},
    AmendedField.PLACE: lambda _, value: {"place": value or None},
    AmendedField.VALUE: _value,
}

_EXPECTED: dict[AmendedField, str] = {
    AmendedField.ACTORS: "identifiers",
    AmendedField.RECIPIENTS: "identifiers",
    AmendedField.MODE: "a mode, such as recognition",
    AmendedField.DATE: "EDTF, such as 2022-07-13 or 2022-07",
    AmendedField.STATUS: "one of " + ", ".join(Status),
    AmendedField.NEGATED: "true or false",
    AmendedField.OBJECT: "words",
    AmendedField.PLACE: "words",
    AmendedField.VALUE: "a value of the same kind, in a claim that states one",
}
