"""What the tests of reading share."""

from collections.abc import Callable

import pytest

from dragoman.documents.cues import LayoutCues
from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind
from dragoman.intake.options import ReadOptions
from dragoman.intake.read import read_document
from dragoman.knowledge.layout import load_layout_cues

Read = Callable[..., Document]


@pytest.fixture(scope="session")
def cues() -> LayoutCues:
    """All cues of page layout."""
    return load_layout_cues()


@pytest.fixture(scope="session")
def read(cues: LayoutCues) -> Read:
    """Read a text or bytes as a document that must exist."""

    def _read(content: str | bytes, *, name: str = "page.txt", options: ReadOptions | None = None) -> Document:
        body = content.encode() if isinstance(content, str) else content
        document = read_document(body, name=name, cues=cues, options=options or ReadOptions()).document
        assert document is not None
        return document

    return _read


@pytest.fixture(scope="session")
def texts_of() -> Callable[[Document, SectionKind], str]:
    """Join the texts of all sections of one kind."""

    def _texts(document: Document, kind: SectionKind) -> str:
        return "\n".join(
            section.span.of(document.text).strip() for section in document.sections if section.kind is kind
        )

    return _texts
