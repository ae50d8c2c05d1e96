"""One claim: its quote in context, the hops by which it came, what stands behind and against it, how to cite it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dragoman.actors.participant import Participant
from dragoman.answers.attribution_tree import Retelling, grow_tree
from dragoman.answers.corroboration import Corroboration, PageLink
from dragoman.answers.dispute import Contest
from dragoman.answers.judgements import JudgementRow, ruling_text
from dragoman.claims.claim import Claim
from dragoman.documents.document import Document
from dragoman.exchange.claim_reference import ClaimReference
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, ContestView, cite, cite_all, show_contest
from dragoman.web.views.frame import Frame
from dragoman.web.views.hops import HopView, show_hops

AROUND = 320
"""Characters shown before and after the evidence."""


@dataclass(frozen=True, slots=True)
class RetellingView:
    """Somebody through whom the word of an origin came.

    Attributes:
        name: Who.
        further: Who has it from there.
        claims: Claims that the page itself says in this voice.
    """

    name: str
    further: tuple["RetellingView", ...]
    claims: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One source behind a claim.

    Attributes:
        pages: On how many pages its word stands.
        tree: How it came there.
    """

    pages: int
    tree: RetellingView


@dataclass(frozen=True, slots=True)
class JudgementView:
    """What was ruled.

    Attributes:
        ruling: What, in words.
        about: What it is about, where that is not this claim; else ``""``.
        reason: Why.
        reviewer: Who.
        when: Moment, UTC, with the ledger's entry.
    """

    ruling: str
    about: str
    reason: str
    reviewer: str
    when: str


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference to copy.

    Attributes:
        key: Name of its field.
        words: What it is called.
        text: The reference.
        lines: How many lines it has.
    """

    key: str
    words: str
    text: str
    lines: int


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim.

    Attributes:
        frame: What stands around it.
        cited: The claim.
        before: Words before the quote.
        quote: The quote, verbatim.
        after: Words after it.
        hops: On whose word, from the page inwards.
        facts: Its other parts: pairs of a word and a text.
        origins: Sources behind it and all claims that say the same.
        links: How the pages stand to each other, in words.
        against: Claims that say the opposite.
        left_out: What the policy leaves out: reason and claims.
        contests: Disputes in which it stands.
        judgements: What was ruled on it, in order.
        is_blind: Whether rulings are kept from a reviewer who has not ruled yet.
        why: Where the reasons for the claim are shown.
        references: References to copy.
        embedding: Address of the oEmbed of this page.
    """

    frame: Frame
    cited: Cited
    before: str
    quote: str
    after: str
    hops: tuple[HopView, ...]
    facts: tuple[tuple[str, str], ...]
    origins: tuple[OriginView, ...]
    links: tuple[str, ...]
    against: tuple[Cited, ...]
    left_out: tuple[tuple[str, tuple[Cited, ...]], ...]
    contests: tuple[ContestView, ...]
    judgements: tuple[JudgementView, ...]
    is_blind: bool
    why: str
    references: tuple[ReferenceView, ...]
    embedding: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """What was ruled on a claim, as far as who looks may see it.

    Attributes:
        rows: In the order of recording.
        is_blind: Whether some are kept back.
    """

    rows: tuple[JudgementRow, ...] = ()
    is_blind: bool = False


def show_claim(
    answer: Corroboration, document: Document, contests: Sequence[Contest], rulings: Rulings, asked: Asked
) -> ClaimPage:
    """Lay out a claim.

    Args:
        answer: What stands behind it.
        document: The document that it stands in.
        contests: Disputes in which it stands.
        rulings: What was ruled on it.
        asked: The limits of the question, which links carry on.
    """
    cited = cite(answer.citation, asked)
    claim = answer.citation.claim
    span = claim.evidence.span
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
        hops=show_hops(claim.chain, document),
        facts=_facts(answer),
        origins=tuple(OriginView(o.pages, _tree(grow_tree(o), asked)) for o in answer.origins),
        links=tuple(_link(link) for link in answer.links),
        against=cite_all(answer.against, asked),
        left_out=tuple(
            (one.reason, cite_all(one.citations, asked))
            for one in answer.left_out
            # The reason would tell what is kept from the reviewer.
            if not rulings.is_blind or answer.citation not in one.citations
        ),
        contests=tuple(show_contest(contest, asked) for contest in contests),
        judgements=tuple(_judgement(row, claim) for row in rulings.rows),
        is_blind=rulings.is_blind,
        why=asked.at("claims", cited.id, "why"),
        references=_references(ClaimReference(answer.citation, document.metadata_values("author"))),
        embedding=f"/oembed?{urlencode({'url': cited.address})}",
    )


def _tree(retelling: Retelling, asked: Asked) -> RetellingView:
    further = tuple(_tree(one, asked) for one in retelling.further)
    return RetellingView(retelling.name, further, cite_all(retelling.claims, asked))


def _link(link: PageLink) -> str:
    target = link.link.target_name if link.target is None else link.target.label
    return f"{link.source.label} {link.link.kind.value} {target} ({link.link.reason})"


def _judgement(row: JudgementRow, claim: Claim) -> JudgementView:
    held = row.held
    return JudgementView(
        ruling=ruling_text(held),
        about="" if held.judgement.subject == claim.id else row.about,
        reason=held.judgement.reason,
        reviewer=held.judgement.reviewer,
        when=f"{held.recorded:%Y-%m-%d %H:%M} UTC, entry {held.entry}",
    )


def _references(reference: ClaimReference) -> tuple[ReferenceView, ...]:
    found = (
        ("text", "In words", reference.text),
        ("bibtex", "BibTeX", reference.bibtex),
        ("csl", "CSL-JSON", reference.csl_json),
    )
    return tuple(ReferenceView(key, words, text, max(3, text.count("\n") + 1)) for key, words, text in found)


def _facts(answer: Corroboration) -> tuple[tuple[str, str], ...]:
    claim = answer.citation.claim
    kinds = (claim.kind.value, claim.event and claim.event.value, claim.mode, claim.cameo and f"CAMEO {claim.cameo}")
    measure = claim.measure
    dated = claim.date
    facts = (
        ("Kind", " · ".join(part for part in kinds if part)),
        ("Actors", _names(claim.actors)),
        ("Recipients", _names(claim.recipients)),
        ("Value", "" if measure is None else f"{_plain(measure.value)} ({measure.unit}, {measure.of})"),
        ("Object", claim.object or ""),
        ("Place", claim.place or ""),
        ("Date", "" if dated is None else f"{dated.edtf or 'not known'} ({dated.basis.value}: “{dated.text}”)"),
        ("Status", claim.status.value + (", denied" if claim.negated else "")),
        ("Loaded words", "; ".join(f"“{word.text}” ({word.note})" for word in claim.loaded)),
        ("Confidence", f"{claim.confidence:.2f}"),
        ("Rule", f"{claim.rule}, coder {claim.coder}"),
        ("Recorded", f"{answer.citation.recorded:%Y-%m-%d %H:%M} UTC, entry {answer.citation.entry}"),
    )
    return tuple((name, text) for name, text in facts if text)


def _names(participants: Sequence[Participant]) -> str:
    return "; ".join(f"{p.name} ({p.id}), “{p.mention.text}”" for p in participants)


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:,.10g}"
