"""The sheet of ``disputes``: both sides of each, and the ordinals beside the ledger's count."""

from collections.abc import Iterator

from dragoman.answers.citation import Citation
from dragoman.answers.dispute import Contest
from dragoman.answers.disputes import Disputes, Ordinal
from dragoman.answers.wording import sentence_of
from dragoman.claims.dispute import DisputeKind
from dragoman.cli.sheet import Column, Records, Sheet, Table, count_of, joined
from dragoman.cli.sheets.evidence import SHORT_ID, Marks, left_out_notes, nothing_said, scope_line

SHOWN = 3
TIMED = frozenset({DisputeKind.STATE, DisputeKind.STATUS, DisputeKind.DECISION, DisputeKind.DEGREE, DisputeKind.PLACE})
"""Kinds whose two sides clash by speaking of the same time."""

COLUMNS = (
    Column("About", ratio=1, least=9, style="bold"),
    Column("What clashes", ratio=7),
    Column("One side", ratio=5),
    Column("Other side", ratio=5),
    Column("What would settle it", ratio=3, is_wide=True),
)
ORDINAL_COLUMNS = (
    Column("Said", ratio=4, style="bold"),
    Column("Speaker", ratio=4),
    Column("By the ledger", ratio=2),
    Column("Held to come before", ratio=5),
    Column("", ratio=1, least=4),
)
SIDE_HEADER = ("claims", "speakers", "days", "quotes")
HEADER = (
    *("dispute", "kind", "bearing", "raised_by", "overlap", "reason", "why_apparent", "remedy"),
    *[f"{side}_{column}" for side in ("left", "right") for column in SIDE_HEADER],
    "settled",
)


def disputes_sheet(answer: Disputes) -> Sheet:
    """Lay out disputes."""
    marks = Marks()
    raised = [c for c in answer.contests if c.raised_by is not None and c.settled is None]
    real = [c for c in answer.contests if c.raised_by is None and c.is_real]
    settled = [c for c in answer.contests if c.settled is not None]
    apparent = [c for c in answer.contests if c.raised_by is None and not c.is_real and c.settled is None]
    tables = (
        Table("Raised by a text", COLUMNS, tuple(_row(contest, marks) for contest in raised)),
        Table("Found by comparing claims", COLUMNS, tuple(_row(contest, marks) for contest in real)),
        Table("Apparent only", COLUMNS, tuple(_row(contest, marks) for contest in apparent)),
        Table("Settled by a reviewer", COLUMNS, tuple(_row(contest, marks) for contest in settled)),
        Table("Ordinals beside the ledger", ORDINAL_COLUMNS, tuple(_ordinal(one, marks) for one in answer.ordinals)),
    )
    about = f" about {answer.name}" if answer.name else ""
    left_out = left_out_notes(answer.left_out, marks)
    ruled = f", and {len(settled)} settled" if settled else ""
    return Sheet(
        title=f"{count_of(len(raised) + len(real), 'dispute')}{about}, and {len(apparent)} in appearance only{ruled}",
        scope=scope_line(answer.horizon),
        tables=tables,
        notes=(*marks.full_notes(), *left_out),
        empty=nothing_said(answer.left_out, f"The ledger holds no dispute{about}."),
        records=Records(HEADER, tuple(_record(contest) for contest in answer.contests)),
    )


def _row(contest: Contest, marks: Marks) -> tuple[str, ...]:
    raised = f" Raised by {contest.raised_by}." if contest.raised_by else ""
    settled = f" It is {contest.verdict}." if contest.verdict else ""
    is_timed = contest.overlap is not None and contest.dispute.kind in TIMED
    overlap = f" Both may speak of {contest.overlap}." if is_timed else ""
    return (
        f"{contest.dispute.kind.value} {contest.dispute.id[:SHORT_ID]}",
        f"{contest.dispute.reason}.{raised}{overlap}{settled}",
        _side(contest.left, marks),
        _side(contest.right, marks) or "not quoted",
        contest.dispute.remedy,
    )


def _side(citations: tuple[Citation, ...], marks: Marks) -> str:
    chains: dict[str, list[str]] = {}
    for citation in citations[:SHOWN]:
        chains.setdefault(citation.chain, []).append(marks.mark(citation))
    lines = [f"{chain} {''.join(found)}" for chain, found in chains.items()]
    more = f"and {count_of(len(citations) - SHOWN, 'more claim')}" if len(citations) > SHOWN else ""
    return "\n".join(filter(None, [*lines, more]))


def _ordinal(ordinal: Ordinal, marks: Marks) -> tuple[str, ...]:
    check = ordinal.check
    place = str(check.least) if check.least == check.most else f"{check.least} to {check.most}"
    return (
        sentence_of(check.assertion.claim),
        ordinal.citation.chain,
        f"number {place}: {ordinal.verdict}",
        _shortened(tuple(_predecessors(ordinal))) or "nobody",
        marks.mark(ordinal.citation),
    )


def _shortened(names: tuple[str, ...]) -> str:
    more = f"and {len(names) - SHOWN} more" if len(names) > SHOWN + 1 else ""
    return joined([*names[:SHOWN], more]) if more else joined(names)


def _predecessors(ordinal: Ordinal) -> Iterator[str]:
    for one in ordinal.check.before:
        remark = "" if one.is_done else "announced only"
        unsure = "" if one.is_dated else "day not known to be earlier"
        contested = "contested itself" if one.is_contested else ""
        remarks = joined([remark, unsure, contested], ", ")
        yield one.name + (f" ({remarks})" if remarks else "")


def _record(contest: Contest) -> tuple[object, ...]:
    dispute = contest.dispute
    return (
        dispute.id,
        dispute.kind.value,
        dispute.bearing.value,
        contest.raised_by,
        contest.overlap,
        dispute.reason,
        dispute.why_apparent,
        dispute.remedy,
        *_side_record(contest.left),
        *_side_record(contest.right),
        contest.verdict,
    )


def _side_record(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """The claims of one side, their speakers, days and quotes, each in the order of the claims."""
    days = [c.claim.date.edtf if c.claim.date is not None and c.claim.date.edtf else "unknown" for c in citations]
    return (
        " ".join(c.claim.id for c in citations),
        " | ".join(c.chain for c in citations),
        " | ".join(days),
        " | ".join(" ".join(c.claim.evidence.quote.split()) for c in citations),
    )
