"""Labels of what was added to a page later: "UPDATE 1 (Jan 4): …", "Added on Thursday: …".

The label gives a day of writing of its own, which is never before that of the page. Weekdays behind
it are counted from there. A label without a day ("ADDED LATER: …", a heading "Later entries") says as much: what
stands behind it happened after the page was published, one thing after the other.
"""

import re

from dragoman.documents.span import Span

_BEFORE = re.compile(r"\W*(?:updated?|added|addendum|postscript|correction)\b[^:.;]{0,24}", re.IGNORECASE)
_UNDATED = re.compile(
    r"\W*(?:updates?|updated|added(?: later)?|addend(?:um|a)|postscript|(?:later|subsequent|further|new) "
    r"(?:additions|entries|events|developments|updates|news))\s*(?::|[–—-]\s|\Z)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[\s)\]]*(?:[:–—-]|\Z)")


def is_update_label(text: str, span: Span) -> bool:
    """Tell whether a date belongs to the label of an update, at the beginning of a sentence or a heading.

    Args:
        text: The sentence.
        span: Where the date stands in it.

    >>> is_update_label("UPDATE 1 (Jan 4): Bahrain followed.", Span(10, 15))
    True
    >>> is_update_label("The treaty was updated on Jan 4.", Span(26, 31))
    False
    """
    return _BEFORE.fullmatch(text, 0, span.start) is not None and _BEHIND.match(text, span.end) is not None


def is_undated_update(text: str) -> bool:
    """Tell whether a sentence opens, or a heading announces, what was added to a page on a day that is not given.

    Args:
        text: The sentence, or the heading.

    >>> is_undated_update("ADDED LATER: The Comoros followed on June 7.")
    True
    >>> is_undated_update("Updates on the talks are expected.")
    False
    """
    return _UNDATED.match(text) is not None
