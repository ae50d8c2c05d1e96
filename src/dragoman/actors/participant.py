"""Participants: who takes part in an event, as a phrase of the text names them.

A participant joins an entry of the authority file (or a description, when nobody is
named) with the words that stand for it here. Sectors are those of PLOVER 2.0.
"""

from dataclasses import dataclass

from dragoman.documents.span import Span

UNKNOWN_ID = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words of the document that stand for somebody.

    Attributes:
        span: Code points of the document's text.
        text: The characters at the span.
    """

    span: Span
    text: str

    def to_dict(self) -> dict[str, object]:
        """Return the mention as plain JSON values."""
        return {"start": self.span.start, "end": self.span.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Participant:
    """One actor or recipient of an event, or one speaker.

    Attributes:
        id: Identifier in the authority file (``PRK``, ``DPR``, ``UN``, ``HAMAS``); ``unknown`` when the
            text names somebody who is in no table (a slug of the name for a person without a polity).
        name: Plain English name of ``id``, or the words of the text when unknown.
        sector: PLOVER sector (``GOV``, ``MIL``, ``LEG``, ``CVL``, …), or ``None`` for a bare polity.
        mention: The words that stand for the participant here.
        person: Name of the person who acts, as spelt here ("Choe Son-hui"), or ``None``.
        role: Office held ("foreign minister"), or ``None``.
        reason: Why these words stand for this participant, for ``explain``.
    """

    id: str
    name: str
    sector: str | None
    mention: Mention
    person: str | None = None
    role: str | None = None
    reason: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether the participant is in the authority file or is a named person."""
        return self.id != UNKNOWN_ID

    def to_dict(self) -> dict[str, object]:
        """Return the participant as in DESIGN, section 7."""
        return {
            "id": self.id,
            "name": self.name,
            "sector": self.sector,
            "person": self.person,
            "role": self.role,
            "mention": self.mention.to_dict(),
            "reason": self.reason,
        }
