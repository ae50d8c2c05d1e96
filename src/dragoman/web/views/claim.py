"""One claim: its quote in context, the hops by which it came, what stands behind and against it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from dragoman.answers.corroboration import Corroboration
from dragoman.documents.document import Document
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite, cite_all
from dragoman.web.views.frame import Frame

AROUND = 320
"""Characters shown before and after the evidence."""


@dataclass(frozen=True, slots=True)
class OriginView:
    """One source behind a claim.

    Attributes:
        name: What to call it.
        pages: On how many pages its word stands.
        claims: The claims that go back to it.
    """

    name: str
    pages: int
    claims: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim.

    Attributes:
        frame: What stands around it.
        cited: The claim.
        before: Words before the quote.
        quote: The quote, verbatim.
        after: Words after it.
        facts: Its other parts: pairs of a word and a text.
        origins: Sources behind it and all claims that say the same.
        against: Claims that say the opposite.
        citation: A citation to copy.
        embedding: Address of the oEmbed of this page.
    """

    frame: Frame
    cited: Cited
    before: str
    quote: str
    after: str
    facts: tuple[tuple[str, str], ...]
    origins: tuple[OriginView, ...]
    against: tuple[Cited, ...]
    citation: str
    embedding: str


def show_claim(answer: Corroboration, document: Document, asked: Asked) -> ClaimPage:
    """Lay out a claim.

    Args:
        answer: What stands behind it.
        document: The document that it stands in.
        asked: The two times that links carry on.
    """
    cited = cite(answer.citation, asked)
    span = answer.citation.claim.evidence.span
    return ClaimPage(
        frame=Frame(
            answer.sentence,
            asked=asked,
            action=f"/claims/{cited.id}",
            has_day=False,
            answer=("corroboration", cited.id),
            has_table=False,
        ),
        cited=cited,
        before=document.text[max(0, span.start - AROUND) : span.start],
        quote=document.quote(span),
        after=document.text[span.end : span.end + AROUND],
        facts=_facts(answer),
        origins=tuple(OriginView(o.name, o.pages, cite_all(o.citations, asked)) for o in answer.origins),
        against=cite_all(answer.against, asked),
        citation=f"“{cited.quote}” {' → '.join(cited.hops)}. {cited.page}, {cited.published}; "
        f"SHA-256 {document.id.removeprefix('sha256:')}, characters {span.start}–{span.end}; claim {cited.id}.",
        embedding=f"/oembed?{urlencode({'url': cited.address})}",
    )


def _facts(answer: Corroboration) -> tuple[tuple[str, str], ...]:
    claim = answer.citation.claim
    kinds = (claim.kind.value, claim.event and claim.event.value, claim.mode, claim.cameo and f"CAMEO {claim.cameo}")
    facts = (
        ("Kind", " · ".join(part for part in kinds if part)),
        ("Status", claim.status.value + (", denied" if claim.negated else "")),
        ("Loaded words", "; ".join(f"“{word.text}” ({word.note})" for word in claim.loaded)),
        ("Confidence", f"{claim.confidence:.2f}"),
        ("Rule", f"{claim.rule}, coder {claim.coder}"),
        ("Recorded", f"{answer.citation.recorded:%Y-%m-%d %H:%M} UTC, entry {answer.citation.entry}"),
    )
    return tuple((name, text) for name, text in facts if text)
