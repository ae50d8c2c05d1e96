"""The shape of clauses around verbs of saying: what is said, what only stands beside it."""

from dragoman.language.sentence import Sentence, Token

_ADDRESSING = frozenset({"tell", "inform", "notify"})


def is_participle(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause is a bare participle: "a bulletin *issued* by", not "a report that Peru has closed it"."""
    return verb.tag == "VBN" and not sentence.dependents(verb, "aux", "mark", "nsubj")


def is_noun(token: Token) -> bool:
    """Tell whether a word is a noun; taggers take "denied *claims* that …" for a verb in part."""
    return token.pos == "NOUN" or token.tag in {"NN", "NNS"}


def acl_of_subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Clauses on the subject of a verb: "Yonhap, citing the agency, writes"."""
    return tuple(
        c for subject in sentence.dependents(verb, "nsubj") for c in sentence.dependents(subject, "acl", "advcl")
    )


def accuser_above(sentence: Sentence, token: Token, head: Token) -> Token | None:
    """The verb above "accused Peru *of closing* …", where the tree hangs the clause on the accused."""
    marks = [t.text.lower() for t in sentence.dependents(token, "mark")]
    verb = sentence.head_of(head)
    is_charge = token.base == "acl" and marks == ["of"] and head.base == "obj" and head.pos != "NOUN"
    return verb if is_charge else None


def stands_alone(sentence: Sentence, token: Token) -> bool:
    """Tell whether a joined clause is a statement of its own: "A said that it would, and B broke off relations"."""
    if token.base != "conj" or not sentence.dependents(token, "nsubj"):
        return False
    links = sentence.dependents(token, "cc")
    has_mark = any(t.text.lower() == "that" for t in sentence.dependents(token, "mark"))
    return bool(links) and not has_mark and sentence.tokens[links[0].index - 1].text in {",", ";"}


def closes(sentence: Sentence, verb: Token, trigger: Token) -> bool:
    """Tell whether a verb of saying stands behind a statement, with its own subject after a comma and no object."""
    if verb.tag not in {"VBD", "VBZ", "VBN", "VBP"} or sentence.dependents(verb, "ccomp", "aux", "mark"):
        return False
    if sentence.dependents(verb, "obj") and verb.lemma.lower() not in _ADDRESSING:
        return False
    subjects = sentence.dependents(verb, "nsubj")
    start = min((t.index for s in subjects for t in sentence.subtree(s)), default=-1)
    while start > trigger.index + 1 and sentence.tokens[start - 1].pos in {"DET", "ADJ", "NOUN", "PROPN"}:
        start -= 1
    return start > trigger.index + 1 and sentence.tokens[start - 1].text in {",", "”", '"', "’"}
