"""A small grammar of diplomatic reports, with trees: what the treebanks hardly contain.

EWT and GUM have web reviews, mail and travel guides, but hardly a severed relation. These
rules build sentences about states, each with its Universal Dependencies tree in the treebanks'
own conventions; a few of them are mixed into each epoch of the training. Nothing here is
scored, and nothing of it ships: only what the network learns from it.
"""

import random
from dataclasses import replace

from parser_phrases import (
    Node,
    Rule,
    adjective,
    article,
    auxiliary,
    chance,
    draw_actor,
    draw_nationality,
    draw_place,
    draw_speaker,
    draw_time,
    its,
    mark,
    noun,
    possessive,
    preposition,
    verb,
)
from parser_treebank import Tree

_NUMBER = Node("two", "CD", "NUM", "nummod")
_AND = Node("and", "CC", "CCONJ", "cc")
_THAT = Node("that", "IN", "SCONJ", "mark")
_TO = Node("to", "TO", "PART", "mark")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "only", "latest", "28th")


def draw_sentence(rng: random.Random) -> Tree:
    """Return a sentence about relations between states, with its tree."""
    return _tree(rng.choice(_SENTENCES)(rng))


def _tree(root: Node) -> Tree:
    nodes: list[Node] = []
    heads: list[int] = []

    def walk(node: Node) -> int:
        lefts = [walk(child) for child in node.left]
        index = len(nodes)
        nodes.append(node)
        heads.append(index)
        for child in [*lefts, *[walk(child) for child in node.right]]:
            heads[child] = index
        return index

    walk(root)
    words = [node.word for node in nodes]
    first = 1 if words[0] == "“" else 0
    words[first] = words[first][:1].upper() + words[first][1:]
    follows = [node.glued for node in nodes[1:]] + [True]
    tree = Tree(
        document="grammar",
        words=tuple(words),
        spaces=tuple(not glued and node.word != "“" for glued, node in zip(follows, nodes, strict=True)),
        lemmas=tuple(words),
        pos=tuple(node.pos for node in nodes),
        tags=tuple(node.tag for node in nodes),
        heads=tuple(heads),
        relations=tuple(node.relation for node in nodes),
    )
    # "the ambassador, Ana Silva, , which": of two marks in a row the comma goes.
    doubled = {i for i in range(len(words) - 1) if words[i] == "," and nodes[i + 1].pos == "PUNCT"}
    return tree.without({i for i in doubled if words[i + 1] != "”"})


# ---------------------------------------------------------------- objects


def _draw_places(rng: random.Random) -> Node:
    place = draw_place(rng)
    return place.after(draw_place(rng).as_("conj").before(_AND)) if chance(rng, 0.3) else place


def _draw_recognised(rng: random.Random) -> Node:
    of_places = _draw_places(rng).as_("nmod").before(preposition("of"))
    return rng.choice(
        (
            noun(rng.choice(("independence", "sovereignty", "statehood")), article()).after(of_places),
            noun(rng.choice(("republics", "territories", "regions")), article(), _NUMBER),
            _draw_places(rng),
            _draw_places(rng),
        )
    )


def _draw_ties(rng: random.Random) -> Node:
    ties = noun(rng.choice(("relations", "ties", "relations", "contacts")))
    if chance(rng, 0.65):
        ties = ties.before(adjective(rng.choice(("diplomatic", "diplomatic", "consular", "bilateral", "full"))))
    return ties.after(draw_place(rng).as_("nmod").before(preposition("with"))) if chance(rng, 0.75) else ties


def _draw_mission(rng: random.Random) -> Node:
    word = rng.choice(("embassy", "consulate", "mission"))
    first = rng.choice((article("an" if word == "embassy" else "a"), its(), article()))
    return noun(word, first).after(draw_place(rng).as_("nmod").before(preposition("in")))


def _draw_envoy(rng: random.Random) -> Node:
    from_place = draw_place(rng).as_("nmod").before(preposition(rng.choice(("to", "from"))))
    return rng.choice(
        (
            noun("diplomats", draw_nationality(rng)),
            noun("ambassador", its()).after(from_place),
            noun("ambassador", article(), draw_nationality(rng)),
        )
    )


def _draw_treaty(rng: random.Random) -> Node:
    word, indefinite = rng.choice((("agreement", "an"), ("treaty", "a"), ("accord", "an")))
    treaty = noun(word, article(rng.choice(("the", "the", indefinite))))
    return treaty.after(draw_place(rng).as_("nmod").before(preposition("with"))) if chance(rng, 0.6) else treaty


def _draw_decision(rng: random.Random) -> Node:
    owner = possessive(draw_place(rng))
    of_places = _draw_places(rng).as_("nmod").before(preposition("of"))
    of_ties = _draw_ties(rng).as_("nmod").before(preposition("of"))
    return rng.choice(
        (
            noun(rng.choice(("recognition", "annexation")), owner).after(of_places),
            noun("decision", rng.choice((owner, article()))).after(_draw_infinitive(rng).as_("acl")),
            noun(rng.choice(("severing", "restoration", "suspension")), article()).after(of_ties),
        )
    )


_ACTS: dict[Rule, tuple[str, ...]] = {
    _draw_recognised: ("recognise", "recognize", "acknowledge", "support"),
    _draw_ties: (
        *("sever", "cut", "suspend", "restore", "establish", "resume"),
        *("upgrade", "downgrade", "normalise"),
    ),
    _draw_mission: ("open", "close", "reopen", "relocate"),
    _draw_envoy: ("expel", "recall", "summon", "withdraw", "appoint", "receive"),
    _draw_treaty: ("sign", "ratify", "denounce"),
    _draw_decision: ("condemn", "criticise", "welcome", "reject"),
}
_VERBS = tuple((lemma, draw_object) for draw_object, lemmas in _ACTS.items() for lemma in lemmas)
_IN_PASSIVE = tuple(pair for pair in _VERBS if pair[1] not in {_draw_ties, _draw_treaty})


# ---------------------------------------------------------------- verb phrases and clauses


def _draw_act(tag: str, rng: random.Random) -> Node:
    """Return a verb in a form, with its object and perhaps a time."""
    if chance(rng, 0.08):
        off = Node("off", "RP", "ADP", "compound:prt")
        return verb(rng.choice(("break", "cut")), tag).after(off, _draw_ties(rng).as_("obj"))
    lemma, draw_object = rng.choice(_VERBS)
    phrase = verb(lemma, tag).after(draw_object(rng).as_("obj"))
    return phrase.after(draw_time(rng)) if chance(rng, 0.3) else phrase


def _draw_infinitive(rng: random.Random) -> Node:
    return _draw_act("VB", rng).before(_TO)


def _draw_intention(rng: random.Random) -> Node:
    """Return a verb phrase about an act: decided to, called on X to, is ready to, denied doing it."""
    act = _draw_infinitive(rng).as_("xcomp")
    asked = draw_place(rng)
    decided = verb(rng.choice(("decide", "agree", "threaten", "vow", "promise", "refuse")), "VBD")
    urged = verb(rng.choice(("urge", "ask", "invite")), "VBD")
    ready = adjective("ready").as_("ROOT").before(auxiliary(rng.choice(("is", "was")), "VBZ", "cop"))
    having = _draw_act("VBN", rng).before(auxiliary("having", "VBG")).as_("xcomp")
    return rng.choice(
        (
            decided.after(act),
            verb("call", "VBD").after(asked.as_("obl").before(preposition("on")), act),
            urged.after(asked.as_("obj"), act),
            ready.after(act),
            Node("denied", "VBD", "VERB").after(having),
        )
    )


def _draw_clause(rng: random.Random, draw_subject: Rule = draw_actor) -> Node:
    """Return a whole clause without its stop: somebody did, will do or would do something."""
    predicate = rng.choice(
        (
            _draw_act("VBD", rng),
            _draw_act("VBD", rng),
            _draw_act("VBD", rng),
            _draw_act("VB", rng).before(auxiliary(rng.choice(("will", "would", "may")), "MD")),
            _draw_act("VBN", rng).before(rng.choice((auxiliary("has", "VBZ"), auxiliary("had", "VBD")))),
            _draw_intention(rng),
        )
    )
    clause = predicate.before(draw_subject(rng).as_("nsubj"))
    return clause.before(draw_time(rng), mark(",")) if chance(rng, 0.12) else clause


# ---------------------------------------------------------------- sentences


def _plain(rng: random.Random) -> Node:
    return _draw_clause(rng).after(mark("."))


def _said_that(rng: random.Random) -> Node:
    clause = _draw_clause(rng).as_("ccomp")
    if chance(rng, 0.65):
        clause = clause.before(_THAT)
    word = rng.choice(("said", "said", "announced", "stated", "reported", "confirmed", "declared"))
    said = Node(word, "VBD", "VERB").before(draw_speaker(rng).as_("nsubj"))
    if chance(rng, 0.2):
        said = said.after(draw_time(rng))
    return said.after(clause, mark("."))


def _quoted(rng: random.Random) -> Node:
    clause = _draw_clause(rng).as_("ccomp").after(mark(","))
    if chance(rng, 0.5):
        clause = clause.before(mark("“", "``")).after(mark("”", "''"))
    said = Node(rng.choice(("said", "said", "reported", "announced")), "VBD", "VERB")
    return said.before(clause, draw_speaker(rng).as_("nsubj")).after(mark("."))


def _according(rng: random.Random) -> Node:
    source = draw_speaker(rng)
    if source.pos == "PRON":
        source = noun("agency", article())
    according = Node("according", "VBG", "VERB", "case").after(Node("to", "IN", "ADP", "fixed"))
    phrase = source.as_("obl").before(according)
    clause = _draw_clause(rng)
    return rng.choice((clause.before(phrase, mark(",")), clause.after(mark(","), phrase))).after(mark("."))


def _passive(rng: random.Random) -> Node:
    lemma, draw_object = rng.choice(_IN_PASSIVE)
    subject = draw_object(rng)
    be = auxiliary("were" if subject.tag == "NNS" else rng.choice(("was", "is")), "VBD", "aux:pass")
    phrase = verb(lemma, "VBN").before(subject.as_("nsubj:pass"), be)
    if chance(rng, 0.8):
        phrase = phrase.after(_draw_places(rng).as_("obl:agent").before(preposition("by")))
    return (phrase.after(draw_time(rng)) if chance(rng, 0.4) else phrase).after(mark("."))


def _ordinal(rng: random.Random) -> Node:
    act = _draw_infinitive(rng).as_("acl")
    if chance(rng, 0.3):
        act = act.after(_draw_places(rng).as_("obl").before(preposition("after")))
    word = rng.choice(("country", "state", "nation", "government"))
    nation = noun(word, article(), adjective(rng.choice(_ORDINALS))).after(act)
    subject = draw_place(rng).as_("nsubj")
    became = verb("become", rng.choice(("VBZ", "VBD"))).before(subject).after(nation.as_("xcomp"))
    was = nation.before(subject, auxiliary(rng.choice(("is", "was")), "VBZ", "cop"))
    return rng.choice((became, was)).after(mark("."))


def _relative(rng: random.Random) -> Node:
    which = Node("which", "WDT", "PRON", "nsubj")
    relative = _draw_act("VBD", rng).before(mark(","), which).after(mark(",")).as_("acl:relcl")
    return _draw_clause(rng, lambda inner: draw_place(inner).after(relative)).after(mark("."))


def _reason(rng: random.Random) -> Node:
    word = rng.choice((preposition("after"), preposition("over"), Node("following", "VBG", "VERB", "case")))
    return _draw_clause(rng).after(_draw_decision(rng).as_("obl").before(word), mark("."))


def _coordinated(rng: random.Random) -> Node:
    conjunct = _draw_act("VBD", rng).before(_AND).as_("conj")
    return _draw_act("VBD", rng).before(draw_actor(rng).as_("nsubj")).after(conjunct, mark("."))


def _adding(rng: random.Random) -> Node:
    adding = Node("adding", "VBG", "VERB", "advcl").after(_draw_clause(rng).as_("ccomp").before(_THAT))
    return _draw_clause(rng).after(mark(","), adding, mark("."))


def _headline(rng: random.Random) -> Node:
    subject = draw_place(rng).as_("nsubj")
    two = subject.after(draw_place(rng).as_("conj").before(mark(",")))
    second = _draw_act("VBZ", rng).before(mark(",")).as_("conj")
    line = rng.choice(
        (
            verb("agree", "VBP").before(two).after(_draw_infinitive(rng).as_("xcomp")),
            _draw_infinitive(rng).before(subject),
            verb("say", "VBZ").before(subject).after(_draw_clause(rng, draw_place).as_("ccomp")),
            _draw_act("VBZ", rng).before(subject).after(second),
            _draw_act("VBZ", rng).before(subject),
        )
    )
    return _in_capitals(line) if chance(rng, 0.6) else line


def _in_capitals(node: Node) -> Node:
    is_small = node.pos in {"ADP", "DET", "CCONJ", "PART"}
    word = node.word if is_small else node.word[:1].upper() + node.word[1:]
    left, right = (tuple(map(_in_capitals, nodes)) for nodes in (node.left, node.right))
    return replace(node, word=word, left=left, right=right)


_SENTENCES: tuple[Rule, ...] = (
    *(_plain, _said_that, _said_that, _quoted, _quoted, _according, _passive),
    *(_ordinal, _relative, _reason, _coordinated, _adding, _headline, _headline),
)
