"""What all sheets share: numbered notes for claims, records of claims, words for dates."""

from collections.abc import Iterable, Sequence

from dragoman.answers.brief import plain_bounds, plain_date
from dragoman.answers.citation import Citation
from dragoman.answers.dispute import Contest
from dragoman.answers.hearing import Objection
from dragoman.answers.horizon import Horizon
from dragoman.answers.strand import Strand
from dragoman.cli.sheet import LEFT_OUT, Note, count_of, joined, one_line

SHORT_ID = 10
MOST_LEFT_OUT = 5
"""Claims that a note shows of those that a policy leaves out for one reason; JSON has all."""

CLAIM_HEADER = (
    "claim",
    "date",
    "earliest",
    "latest",
    "status",
    "negated",
    "chain",
    "speaker",
    "quote",
    "start",
    "end",
    "section",
    "document",
    "name",
    "published",
    "recorded",
)


class Marks:
    """Gives each claim one number, in the order in which a sheet cites it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._citations: list[Citation] = []

    def mark(self, citation: Citation) -> str:
        """Return the mark of a claim: ``[1]``."""
        if citation.claim.id not in self._numbers:
            self._citations.append(citation)
            self._numbers[citation.claim.id] = len(self._citations)
        return f"[{self._numbers[citation.claim.id]}]"

    def notes(self) -> tuple[Note, ...]:
        """Return a note for each claim: quote and place; on a wide screen the place alone."""
        return tuple(
            Note(self.mark(citation), joined([quoted(citation), place_of(citation)], " "), place_of(citation))
            for citation in self._citations
        )

    def full_notes(self) -> tuple[Note, ...]:
        """Return a note for each claim with its quote, on every screen."""
        return tuple(Note(note.mark, note.text) for note in self.notes())


def quoted(citation: Citation) -> str:
    """Return the evidence of a claim in quotation marks."""
    return f"“{one_line(citation.claim.evidence.quote)}”"


def place_of(citation: Citation) -> str:
    """Return where a claim stands, so that it can be looked up."""
    span = citation.claim.evidence.span
    published = f", published {citation.page.published}" if citation.page.published else ""
    return f"{citation.page.name}:{span.start}–{span.end}{published}, claim {citation.claim.id[:SHORT_ID]}"


def scope_line(horizon: Horizon) -> str:
    """Return the two times and the policy of an answer as one line."""
    return f"{times_line(horizon)}; policy {horizon.policy.title}"


def times_line(horizon: Horizon) -> str:
    """Return the two times of an answer as one line."""
    day = f"as of {horizon.as_of}" if horizon.as_of else "as of now"
    known = f"known by {horizon.known:%Y-%m-%d %H:%M} UTC" if horizon.known else "with all that is recorded"
    return f"{day}, {known}"


def when_of(strand: Strand) -> str:
    """Return the best attested date of a strand, or what is known without one."""
    if strand.since is None:
        return plain_bounds(strand.not_before, strand.not_after)
    return plain_date(strand.since.date)


def claim_record(citation: Citation) -> tuple[object, ...]:
    """Return the fields of :data:`CLAIM_HEADER` for a claim."""
    claim, page = citation.claim, citation.page
    date = claim.date
    return (
        claim.id,
        date and date.edtf,
        date and date.earliest and date.earliest.isoformat(),
        date and date.latest and date.latest.isoformat(),
        claim.status.value,
        str(claim.negated).lower(),
        citation.chain,
        claim.speaker.source,
        claim.evidence.quote,
        claim.evidence.span.start,
        claim.evidence.span.end,
        claim.evidence.section.value,
        page.id,
        page.name,
        page.published,
        citation.recorded.isoformat(),
    )


def contest_notes(contests: Iterable[Contest]) -> tuple[Note, ...]:
    """Return a note for each dispute: what clashes, who raised it, and what would settle it."""
    return tuple(Note(_contest_mark(contest), contest_text(contest)) for contest in contests)


def brief_contest_notes(contests: Sequence[Contest], about: str) -> tuple[Note, ...]:
    """Return a note for each real dispute, and one that counts those that only seem to be.

    Args:
        contests: The disputes.
        about: What to ask ``dragoman disputes`` for.
    """
    real = tuple(contest for contest in contests if contest.is_real)
    rest = len(contests) - len(real)
    found = count_of(rest, "dispute")
    more = (Note("Not shown", f"{found} in appearance only; see: dragoman disputes {about}"),) if rest else ()
    return (*contest_notes(real), *more)


def contest_text(contest: Contest) -> str:
    """Return a dispute in words."""
    raised = f"raised by {contest.raised_by}" if contest.raised_by else "found by comparing claims"
    remedy = contest.verdict or (f"to settle it: {contest.dispute.remedy}" if contest.dispute.remedy else "")
    return joined([contest.dispute.reason, raised, remedy]) + "."


def left_out_notes(left_out: Iterable[Objection], marks: Marks) -> tuple[Note, ...]:
    """Return a note for each reason for which the policy leaves claims out, with the marks of the first of them.

    Args:
        left_out: What is left out.
        marks: Gives the claims their numbers; ask it for its own notes after this.
    """
    return tuple(Note(LEFT_OUT, _left_out_text(one, marks)) for one in left_out)


def nothing_said(left_out: Sequence[Objection], otherwise: str) -> str:
    """Return what to say of an answer without a row: that the policy leaves all out, or what is said otherwise."""
    return "By this policy no claim counts." if left_out else otherwise


def _left_out_text(objection: Objection, marks: Marks) -> str:
    shown = " ".join(marks.mark(citation) for citation in objection.citations[:MOST_LEFT_OUT])
    more = more_than(objection.citations, MOST_LEFT_OUT)
    told = f"{count_of(len(objection.citations), 'claim')}: {objection.reason}"
    return f"{told} {shown}{more and ' ' + more}."


def more_than(shown: Sequence[Citation], limit: int) -> str:
    """Return how many claims are not shown."""
    return f"and {count_of(len(shown) - limit, 'more claim')}" if len(shown) > limit else ""


def _contest_mark(contest: Contest) -> str:
    return f"Dispute about {contest.dispute.kind.value}" + ("" if contest.is_real else ", apparent only")
