"""Words and small phrases for the grammar of diplomatic reports, each with its tree.

Names of people are put together from frequent family and given names: nobody is meant.
The relations are those of the treebanks: a title is ``nmod:desc`` of the name after it, the
second part of a name is ``flat``, in "2 June 2022" the number heads the month and the year.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

_PLACES = tuple(
    """
    Russia Ukraine Syria China Taiwan Honduras Nauru Israel Bolivia Iran Qatar Egypt Cuba Kosovo Serbia Abkhazia
    Georgia Morocco Algeria Spain Ireland Norway Japan Palestine Panama Lithuania Ethiopia Eritrea Sudan Chad Canada
    India Pakistan Venezuela Colombia Ecuador Mexico Turkey Armenia Azerbaijan Hungary Germany France Italy Portugal
    Libya Belarus Moldova Transnistria Somaliland Kenya Rwanda Mali Niger Nicaragua Paraguay Chile Albania Greece
    Moscow Kyiv Kiev Pyongyang Beijing Taipei Seoul Washington Tehran Riyadh Havana Damascus Tokyo
    """.split()
)
_ADJECTIVES = tuple(
    """
    Russian Ukrainian Syrian Chinese Taiwanese Israeli Bolivian Iranian Egyptian Cuban Serbian Georgian Moroccan
    Algerian Spanish Irish Norwegian Japanese Palestinian Ethiopian Canadian Indian Venezuelan Mexican Turkish
    Armenian British French German Italian Libyan Belarusian Kenyan Rwandan Chilean Greek American Abkhaz Swedish
    """.split()
)
_EASTERN_FAMILY = ("Kim", "Choe", "Choi", "Ri", "Shin", "Pak", "Han", "Wang", "Li", "Chen", "Moon")
_SYLLABLES = tuple(
    "Son Hong Jong Yong Chol Sun Kwang Myong Il Hye Tae Min Jae Ki Su Dong Wei Ming Hui Chul Nam Song".split()
)
_FAMILY = tuple(
    """
    Ivanov Petrov Kuznetsova Santos Silva Fernandez Lopez Haddad Mansour Khalil Meyer Weber Novak Kovac Tanaka Sato
    Okafor Mensah Abebe Tesfaye Rossi Dubois Smith Brown Hansen Virtanen
    """.split()
)
_GIVEN = tuple(
    """
    Maria Ana Elena Olga Irina Sergei Dmitri Pavel Omar Hassan Layla Ahmed Carlos Luis Jose Anna Peter John Mary
    Kenji Yuki Kofi Ama Dawit Sara Marco Claire Lars Aino Viktor Natalia Ibrahim Fatima
    """.split()
)
_AGENCIES = ("KCNA", "Reuters", "TASS", "Xinhua", "AFP", "Yonhap")
_MONTHS = tuple("January February March April May June July August September October November December".split())
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_IRREGULAR = {
    "cut": ("cuts", "cut", "cut", "cutting"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "expel": ("expels", "expelled", "expelled", "expelling"),
    "say": ("says", "said", "said", "saying"),
    "become": ("becomes", "became", "become", "becoming"),
    "break": ("breaks", "broke", "broken", "breaking"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A word with its dependents.

    Attributes:
        word: The form.
        tag: Penn Treebank tag.
        pos: Universal part of speech.
        relation: Relation to the head.
        left: Dependents before the word, in order.
        right: Dependents after it.
        glued: No blank stands before the word.
    """

    word: str
    tag: str
    pos: str
    relation: str = "ROOT"
    left: tuple["Node", ...] = ()
    right: tuple["Node", ...] = ()
    glued: bool = False

    def as_(self, relation: str) -> "Node":
        """Return the phrase as a dependent of this kind."""
        return replace(self, relation=relation)

    def before(self, *nodes: "Node") -> "Node":
        """Return the phrase with dependents put in front."""
        return replace(self, left=(*nodes, *self.left))

    def after(self, *nodes: "Node") -> "Node":
        """Return the phrase with dependents put at its end."""
        return replace(self, right=(*self.right, *nodes))


Rule = Callable[[random.Random], Node]


def chance(rng: random.Random, share: float) -> bool:
    """Draw whether something happens that happens in this share of cases."""
    return rng.random() < share


def mark(word: str, tag: str | None = None) -> Node:
    """Return a punctuation mark; all but dashes and opening quotes follow without a blank."""
    return Node(word, tag or word, "PUNCT", "punct", glued=word in {".", ",", "”"})


def article(word: str = "the") -> Node:
    """Return an article."""
    return Node(word, "DT", "DET", "det")


def preposition(word: str) -> Node:
    """Return a preposition, to stand before a noun."""
    return Node(word, "IN", "ADP", "case")


def possessive(owner: Node) -> Node:
    """Return "Cuba’s", to stand before a noun."""
    return owner.as_("nmod:poss").after(Node("’s", "POS", "PART", "case", glued=True))


def its() -> Node:
    """Return "its"."""
    return Node("its", "PRP$", "PRON", "nmod:poss")


def adjective(word: str) -> Node:
    """Return an adjective, to stand before a noun."""
    return Node(word, "JJ", "ADJ", "amod")


def noun(word: str, *left: Node) -> Node:
    """Return a common noun with what stands before it; a plural ends in "s"."""
    plural = word.endswith("s") and not word.endswith("ss")
    return Node(word, "NNS" if plural else "NN", "NOUN", left=left)


def name(word: str, relation: str = "ROOT") -> Node:
    """Return a proper noun of one word."""
    return Node(word, "NNP", "PROPN", relation)


def verb(lemma: str, tag: str) -> Node:
    """Return a form of a verb."""
    return Node(_form(lemma, tag), tag, "VERB")


def auxiliary(word: str, tag: str, relation: str = "aux") -> Node:
    """Return an auxiliary or a form of "be" before a predicate."""
    return Node(word, tag, "AUX", relation)


def set_off(phrase: Node, sign: Node | None = None) -> Node:
    """Return a phrase as an apposition between two marks, commas if none is given."""
    return phrase.as_("appos").before(sign or mark(",")).after(sign or mark(","))


def _form(lemma: str, tag: str) -> str:
    forms = _IRREGULAR.get(lemma)
    if forms is None:
        stem = lemma.removesuffix("e")
        past = lemma[:-1] + "ied" if lemma.endswith("y") else stem + "ed"
        present = lemma[:-1] + "ies" if lemma.endswith("y") else lemma + ("es" if lemma.endswith("sh") else "s")
        forms = (present, past, past, stem + "ing")
    return {"VB": lemma, "VBP": lemma, "VBZ": forms[0], "VBD": forms[1], "VBN": forms[2], "VBG": forms[3]}[tag]


# ---------------------------------------------------------------- who


def draw_place(rng: random.Random) -> Node:
    """Return the name of a state, a region or a capital."""
    return _draw_long_place(rng) if chance(rng, 0.35) else name(rng.choice(_PLACES))


def _draw_long_place(rng: random.Random) -> Node:
    north = name(rng.choice(("North", "South")), "compound")
    initials = name(rng.choice(("DPR", "LPR", "DPRK", "UAE", "UK")))
    people = possessive(Node("People", "NNPS", "PROPN"))
    region = name(rng.choice(("Donetsk", "Luhansk", "Lugansk")), "compound")
    return rng.choice(
        (
            name("Korea").before(north),
            name("Korea").before(north),
            name("Arabia").before(Node("Saudi", "NNP", "ADJ", "amod")),
            Node("States", "NNPS", "PROPN", left=(article(), Node("United", "NNP", "ADJ", "amod"))),
            name("Republic").before(article(), region, people),
            initials.before(article()) if chance(rng, 0.7) else initials,
        )
    )


def draw_nationality(rng: random.Random) -> Node:
    """Return an adjective of a state: "Cuban", "North Korean"."""
    if chance(rng, 0.2):
        return adjective("Korean").before(name(rng.choice(("North", "South")), "compound"))
    return adjective(rng.choice(_ADJECTIVES))


def draw_person(rng: random.Random) -> Node:
    """Return a name of a person, in Western or in Eastern order."""
    if chance(rng, 0.55):
        return name(rng.choice(_GIVEN)).after(name(rng.choice(_FAMILY), "flat"))
    first, second = rng.sample(_SYLLABLES, 2)
    family = name(rng.choice(_EASTERN_FAMILY))
    if chance(rng, 0.4):
        return family.after(name(first, "flat"), name(second, "flat"))
    hyphen = replace(mark("-", "HYPH"), glued=True)
    return family.after(name(first, "flat").after(hyphen, replace(name(second.lower(), "flat"), glued=True)))


def draw_institution(rng: random.Random) -> Node:
    """Return a ministry, a government or an embassy of a state."""
    common = noun("ministry").before(adjective("foreign"))
    proper = name("Ministry").before(Node("Foreign", "NNP", "ADJ", "amod"))
    ministry = rng.choice((common, proper))
    return rng.choice(
        (
            ministry.before(possessive(draw_place(rng))),
            ministry.before(article(), draw_nationality(rng)),
            noun("government", article()).after(draw_place(rng).as_("nmod").before(preposition("of"))),
            noun(rng.choice(("government", "ministry", "embassy", "side")), article(), draw_nationality(rng)),
        )
    )


def draw_official(rng: random.Random) -> Node:
    """Return a person in office, by name, by office or by both."""
    person, office = draw_person(rng), _draw_office(rng)
    owner = possessive(draw_place(rng))
    named = office.before(owner) if chance(rng, 0.4) else office.before(article(), draw_nationality(rng))
    dash = mark(rng.choice(("–", "–", "—", "-")), ":")
    title = _draw_title(rng)
    return rng.choice(
        (
            person.before(title.before(draw_nationality(rng)) if chance(rng, 0.7) else title),
            person.after(set_off(named)),
            named.after(set_off(person, dash)),
            named.after(set_off(person)),
            named,
        )
    )


def _draw_office(rng: random.Random) -> Node:
    target = draw_place(rng).as_("nmod").before(preposition("to"))
    return rng.choice(
        (
            noun("president"),
            noun("minister", adjective("prime")),
            noun("minister", adjective("foreign")),
            noun("spokesman"),
            noun("ambassador").after(target),
            noun("envoy").after(target),
        )
    )


def _draw_title(rng: random.Random) -> Node:
    first, _, second = rng.choice(("President", "Prime Minister", "Foreign Minister", "Ambassador")).partition(" ")
    title = name(second or first, "nmod:desc")
    return title.before(Node(first, "NNP", "ADJ", "amod")) if second else title


def draw_actor(rng: random.Random) -> Node:
    """Return somebody who acts for a state."""
    return rng.choice((draw_place, draw_place, draw_place, draw_institution, draw_official))(rng)


def draw_speaker(rng: random.Random) -> Node:
    """Return somebody who says something: an agency, an institution, a person, a pronoun."""
    pronoun = Node(rng.choice(("he", "she", "it", "they")), "PRP", "PRON")
    agency = name(rng.choice(_AGENCIES))
    return rng.choice((pronoun, agency, draw_institution(rng), draw_institution(rng), draw_official(rng)))


# ---------------------------------------------------------------- when


def draw_time(rng: random.Random) -> Node:
    """Return a date or a day, as an adverbial."""
    weekday = name(rng.choice(_DAYS), "obl")
    year = Node(str(rng.randint(1945, 2026)), "CD", "NUM", "nmod:unmarked")
    return rng.choice(
        (
            weekday.before(preposition("on")),
            weekday.as_("obl:unmarked"),
            year.as_("obl").before(preposition("in")),
            noun(rng.choice(("week", "month", "year")), adjective("last")).as_("obl:unmarked"),
            _draw_day(rng, year),
            _draw_day(rng, year),
        )
    )


def _draw_day(rng: random.Random, year: Node) -> Node:
    number = str(rng.randint(1, 31))
    month = name(rng.choice(_MONTHS), "nmod:unmarked")
    day = Node(number, "CD", "NUM", "obl")
    if chance(rng, 0.4):  # 2 June 2022
        day = day.after(month, year) if chance(rng, 0.6) else day.after(month)
        return day.before(preposition("on"))
    if chance(rng, 0.4):
        day = replace(day, word=number + {"1": "st", "2": "nd", "3": "rd"}.get(number, "th"))
    dated = day.before(preposition("on"), month)
    return dated.after(mark(","), year) if chance(rng, 0.5) else dated
