"""The sheet of ``relations``: ladders, timeline, what has no date, disputes."""

from collections.abc import Iterator

from dragoman.answers.brief import FLAGS, plain_date, plain_span
from dragoman.answers.ladder import Span
from dragoman.answers.relations import Item, Relations
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, joined, shorten
from dragoman.cli.sheets.evidence import (
    CLAIM_HEADER,
    Marks,
    brief_contest_notes,
    claim_record,
    left_out_notes,
    nothing_said,
    scope_line,
)

QUOTE_LENGTH = 160
LADDER_COLUMNS = (
    Column("Ladder", style="bold"),
    Column("Sides", ratio=5),
    Column("Step", ratio=3),
    Column("Time", ratio=4),
    Column("On whose word", ratio=5),
    Column("", ratio=1, least=4),
)
COLUMNS = (
    Column("When", ratio=2, least=10),
    Column("What is said", ratio=5, least=20, style="bold"),
    Column("On whose word", ratio=5),
    Column("Quote", ratio=7, is_wide=True, style="italic"),
    Column("", ratio=1, least=4),
)
HEADER = ("part", "sentence", "kind", "topic", "disputed", "origins", *CLAIM_HEADER)


def relations_sheet(answer: Relations) -> Sheet:
    """Lay out what is said of a pair."""
    marks = Marks()
    names = " and ".join(answer.names)
    tables = (
        Table("State of relations", LADDER_COLUMNS, tuple(ladder_row(span, marks) for span in answer.spans)),
        _item_table("Timeline", answer.timeline, marks),
        _item_table("Without a date", answer.undated, marks),
    )
    left_out = left_out_notes(answer.left_out, marks)
    return Sheet(
        title=names,
        scope=scope_line(answer.horizon),
        tables=tables,
        notes=(*marks.notes(), *left_out, *_notes(answer)),
        empty=nothing_said(answer.left_out, f"The ledger holds no claim about {names}."),
        records=Records(HEADER, tuple(_records(answer))),
    )


def flags_of(item: Item) -> str:
    """Return how an item is marked: announced, background, denial, disputed; empty for a plain one."""
    return joined([FLAGS.get(item.status, ""), "denial" * item.negated, "disputed" * item.is_disputed], ", ")


def span_row(span: Span, marks: Marks) -> tuple[str, ...]:
    """Return step, time and marks of a span; a gap is said to be one, and a state without an act to be told."""
    told = "".join(marks.mark(citation) for citation in span.citations[:1])
    ended = "".join(marks.mark(citation) for citation in span.ended_by[:1])
    remark = " (told as a state)" if span.is_state else ""
    time = f"{plain_span(span)}{remark}, {span.certainty.value}"
    return (span.step or "not known", time, " ".join(filter(None, dict.fromkeys([told, ended]))))


def ladder_row(span: Span, marks: Marks) -> tuple[str, ...]:
    """Return a step of a ladder as a row of :data:`LADDER_COLUMNS`."""
    step, time, mark = span_row(span, marks)
    chain = span.citations[0].chain if span.citations else ""
    return (span.ladder.value, span.title, step, time, chain, mark)


def _item_table(heading: str, items: tuple[Item, ...], marks: Marks) -> Table:
    styles = tuple("yellow" if FLAGS.get(item.status) == "announced" else "" for item in items)
    return Table(heading, COLUMNS, tuple(_item_row(item, marks) for item in items), styles)


def _item_row(item: Item, marks: Marks) -> tuple[str, ...]:
    best = item.strand.best
    flags = flags_of(item)
    reaction = f" – in answer to: {'; '.join(item.reacts_to)}" if item.reacts_to else ""
    chains = list(dict.fromkeys(c.chain for c in (best, *item.citations)))
    more = f" (and {count_of(len(chains) - 1, 'more chain')})" if len(chains) > 1 else ""
    when = (
        plain_date(item.date)
        if item.date is not None
        else (f"not after {item.not_after}" if item.not_after else "unknown")
    )
    return (
        f"{when}, {item.strand.certainty.value}",
        item.sentence + reaction + (f" [{flags}]" if flags else ""),
        chains[0] + more,
        f"“{shorten(best.claim.evidence.quote, QUOTE_LENGTH)}”",
        marks.mark(best),
    )


def _notes(answer: Relations) -> Iterator[Note]:
    if answer.undated:
        yield Note("No date", "only the day of publication is known: it was not after that.")
    if answer.later:
        verb = "is" if answer.later == 1 else "are"
        yield Note("Not counted", f"{count_of(answer.later, 'claim')} {verb} dated after {answer.horizon.as_of}.")
    yield from brief_contest_notes(answer.contests, answer.pair[0])


def _records(answer: Relations) -> Iterator[tuple[object, ...]]:
    for part, items in (("timeline", answer.timeline), ("undated", answer.undated)):
        for item in items:
            shared = (item.sentence, item.kind.value, item.topic, str(item.is_disputed).lower())
            for citation in item.citations:
                yield (part, *shared, len(item.strand.origins), *claim_record(citation))
