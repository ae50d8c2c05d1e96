"""Which words stand inside quotation marks, also when a quotation runs over several sentences."""

from collections.abc import Sequence

from dragoman.language.sentence import Sentence

_OPENING = frozenset({"“", "«", "„", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_STRAIGHT = '"'
_LONGEST = 8
"""A quotation that runs over more sentences than this has lost its closing mark."""


def find_quoted(sentences: Sequence[Sentence], sections: Sequence[int]) -> tuple[frozenset[int], ...]:
    """Find the quoted tokens of each sentence.

    Args:
        sentences: The sentences of a document.
        sections: For each, the index of its section; no quotation runs from one into the next.

    Returns:
        For each sentence, the indexes of its tokens between quotation marks.
    """
    found: list[frozenset[int]] = []
    is_open, since = False, 0
    for index, sentence in enumerate(sentences):
        if (index and sections[index] != sections[index - 1]) or index - since > _LONGEST:
            is_open = False
        quoted: set[int] = set()
        for token in sentence.tokens:
            if token.text in _OPENING or (token.text == _STRAIGHT and not is_open):
                is_open, since = True, index
            elif token.text in _CLOSING or token.text == _STRAIGHT:
                is_open = False
            elif is_open:
                quoted.add(token.index)
        found.append(frozenset(quoted))
    return tuple(found)
