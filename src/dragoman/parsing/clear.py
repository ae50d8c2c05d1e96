"""From CLEAR dependencies to Universal Dependencies, on plain lists.

The English pipelines that spaCy publishes (``en_core_web_*``) speak the CLEAR scheme: function
words head phrases there (a preposition its object, a form of "be" its predicate), while
in Universal Dependencies the words with content do. The steps below turn one into the
other. Sources: J. D. Choi and M. Palmer, "Guidelines for the CLEAR Style Constituent to
Dependency Conversion" (2012); https://universaldependencies.org/en/dep/.
"""

from dataclasses import dataclass

RENAMED = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "neg": "advmod", "npadvmod": "obl:unmarked", "tmod": "obl:unmarked", "poss": "nmod:poss", "possessive": "case",
    "prt": "compound:prt", "relcl": "acl:relcl", "rcmod": "acl:relcl", "quantmod": "advmod", "preconj": "cc:preconj",
    "predet": "det:predet", "oprd": "xcomp", "attr": "xcomp", "acomp": "xcomp", "intj": "discourse", "meta": "dep",
    "nn": "compound", "num": "nummod", "number": "compound", "complm": "mark", "infmod": "acl", "partmod": "acl",
    "dative": "iobj", "pcomp": "advcl", "prep": "advmod", "agent": "advmod", "pobj": "obl", "": "dep",
}  # fmt: skip
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_OBJECTS = frozenset({"pobj", "pcomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"})
# What stays with a form of "be" when its predicate becomes the head of the clause.
_STAYS_WITH_COPULA = frozenset({"fixed"})


@dataclass(slots=True)
class ClearTree:
    """A sentence in CLEAR dependencies, changed in place into Universal Dependencies.

    Attributes:
        heads: For each word, the index of its head; the root has its own.
        relations: For each word, its relation to the head.
        pos: For each word, its universal part of speech.
        lemmas: For each word, its lemma.
    """

    heads: list[int]
    relations: list[str]
    pos: list[str]
    lemmas: list[str]

    def children(self, index: int) -> list[int]:
        """Return the dependents of a word, in order."""
        return [i for i, head in enumerate(self.heads) if head == index and i != index]

    def replace_head(self, old: int, new: int, relation: str) -> None:
        """Put a dependent in the place of its head, which becomes its dependent.

        The new head takes over all other dependents, save fixed parts of the old one.
        """
        above = self.heads[old]
        for child in self.children(old):
            if child != new and self.relations[child] not in _STAYS_WITH_COPULA:
                self.heads[child] = new
        self.heads[new] = new if above == old else above
        self.relations[new] = self.relations[old]
        self.heads[old], self.relations[old] = new, relation


def to_universal(tree: ClearTree) -> None:
    """Change a tree from CLEAR to Universal Dependencies, in place."""
    for index in reversed(range(len(tree.heads))):
        if tree.relations[index] in _PREPOSITIONS:
            _turn_prepositional_phrase(tree, index)
    for index, lemma in enumerate(tree.lemmas):
        if lemma == "be" and tree.relations[index] not in {"aux", "auxpass"}:
            _turn_copula(tree, index)
    _flatten_coordination(tree)
    tree.relations[:] = [RENAMED.get(relation, relation) for relation in tree.relations]


def _turn_prepositional_phrase(tree: ClearTree, preposition: int) -> None:
    """Make the object of a preposition the head of its phrase.

    Inner phrases are turned first, so the object of "within" in "from within the party" is
    already the head of "within" when "from" is turned.
    """
    relation = tree.relations[preposition]
    content = next((i for i in tree.children(preposition) if tree.relations[i] in _OBJECTS), None)
    if content is None:
        return
    clausal = tree.relations[content] == "pcomp" and tree.pos[content] in {"VERB", "AUX"}
    tree.replace_head(preposition, content, "mark" if clausal else "case")
    above = tree.heads[content]
    if above != content and tree.relations[above] in _PREPOSITIONS:
        tree.relations[content] = "pobj"  # the outer preposition takes the phrase on
    elif above != content:
        tree.relations[content] = _phrase_relation(relation, of_noun=tree.pos[above] in _NOMINAL, clausal=clausal)


def _phrase_relation(relation: str, *, of_noun: bool, clausal: bool) -> str:
    if clausal:
        return "acl" if of_noun else "advcl"
    if relation == "agent":
        return "obl:agent"
    return "nmod" if of_noun else "obl"


def _turn_copula(tree: ClearTree, verb: int) -> None:
    """Make the predicate of a form of "be" the head of the clause."""
    children = tree.children(verb)
    predicate = _predicate(tree, verb, children)
    if predicate is None:
        return
    if any(tree.relations[i] == "expl" for i in children):
        if tree.relations[predicate] == "attr":
            tree.relations[predicate] = "nsubj"  # "there is a treaty": the treaty is what there is
        return
    tree.replace_head(verb, predicate, "cop")


def _predicate(tree: ClearTree, verb: int, children: list[int]) -> int | None:
    """Return what is said of the subject: a noun, an adjective, or else a phrase of place."""
    named = {tree.relations[i]: i for i in reversed(children)}
    for relation in ("attr", "acomp"):
        if relation in named:
            return named[relation]
    if not named.keys() & {"nsubj", "csubj"} or named.keys() & {"ccomp", "xcomp"}:
        return None
    return next((i for i in children if i > verb and tree.relations[i] in {"obl", "nmod"}), None)


def _flatten_coordination(tree: ClearTree) -> None:
    """Hang all conjuncts on the first one, and each conjunction on the conjunct after it."""
    before = tuple(tree.heads)
    for index, relation in enumerate(tree.relations):
        if relation == "conj":
            tree.heads[index] = _first_conjunct(tree, before[index])
    for index, relation in enumerate(tree.relations):
        if relation == "cc":
            first = _first_conjunct(tree, before[index])
            after = [i for i in tree.children(first) if tree.relations[i] == "conj" and i > index]
            if after:
                tree.heads[index] = after[0]


def _first_conjunct(tree: ClearTree, index: int) -> int:
    steps = 0
    while tree.relations[index] == "conj" and steps < len(tree.heads):
        index, steps = tree.heads[index], steps + 1
    return index
