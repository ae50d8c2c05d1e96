"""Who issued it? Statements, letters, decisions and moves, back to those who made them.

"The statement said" attributes to somebody only when one knows whose statement it is: the
noun's own words say so ("a statement by the ministry", "Ukraine's decision"), or the verb
that brought it forth ("issued a statement"), or an earlier mention of the same thing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.actors.participant import Participant
from dragoman.language.sentence import Sentence, Token

_CLASSES = (
    frozenset(
        "statement communique communiqué declaration release announcement report comment remark speech address".split()
    ),
    frozenset("letter message note cable telegram".split()),
    frozenset("document text paper report article interview post tweet study".split()),
    frozenset(
        "decision move act action step measure order decree ruling recognition announcement resolution gesture".split()
    ),
)
ISSUED = frozenset[str]().union(*_CLASSES)
"""Nouns of things that somebody issues or does, in the singular."""
_BRINGING_FORTH = frozenset(
    "issue publish release make send sign write deliver submit give post circulate hand adopt take announce "
    "pass".split()
)
_FROM = frozenset({"by", "from", "of"})
_BACK = 8

Ask = Callable[[int, Token], tuple[Participant, ...]]


def noun_of(token: Token) -> str:
    """Return the singular of a noun in lower case, for nouns of this module."""
    word = token.text.lower()
    return word if word in ISSUED else word.removesuffix("s")


def resolve_issuer(
    sentences: Sequence[Sentence], sections: Sequence[int], index: int, token: Token, ask: Ask
) -> tuple[Participant, ...]:
    """Find who issued what a noun names.

    Args:
        sentences: All sentences of the document.
        sections: For each, the index of its section.
        index: Index of the sentence.
        token: The noun: "statement", "letter", "decision".
        ask: Gives the participants that a token of a sentence stands for.

    Returns:
        The issuers with the reason, or an empty tuple.
    """
    word = noun_of(token)
    if word not in ISSUED:
        return ()
    own = issuer_by_own_words(sentences[index], token, lambda t: ask(index, t))
    if own:
        return own
    if _is_definite(sentences[index], token):
        for earlier, noun in _earlier_nouns(sentences, sections, index, token):
            asked = lambda t, at=earlier: ask(at, t)  # noqa: E731  the two questions below share it
            found = issuer_by_own_words(sentences[earlier], noun, asked) or _subject_beside(
                sentences[earlier], noun, asked
            )
            if found:
                return tuple(replace(p, reason=f"“{token.text}” is the {noun.text} before: {p.reason}") for p in found)
    return _subject_beside(sentences[index], token, lambda t: ask(index, t))


def issuer_by_own_words(
    sentence: Sentence, token: Token, ask: Callable[[Token], tuple[Participant, ...]]
) -> tuple[Participant, ...]:
    """Find the issuer where the noun's own phrase or its verb names one."""
    for reason, issuer in _candidates(sentence, token):
        found = ask(issuer)
        if found:
            return tuple(replace(p, reason=f"{reason}: {p.reason}") for p in found)
    return ()


def _candidates(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    for child in sentence.dependents(token, "nmod:poss"):
        yield f"whose {token.text} it is", child
    for child in sentence.dependents(token, "nmod", "obl"):
        if _cases(sentence, child) & _FROM:
            yield f"the {token.text} is theirs", child
    for participle in sentence.dependents(token, "acl"):
        yield from ((f"by whom it was {participle.text}", agent) for agent in _agents(sentence, participle))
        if participle.lemma in _BRINGING_FORTH or participle.text.lower() in _FORMS:
            # "The step that Peru took": relative pronouns are no subjects of what they bring forth.
            doers = (t for t in sentence.dependents(participle, "nsubj") if t.pos != "PRON")
            yield from ((f"who {participle.text} it", doer) for doer in doers)
    for child in sentence.dependents(token, "amod", "compound"):
        yield f"the {token.text} is theirs", child
    verb = sentence.tokens[token.head]
    if verb.lemma in _BRINGING_FORTH or verb.text.lower() in _FORMS:
        yield from ((f"who {verb.text} it", doer) for doer in _doers(sentence, verb, token))


def _doers(sentence: Sentence, verb: Token, token: Token) -> tuple[Token, ...]:
    if token.relation == "nsubj:pass":
        return _agents(sentence, verb)
    return _subjects(sentence, verb) if token.base == "obj" else ()


def _cases(sentence: Sentence, token: Token) -> frozenset[str]:
    return frozenset(case.text.lower() for case in sentence.dependents(token, "case"))


def _forms() -> frozenset[str]:
    irregular = {
        "make": "made",
        "send": "sent",
        "write": "wrote written",
        "give": "gave given",
        "take": "took taken",
        "read": "read",
    }
    found: set[str] = set()
    for verb in _BRINGING_FORTH:
        found |= {verb, verb + "s", verb + ("d" if verb.endswith("e") else "ed"), verb.removesuffix("e") + "ing"}
        found.update(irregular.get(verb, "").split())
    return frozenset(found)


_FORMS = _forms()


def _subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The subjects of a verb, through coordination and complements."""
    for _ in range(4):
        found = sentence.dependents(verb, "nsubj")
        if found:
            return found
        if verb.base not in {"conj", "xcomp", "advcl"} or verb.head == verb.index:
            return _before(sentence, verb)
        verb = sentence.tokens[verb.head]
    return ()


def _before(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The word right before a verb: the tree may have lost a subject between dashes."""
    index = verb.index - 1
    while index >= 0 and sentence.tokens[index].pos in {"PUNCT", "ADV", "AUX"}:
        index -= 1
    return (sentence.tokens[index],) if index >= 0 and sentence.tokens[index].pos in {"NOUN", "PROPN"} else ()


def _agents(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    found = sentence.dependents(verb, "obl")
    return tuple(
        t for t in found if t.relation == "obl:agent" or any(c.text == "by" for c in sentence.dependents(t, "case"))
    )


def _is_definite(sentence: Sentence, token: Token) -> bool:
    return any(
        child.text.lower() in {"the", "this", "that", "these", "those"} for child in sentence.dependents(token, "det")
    )


def _earlier_nouns(
    sentences: Sequence[Sentence], sections: Sequence[int], index: int, token: Token
) -> Iterator[tuple[int, Token]]:
    """Earlier nouns for the same thing, nearest first: the same word before others of its class."""
    word = noun_of(token)
    for words in ({word}, frozenset[str]().union(*(group for group in _CLASSES if word in group))):
        for earlier in range(index, max(-1, index - _BACK), -1):
            if sections[earlier] != sections[index]:
                break
            for candidate in reversed(sentences[earlier].tokens):
                is_before = earlier < index or candidate.index < token.index
                if is_before and candidate.pos in {"NOUN", "PROPN"} and noun_of(candidate) in words:
                    yield earlier, candidate


def _subject_beside(
    sentence: Sentence, token: Token, ask: Callable[[Token], tuple[Participant, ...]]
) -> tuple[Participant, ...]:
    """Find who speaks in it: "in a statement, the ministry said"."""
    if token.base != "obl" or not any(
        c.text.lower() in {"in", "with", "via", "through"} for c in sentence.dependents(token, "case")
    ):
        return ()
    for subject in _subjects(sentence, sentence.tokens[token.head]):
        found = ask(subject)
        if found:
            return tuple(replace(p, reason=f"who speaks in the {token.text}: {p.reason}") for p in found)
    return ()
