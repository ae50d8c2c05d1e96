"""Whether the words around a date speak of what is to come."""

from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token

_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# "is expected to visit", "plans to visit": what follows them is to come. Universal
# Dependencies makes it an open complement (xcomp), or a clause with "to" below a noun.
_PLANS = frozenset(
    {"expect", "plan", "schedule", "intend", "go", "set", "due", "slate", "hope", "aim", "prepare", "propose", "vow"}
)
_FINITE = frozenset({"VBZ", "VBP", "VBD"})  # of "is to be closed", "was to be closed"
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "ADV", "ADP", "DET", "PRON", "SYM", "PUNCT", "X"})


def is_future_at(sentence: Sentence, span: Span) -> bool:
    """Tell whether the clause in which a date stands speaks of what is to come.

    Args:
        sentence: A parsed sentence.
        span: Where the words of the date stand in the document.

    Returns:
        True for "will meet on Friday", "is to meet", "plans to meet", "is meeting on Friday";
        false for all else, headlines in the present tense included.
    """
    token = next((token for token in sentence.tokens if token.end > span.start), None)
    if token is None:
        return False
    verb = _verb_above(sentence, token)
    return verb is not None and _is_future(sentence, verb)


def _verb_above(sentence: Sentence, token: Token) -> Token | None:
    for above in (token, *sentence.ancestors(token)):
        if above.pos not in _NOMINAL or sentence.dependents(above, "cop"):
            return above
    return None


def _is_future(sentence: Sentence, verb: Token) -> bool:
    helpers = sentence.dependents(verb, "aux", "cop")
    if any(helper.lemma in _WILL for helper in helpers):
        return True
    present = any(helper.lemma == "be" and helper.tag in {"VBZ", "VBP"} for helper in helpers)
    if verb.tag == "VBG" and present:
        return True
    has_to = any(token.text.lower() == "to" for token in sentence.dependents(verb, "mark"))
    if has_to and any(helper.lemma == "be" and helper.tag in _FINITE for helper in helpers):
        return True
    above = sentence.head_of(verb)
    if above is None or verb.base not in {"xcomp", "conj", "acl", "ccomp"}:
        return False
    if has_to and above.lemma in _PLANS:
        return above.tag != "VBD" or bool(sentence.dependents(above, "aux"))
    return verb.base == "conj" and _is_future(sentence, above)
