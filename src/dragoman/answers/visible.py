"""Words of reports made safe to look at: what the eye cannot see is shown as a mark.

Control characters could drive a terminal, and marks of direction could make a sentence read
backwards on a page. The record keeps them; only what is shown has the mark in their place.
"""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    r"""Return a text in which control and direction characters are visible marks.

    >>> visible("sign\u202eed").isprintable()
    True
    """
    return CONTROL.sub(REPLACEMENT, text)
