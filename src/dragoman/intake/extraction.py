"""What an extractor makes of bytes: a text, its blocks with what markup says of them, metadata."""

from dataclasses import dataclass

from dragoman.documents.document import MetadataItem
from dragoman.intake.blocks import Block, Hint, make_block


@dataclass(frozen=True, slots=True)
class Extraction:
    """A text made from bytes.

    Attributes:
        text: The rendition that all spans point into.
        blocks: Its paragraphs and lone lines, in order, not overlapping.
        extractor: Name and version of what made it.
        encoding: Character set, or ``""`` for binary formats.
        encoding_basis: Which step decided it.
        metadata: What the markup says of the document.
        language: What the markup says of its language, or ``None``.
        remarks: What went wrong on the way, as sentences.
    """

    text: str
    blocks: tuple[Block, ...]
    extractor: str
    encoding: str = ""
    encoding_basis: str = ""
    metadata: tuple[MetadataItem, ...] = ()
    language: str | None = None
    remarks: tuple[str, ...] = ()


def join_blocks(pieces: list[tuple[str, Hint | None]]) -> tuple[str, tuple[Block, ...]]:
    """Join paragraphs to one text, with an empty line between them.

    Pieces without words are left out; each block is where its piece stands in the text.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for raw, hint in pieces:
        piece = raw.strip()
        if not piece:
            continue
        blocks.append(make_block(piece, 0, len(piece), hint=hint))
        blocks[-1] = Block(position, position + len(piece), piece, hint)
        texts.append(piece)
        position += len(piece) + 2
    return "\n\n".join(texts), tuple(blocks)
