"""Who recognises a polity, since when, and on whose word.

Announced acts are shown apart and never count as done. Contradicting dates stand side by
side; refusals and withdrawals have their own place. Nothing is settled here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from dragoman.actors.authority import Authority
from dragoman.answers.citation import Citation, Shelf, distinct
from dragoman.answers.dating import interval_of
from dragoman.answers.dispute import Contest, contests_about
from dragoman.answers.hearing import Objection, hear
from dragoman.answers.horizon import ALL_TIMES, Horizon
from dragoman.answers.origin import find_links
from dragoman.answers.polities import claimants_of, plain_name, resolve_party
from dragoman.answers.records import Record, Tabular
from dragoman.answers.strand import Strand, spin
from dragoman.claims.claim import Claim, ClaimId, ClaimKind
from dragoman.claims.dispute import DisputeKind
from dragoman.claims.ledger import ClaimQuery, Ledger
from dragoman.dates.interval import Certainty
from dragoman.documents.link import DocumentLink
from dragoman.errors import ClaimError
from dragoman.events.kind import Ladder, Status

NO_STEP = "none"
DE_JURE, DE_FACTO = "de jure", "de facto"
RECOGNITION_MODES = frozenset({"recognition", "recognition-withdrawn", "recognition-refused"})


class Standing(StrEnum):
    """How a polity stands to the one asked about, as far as the ledger's claims go."""

    RECOGNISES = "recognises"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    REFUSES = "refuses"


class Sort(StrEnum):
    """What a single claim says of a recognition."""

    DONE = "done"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    WISHED = "wished"


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One polity that recognises, is to recognise, withdrew or refuses.

    Attributes:
        id: Identifier of the polity.
        name: Its plain English name.
        standing: How it stands at the end of the asked day.
        step: ``de jure``, ``de facto``, or ``None`` where nothing is done.
        done: Claims that it recognised.
        announced: Claims that it will, decided to or is ready to.
        withdrawn: Claims that it took the recognition back.
        refused: Claims that it does not or will not recognise.
        contests: Disputes that touch any of these claims.
    """

    id: str
    name: str
    standing: Standing
    step: str | None
    done: Strand | None
    announced: Strand | None
    withdrawn: Strand | None
    refused: Strand | None
    contests: tuple[Contest, ...] = field(default=(), repr=False)

    @property
    def strand(self) -> Strand:
        """The claims that the standing rests on."""
        strands = {
            Standing.RECOGNISES: self.done,
            Standing.ANNOUNCED: self.announced,
            Standing.WITHDRAWN: self.withdrawn,
            Standing.REFUSES: self.refused,
        }
        strand = strands[self.standing]
        if strand is None:
            raise ClaimError(f"{self.standing.value} without a claim", "the claims that the standing rests on")
        return strand

    @property
    def is_disputed(self) -> bool:
        """Whether a real dispute touches it."""
        return any(contest.is_real for contest in self.contests)

    def to_dict(self) -> dict[str, object]:
        """Return the recogniser as plain JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "standing": self.standing.value,
            "step": self.step,
            "certainty": self.strand.certainty.value,
            "done": self.done and self.done.to_dict(),
            "announced": self.announced and self.announced.to_dict(),
            "withdrawn": self.withdrawn and self.withdrawn.to_dict(),
            "refused": self.refused and self.refused.to_dict(),
            "disputes": [contest.dispute.id for contest in self.contests],
        }

    def to_record(self) -> Record:
        """Return the recogniser as one row of a table."""
        strand = self.strand
        since = strand.since and strand.since.date
        return {
            "recogniser": self.id,
            "name": self.name,
            "standing": self.standing.value,
            "step": self.step,
            "certainty": strand.certainty.value,
            "since": since and since.edtf,
            "earliest": since and since.earliest and since.earliest.isoformat(),
            "latest": since and since.latest and since.latest.isoformat(),
            "other_dates": " ".join(reading.edtf for reading in strand.readings[1:]),
            "not_before": strand.not_before,
            "not_after": strand.not_after,
            "origins": len(strand.origins),
            "origin_names": "; ".join(origin.name for origin in strand.origins),
            "disputed": self.is_disputed,
            "chain": strand.best.chain,
            "quote": strand.best.claim.evidence.quote,
            "claims": " ".join(citation.claim.id for citation in strand.citations),
        }


@dataclass(frozen=True, slots=True)
class Recognition(Tabular):
    """Who recognises a polity, as far as the ledger's claims go.

    Attributes:
        of: Identifier of the polity asked about.
        name: Its plain English name.
        claimed_by: Plain names of those who claim its territory.
        horizon: The two times of the question.
        recognisers: Those who recognise, by date; then announced, withdrawn and refused.
        wished: Claims that demand or suppose a recognition; they count for nothing.
        later: How many claims were left out because they are dated after the asked day.
        begins: First day of the polity in the authority file where the asked day lies before it, ISO 8601: what is
            told without a date had not happened then.
        contests: All disputes that touch what is shown.
        left_out: What the policy leaves out, with the reasons.
    """

    of: str
    name: str
    claimed_by: tuple[str, ...]
    horizon: Horizon
    recognisers: tuple[Recogniser, ...]
    wished: tuple[Citation, ...] = field(default=(), repr=False)
    later: int = 0
    begins: str | None = None
    contests: tuple[Contest, ...] = field(default=(), repr=False)
    left_out: tuple[Objection, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the answer as plain JSON values."""
        return {
            "question": "recognition",
            "of": self.of,
            "name": self.name,
            "claimed_by": list(self.claimed_by),
            **self.horizon.to_dict(),
            "recognisers": [recogniser.to_dict() for recogniser in self.recognisers],
            "wished": [citation.to_dict() for citation in self.wished],
            "later": self.later,
            "begins": self.begins,
            "disputes": [contest.to_dict() for contest in self.contests],
            "left_out": [one.to_dict() for one in self.left_out],
        }

    def to_records(self) -> tuple[Record, ...]:
        """Return one record for each polity that recognises, is to recognise, withdrew or refuses."""
        return tuple(one.to_record() for one in self.recognisers)


def find_recognition(ledger: Ledger, authority: Authority, of: str, *, horizon: Horizon = ALL_TIMES) -> Recognition:
    """Find who recognises a polity.

    Args:
        ledger: Where the claims are held.
        authority: Names.
        of: The polity asked about, in any spelling.
        horizon: The two times of the question.

    Raises:
        NameUnknownError: Nobody is called so, or several are.
    """
    identifier = resolve_party(authority, of)
    shelf = Shelf(ledger, horizon.known)
    about = _find_about(shelf, identifier, horizon)
    links = find_links(ledger, about, horizon.known)
    begins = _begins_after(authority, identifier, horizon)
    found = [c for c in about if sort_of(c.claim) is not None and (begins is None or interval_of(c) is not None)]
    counts = [c for c in about if c.claim.kind is ClaimKind.COUNT and c.claim.mode == "recognition"]
    hearing = hear(ledger, [citation for citation in (*found, *counts) if _is_in(horizon, citation)], horizon)
    unheard = hearing.unheard
    found = [citation for citation in found if citation.claim.id not in unheard]
    contests = contests_about(
        ledger, hearing.heard, horizon, authority=authority, concerns=lambda a: a.key[2] == identifier
    )
    rows = [
        replace(row, name=plain_name(authority, row.id, otherwise=row.name))
        for row in _recognisers(found, horizon, links, contests)
    ]
    return Recognition(
        of=identifier,
        name=authority.name_of(identifier),
        claimed_by=claimants_of(authority, identifier),
        horizon=horizon,
        recognisers=tuple(sorted(rows, key=_rank)),
        wished=tuple(c for c in found if sort_of(c.claim) is Sort.WISHED),
        later=sum(not _is_in(horizon, c) for c in found),
        begins=begins,
        contests=contests,
        left_out=hearing.left_out,
    )


def _find_about(shelf: Shelf, identifier: str, horizon: Horizon) -> tuple[Citation, ...]:
    """Return the claims that may tell of recognitions of a polity, in the order of recording, then of the text."""
    acts = ClaimQuery(modes=tuple(sorted(RECOGNITION_MODES)), recipient=identifier, known=horizon.known)
    states = ClaimQuery(kinds=(ClaimKind.STATE,), recipient=identifier, known=horizon.known)
    found = distinct((*shelf.find(acts), *shelf.find(states)))
    return tuple(sorted(found, key=lambda citation: (citation.entry, citation.claim.evidence.span)))


def find_recognisers(
    authority: Authority,
    of: str,
    found: Sequence[Citation],
    horizon: Horizon,
    *,
    links: Sequence[DocumentLink] = (),
) -> Iterator[Recogniser]:
    """Yield those who recognise a polity, announce it, withdrew or refuse, by claims that are heard; without disputes.

    Args:
        authority: Names, and since when the polity is.
        of: Identifier of the polity.
        found: Claims about its recognition.
        horizon: The limits of the question.
        links: How the documents stand to each other.
    """
    begins = _begins_after(authority, of, horizon)
    kept = [c for c in found if begins is None or interval_of(c) is not None]
    return _recognisers(kept, horizon, links, ())


def sort_of(claim: Claim) -> Sort | None:
    """Return what a claim says of a recognition, or ``None`` when it is about something else."""
    if claim.kind is ClaimKind.STATE:
        return _sort_of_state(claim)
    if claim.kind is not ClaimKind.EVENT or claim.mode not in RECOGNITION_MODES:
        return None
    if claim.status in {Status.DEMANDED, Status.HYPOTHETICAL}:
        return Sort.WISHED
    if claim.mode == "recognition":
        if claim.negated:
            return Sort.REFUSED
        return Sort.ANNOUNCED if claim.status is Status.ANNOUNCED else Sort.DONE
    if claim.negated or (claim.mode == "recognition-withdrawn" and claim.status is Status.ANNOUNCED):
        return None
    return Sort.WITHDRAWN if claim.mode == "recognition-withdrawn" else Sort.REFUSED


def _sort_of_state(claim: Claim) -> Sort | None:
    if claim.measure is None or claim.measure.unit != Ladder.RECOGNITION.value:
        return None
    is_none = str(claim.measure.value).casefold() == NO_STEP
    return Sort.REFUSED if is_none is not claim.negated else Sort.DONE


def _recognisers(
    found: Sequence[Citation], horizon: Horizon, links: Sequence[DocumentLink], contests: Sequence[Contest]
) -> Iterator[Recogniser]:
    by_actor: dict[str, list[Citation]] = {}
    names: dict[str, str] = {}
    for citation in found:
        own = {p.id for p in citation.claim.recipients}
        for actor in citation.claim.actors:
            if actor.is_known and actor.id not in own:
                by_actor.setdefault(actor.id, []).append(citation)
                names.setdefault(actor.id, actor.name)
    for identifier, citations in by_actor.items():
        strands = {sort: spin([c for c in citations if sort_of(c.claim) is sort], horizon, links) for sort in Sort}
        strands[Sort.DONE] = _bounded(strands[Sort.DONE], strands[Sort.ANNOUNCED])
        standing = _standing(strands)
        if standing is not None:
            shown = {c.claim.id for strand in strands.values() if strand is not None for c in strand.citations}
            yield Recogniser(
                id=identifier,
                name=names[identifier],
                standing=standing,
                step=_step(strands[Sort.DONE]) if standing is Standing.RECOGNISES else None,
                done=strands[Sort.DONE],
                announced=strands[Sort.ANNOUNCED],
                withdrawn=strands[Sort.WITHDRAWN],
                refused=strands[Sort.REFUSED],
                contests=tuple(contest for contest in contests if _touches(contest, identifier, shown)),
            )


def _touches(contest: Contest, identifier: str, shown: set[ClaimId]) -> bool:
    """Tell whether a dispute is about a recogniser; a wrong place in the series touches only whom it places."""
    if contest.dispute.kind is DisputeKind.ORDINAL:
        return any(p.id == identifier for c in contest.left for p in c.claim.actors)
    return bool(contest.claim_ids & shown)


def _begins_after(authority: Authority, identifier: str, horizon: Horizon) -> str | None:
    """Return the first day of a polity in the authority file where the asked day lies before it."""
    starts = [stretch.start for stretch in authority.entity(identifier).existence]
    known = [start for start in starts if start is not None]
    if horizon.day is None or not known or len(known) < len(starts) or horizon.day >= min(known):
        return None
    return min(known).isoformat()


def _bounded(done: Strand | None, announced: Strand | None) -> Strand | None:
    """Return what is told as done without a date, not before the day on which others say it was announced."""
    if done is None or announced is None or done.since is not None or announced.since is None:
        return done
    first = announced.since.date.earliest
    if first is None or (done.not_after is not None and done.not_after < first.isoformat()):
        return done
    return replace(done, not_before=first.isoformat())


def _standing(strands: Mapping[Sort, Strand | None]) -> Standing | None:
    """Return how the claims say that it stands: what is certain by the asked day goes before what is only possible."""
    certain = {sort: _if_certain(strand) for sort, strand in strands.items()}
    return _standing_of(certain) or _standing_of(strands)


def _if_certain(strand: Strand | None) -> Strand | None:
    return strand if strand is not None and strand.certainty is Certainty.CERTAINLY else None


def _standing_of(strands: Mapping[Sort, Strand | None]) -> Standing | None:
    done, withdrawn = strands[Sort.DONE], strands[Sort.WITHDRAWN]
    if withdrawn is not None and not (done is not None and _is_later(done, withdrawn)):
        return Standing.WITHDRAWN
    if done is not None:
        return Standing.RECOGNISES
    if strands[Sort.ANNOUNCED] is not None:
        return Standing.ANNOUNCED
    return Standing.REFUSES if strands[Sort.REFUSED] is not None else None


def _is_later(one: Strand, other: Strand) -> bool:
    """Tell whether some dated claim of one strand is certainly after all dated claims of another."""
    ends = [reading.date.interval for reading in other.readings]
    starts = [reading.date.interval for reading in one.readings]
    return any(
        start is not None and all(end is not None and end.before(start) is Certainty.CERTAINLY for end in ends)
        for start in starts
        if ends
    )


def _step(done: Strand | None) -> str:
    """Return the step of the ladder: de facto only where every claim says so."""
    citations = () if done is None else done.citations
    is_de_facto = [c.claim.measure is not None and c.claim.measure.value == DE_FACTO for c in citations]
    return DE_FACTO if is_de_facto and all(is_de_facto) else DE_JURE


def _is_in(horizon: Horizon, citation: Citation) -> bool:
    return horizon.happened(citation.claim, citation.page.published) is not Certainty.NO


def _rank(recogniser: Recogniser) -> tuple[bool, int, bool, date, str]:
    since = recogniser.strand.since
    day = since.date.earliest if since is not None else None
    is_open = recogniser.strand.certainty is not Certainty.CERTAINLY
    return (is_open, list(Standing).index(recogniser.standing), since is None, day or date.min, recogniser.name)
