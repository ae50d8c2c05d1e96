"""How every polity stands to every other, as of a day: recognition, relations or missions over the whole world.

The claims are read once and put together by sides; each cell is what the question about these two alone would answer.
A pair of which no claim tells has no cell: that is not a denial.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.actors.authority import Authority
from dragoman.actors.polity import Polity
from dragoman.answers.citation import Citation, Shelf, distinct
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.ladder import Span, find_spans
from dragoman.answers.mission_marks import is_residence
from dragoman.answers.missions import is_about_mission
from dragoman.answers.origin import find_links, find_origins
from dragoman.answers.polities import resolve_party
from dragoman.answers.recognition import RECOGNITION_MODES, find_recognisers, sort_of
from dragoman.answers.records import Record, Tabular
from dragoman.answers.relations import may_move, spans_with_certainty
from dragoman.answers.transitions import derive_line, with_certainty
from dragoman.claims.assertion import find_assertions
from dragoman.claims.claim import Claim, ClaimKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty
from dragoman.documents.link import DocumentLink
from dragoman.events.kind import MODE_LADDER, Ladder
from dragoman.knowledge.derivation import load_derivation


class Relation(StrEnum):
    """What a matrix may show."""

    RECOGNITION = "recognition"
    RELATIONS = "relations"
    MISSIONS = "missions"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one polity stands to another.

    Attributes:
        row: Identifier of the side that recognises, or sends the mission; for relations the one that is first by name.
        column: Identifier of the other side.
        value: The standing (``recognises``, ``announced``…), the step of relations, or the status of the mission.
        certainty: Whether it was so on the asked day.
        since: EDTF of the act that led to it, or ``None``.
        origins: How many independent origins stand behind it.
        citations: The claims.
    """

    row: str
    column: str
    value: str
    certainty: Certainty
    since: str | None
    origins: int
    citations: tuple[Citation, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Matrix(Tabular):
    """How polities stand to each other.

    Attributes:
        relation: What is shown.
        horizon: The limits of the question.
        names: Identifier and plain name of each polity that has a cell, by name.
        cells: By row, then by column, as in ``names``.
        left_out: What the policy leaves out, with the reasons.
    """

    relation: Relation
    horizon: Horizon
    names: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "matrix",
            "relation": self.relation.value,
            **self.horizon.to_dict(),
            "polities": dict(self.names),
            "cells": list(self.to_records()),
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each cell."""
        name_of = dict(self.names)
        return tuple(
            {
                "row": cell.row,
                "row_name": name_of[cell.row],
                "column": cell.column,
                "column_name": name_of[cell.column],
                "value": cell.value,
                "certainty": cell.certainty.value,
                "since": cell.since,
                "origins": cell.origins,
                "claims": " ".join(citation.claim.id for citation in cell.citations),
            }
            for cell in self.cells
        )

    def to_wide(self) -> tuple[Record, ...]:
        """Return one record for each row, with a key for each column; what is only possible has a question mark.

        Relations are the same from both sides and stand in both cells.
        """
        shown = {(cell.row, cell.column): _mark(cell) for cell in self.cells}
        if self.relation is Relation.RELATIONS:
            shown |= {(column, row): mark for (row, column), mark in shown.items()}
        rows = [one for one, _ in self.names if any(row == one for row, _ in shown)]
        columns = [one for one, _ in self.names if any(column == one for _, column in shown)]
        return tuple({"": row, **{column: shown.get((row, column), "") for column in columns}} for row in rows)


def _mark(cell: Cell) -> str:
    return cell.value if cell.certainty is Certainty.CERTAINLY else f"{cell.value}?"


def find_matrix(
    ledger: Ledger,
    authority: Authority,
    relation: Relation,
    *,
    polities: Sequence[str] = (),
    horizon: Horizon = ALL_TIMES,
) -> Matrix:
    """Find how polities stand to each other.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        relation: What to show.
        polities: Only cells of these, on whichever side; empty for the whole world.
        horizon: The limits of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    asked = frozenset(resolve_party(authority, name) for name in polities)
    about = [c for c in _read(ledger, relation, horizon) if not asked or asked & _sides(c.claim)]
    happened = [c for c in about if horizon.happened(c.claim, c.page.published) is not Certainty.NO]
    hearing = hear(ledger, happened, horizon)
    unheard = hearing.unheard
    heard = [c for c in about if c.claim.id not in unheard]
    links = find_links(ledger, hearing.heard, horizon.known)
    world = _World(authority, horizon, links)
    found = (cell for cell in _FINDERS[relation](world, heard) if not asked or {cell.row, cell.column} & asked)
    cells = tuple(sorted(found, key=lambda cell: (authority.name_of(cell.row), authority.name_of(cell.column))))
    shown = {one for cell in cells for one in (cell.row, cell.column)}
    names = tuple(sorted(((one, authority.name_of(one)) for one in shown), key=lambda pair: pair[1]))
    return Matrix(relation, horizon, names, cells, hearing.left_out)


@dataclass(frozen=True, slots=True)
class _World:
    """What all cells have in common."""

    authority: Authority
    horizon: Horizon
    links: tuple[DocumentLink, ...]

    def is_polity(self, identifier: str) -> bool:
        return isinstance(self.authority.find(identifier), Polity)

    def is_in(self, citation: Citation) -> bool:
        return self.horizon.happened(citation.claim, citation.page.published) is not Certainty.NO


def _read(ledger: Ledger, relation: Relation, horizon: Horizon) -> tuple[Citation, ...]:
    """Read the claims that bear on a relation, all at once."""
    shelf = Shelf(ledger, horizon.known)
    acts = shelf.find(ClaimQuery(modes=_MODES[relation], known=horizon.known))
    states = shelf.find(ClaimQuery(kinds=(ClaimKind.STATE,), known=horizon.known))
    told = (c for c in states if _CONCERNS[relation](c.claim))
    return distinct((*(c for c in acts if c.claim.kind is ClaimKind.EVENT), *told))


def _sides(claim: Claim) -> frozenset[str]:
    return frozenset(p.id for p in (*claim.actors, *claim.recipients))


def _recognition(world: _World, citations: Sequence[Citation]) -> Iterator[Cell]:
    by_recipient: dict[str, list[Citation]] = {}
    for citation in citations:
        for recipient in {p.id for p in citation.claim.recipients if world.is_polity(p.id)}:
            by_recipient.setdefault(recipient, []).append(citation)
    for recipient, found in by_recipient.items():
        for one in find_recognisers(world.authority, recipient, found, world.horizon, links=world.links):
            if world.is_polity(one.id):
                strand = one.strand
                since = None if strand.since is None else strand.since.edtf
                yield Cell(
                    row=one.id,
                    column=recipient,
                    value=one.standing.value,
                    certainty=strand.certainty,
                    since=since,
                    origins=len(strand.origins),
                    citations=strand.citations,
                )


def _relations(world: _World, citations: Sequence[Citation]) -> Iterator[Cell]:
    for pair, found in _pairs(world, citations).items():
        kept = [c for c in found if world.is_in(c) and may_move(world.horizon, c)]
        spans = (s for s in find_spans(kept, pair, world.authority) if s.ladder is Ladder.RELATIONS)
        cell = _cell_of(spans_with_certainty(spans, world.horizon), pair, world)
        if cell is not None:
            yield cell


def _missions(world: _World, citations: Sequence[Citation]) -> Iterator[Cell]:
    residences: dict[str, list[Citation]] = {}
    for citation in citations:
        if is_residence(citation.claim):
            residences.setdefault(citation.page.id, []).append(citation)
    derivation = load_derivation()
    for pair, found in _pairs(world, citations).items():
        kept = [c for c in found if world.is_in(c)]
        pages = {c.page.id for c in kept}
        about = distinct((*kept, *(c for page in pages for c in residences.get(page, ()))))
        for sender, receiver in (pair, pair[::-1]):
            given = (world.authority, sender, derivation)
            line = with_certainty(derive_line(about, frozenset({receiver}), given), world.horizon)
            begun = [one for one in line if one.certainty is not Certainty.NO]
            if begun:
                last = begun[-1]
                origins = len(find_origins(last.citations, world.links))
                yield Cell(sender, receiver, last.status, last.certainty, last.start.edtf, origins, last.citations)
                continue
            spans = find_spans([c for c in kept if is_about_mission(c.claim)], pair, world.authority)
            told = (s for s in spans if s.ladder is Ladder.MISSION and s.sender == sender)
            cell = _cell_of(spans_with_certainty(told, world.horizon), (sender, receiver), world)
            if cell is not None:
                yield cell


def _pairs(world: _World, citations: Iterable[Citation]) -> dict[tuple[str, str], list[Citation]]:
    """Group claims by the two polities that they are about, the first by name before the other."""
    groups: dict[tuple[str, str], dict[str, Citation]] = {}
    for citation in citations:
        for assertion in find_assertions([citation.claim], ClaimKind.EVENT, ClaimKind.STATE):
            if assertion.actor is None or assertion.recipient is None:
                continue
            sides = (assertion.actor.id, assertion.recipient.id)
            if all(map(world.is_polity, sides)):
                one, other = sorted(sides, key=world.authority.name_of)
                groups.setdefault((one, other), {})[citation.claim.id] = citation
    return {pair: list(found.values()) for pair, found in groups.items()}


def _cell_of(spans: Sequence[Span], pair: tuple[str, str], world: _World) -> Cell | None:
    """Return the step of a pair: by the last act with a day, else one without, else a state that is told."""
    told = [span for span in spans if span.step is not None]
    acts = [span for span in told if span.start is not None and not span.is_state]
    undated = [span for span in told if span.start is None and not span.is_state]
    last = next((found[-1] for found in (acts, undated, told) if found), None)
    if last is None or last.step is None:
        return None
    # A state is told of its own time, and an ending without a day may have come before the asked one.
    is_open = last.is_state or last.has_ended
    return Cell(
        row=pair[0],
        column=pair[1],
        value=last.step,
        certainty=Certainty.POSSIBLY if is_open else last.certainty,
        since=None if last.start is None else last.start.edtf,
        origins=len(find_origins(last.citations, world.links)),
        citations=last.citations,
    )


def _is_told_of(ladder: Ladder) -> Callable[[Claim], bool]:
    return lambda claim: claim.measure is not None and claim.measure.unit == ladder.value


_FINDERS: dict[Relation, Callable[[_World, Sequence[Citation]], Iterator[Cell]]] = {
    Relation.RECOGNITION: _recognition,
    Relation.RELATIONS: _relations,
    Relation.MISSIONS: _missions,
}
_CONCERNS: dict[Relation, Callable[[Claim], bool]] = {
    Relation.RECOGNITION: lambda claim: sort_of(claim) is not None,
    Relation.RELATIONS: _is_told_of(Ladder.RELATIONS),
    Relation.MISSIONS: lambda claim: is_about_mission(claim) or is_residence(claim),
}
_ENVOYS = tuple(f"envoy-{what}" for what in ("accredited", "appointed", "expelled", "recalled", "summoned"))
_ON_RELATIONS = tuple(sorted(mode for mode, (ladder, _) in MODE_LADDER.items() if ladder is Ladder.RELATIONS))
_ON_MISSIONS = tuple(sorted(mode for mode, (ladder, _) in MODE_LADDER.items() if ladder is Ladder.MISSION))
_MODES: dict[Relation, tuple[str, ...]] = {
    Relation.RECOGNITION: tuple(sorted(RECOGNITION_MODES)),
    Relation.RELATIONS: _ON_RELATIONS,
    Relation.MISSIONS: (*_ON_MISSIONS, *_ENVOYS, *_ON_RELATIONS),
}
