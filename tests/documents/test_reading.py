"""Documents and what belongs to them survive JSON."""

from dataclasses import replace
from json import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.factories import make_document
from tests.claims.strategies import FAULTS, documents, links

from dragoman.documents.document import Document
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink
from dragoman.documents.reading import (
    document_from_dict,
    document_to_dict,
    fault_from_dict,
    link_from_dict,
    link_to_dict,
)
from dragoman.errors import DocumentError, JsonError


@given(documents())
def test_every_document_survives_json(document: Document) -> None:
    written = dumps(document_to_dict(document))
    assert document_from_dict(loads(written)) == replace(document, content=b"")


@given(documents().flatmap(links))
def test_every_link_survives_json(link: DocumentLink) -> None:
    assert link_from_dict(loads(dumps(link_to_dict(link)))) == link


@given(FAULTS)
def test_every_fault_survives_json(fault: Fault) -> None:
    assert fault_from_dict(loads(dumps(fault.to_dict()))) == fault


def test_the_bytes_are_handed_over_beside_the_json() -> None:
    page = make_document()
    assert document_from_dict(document_to_dict(page), page.content).content == page.content


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(JsonError, match="a moment as in ISO 8601"):
        document_from_dict(document_to_dict(make_document()) | {"retrieved": "yesterday"})


def test_sections_that_do_not_cover_the_text_are_refused() -> None:
    with pytest.raises(DocumentError, match="sections"):
        document_from_dict(document_to_dict(make_document()) | {"sections": []})


@given(st.sampled_from(["id", "name", "text", "rendition", "language"]), st.integers() | st.lists(st.none()))
def test_a_field_of_another_kind_is_named(field: str, value: object) -> None:
    with pytest.raises(JsonError):
        document_from_dict(document_to_dict(make_document()) | {field: value})
