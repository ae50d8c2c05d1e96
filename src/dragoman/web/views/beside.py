"""A translation and its original side by side, paragraph by paragraph, each with its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.answers.citation import Citation, page_of
from dragoman.documents.alignment import align_paragraphs
from dragoman.documents.document import Document
from dragoman.documents.passages import Passage, split_passages
from dragoman.web.asked import Asked
from dragoman.web.views.document import mark_claims
from dragoman.web.views.frame import Frame
from dragoman.web.views.pieces import Marked, Piece, cut_pieces


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one side.

    Attributes:
        language: ISO 639-1 code, or ``""``.
        pieces: Its text.
    """

    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that stand beside each other.

    Attributes:
        translation: Of the translation.
        original: Of the original.
    """

    translation: tuple[Paragraph, ...]
    original: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents.

    Attributes:
        name: What it is called.
        address: Where it is.
        language: Its language, in words.
        claims: How many claims it has.
    """

    name: str
    address: str
    language: str
    claims: int


@dataclass(frozen=True, slots=True)
class BesidePage:
    """A translation and its original.

    Attributes:
        frame: What stands around them.
        translation: The one.
        original: The other.
        reason: Why one is taken for the translation of the other.
        rows: All paragraphs of both, in order.
    """

    frame: Frame
    translation: Side
    original: Side
    reason: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its claims.

    Attributes:
        document: The document.
        citations: Its claims.
    """

    document: Document
    citations: tuple[Citation, ...]


def show_beside(translation: Told, original: Told, reason: str, asked: Asked) -> BesidePage:
    """Lay out a translation and its original.

    Args:
        translation: The one.
        original: The other.
        reason: Why one is taken for the translation of the other.
        asked: The limits of the question, which links carry on.
    """
    left, right = tuple(split_passages(translation.document)), tuple(split_passages(original.document))
    aligned = align_paragraphs([one.text for one in left], [one.text for one in right])
    marks = mark_claims(translation.document, translation.citations), mark_claims(original.document, original.citations)
    return BesidePage(
        frame=Frame("Translation and original", here="documents", asked=asked),
        translation=_side(translation, asked),
        original=_side(original, asked),
        reason=reason,
        rows=tuple(
            Row(
                _paragraphs(marks[0], [left[place] for place in one.left], asked),
                _paragraphs(marks[1], [right[place] for place in one.right], asked),
            )
            for one in aligned
        ),
    )


def _side(told: Told, asked: Asked) -> Side:
    page = page_of(told.document)
    language = told.document.language or "language not known"
    return Side(page.title or page.name, asked.at("documents", page.id), language, len(told.citations))


def _paragraphs(marked: Marked, passages: Sequence[Passage], asked: Asked) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(one.language or "", tuple(cut_pieces(marked, one.span, asked))) for one in passages)
