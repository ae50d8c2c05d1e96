"""What coding one document gives: the document, its claims, its disputes, its faults."""

from dataclasses import dataclass, replace

from dragoman.claims.claim import Claim
from dragoman.claims.dispute import Dispute
from dragoman.documents.document import Document
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.span import Span


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A stretch in a language without a coder: kept, shown and counted.

    Attributes:
        span: Its place in the document's text.
        language: ISO 639-1 code, or ``None`` when it cannot be told.
    """

    span: Span
    language: str | None


@dataclass(frozen=True, slots=True)
class Coding:
    """One document with everything that was found in it.

    Attributes:
        document: What was read, or ``None`` when the bytes held no readable document.
        claims: In the order of the text.
        disputes: Those that the text itself raises, and contradictions within the page.
        links: How the document stands to others.
        uncoded: Stretches in languages without a coder.
        faults: What could not be read or coded.
        coder: Name and version of the coder.
        is_whole: Whether all was looked for. Only a whole coding says by its silence that an earlier coder was
            wrong; one that failed, or from which unsure claims were left out, does not.
    """

    document: Document | None
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    links: tuple[DocumentLink, ...] = ()
    uncoded: tuple[Uncoded, ...] = ()
    faults: tuple[Fault, ...] = ()
    coder: str = ""
    is_whole: bool = True

    def to_dict(self) -> dict[str, object]:
        """Return the coding as plain JSON values, without the document's text."""
        return {
            "document": self.document and self.document.id,
            "name": self.document and self.document.name,
            "claims": [claim.to_dict() for claim in self.claims],
            "disputes": [dispute.to_dict() for dispute in self.disputes],
            "uncoded": [{"start": u.span.start, "end": u.span.end, "language": u.language} for u in self.uncoded],
            "faults": [fault.to_dict() for fault in self.faults],
        }


def keep_sure(coding: Coding, confidence: float) -> Coding:
    """Return a coding without the claims below a confidence, nor what refers to them.

    Args:
        coding: Of one document.
        confidence: Least probability that a claim is right, 0 to 1.
    """
    sure = [claim for claim in coding.claims if claim.confidence >= confidence]
    kept = {claim.id for claim in sure}
    return replace(
        coding,
        claims=tuple(
            replace(claim, links=tuple(link for link in claim.links if link.target in kept)) for claim in sure
        ),
        disputes=tuple(one for one in coding.disputes if kept.issuperset((*one.left, *one.right))),
        is_whole=coding.is_whole and len(sure) == len(coding.claims),
    )
