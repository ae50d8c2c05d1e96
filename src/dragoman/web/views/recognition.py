"""Who recognises a polity: one row for each, and what is disputed about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.actors.authority import Authority
from dragoman.answers.brief import plain_bounds, plain_date
from dragoman.answers.recognition import DE_JURE, Recogniser, Recognition, Standing
from dragoman.answers.strand import Strand
from dragoman.dates.interval import Certainty
from dragoman.web.asked import Asked
from dragoman.web.views.cited import MOST_CONTESTS, Cited, ContestView, cite, show_contests
from dragoman.web.views.frame import Frame
from dragoman.web.views.slider import Slider, make_slider
from dragoman.web.views.world import MapAsked, MapView, Stand, draw_world

PARTS = {
    Standing.RECOGNISES: "Recognises",
    Standing.ANNOUNCED: "Announced only",
    Standing.WITHDRAWN: "Withdrew",
    Standing.REFUSES: "Refuses",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One polity that recognises, is to recognise, withdrew or refuses.

    Attributes:
        id: Its identifier.
        name: Its plain name.
        since: The best attested date in plain words.
        other_dates: Dates that contradict it, each with its origins.
        remark: Step, background or doubt, or ``""``.
        origins: Names of the sources behind it.
        is_disputed: Whether a real dispute touches it.
        best: The claim to show first.
        relations: The page of all that is said of the two.
    """

    id: str
    name: str
    since: str
    other_dates: tuple[str, ...]
    remark: str
    origins: tuple[str, ...]
    is_disputed: bool
    best: Cited
    relations: str


@dataclass(frozen=True, slots=True)
class Part:
    """All who stand alike.

    Attributes:
        key: How they stand, for the style.
        heading: The same in words.
        rows: They.
    """

    key: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RecognitionPage:
    """Who recognises a polity.

    Attributes:
        frame: What stands around it.
        name: Of the polity.
        claimed_by: Who claims its territory, in words, or ``""``.
        policy: How claims were weighed.
        parts: Those who recognise, announced, withdrew, refuse; empty parts are left out.
        notes: What was not counted, and why.
        contests: What cannot both hold, as far as there is room.
        more_contests: How many more there are.
        map: The same on a map.
        slider: The days on which it changes, or ``None``.
        kept: What the forms of the page send along: pairs of a name and a value.
    """

    frame: Frame
    name: str
    claimed_by: str
    policy: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    contests: tuple[ContestView, ...]
    more_contests: int
    map: MapView
    slider: Slider | None
    kept: tuple[tuple[str, str], ...]


def show_recognition(
    answer: Recognition, over_time: Recognition, authority: Authority, chosen: MapAsked, asked: Asked
) -> RecognitionPage:
    """Lay out who recognises a polity.

    Args:
        answer: Who does, on whose word.
        over_time: The same as of now, whose days the slider has.
        authority: Names for the map.
        chosen: Viewpoint and region of the map.
        asked: The two times that links carry on.
    """
    rows = {
        standing: tuple(_row(one, answer.of, asked) for one in answer.recognisers if one.standing is standing)
        for standing in PARTS
    }
    return RecognitionPage(
        frame=Frame(
            f"Who recognises {answer.name}?",
            asked=asked,
            action=f"/recognition/{answer.of}",
            answer=("recognition", answer.of),
        ),
        name=answer.name,
        claimed_by=", ".join(answer.claimed_by),
        policy=answer.horizon.policy.title,
        parts=tuple(Part(key.value, PARTS[key], found) for key, found in rows.items() if found),
        notes=_notes(answer),
        contests=show_contests(answer.contests, asked),
        more_contests=max(0, sum(one.is_real for one in answer.contests) - MOST_CONTESTS),
        map=draw_world(
            authority, _stands(answer, rows, asked), f"Who recognises {answer.name}", chosen=chosen, asked=asked
        ),
        slider=make_slider(
            [one.strand.since.date for one in over_time.recognisers if one.strand.since is not None],
            asked,
            ("recognition", answer.of),
            seen_by=chosen.seen_by,
            region=chosen.region,
        ),
        kept=(("seen_by", chosen.seen_by), ("region", chosen.region)),
    )


def _stands(answer: Recognition, rows: Mapping[Standing, tuple[Row, ...]], asked: Asked) -> dict[str, Stand]:
    own = {answer.of: Stand("subject", "asked about", asked.at("names", answer.of))}
    told = {
        row.id: Stand(
            standing.value,
            f"{PARTS[standing].lower()}, {row.since}" + (", disputed" if row.is_disputed else ""),
            row.relations,
        )
        for standing, found in rows.items()
        for row in found
    }
    return own | told


def _row(one: Recogniser, of: str, asked: Asked) -> Row:
    strand = one.strand
    remarks = (
        one.step if one.step and one.step != DE_JURE else "",
        "told as background" if strand.is_historical else "",
        "" if strand.certainty is Certainty.CERTAINLY else "possibly, for that day",
    )
    return Row(
        id=one.id,
        name=one.name,
        since=_since(strand),
        other_dates=tuple(
            f"{plain_date(reading.date)} ({', '.join(origin.name for origin in reading.origins) or 'vague'})"
            for reading in strand.readings[1:]
        ),
        remark=", ".join(remark for remark in remarks if remark),
        origins=tuple(origin.name for origin in strand.origins),
        is_disputed=one.is_disputed,
        best=cite(strand.best, asked),
        relations=asked.at("relations", one.id, of),
    )


def _since(strand: Strand) -> str:
    if strand.since is None:
        return plain_bounds(strand.not_before, strand.not_after)
    return plain_date(strand.since.date)


def _notes(answer: Recognition) -> tuple[str, ...]:
    notes = []
    if answer.wished:
        notes.append(f"Not counted: {len(answer.wished)} that only demand or suppose a recognition.")
    if answer.later:
        notes.append(f"Not counted: {answer.later} dated after {answer.horizon.as_of}.")
    if answer.begins:
        notes.append(f"Not counted: what is told without a date. {answer.name} begins on {answer.begins}.")
    return tuple(notes)
