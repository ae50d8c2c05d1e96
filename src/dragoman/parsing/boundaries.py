"""Where a sentence cannot begin, whatever a statistical parser takes for its root.

"US President X said" and "Kosovo Albanians declared" open with a bare name, which parsers break off as a
sentence of its own. No sentence ends after a word or two without a mark.
"""

from spacy.tokens import Doc

LONGEST_OPENING = 4
"""So many words after a beginning no other sentence begins, unless a mark stands between."""

_ENDING = (".", "!", "?", "…", ":", ";", "”", '"', "’", "'", ")", "]", "»")


def forbid_early_breaks(doc: Doc) -> Doc:
    """Tell the parser of a tokenized text where no sentence begins.

    Args:
        doc: Not parsed yet; it is changed.

    Returns:
        The same document.
    """
    words = 0
    for token in doc:
        if 0 < words <= LONGEST_OPENING and token.text[0].isalnum():
            token.is_sent_start = False
        words = 0 if token.is_space or token.text.endswith(_ENDING) else words + 1
    return doc
