"""Logical subjects and objects: who does it and to whom, whatever the grammar of the clause.

Passives, infinitives, participles, relative clauses and coordinated verbs hide the doer
in different places of a Universal Dependencies tree (https://universaldependencies.org/u/dep/).
The functions here look in all of them, and give the heads of the phrases found.
"""

from dragoman.language.sentence import Sentence, Token

CONTENT_NOUNS = frozenset(
    "act agreement announcement attempt bid call communique communiqué comment declaration decision decree "
    "demand desire document draft edict effort instrument intent intention law letter measure memorandum "
    "message motion move note offer order pact plan pledge proclamation promise proposal protocol readiness "
    "refusal remark resolution speech statement step text threat treaty vote willingness wish "
    "possibility prospect chance idea option opportunity right duty obligation goal aim need failure principle".split()
)
OBJECT_CONTROL = frozenset(
    "advise allow ask authorize beg cause challenge command compel convince direct enable encourage force get "
    "help instruct invite lead order permit persuade press pressure prompt push request require task tell urge "
    "want warn".split()
)
_SHARING = frozenset({"conj", "xcomp", "acl", "advcl", "ccomp", "parataxis", "cc", "mark", "advmod"})
CROWDS = frozenset(
    "thousand thousands hundred hundreds dozen dozens score scores million group number crowd majority".split()
)
"""Words behind which "of" says who they are."""
BLAMED = frozenset(
    "accuse applaud arrest attack bar blame block caution chide condemn congratulate convict criticise "
    "criticize denounce detain deter discourage dissuade fault fine forgive imprison indict jail keep praise "
    "prevent prohibit prosecute punish rebuke sanction sentence slam stop sue thank try warn".split()
)
"""Verbs whose object is the doer of the "for", "from", "of" or "against" clause behind it."""
ANSWERING = frozenset(
    "accept anticipate applaud await back blast block celebrate commemorate commend condemn contest criticise "
    "criticize decry demand denounce deplore discourage dismiss dispute expect favor favour gain get hail "
    "impede lament mark mourn note obstruct obtain oppose praise prevent protest receive regret reject "
    "remember request resent resist secure seek slam support urge veto vote want welcome win witness".split()
)
"""Verbs whose subject answers, wants or gets an act and is not its doer: "condemned *the recognition* of X"."""
COPULAR = frozenset({"become", "remain", "be"})
PARTICLES = frozenset({"off", "up", "down", "out", "back"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
COUNTED = frozenset({"country", "state", "nation", "government", "member", "power", "republic"})
_NAMING = frozenset({"PROPN", "NOUN"})
_WITHIN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP"})
_DASHES = frozenset({"–", "—", "-", "’s", "'s", "“", "”"})
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "while", "because", "until"})
_BLAMING = frozenset({"for", "from", "of", "against"})
_CALLED_FOR = frozenset({"for", "against"})
_MAX_CLIMB = 12
_MAX_ORDINAL_DIGITS = 3


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb stands in the passive (its own or, for a bare participle after a noun, implied)."""
    for child in sentence.dependents(verb):
        if child.relation in {"aux:pass", "nsubj:pass", "csubj:pass"}:
            return True
    return verb.tag == "VBN" and verb.base == "acl" and not sentence.dependents(verb, "aux", "nsubj", "obj")


def preposition(sentence: Sentence, token: Token) -> str:
    """Return the preposition that introduces a phrase in lower case ("of", "according to"), or ``""``."""
    for child in sentence.dependents(token, "case", "mark"):
        if child.text in {"'s", "’s", "'", "’"} or child.index > token.index:
            continue
        fixed = [t.text for t in sentence.dependents(child, "fixed")]
        return " ".join([child.text, *fixed]).lower()
    return ""


def with_preposition(sentence: Sentence, token: Token, *words: str) -> tuple[Token, ...]:
    """Return the phrases below a token that one of the prepositions introduces."""
    # Parsers take "acceded to the treaty" for a plain object now and then.
    near = sentence.dependents(token, "obl", "nmod", "advcl", "acl", "obj")
    return tuple(t for t in near if preposition(sentence, t) in words or _compound_preposition(sentence, t) in words)


def _compound_preposition(sentence: Sentence, token: Token) -> str:
    """The preposition with a word before it that belongs to it: "pulled *out of* the pact", or ``""``."""
    marks = [t for t in sentence.dependents(token, "case") if t.index < token.index]
    if not marks or marks[-1].index == 0:
        return ""
    before = sentence.tokens[marks[-1].index - 1]
    return f"{before.text} {marks[-1].text}".lower() if before.pos in {"ADP", "ADV"} else ""


def logical_subjects(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the heads of the phrases that name who does what a verb or noun says.

    Args:
        sentence: The sentence.
        token: A verb, or a noun of action ("recognition").

    Returns:
        Heads of noun phrases, usually one (coordination is left to the caller); empty where the text
        does not say who does it.
    """
    if token.pos in {"NOUN", "PROPN"}:
        return _subjects_of_noun(sentence, token)
    return _members(sentence, _subjects_of_verb(sentence, token, passive=is_passive(sentence, token)))


def _members(sentence: Sentence, heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whom a number or a crowd is made up of: "thousands of *Georgians* protested"."""
    found: list[Token] = []
    for head in heads:
        inner = with_preposition(sentence, head, "of") if head.lemma.lower() in CROWDS else ()
        found += inner or (head,)
    return tuple(found)


def _subjects_of_verb(sentence: Sentence, verb: Token, *, passive: bool) -> tuple[Token, ...]:
    if passive:
        return tuple(
            t for t in sentence.dependents(verb, "obl") if t.relation == "obl:agent" or preposition(sentence, t) == "by"
        )
    return surface_subjects(sentence, verb)


def surface_subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the subject of a clause as its grammar gives it, through control and coordination."""
    token = verb
    for _ in range(_MAX_CLIMB):
        # Also on the way up: "the second state *to follow* Brazil in recognising it".
        counted = ordinal_noun(sentence, token) if token.base in {"acl", "advcl", "xcomp"} else None
        if counted is not None:
            return _subjects_above_noun(sentence, counted[0])
        own = sentence.dependents(token, "nsubj")
        if own:
            return _subject_behind_conjunction(sentence, token) or _without_relatives(sentence, token, own)
        if token.base == "fixed" and token.pos == "VERB":
            # "as well as establishing": parsers take the verb for a part of the conjunction.
            token = sentence.tokens[token.head]
        head = sentence.head_of(token)
        if head is None or token.base not in _SHARING:
            return _adjacent_subjects(sentence, token)
        found = _subjects_from_above(sentence, token, head)
        if found is not None:
            return found
        token = head
    return ()


def _subjects_from_above(sentence: Sentence, token: Token, head: Token) -> tuple[Token, ...] | None:
    """The subjects that the construction above a verb gives it; ``None`` where the head's own are meant."""
    if token.base == "acl":
        return _subjects_above_noun(sentence, head)
    if token.base == "xcomp" or (
        token.base == "advcl" and head.lemma in BLAMED and preposition(sentence, token) in _BLAMING
    ):
        return _object_controllers(sentence, head, token) or None
    if token.base in {"ccomp", "parataxis"} and token.tag not in {"VB", "VBG"}:
        return _adjacent_subjects(sentence, token)
    if head.pos in {"NOUN", "PROPN"} and not sentence.dependents(head, "nsubj", "cop"):
        return _subjects_above_noun(sentence, head) if token.base == "advcl" else ()
    return None


def _subject_behind_conjunction(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The name between a conjunction and a finite verb, where the parser took the conjunction for a preposition.

    In "that the step is no surprise, as Russia also supported it" the supporter is Russia, not the step.
    """
    if verb.tag not in {"VBD", "VBZ", "VBP"}:
        return ()
    before = [t for t in sentence.tokens[: verb.index] if t.pos not in {"ADV", "AUX"}]
    name = before[-1] if before else None
    if name is not None and name.base == "flat":
        name = sentence.head_of(name)
    if name is None or name.pos != "PROPN" or name.base not in {"obl", "nmod"}:
        return ()
    return (name,) if preposition(sentence, name) in _CONJUNCTIONS else ()


def _adjacent_subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The names right before a finite verb for which the parser found no subject ("…, A and B signed")."""
    if verb.tag not in {"VBD", "VBZ", "VBP", "VBN"} or is_passive(sentence, verb):
        return ()
    found: list[Token] = []
    is_open = True
    for token in reversed(sentence.tokens[: verb.index]):
        if is_open and token.pos in _NAMING and (found or token.base != "obl"):
            found.append(token)
            is_open = False
        elif token.pos == "CCONJ" and found:
            is_open = True
        elif not (token.pos in _WITHIN_NAMES or token.text in _DASHES or (is_open and token.pos in {"ADV", "AUX"})):
            break
    return tuple(reversed(found)) if not is_open or len(found) > 1 else ()


def ordinal_noun(sentence: Sentence, infinitive: Token) -> tuple[Token, int] | None:
    """Return the noun of "the third country to recognise" with its number, for the infinitive.

    The nearest such noun before the infinitive is taken, since parsers often hang the infinitive
    on a noun that stands between ("the fifth state since the war to recognise").
    """
    opening = {t.text.lower() for t in sentence.dependents(infinitive, "mark", "nsubj")}
    if not opening & {"to", "that", "which"}:
        return None
    is_infinitive = "to" in opening
    for token in reversed(sentence.tokens[: infinitive.index]):
        if token.lemma.lower() in COUNTED and token.pos in {"NOUN", "PROPN"}:
            for child in sentence.dependents(token, "amod", "nummod", "nmod", "compound"):
                number = ORDINALS.get(child.text.lower()) or _ordinal_digits(child.text)
                if number and (is_infinitive or infinitive.head == token.index):
                    return token, number
        if is_infinitive and _is_ordinal_alone(sentence, token):
            return token, ORDINALS.get(token.text.lower()) or _ordinal_digits(token.text)
        if token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def _is_ordinal_alone(sentence: Sentence, token: Token) -> bool:
    """Tell whether an ordinal stands without its noun: "was *the first* to recognise it"."""
    if token.text.lower() not in ORDINALS and not _ordinal_digits(token.text):
        return False
    return token.base in {"root", "xcomp", "obj", "ccomp", "conj"} and any(
        t.text.lower() == "the" for t in sentence.dependents(token, "det")
    )


def _ordinal_digits(text: str) -> int:
    digits = text.lower().rstrip("sthndr")
    is_ordinal = digits.isdecimal() and digits != text and len(digits) <= _MAX_ORDINAL_DIGITS
    return int(digits) if is_ordinal else 0


def _object_controllers(sentence: Sentence, head: Token, complement: Token) -> tuple[Token, ...]:
    if head.lemma in OBJECT_CONTROL or sentence.dependents(head, "obj"):
        if is_passive(sentence, head):
            return sentence.dependents(head, "nsubj:pass")
        objects = sentence.dependents(head, "obj", "iobj")
        return tuple(t for t in objects if t.index < complement.index)
    if head.lemma in {"call", "appeal", "prevail"}:
        return with_preposition(sentence, head, "on", "upon", "to", "for")
    return ()


def _without_relatives(sentence: Sentence, verb: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    found: list[Token] = []
    for subject in subjects:
        is_relative = subject.pos in {"PRON", "DET"} and subject.text.lower() in RELATIVES
        if is_relative and verb.base == "acl":
            found.append(_antecedent(sentence, verb, subject))
        elif not is_relative or subject.tag not in {"WDT", "WP"}:
            found.append(subject)
    return tuple(found)


def finite_above(sentence: Sentence, token: Token) -> Token | None:
    """The verb with which a finite verb is joined, where the parser hung it on an infinitive below that verb.

    In "spoke of a wish to reopen the line and discussed a bridge", "discussed" is joined with "spoke".
    """
    head = sentence.head_of(token)
    if token.base != "conj" or head is None or head.tag != "VB" or token.tag not in {"VBD", "VBZ"}:
        return None
    return next((t for t in sentence.ancestors(head) if t.tag in {"VBD", "VBZ", "VBP"}), None)


def _antecedent(sentence: Sentence, verb: Token, relative: Token) -> Token:
    """Whom a relative pronoun stands for: with ", which" the name right before it, wherever the parser hangs it."""
    before = [t for t in sentence.tokens[: relative.index] if t.pos != "PUNCT"]
    is_behind_name = relative.text.lower() == "which" and bool(before) and before[-1].pos == "PROPN"
    if not is_behind_name:
        return _identified(sentence, sentence.tokens[verb.head])
    name = before[-1]
    return sentence.tokens[name.head] if name.base == "flat" else name


def _identified(sentence: Sentence, noun: Token) -> Token:
    """Who is said to be one of those of a relative clause: "*Peru* is one of the states that recognised it"."""
    head = sentence.head_of(noun)
    is_part = noun.base == "nmod" and head is not None and head.lemma.lower() in {"one", "some", "part"}
    predicate = head if is_part and head is not None else noun
    subjects = sentence.dependents(predicate, "nsubj")
    is_equation = bool(sentence.dependents(predicate, "cop")) and len(subjects) == 1
    return subjects[0] if is_equation and subjects[0].pos == "PROPN" else noun


def _subjects_above_noun(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Who does what an infinitive or participle below a noun says ("the third country to recognise")."""
    head = sentence.head_of(noun)
    if sentence.dependents(noun, "cop"):
        # "Claims to have been the first to recognise it": the claimant is meant.
        above = surface_subjects(sentence, head) if head is not None and noun.base == "xcomp" else ()
        return sentence.dependents(noun, "nsubj") or above or (noun,)
    if head is not None and head.lemma in COPULAR and noun.base in {"xcomp", "obj", "obl"}:
        return surface_subjects(sentence, head) or (noun,)
    if noun.lemma not in CONTENT_NOUNS:
        return (noun,)
    return _subjects_of_noun(sentence, noun)


def _subjects_of_noun(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    possessors = sentence.dependents(noun, "nmod:poss")
    if possessors:
        return possessors
    agents = with_preposition(sentence, noun, "by")
    if agents:
        return agents
    modifiers = noun_modifiers(sentence, noun)
    if modifiers:
        return modifiers
    if noun.lemma in CONTENT_NOUNS and sentence.dependents(noun, "acl"):
        # "The decision of Peru to recognise Kosovo" is Peru's.
        owners = tuple(t for t in with_preposition(sentence, noun, "of") if t.base == "nmod")
        if owners:
            return owners
    return _subjects_of_governor(sentence, noun)


def _subjects_of_governor(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    head = sentence.head_of(noun)
    if head is None:
        return ()
    if head.pos == "VERB" and noun.base in {"obj", "obl", "xcomp"}:
        is_answered = head.lemma in ANSWERING or (noun.base == "obl" and preposition(sentence, noun) in _CALLED_FOR)
        return () if is_answered else logical_subjects(sentence, head)
    if head.pos == "NOUN" and noun.base == "nmod" and head.lemma in CONTENT_NOUNS:
        return _subjects_of_noun(sentence, head)
    return ()


def noun_modifiers(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return adjectives and nouns before a noun that may name somebody ("the *Russian* recognition")."""
    found = sentence.dependents(noun, "amod", "compound", "nmod:unmarked")
    return tuple(t for t in found if t.index < noun.index and t.text[:1].isupper())


def logical_objects(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the heads of the phrases that name what a verb acts on."""
    if token.pos in {"NOUN", "PROPN"}:
        return with_preposition(sentence, token, "of")
    if is_passive(sentence, token):
        subjects = sentence.dependents(token, "nsubj:pass") or sentence.dependents(token, "nsubj")
        if subjects:
            return _without_relatives(sentence, token, subjects)
        if token.base == "acl":
            noun = sentence.tokens[token.head]
            # "are now being weapon supplied": what the participle hangs by is no noun.
            return surface_subjects(sentence, noun) if noun.pos == "ADJ" else (noun,)
        if token.base in {"conj", "xcomp"}:
            above = sentence.tokens[token.head]
            return _without_relatives(sentence, above, sentence.dependents(above, "nsubj"))
        return ()
    own = sentence.dependents(token, "obj") or _objects_of_particle(sentence, token)
    own = own or sentence.dependents(token, "iobj")
    if own:
        return _relative_objects(sentence, token, _without_examples(sentence, token, own))
    return _shared_objects(sentence, token) or _object_behind_conjunction(sentence, token)


def _object_behind_conjunction(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The noun of a relative clause whose pronoun the parser took for a conjunction: "the pact *that* Peru signed"."""
    marks = [t.text.lower() for t in sentence.dependents(verb, "mark")]
    is_relative = verb.relation == "acl:relcl" and marks == ["that"] and bool(sentence.dependents(verb, "nsubj"))
    return (sentence.tokens[verb.head],) if is_relative and not sentence.dependents(verb, "ccomp", "xcomp") else ()


def _without_examples(sentence: Sentence, verb: Token, objects: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out examples of the doers: "twelve states recognise it, among them A and B"."""
    examples = [t.index for t in with_preposition(sentence, verb, "among") if t.pos == "PRON"]
    return tuple(t for t in objects if not examples or t.index < examples[0]) or objects


def _objects_of_particle(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Objects that a particle has been taken for the preposition of: "breaks *off* relations"."""
    return tuple(t for t in sentence.dependents(verb, "obl") if preposition(sentence, t) in PARTICLES)


def _relative_objects(sentence: Sentence, verb: Token, objects: tuple[Token, ...]) -> tuple[Token, ...]:
    if verb.base == "acl" and all(t.text.lower() in RELATIVES for t in objects):
        return (sentence.tokens[verb.head],)
    return objects


def _shared_objects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Objects that coordinated verbs share: "recognised and praised the republic"."""
    for child in sentence.dependents(verb, "conj"):
        if child.pos == "VERB" and not sentence.dependents(child, "nsubj") and not is_passive(sentence, child):
            objects = sentence.dependents(child, "obj")
            if objects:
                return objects
    return ()
