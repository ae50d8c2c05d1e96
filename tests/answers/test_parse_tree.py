"""A parse as a tree: small words beside their heads, parts of the claim marked, nothing deeper than can be shown."""

from tests.claims.factories import make_claim, make_document, make_participant

from dragoman.actors.participant import Mention
from dragoman.answers.parse_tree import DEEPEST, TreeNode, grow_tree
from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token


def make_chain(words: int) -> Sentence:
    """A sentence each of whose words depends on the one before it."""
    tokens = tuple(
        Token(n, "a", "a", "NOUN", "NN", max(0, n - 1), "nmod" if n else "root", 2 * n, 2 * n + 1) for n in range(words)
    )
    return Sentence(tokens, " ".join("a" * words), 0)


def depth_of(node: TreeNode) -> int:
    """Return how many steps a tree goes down."""
    return max((depth_of(below) for below in node.further), default=-1) + 1


def test_small_words_stand_beside_their_head_and_marks_are_left_out() -> None:
    tokens = (
        Token(0, "The", "the", "DET", "DT", 1, "det", 0, 3),
        Token(1, "embassy", "embassy", "NOUN", "NN", 2, "nsubj", 4, 11),
        Token(2, "closed", "close", "VERB", "VBD", 2, "root", 12, 18),
    )
    sentence = Sentence(tokens, "The embassy closed", 0)
    actor = make_participant("PRK", mention=Mention(Span(4, 11), "embassy"))
    claim = make_claim(make_document("The embassy closed"), actors=(actor,), recipients=())
    root = grow_tree(sentence, claim, (Span(12, 18),))
    assert (root.words, root.relation, root.parts) == ("closed", "root", ("trigger",))
    assert [(one.words, one.parts) for one in root.further] == [("The embassy", ("actor PRK",))]


def test_a_tree_that_goes_too_deep_is_cut_and_says_so() -> None:
    sentence = make_chain(5 * DEEPEST)
    root = grow_tree(sentence, make_claim(make_document(sentence.text)))
    assert depth_of(root) == DEEPEST
    node = root
    while node.further:
        node = node.further[0]
    assert node.words.endswith("…")
