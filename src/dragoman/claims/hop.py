"""Hops: the steps by which words came to the page, from the page inwards.

The chain of a claim is never empty: its first hop is the voice of the section. Vague
sources ("some commentators", "it is reported") are hops too, of kind unnamed.
"""

from dataclasses import dataclass

from dragoman.documents.section import VoiceKind
from dragoman.documents.span import Span


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of attribution.

    Attributes:
        source: Who: a name of the authority file, a person's name, an outlet, or the words of the
            text for an unnamed source.
        kind: What kind of source.
        cue: The words that attribute ("In a bulletin issued by"), ``""`` for a section's voice.
        how: said, reported, announced, confirmed, denied, wrote, cited, believed, expected.
        id: Identifier of the polity, organisation or agency that speaks or is spoken for, or ``None``.
        role: Office of the speaker ("foreign minister"), or ``None``.
        date: EDTF of the saying, or ``None``.
        span: Where the text names the source; ``None`` when only the page's data does.
    """

    source: str
    kind: VoiceKind
    cue: str = ""
    how: str = "said"
    id: str | None = None
    role: str | None = None
    date: str | None = None
    span: Span | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the hop as in DESIGN, section 7."""
        place = None if self.span is None else {"start": self.span.start, "end": self.span.end}
        return {
            "source": self.source,
            "kind": self.kind.value,
            "cue": self.cue,
            "how": self.how,
            "id": self.id,
            "role": self.role,
            "date": self.date,
            "span": place,
        }
