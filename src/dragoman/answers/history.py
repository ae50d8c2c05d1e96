"""How the answer about one relation changed as knowledge grew.

The question is asked again as known at each entry that may have changed its answer; what is shown is each entry after
which the answer was another one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from dragoman.actors.authority import Authority
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.missions import find_missions
from dragoman.answers.polities import resolve_party
from dragoman.answers.recognition import Recogniser, find_recognition
from dragoman.answers.relations import Item, find_relations
from dragoman.claims.judgement import JUDGING
from dragoman.claims.ledger import ClaimQuery, Entry, Ledger
from dragoman.errors import NameUnknownError

QUESTIONS = ("recognition", "relations", "missions")
Lines = tuple[str, ...]
Answer = Callable[[Horizon], Lines]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of an answer.

    Attributes:
        entry: The entry after which the answer was another one.
        added: Lines of the answer that were not there before.
        gone: Lines that are no longer there.
    """

    entry: Entry
    added: Lines
    gone: Lines

    def to_dict(self) -> dict[str, object]:
        """Return the change as plain JSON values."""
        return {
            "entry": self.entry.number,
            "recorded": self.entry.recorded.isoformat(),
            "kind": self.entry.kind.value,
            "by": self.entry.by,
            "why": self.entry.why,
            "coder": self.entry.coder,
            "added": list(self.added),
            "gone": list(self.gone),
        }


@dataclass(frozen=True, slots=True)
class History:
    """How an answer changed.

    Attributes:
        question: ``recognition``, ``relations`` or ``missions``.
        pair: The two identifiers, in the order of the question.
        names: Their plain names.
        horizon: The limits of the question; of its moment of knowledge only what came before it is told.
        steps: The changes, in the order of recording.
    """

    question: str
    pair: tuple[str, str]
    names: tuple[str, str]
    horizon: Horizon
    steps: tuple[Step, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the history as plain JSON values."""
        return {
            "question": "history",
            "of": self.question,
            "pair": list(self.pair),
            "names": list(self.names),
            **self.horizon.to_dict(),
            "steps": [step.to_dict() for step in self.steps],
        }


def find_history(
    ledger: Ledger, authority: Authority, question: str, pair: tuple[str, str], *, horizon: Horizon = ALL_TIMES
) -> History:
    """Find how the answer about a pair changed.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        question: ``recognition`` (the first of the pair recognises the second), ``relations`` or ``missions`` (of
            the first in the second).
        pair: The two sides, in any spelling.
        horizon: The limits of the question.

    Raises:
        NameUnknownError: There is no such question or polity.
    """
    if question not in QUESTIONS:
        raise NameUnknownError("question with a history", question, QUESTIONS)
    one, other = (resolve_party(authority, name) for name in pair)
    answers: dict[str, Answer] = {
        "recognition": lambda known: _recognition(ledger, authority, (one, other), known),
        "relations": lambda known: _relations(ledger, authority, (one, other), known),
        "missions": lambda known: _missions(ledger, authority, (one, other), known),
    }
    steps = _steps(tuple(_telling(ledger, (one, other), horizon.known)), answers[question], horizon)
    return History(question, (one, other), (authority.name_of(one), authority.name_of(other)), horizon, tuple(steps))


def _steps(entries: tuple[Entry, ...], answer: Answer, horizon: Horizon) -> Iterator[Step]:
    before: Lines = ()
    for entry in entries:
        now = answer(replace(horizon, known=entry.recorded))
        if now != before:
            added, gone = (line for line in now if line not in before), (line for line in before if line not in now)
            yield Step(entry, tuple(added), tuple(gone))
            before = now


def _telling(ledger: Ledger, pair: tuple[str, str], known: datetime | None) -> Iterator[Entry]:
    """Yield the entries that may have changed an answer about a pair; of those of one moment only the last.

    A document is looked at that has claims about the pair, or of which claims were superseded.
    """
    entries = tuple(ledger.entries(known))
    claims = ledger.claims(ClaimQuery(pair=pair, known=known))
    documents = {held.claim.document for held in claims} | {one.document for one in entries if one.superseded}
    kept = [one for one in entries if one.kind in JUDGING or (one.document is not None and one.document in documents)]
    yield from {one.recorded: one for one in kept}.values()


def _recognition(ledger: Ledger, authority: Authority, pair: tuple[str, str], horizon: Horizon) -> Lines:
    found = find_recognition(ledger, authority, pair[1], horizon=horizon).recognisers
    return tuple(_recogniser(one) for one in found if one.id == pair[0])


def _recogniser(one: Recogniser) -> str:
    strand = one.strand
    since = f"since {strand.since.edtf}" if strand.since is not None else "without a day"
    origins = len(strand.origins)
    counted = "1 origin" if origins == 1 else f"{origins} origins"
    disputed = ", disputed" if one.is_disputed else ""
    others = ", ".join(reading.edtf for reading in strand.readings[1:])
    also = f", other days told: {others}" if others else ""
    return f"{one.standing.value} {since}, {counted}{also}{disputed}"


def _relations(ledger: Ledger, authority: Authority, pair: tuple[str, str], horizon: Horizon) -> Lines:
    answer = find_relations(ledger, authority, pair, horizon=horizon)
    spans = [
        f"{span.ladder.value}, {span.title}: {span.step or 'not known'}, "
        f"{_day(span.start and span.start.edtf)} to {_day(span.end and span.end.edtf)}"
        for span in answer.spans
    ]
    items = [f"{_day(item.date and item.date.edtf)}: {item.sentence} [{_marks(item)}]" for item in answer.items]
    return tuple(dict.fromkeys((*spans, *items)))


def _marks(item: Item) -> str:
    denied = ", denied" if item.negated else ""
    return f"{item.status.value}{denied}{', disputed' if item.is_disputed else ''}"


def _missions(ledger: Ledger, authority: Authority, pair: tuple[str, str], horizon: Horizon) -> Lines:
    answer = find_missions(ledger, authority, pair[0], in_=pair[1], horizon=horizon)
    found = (one.to_dict() for post in answer.posts for one in post.transitions)
    return tuple(dict.fromkeys(_plain(values) for values in found))


def _plain(values: dict[str, object]) -> str:
    return f"{values.get('status')}, {_day(values.get('start'))} to {_day(values.get('end'))}"


def _day(edtf: object) -> str:
    return str(edtf) if edtf else "?"
