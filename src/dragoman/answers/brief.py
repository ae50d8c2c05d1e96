"""A page about a pair: a timeline in plain sentences, each with footnotes to its claims.

What is written here is Dragoman's own, short and neutral; what reports say stands in the
footnotes, in quotation marks, with the chain of speakers, the page, its day and its SHA-256.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.answers.citation import Citation
from dragoman.answers.dispute import Contest
from dragoman.answers.ladder import Span
from dragoman.answers.relations import Item, Relations
from dragoman.answers.wording import sentence_of
from dragoman.dates.event_date import EventDate
from dragoman.events.kind import Status

MARKUP = re.compile(r"([\\`*_\[\]<>#|~$&!])")
LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")
FLAGS = {
    Status.ANNOUNCED: "announced",
    Status.HISTORICAL: "background",
    Status.HYPOTHETICAL: "supposed",
    Status.DEMANDED: "demanded",
}


@dataclass(frozen=True, slots=True)
class Footnote:
    """One claim at the foot of the page.

    Attributes:
        number: From 1, in the order of the page.
        quote: The evidence, verbatim but for white space.
        chain: On whose word.
        page: Title or name of the document.
        place: Its address or file name, with the offsets of the quote.
        published: EDTF, or ``"no date"``.
        digest: SHA-256 of its bytes, hexadecimal.
        claim: Identifier of the claim.
    """

    number: int
    quote: str
    chain: str
    page: str
    place: str
    published: str
    digest: str
    claim: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the page.

    Attributes:
        when: The day in plain words.
        sentence: What is said.
        flags: announced, background, denied, disputed and the like.
        notes: Numbers of its footnotes; never empty.
    """

    when: str
    sentence: str
    flags: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a template may use.

    Attributes:
        title: What the page is about.
        scope: The two times and the policy, in a sentence.
        ladders: Steps of the ladders.
        timeline: What has a date.
        undated: What has none.
        disputes: What cannot both hold.
        left_out: What the policy leaves out, with the reason.
        footnotes: All claims, by number.
    """

    title: str
    scope: str
    ladders: tuple[Line, ...]
    timeline: tuple[Line, ...]
    undated: tuple[Line, ...]
    disputes: tuple[Line, ...]
    left_out: tuple[Line, ...]
    footnotes: tuple[Footnote, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The parts of the page that have a line, with their headings."""
        parts = (
            ("State of relations", self.ladders),
            ("Timeline", self.timeline),
            ("Without a date", self.undated),
            ("Disputes", self.disputes),
            ("Left out by the policy", self.left_out),
        )
        return tuple((heading, lines) for heading, lines in parts if lines)

    def to_dict(self) -> dict[str, object]:
        """Return the page as plain JSON values."""
        names = ("ladders", "timeline", "undated", "disputes", "left_out")
        parts: dict[str, tuple[Line, ...]] = {name: getattr(self, name) for name in names}
        lines = {
            name: [
                {"when": x.when, "sentence": x.sentence, "flags": list(x.flags), "notes": list(x.notes)} for x in found
            ]
            for name, found in parts.items()
        }
        notes = [{slot: getattr(note, slot) for slot in Footnote.__slots__} for note in self.footnotes]
        return {"title": self.title, "scope": self.scope, **lines, "footnotes": notes}


class _Numbers:
    """Gives each claim one number, in the order in which the page cites it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._citations: list[Citation] = []

    def of(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        found = []
        for citation in citations:
            if citation.claim.id not in self._numbers:
                self._citations.append(citation)
                self._numbers[citation.claim.id] = len(self._citations)
            found.append(self._numbers[citation.claim.id])
        return tuple(dict.fromkeys(found))

    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(_footnote(number, citation) for number, citation in enumerate(self._citations, start=1))


def make_brief(answer: Relations) -> Brief:
    """Return the page about a pair as plain values.

    Args:
        answer: What is said of the pair.
    """
    numbers = _Numbers()
    ladders = tuple(_span_line(span, numbers) for span in answer.spans)
    timeline = tuple(_item_line(item, numbers) for item in answer.timeline)
    undated = tuple(_item_line(item, numbers) for item in answer.undated)
    disputes = tuple(_contest_line(contest, numbers) for contest in answer.contests)
    left_out = tuple(
        _left_out_line(objection.reason, citation, numbers)
        for objection in answer.left_out
        for citation in objection.citations
    )
    return Brief(
        title=f"{answer.names[0]} and {answer.names[1]}",
        scope=scope_of(answer),
        ladders=tuple(line for line in ladders if line.notes),
        timeline=timeline,
        undated=undated,
        disputes=tuple(line for line in disputes if line.notes),
        left_out=left_out,
        footnotes=numbers.footnotes(),
    )


def scope_of(answer: Relations) -> str:
    """Return the two times and the policy of an answer in a sentence."""
    day = f"as of {answer.horizon.as_of}" if answer.horizon.as_of else "as of now"
    known = f", known by {answer.horizon.known:%Y-%m-%d %H:%M} UTC" if answer.horizon.known else ""
    return f"What the ledger's claims say {day}{known}. Policy {answer.horizon.policy.title}."


def plain_date(date: EventDate | None, *, not_after: str | None = None) -> str:
    """Return a date in plain words: EDTF, with the first and last day where it is vague."""
    if date is None or date.edtf is None:
        return plain_bounds(None, not_after)
    if not set(date.edtf) & set("/[{XT~?%.") and date.edtf[5:7] < "13":
        return date.edtf
    first = date.earliest.isoformat() if date.earliest else ""
    last = date.latest.isoformat() if date.latest else ""
    if first == last:
        return first
    if not first or not last:
        return f"until {last}" if last else f"from {first}"
    return f"between {first} and {last}" if date.edtf.startswith("[") else f"{first} to {last}"


def plain_bounds(not_before: str | None, not_after: str | None) -> str:
    """Return what is known of a date that no claim gives.

    >>> plain_bounds("2022-06-29", "2022-07-15"), plain_bounds(None, None)
    ('no date (not before 2022-06-29, not after 2022-07-15)', 'no date')
    """
    bounds = [f"not before {not_before}"] * bool(not_before) + [f"not after {not_after}"] * bool(not_after)
    return f"no date ({', '.join(bounds)})" if bounds else "no date"


def escape_markdown(text: str) -> str:
    r"""Return a text whose characters Markdown and HTML take for nothing but themselves.

    >>> print(escape_markdown("[sic] *now* <b>"))
    \[sic\] \*now\* \<b\>
    """
    escaped = MARKUP.sub(r"\\\1", " ".join(text.split()))
    return LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def write_markdown(brief: Brief) -> str:
    """Return the page in Markdown."""
    parts = [f"# {escape_markdown(brief.title)}", escape_markdown(brief.scope)]
    if not brief.footnotes:
        parts.append("The ledger holds no claim about the two.")
    for heading, lines in brief.parts:
        parts.append(f"## {heading}")
        parts.append("\n".join(_markdown_line(line) for line in lines))
    parts.append("\n".join(_markdown_note(note) for note in brief.footnotes))
    return "\n\n".join(part for part in parts if part) + "\n"


def _markdown_line(line: Line) -> str:
    flags = f" ({', '.join(line.flags)})" if line.flags else ""
    notes = "".join(f" [^{number}]" for number in line.notes)
    return f"- **{escape_markdown(line.when)}**{flags}: {escape_markdown(line.sentence)}{notes}"


def _markdown_note(note: Footnote) -> str:
    said = f"“{escape_markdown(note.quote)}” — {escape_markdown(note.chain)}."
    page = f"{escape_markdown(note.page)}; {escape_markdown(note.place)}; published {escape_markdown(note.published)}"
    return f"[^{note.number}]: {said} {page}; SHA-256 {note.digest}; claim {note.claim}."


def _item_line(item: Item, numbers: _Numbers) -> Line:
    flags = []
    if item.status in FLAGS:
        flags.append(FLAGS[item.status])
    if item.negated:
        flags.append("denial")
    if item.is_disputed:
        flags.append("disputed")
    flags.append(item.strand.certainty.value)
    reaction = f" This answers: {'; '.join(item.reacts_to)}." if item.reacts_to else ""
    when = plain_date(item.date, not_after=item.not_after)
    return Line(when, f"{item.sentence}.{reaction}", tuple(flags), numbers.of(item.citations))


def _span_line(span: Span, numbers: _Numbers) -> Line:
    citations: Sequence[Citation] = span.citations or span.ended_by
    step = f"{span.ladder.value}, {span.title}: {span.step or 'not known'}"
    word = f", on the word of {citations[0].chain}" if span.citations else ""
    return Line(plain_span(span), step + word, (span.certainty.value,), numbers.of(citations))


def plain_span(span: Span) -> str:
    """Return the time of a step in plain words."""
    start, end = plain_date(span.start), plain_date(span.end)
    if span.is_state:
        return start
    if span.start is None:
        return f"before {end}" if span.end is not None else "no date"
    if span.has_ended:
        return f"{start} until a day that is not known"
    return f"{start} until {end}" if span.end is not None else f"since {start}"


def _contest_line(contest: Contest, numbers: _Numbers) -> Line:
    raised = f" Raised by {contest.raised_by}." if contest.raised_by else ""
    remedy = f" What would settle it: {contest.dispute.remedy}." if contest.dispute.remedy else ""
    sentence = f"{contest.dispute.reason}.{raised}{remedy}"
    flags = (contest.dispute.bearing.value,)
    return Line(contest.dispute.kind.value, sentence, flags, numbers.of((*contest.left, *contest.right)))


def _left_out_line(reason: str, citation: Citation, numbers: _Numbers) -> Line:
    sentence = f"{sentence_of(citation.claim)}, on the word of {citation.chain}"
    return Line(plain_date(citation.claim.date), f"{sentence}.", (reason,), numbers.of([citation]))


def _footnote(number: int, citation: Citation) -> Footnote:
    span = citation.claim.evidence.span
    page = citation.page
    return Footnote(
        number=number,
        quote=" ".join(citation.claim.evidence.quote.split()),
        chain=citation.chain,
        page=page.title or page.name,
        place=f"{page.address or page.name}, characters {span.start}–{span.end}",
        published=page.published or "no date",
        digest=page.id.removeprefix("sha256:"),
        claim=citation.claim.id,
    )
