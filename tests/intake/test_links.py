"""A page says itself what it translates or reprints."""

from collections.abc import Callable

import pytest

from dragoman.documents.document import Document
from dragoman.intake.links import find_links

Read = Callable[..., Document]
BODY = (
    "Kingdom recognises republic\n\n"
    "The kingdom recognised the republic on Monday. Its neighbours protested at once, and two recalled their envoys."
)


@pytest.mark.parametrize(
    ("line", "kind", "target"),
    [
        ("Chinese Language Article: https://portal.example/a1", "translates", "https://portal.example/a1"),
        ("Translated from the Sample Gazette", "translates", "Translated from the Sample Gazette"),
        ("Republished from Sample Portal", "reprints", "Republished from Sample Portal"),
        ("原文链接：https://portal.example/a2", "reprints", "https://portal.example/a2"),
    ],
)
def test_a_line_that_names_an_original_is_a_link(line: str, kind: str, target: str, read: Read) -> None:
    (link,) = find_links(read(f"{BODY}\n\n{line}"))
    assert (link.kind.value, link.target_name, link.target) == (kind, target, None)


def test_a_page_without_such_a_line_has_no_link(read: Read) -> None:
    assert list(find_links(read(BODY))) == []
