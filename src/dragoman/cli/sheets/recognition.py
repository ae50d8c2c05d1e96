"""The sheet of ``recognition``: one row for each recogniser."""

from collections.abc import Iterator

from dragoman.answers.brief import plain_date
from dragoman.answers.recognition import DE_JURE, Recogniser, Recognition, Standing
from dragoman.answers.strand import Strand
from dragoman.claims.dispute import DisputeKind
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, joined, shorten
from dragoman.cli.sheets.evidence import (
    CLAIM_HEADER,
    Marks,
    brief_contest_notes,
    claim_record,
    left_out_notes,
    nothing_said,
    scope_line,
    when_of,
)
from dragoman.dates.interval import Certainty

QUOTE_LENGTH = 200
COLUMNS = (
    Column("Who", ratio=3, least=9, style="bold"),
    Column("Since", ratio=2, least=12),
    Column("How", ratio=2, least=9),
    Column("On whose word", ratio=6),
    Column("Origins", is_number=True, least=7),
    Column("Disputed", ratio=1, least=8),
    Column("Quote", ratio=9, is_wide=True, style="italic"),
    Column("", is_fixed=True),
)
HOW = {
    Standing.RECOGNISES: "done",
    Standing.ANNOUNCED: "announced only",
    Standing.WITHDRAWN: "withdrawn",
    Standing.REFUSES: "refuses",
}
STYLES = {Standing.ANNOUNCED: "yellow", Standing.WITHDRAWN: "red", Standing.REFUSES: "red"}
HEADER = ("recogniser", "recogniser_name", "standing", "step", "sort", "since", "origins", "disputed", *CLAIM_HEADER)


def recognition_sheet(answer: Recognition) -> Sheet:
    """Lay out who recognises a polity."""
    marks = Marks()
    rows = tuple(_row(one, marks) for one in answer.recognisers)
    notes = (*left_out_notes(answer.left_out, marks), *_notes(answer), *_contests(answer))
    return Sheet(
        title=f"Who recognises {answer.name}?",
        scope=scope_line(answer.horizon),
        tables=(Table("", COLUMNS, rows, tuple(STYLES.get(one.standing, "") for one in answer.recognisers)),),
        notes=(*marks.notes(), *notes),
        empty=nothing_said(answer.left_out, f"The ledger holds no claim that anybody recognises {answer.name}."),
        records=Records(HEADER, tuple(record for one in answer.recognisers for record in _records(one))),
    )


def _row(recogniser: Recogniser, marks: Marks) -> tuple[str, ...]:
    strand = recogniser.strand
    best = strand.best
    return (
        recogniser.name,
        when_of(strand) + (" *" if len(strand.readings) > 1 else ""),
        _how(recogniser),
        best.chain,
        str(len(strand.origins)),
        ", ".join(dict.fromkeys(c.dispute.kind.value for c in recogniser.contests if c.is_real)) or "–",
        f"“{shorten(best.claim.evidence.quote, QUOTE_LENGTH)}”",
        marks.mark(best),
    )


def _how(recogniser: Recogniser) -> str:
    strand = recogniser.strand
    step = recogniser.step if recogniser.step not in {None, DE_JURE} else ""
    told = "told as background" if strand.is_historical else ""
    return joined([HOW[recogniser.standing], step or "", told, strand.certainty.value], ", ")


def _notes(answer: Recognition) -> Iterator[Note]:
    for recogniser in answer.recognisers:
        yield from _date_notes(recogniser)
        yield from _other_strands(recogniser)
    if answer.wished:
        verb = "demands or supposes" if len(answer.wished) == 1 else "demand or suppose"
        yield Note("Not counted", f"{count_of(len(answer.wished), 'claim')} only {verb} a recognition.")
    if answer.later:
        verb = "is" if answer.later == 1 else "are"
        yield Note("Not counted", f"{count_of(answer.later, 'claim')} {verb} dated after {answer.horizon.as_of}.")
    open_rows = sum(one.strand.certainty is Certainty.POSSIBLY for one in answer.recognisers)
    if open_rows:
        rests = "row rests" if open_rows == 1 else "rows rest"
        told = "what is told there may have come before or after the asked day"
        yield Note("Possibly", f"{open_rows} {rests} on days that are not known exactly: {told}.")
    if answer.begins:
        said = f"the authority file has {answer.name} from {answer.begins}; what is told without a date is not counted"
        yield Note("Not counted", f"{said}.")
    if answer.claimed_by:
        yield Note("Status", f"The territory of {answer.name} is or was claimed by {', '.join(answer.claimed_by)}.")


def _contests(answer: Recognition) -> Iterator[Note]:
    """Yield the real disputes, but for those on dates, which stand beside the dates, and count the rest."""
    kept = [c for c in answer.contests if not c.is_real or c.dispute.kind is not DisputeKind.DATE]
    yield from brief_contest_notes(kept, answer.of)


def _date_notes(recogniser: Recogniser) -> Iterator[Note]:
    strand = recogniser.strand
    if len(strand.readings) > 1:
        dates = "; ".join(
            f"{plain_date(r.date)} ({count_of(len(r.origins), 'origin')}: {', '.join(o.name for o in r.origins)})"
            for r in strand.readings
        )
        said = "claims disagree on the day; the best attested, else the earliest, is shown"
        yield Note("*", f"{recogniser.name}: {said}. {dates}.")
    if strand.undated and strand.since is not None:
        verb = "gives" if len(strand.undated) == 1 else "give"
        yield Note("Undated", f"{recogniser.name}: {count_of(len(strand.undated), 'claim')} {verb} no date.")


def _other_strands(recogniser: Recogniser) -> Iterator[Note]:
    others = {
        "also announced": recogniser.announced,
        "also reported as done": recogniser.done,
        "also reported as withdrawn": recogniser.withdrawn,
        "also reported to refuse, or denied": recogniser.refused,
    }
    for words, strand in others.items():
        if strand is not None and strand is not recogniser.strand:
            best = strand.best
            yield Note(recogniser.name, f"{words} ({when_of(strand)}): {best.chain}: “{best.claim.evidence.quote}”")


def _records(recogniser: Recogniser) -> Iterator[tuple[object, ...]]:
    strands: dict[str, Strand | None] = {
        "done": recogniser.done,
        "announced": recogniser.announced,
        "withdrawn": recogniser.withdrawn,
        "refused": recogniser.refused,
    }
    for sort, strand in strands.items():
        for citation in () if strand is None else strand.citations:
            yield (
                recogniser.id,
                recogniser.name,
                recogniser.standing.value,
                recogniser.step,
                sort,
                strand.since and strand.since.edtf if strand is not None else None,
                len(strand.origins) if strand is not None else 0,
                str(recogniser.is_disputed).lower(),
                *claim_record(citation),
            )
