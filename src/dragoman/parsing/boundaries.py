"""Where a sentence cannot begin, whatever a statistical parser takes for its root.

"US President X said" and "Kosovo Albanians declared" open with a bare name, which parsers break off as a
sentence of its own. No sentence ends after a word or two without a mark, nor behind a comma; in a stretch that ends
with a mark, which is prose and no row of headings, none ends without one.
"""

from spacy.tokens import Doc, Token

LONGEST_OPENING = 4
"""So many words after a beginning no other sentence begins, unless a mark stands between."""

_FINAL = (".", "!", "?")
_CLOSING = "\"'”’)]»"
_ENDING = (".", "!", "?", "…", ":", ";", "”", '"', "’", "'", ")", "]", "»")


def forbid_early_breaks(doc: Doc) -> Doc:
    """Tell the parser of a tokenized text where no sentence begins.

    Args:
        doc: Not parsed yet; it is changed.

    Returns:
        The same document.
    """
    is_prose = doc.text.rstrip().rstrip(_CLOSING).endswith(_FINAL)
    words = 0
    for token in doc:
        is_inside = words > 0 and (is_prose or words <= LONGEST_OPENING)
        if is_inside and token.text[0].isalnum():
            token.is_sent_start = False
        words = _count(words, token)
    return doc


def _count(words: int, token: Token) -> int:
    """Return how many words stand between the last mark that may end a sentence and the word behind a token."""
    return 0 if token.is_space or token.text.endswith(_ENDING) else words + 1
