"""The sheets of ``judge``, ``judgements`` and ``snapshot``."""

from dragoman.answers.judgements import JudgementList, JudgementRow, ruling_text
from dragoman.answers.snapshots import SnapshotList
from dragoman.claims.judgement import ABOUT_NAMES, HeldJudgement
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, joined
from dragoman.cli.sheets.evidence import SHORT_ID, times_line

COLUMNS = (
    Column("Entry", is_number=True),
    Column("When", is_fixed=True),
    Column("Who", ratio=2, style="bold"),
    Column("Ruling", ratio=3),
    Column("About", ratio=5),
    Column("Why", ratio=5, style="italic"),
)
HEADER = ("entry", "recorded", "reviewer", "ruling", "subject", "others", "amendments", "about", "reason")
SNAPSHOT_COLUMNS = (
    Column("Name", ratio=3, style="bold"),
    Column("When", is_fixed=True),
    Column("Entry", is_number=True),
    Column("Who", ratio=2),
    Column("Why", ratio=4),
    Column("Head", is_fixed=True, style="dim"),
)
SNAPSHOT_HEADER = ("name", "recorded", "entry", "by", "why", "digest")


def judgements_sheet(answer: JudgementList) -> Sheet:
    """Lay out judgements."""
    about = "" if answer.claim is None else f" about the claim {answer.claim[:SHORT_ID]}"
    return Sheet(
        title=count_of(len(answer.rows), "judgement") + about,
        scope=times_line(answer.horizon),
        tables=(Table("", COLUMNS, tuple(_row(row) for row in answer.rows)),),
        notes=(Note("Order", "the last acceptance, rejection or amendment of a claim decides"),) if answer.rows else (),
        empty=f"The ledger holds no judgement{about}.",
        records=Records(HEADER, tuple(_record(row) for row in answer.rows)),
    )


def recorded_sheet(made: HeldJudgement) -> Sheet:
    """Lay out a judgement that was just recorded."""
    judgement = made.judgement
    row = JudgementRow(made, judgement.subject)
    # A name is no identifier that may be cut.
    names = joined([judgement.subject, *judgement.others])
    about = names if judgement.ruling in ABOUT_NAMES else judgement.subject[:SHORT_ID]
    return Sheet(
        title=f"Recorded as entry {made.entry}: {about} {ruling_text(made)}",
        scope="",
        tables=(),
        notes=(),
        empty=f"By {made.judgement.reviewer}: {made.judgement.reason}",
        records=Records(HEADER, (_record(row),)),
    )


def snapshots_sheet(answer: SnapshotList) -> Sheet:
    """Lay out snapshots."""
    return Sheet(
        title=count_of(len(answer.snapshots), "snapshot"),
        scope="",
        tables=(
            Table(
                "",
                SNAPSHOT_COLUMNS,
                tuple(
                    (s.name, f"{s.recorded:%Y-%m-%d %H:%M}", str(s.entry), s.by, s.why, s.digest[:SHORT_ID] or "–")
                    for s in answer.snapshots
                ),
            ),
        ),
        notes=(),
        empty="The ledger holds no snapshot.",
        records=Records(
            SNAPSHOT_HEADER,
            tuple((s.name, s.recorded.isoformat(), s.entry, s.by, s.why, s.digest) for s in answer.snapshots),
        ),
    )


def _row(row: JudgementRow) -> tuple[str, ...]:
    held = row.held
    return (
        str(held.entry),
        f"{held.recorded:%Y-%m-%d}",
        held.judgement.reviewer,
        ruling_text(held),
        row.about if row.citation is None else f"{row.about} ({held.judgement.subject[:SHORT_ID]})",
        held.judgement.reason,
    )


def _record(row: JudgementRow) -> tuple[object, ...]:
    judgement = row.held.judgement
    return (
        row.held.entry,
        row.held.recorded.isoformat(),
        judgement.reviewer,
        judgement.ruling.value,
        judgement.subject,
        " ".join(judgement.others),
        "; ".join(f"{one.field.value}={one.value}" for one in judgement.amendments),
        row.about,
        judgement.reason,
    )
