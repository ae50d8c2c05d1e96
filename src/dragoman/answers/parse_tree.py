"""The parse of a sentence as a tree that people can read, with the parts that its words play in a claim."""

from dataclasses import dataclass

from dragoman.claims.claim import Claim
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token

SMALL = frozenset({"det", "case", "punct", "aux", "cop", "mark", "cc", "fixed", "flat", "compound", "goeswith"})
"""Relations of words that are written beside their head, so that the tree stays small."""

DEEPEST = 40
"""Steps below the root; a parse that goes deeper is cut there, and says so with an ellipsis."""


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A word with the small words that belong to it.

    Attributes:
        words: As they stand in the text.
        relation: Universal Dependencies relation to the word above.
        parts: What the words are in the claim: ``actor PRK``, ``source KCNA``, ``date 2022-07-13``, ``trigger``.
        further: The words below, in the order of the text.
    """

    words: str
    relation: str
    parts: tuple[str, ...]
    further: tuple["TreeNode", ...]


def grow_tree(sentence: Sentence, claim: Claim, triggers: tuple[Span, ...] = ()) -> TreeNode:
    """Return a sentence as a tree.

    Args:
        sentence: The sentence.
        claim: Says which stretches of the text play a part.
        triggers: Words that express the act.
    """
    roles = (*roles_of(claim), *((span, "trigger") for span in triggers))
    return _node(sentence, sentence.root, roles, 0)


def roles_of(claim: Claim) -> tuple[tuple[Span, str], ...]:
    """Return which stretches of the text play a part in a claim."""
    found = [(p.mention.span, f"actor {p.id}") for p in claim.actors]
    found += [(p.mention.span, f"recipient {p.id}") for p in claim.recipients]
    found += [(hop.span, f"source {hop.id or hop.source}") for hop in claim.chain if hop.span is not None]
    if claim.date is not None and claim.date.span is not None:
        found.append((claim.date.span, f"date {claim.date.edtf}"))
    return tuple(found)


def _node(sentence: Sentence, token: Token, roles: tuple[tuple[Span, str], ...], depth: int) -> TreeNode:
    near = sentence.dependents(token)
    beside = [t for t in near if _is_small(sentence, t) and t.base != "punct"]
    words = " ".join(t.text for t in sorted((*beside, token), key=lambda t: t.index))
    parts = dict.fromkeys(role for span, role in roles if span.contains(token.span) and _heads(sentence, token, span))
    below = [t for t in near if not _is_small(sentence, t)]
    is_cut = depth == DEEPEST and bool(below)
    further = () if is_cut else tuple(_node(sentence, child, roles, depth + 1) for child in below)
    return TreeNode(f"{words} …" if is_cut else words, token.relation, tuple(parts), further)


def _is_small(sentence: Sentence, token: Token) -> bool:
    return token.base in SMALL and not sentence.dependents(token)


def _heads(sentence: Sentence, token: Token, span: Span) -> bool:
    """Tell whether a token is the highest one of a stretch."""
    head = sentence.head_of(token)
    return head is None or not span.contains(head.span)
