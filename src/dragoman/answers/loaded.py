"""Words that take a side, by the voice that uses them."""

from dataclasses import dataclass, field

from dragoman.answers.citation import Citation, Shelf
from dragoman.answers.hearing import Objection, hear_voices
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.records import Record, Tabular
from dragoman.claims.ledger import ClaimQuery, Ledger


@dataclass(frozen=True, slots=True)
class LoadedUse:
    """One loaded word that one voice uses.

    Attributes:
        text: The word as written.
        speaker: The voice that writes it, with its page.
        note: Why it is marked.
        times: How often it stands in evidence of the ledger's claims.
        citations: One claim for each place.
    """

    text: str
    speaker: str
    note: str
    times: int
    citations: tuple[Citation, ...] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the use as plain JSON values."""
        return {
            "text": self.text,
            "speaker": self.speaker,
            "note": self.note,
            "times": self.times,
            "citations": [citation.to_dict() for citation in self.citations],
        }

    def to_record(self) -> Record:
        """Return the use as one row of a table."""
        return {
            "speaker": self.speaker,
            "text": self.text,
            "note": self.note,
            "times": self.times,
            "quote": self.citations[0].claim.evidence.quote,
            "claims": " ".join(citation.claim.id for citation in self.citations),
        }


@dataclass(frozen=True, slots=True)
class LoadedWords(Tabular):
    """Words that take a side, by voice.

    Attributes:
        horizon: The two times of the question.
        uses: By voice, the most frequent first.
        left_out: What the policy leaves out, with the reasons.
    """

    horizon: Horizon
    uses: tuple[LoadedUse, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "loaded",
            **self.horizon.to_dict(),
            "uses": [use.to_dict() for use in self.uses],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each word of a voice."""
        return tuple(use.to_record() for use in self.uses)


def find_loaded(ledger: Ledger, *, horizon: Horizon = ALL_TIMES) -> LoadedWords:
    """Find the words that take a side.

    Args:
        ledger: Where the claims are held.
        horizon: The moment of knowledge.
    """
    shelf = Shelf(ledger, horizon.known)
    places: dict[tuple[str, str, str], dict[tuple[str, int], Citation]] = {}
    hearing = hear_voices(shelf.find(ClaimQuery(known=horizon.known)), horizon)
    for citation in hearing.heard:
        voice = f"{citation.claim.chain[0].source} ({citation.page.title or citation.page.name})"
        for word in citation.claim.loaded:
            by_place = places.setdefault((voice, word.text, word.note), {})
            by_place.setdefault((citation.page.id, word.span.start), citation)
    uses = [
        LoadedUse(text, voice, note, len(found), tuple(found.values())) for (voice, text, note), found in places.items()
    ]
    ordered = tuple(sorted(uses, key=lambda use: (use.speaker, -use.times, use.text)))
    return LoadedWords(horizon, ordered, hearing.about(lambda c: bool(c.claim.loaded)))
