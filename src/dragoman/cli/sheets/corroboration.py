"""The sheet of ``corroboration``: origins, and the pages and chains that lead to them."""

from collections.abc import Iterator

from dragoman.answers.citation import Citation
from dragoman.answers.corroboration import Corroboration, PageLink
from dragoman.answers.origin import Origin
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of, shorten
from dragoman.cli.sheets.evidence import CLAIM_HEADER, Marks, claim_record, left_out_notes, scope_line

QUOTE_LENGTH = 120
COLUMNS = (
    Column("By which way", ratio=5),
    Column("Page", ratio=5),
    Column("Quote", ratio=7, is_wide=True, style="italic"),
    Column("", ratio=1, least=4),
)
LINK_COLUMNS = (
    Column("Page", ratio=5),
    Column("", ratio=2, least=10),
    Column("Other page", ratio=5),
    Column("Evidence", ratio=7),
)
HEADER = ("origin", "side", *CLAIM_HEADER)


def corroboration_sheet(answer: Corroboration) -> Sheet:
    """Lay out what stands behind a claim: one table for each origin."""
    marks = Marks()
    tables = [_table(number, origin, marks) for number, origin in enumerate(answer.origins, start=1)]
    against = Table("Against it", COLUMNS, tuple(_row(c, marks) for c in answer.against))
    links = tuple(_link_row(link) for link in answer.links)
    pages = sum(origin.pages for origin in answer.origins)
    records = [(o.name, "for", *claim_record(c)) for o in answer.origins for c in o.citations]
    records += [(c.claim.speaker.source, "against", *claim_record(c)) for c in answer.against]
    notes = (*left_out_notes(answer.left_out, marks), *_notes(answer))
    return Sheet(
        title=f"{answer.sentence}: {count_of(len(answer.origins), 'origin')} on {count_of(pages, 'page')}",
        scope=scope_line(answer.horizon),
        tables=(*tables, against, Table("How the pages stand to each other", LINK_COLUMNS, links)),
        notes=(*marks.notes(), *notes),
        empty="",
        records=Records(HEADER, tuple(records)),
    )


def _notes(answer: Corroboration) -> Iterator[Note]:
    yield Note("Origins", "the innermost sources that can be identified; pages are not counted.")
    policy = answer.horizon.policy
    if len(answer.origins) < policy.least_origins:
        yield Note("Policy", f"{policy.label} asks for at least {policy.least_origins} independent origins.")


def _table(number: int, origin: Origin, marks: Marks) -> Table:
    heading = f"{number}. {origin.name}, on {count_of(origin.pages, 'page')}"
    return Table(heading, COLUMNS, tuple(_row(citation, marks) for citation in origin.citations))


def _link_row(link: PageLink) -> tuple[str, ...]:
    other = link.link.target_name if link.target is None else link.target.title or link.target.name
    held = "" if link.target is not None else " (not held)"
    return (link.source.title or link.source.name, link.link.kind.value, other + held, link.link.reason)


def _row(citation: Citation, marks: Marks) -> tuple[str, ...]:
    return (
        citation.chain,
        citation.page.title or citation.page.name,
        f"“{shorten(citation.claim.evidence.quote, QUOTE_LENGTH)}”",
        marks.mark(citation),
    )
