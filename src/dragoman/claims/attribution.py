"""On whose word: the hops between the voice of a section and the innermost speaker.

Going up the tree from an act to the root of its sentence, every verb of saying that governs the
act, every "according to", and every letter or statement it stands in adds a hop. Vague sources are
hops as well. Sources: DESIGN, section 6; Krestel, Bergler and Witte, "Minding the source" (2008).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.actors.participant import UNKNOWN_ID, Participant
from dragoman.claims.hop import Hop
from dragoman.claims.medium import find_medium
from dragoman.claims.saying import accuser_above, acl_of_subjects, closes, is_noun, is_participle, stands_alone
from dragoman.documents.section import VoiceKind
from dragoman.documents.span import Span
from dragoman.events.clause import (
    finite_above,
    is_passive,
    logical_subjects,
    noun_modifiers,
    preposition,
    surface_subjects,
    with_preposition,
)
from dragoman.events.phrase import phrase_text
from dragoman.language.sentence import Sentence, Token

_CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "obj", "csubj", "nsubj:pass", "dep"})
_ACCUSING = frozenset({"accuse", "suspect", "blame", "charge"})
_CITED = "cited"
_DENIED = "denied"
_ISSUING = frozenset(
    {"issue", "send", "write", "sign", "publish", "release", "post", "address", "hand", "give", "read"}
)
_CONCLUDING = frozenset({"conclude", "initial", "negotiate", "draft", "adopt", "propose", "reach", "agree", "take"})
_MEDIUM = frozenset({"in", "through", "via", "during", "by"})
"""Prepositions before the letter or interview in which something is told."""
_NOMINAL_STEPS = frozenset({"nmod", "obl", "acl", "conj", "advcl"})


@dataclass(frozen=True, slots=True)
class AttributionLexicon:
    """Words that say on whose word, of one language.

    Attributes:
        verbs: Lemma of a verb of saying, and how its subject commits himself.
        prepositions: Words that introduce a source, and how.
        documents: Nouns for writings and speeches that can speak.
        unnamed: Nouns for sources without a name.
        adverbs: Adverbs that hand on what is said elsewhere, and how: "reportedly".
        rejecting: Lemmas of verbs whose subject denies what a report says that is their object.
        media: Nouns behind or before which the name of an agency or outlet stands, and which of the two it is.
    """

    verbs: dict[str, str]
    prepositions: dict[str, str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    adverbs: Mapping[str, str] = field(default_factory=dict)
    rejecting: frozenset[str] = frozenset()
    media: Mapping[str, str] = field(default_factory=dict)


class Speakers(Protocol):
    """What must be known of who is who."""

    def participants(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Whom a noun phrase stands for."""

    def issuer(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        """Who issued the statement or letter that a noun phrase stands for."""

    def kind_of(self, participant: Participant) -> VoiceKind:
        """Whether a participant speaks as an agency, an outlet, a person or an actor."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A hop with the word that carries it, so that its date can be found.

    Attributes:
        hop: The step of attribution.
        token: The verb of saying, or the head of the source.
        speakers: Who speaks, where that is known.
    """

    hop: Hop
    token: Token
    speakers: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Finds the hops above an act.

    Attributes:
        lexicon: The words of the language.
        speakers: Who is who in the document.
    """

    lexicon: AttributionLexicon
    speakers: Speakers

    def find_sayings(self, sentence: Sentence, trigger: Token) -> tuple[Saying, ...]:
        """Return the sayings that govern an act, outermost first."""
        found: list[Saying] = []
        token, said_at = trigger, 0
        for _ in range(len(sentence.tokens)):
            # Whom a speaker cites stands further inside than the speaker: "citing a diplomat, the agency said".
            found[said_at:said_at] = self._citing(sentence, token)
            found += self._hearsay(sentence, token)
            found += self._around(sentence, token, trigger)
            joined = finite_above(sentence, token)
            if joined is not None:
                token = joined
                continue
            head = sentence.head_of(token)
            if head is None or stands_alone(sentence, token):
                break
            said_at = len(found)
            found += self._governing(sentence, token, head)
            token = head
        found += self._trailing(sentence, trigger)
        return tuple(reversed(_distinct(_framing_last(sentence, found, trigger))))

    def _around(self, sentence: Sentence, token: Token, trigger: Token) -> Iterator[Saying]:
        """Sources that hang on the act or on a clause above it: "according to …", "…, he said"."""
        for child in sentence.dependents(token, "obl", "nmod", "parataxis", "advcl"):
            word = preposition(sentence, child)
            if child.base == "parataxis":
                # "…; it had maintained an office", "…, six days after it had been announced" are no sources.
                is_source = not sentence.dependents(child, "ccomp", "obj", "mark")
                if child.lemma.lower() in self.lexicon.verbs and is_source:
                    yield from self.said_by(sentence, child)
            elif word in self.lexicon.prepositions:
                if self.lexicon.prepositions[word] != _CITED:
                    yield from self._cited_within(sentence, child)
                    yield from self._cited_beside(sentence, token, child)
                    yield from self._source(sentence, child, how=self.lexicon.prepositions[word], cue=word)
            elif self._hands_on(sentence, child):
                yield from self._agents(sentence, child)
            elif word == "in" and child.lemma.lower() in self.lexicon.documents and child.index < trigger.index:
                yield from self._document(sentence, child, cue=word)

    def _citing(self, sentence: Sentence, token: Token) -> Iterator[Saying]:
        """Whom the speaker of a clause cites: "…, citing a diplomat"."""
        for child in sentence.dependents(token, "obl", "nmod", "advcl"):
            word = preposition(sentence, child)
            if word in self.lexicon.prepositions:
                if self.lexicon.prepositions[word] == _CITED:
                    yield from self._source(sentence, child, how=_CITED, cue=word)
            elif child.text.lower() in self.lexicon.prepositions and not self._cites_for(sentence, token, child):
                for source in sentence.dependents(child, "obj", "obl"):
                    yield from self._source(sentence, source, how=_CITED, cue=child.text)

    def _cited_beside(self, sentence: Sentence, verb: Token, source: Token) -> Iterator[Saying]:
        """Whom a source in front cites: "according to the agency, *citing a diplomat*, the minister said"."""
        for child in sentence.dependents(verb, "advcl"):
            if self._cites_for(sentence, verb, child) == source:
                for cited in sentence.dependents(child, "obj", "obl"):
                    yield from self._source(sentence, cited, how=_CITED, cue=child.text)

    def _cites_for(self, sentence: Sentence, verb: Token, citing: Token) -> Token | None:
        """Return the source in front whose citing a clause tells; ``None`` where the subject of the verb cites."""
        subjects = sentence.dependents(verb, "nsubj")
        if citing.text.lower() not in self.lexicon.prepositions or any(s.index < citing.index for s in subjects):
            return None
        before = [
            t
            for t in sentence.dependents(verb, "obl")
            if t.index < citing.index and self.lexicon.prepositions.get(preposition(sentence, t), _CITED) != _CITED
        ]
        return before[-1] if before and subjects else None

    def _hands_on(self, sentence: Sentence, verb: Token) -> bool:
        """Tell whether a participle says who hands on a piece of speech: "in remarks *carried* by the agency"."""
        is_participle = verb.base == "advcl" and verb.tag == "VBN" and verb.lemma.lower() in self.lexicon.verbs
        return is_participle and any(
            t.lemma.lower() in self.lexicon.documents for t in sentence.dependents(verb, "obl")
        )

    def _agents(self, sentence: Sentence, verb: Token) -> Iterator[Saying]:
        """Who hands on what somebody said: "quoted *by the agency*", "carried *by the agency*"."""
        for agent in with_preposition(sentence, verb, "by"):
            yield from self._source(sentence, agent, how=self.lexicon.verbs[verb.lemma.lower()], cue=verb.text)

    def _trailing(self, sentence: Sentence, trigger: Token) -> Iterator[Saying]:
        """A source behind the statement, wherever the tree hangs it: "…, the agency reported on Monday."."""
        for verb in sentence.tokens[trigger.index + 1 :]:
            if verb.lemma.lower() in self.lexicon.verbs and closes(sentence, verb, trigger):
                yield from self.said_by(sentence, verb)
                return

    def _hearsay(self, sentence: Sentence, token: Token) -> Iterator[Saying]:
        """Sources that an adverb leaves unnamed: "*allegedly* closed its embassy"."""
        for child in sentence.dependents(token, "advmod"):
            how = self.lexicon.adverbs.get(child.text.lower())
            if how is not None:
                yield Saying(Hop(child.text, VoiceKind.UNNAMED, cue=child.text, how=how, span=child.span), child)

    def _cited_within(self, sentence: Sentence, source: Token) -> Iterator[Saying]:
        """Whom a source itself cites: "the agency said, quoting an official", "the paper, which cites the embassy"."""
        below = (*sentence.dependents(source, "advcl", "xcomp", "acl"), *acl_of_subjects(sentence, source))
        for child in below:
            if child.lemma.lower() in {"quote", "cite"} and child.tag in {"VBG", "VBZ", "VBD", "VBP"}:
                for cited in sentence.dependents(child, "obj"):
                    yield from self._source(sentence, cited, how=_CITED, cue=child.text)

    def _governing(self, sentence: Sentence, token: Token, head: Token) -> Iterator[Saying]:
        document = self._document_above(sentence, token, head)
        if document is not None:
            yield from self._said_in(sentence, token, document)
            return
        accuser = accuser_above(sentence, token, head)
        if accuser is not None and accuser.lemma.lower() in self.lexicon.verbs:
            yield from self.said_by(sentence, accuser)
        if head.lemma.lower() not in self.lexicon.verbs or head.pos not in {"VERB", "AUX"} or is_noun(head):
            return
        if _is_quoted_saying(self.lexicon, token, head):
            # "Quoted the minister as saying", "was quoted by the agency as saying": the minister is there already.
            quoting = self._agents(sentence, head) if is_passive(sentence, head) else self.said_by(sentence, head)
            yield from quoting
            return
        is_said = token.base in _CONTENT or token.relation in _CONTENT
        if token.base == "advcl":
            marks = [t.text.lower() for t in sentence.dependents(token, "mark")]
            is_finite = bool(sentence.dependents(token, "nsubj"))
            is_said = (
                "that" in marks
                or _charges(self.lexicon, head, marks)
                or (not marks and is_finite and token.index < head.index)
            )
            is_said = is_said or (head.lemma.lower() in _ACCUSING and bool({"of", "for", "with"} & {*marks}))
        if is_said:
            yield from self.said_by(sentence, head)

    def _said_in(self, sentence: Sentence, token: Token, document: Token) -> Iterator[Saying]:
        above = sentence.head_of(document)
        if above is not None and above.lemma.lower() in self.lexicon.rejecting and document.base in {"obj", "obl"}:
            # Who calls a report untrue says himself that it is not so.
            for subject in logical_subjects(sentence, above):
                yield from self._source(sentence, subject, how=_DENIED, cue=above.text, verb=above)
            return
        # "Told the agency in an interview that …": the clause is what was told, wherever the tree hangs it.
        is_told_in = document.base == "obl" and preposition(sentence, document) in _MEDIUM
        if above is not None and is_told_in and above.lemma.lower() in self.lexicon.verbs:
            yield from self.said_by(sentence, above)
        elif any(t.text.lower() == "that" for t in sentence.dependents(token, "mark")):
            yield from self._document(sentence, document, cue=document.text)

    def _document_above(self, sentence: Sentence, token: Token, head: Token) -> Token | None:
        """Return the piece of speech whose content a clause is: "the remark of a diplomat that both had relations"."""
        if not is_noun(head) or token.base not in {"acl", "ccomp"} or _makes(sentence, token):
            return None
        if head.lemma.lower() in self.lexicon.documents:
            return head
        above = sentence.head_of(head)
        # Parsers hang the clause on the speaker, but a clause with "that" and a subject is no relative one.
        is_content = bool(sentence.dependents(token, "nsubj") and sentence.dependents(token, "mark"))
        is_speaker = head.base == "nmod" and above is not None and above.lemma.lower() in self.lexicon.documents
        return above if is_content and is_speaker else None

    def named(self, sentence: Sentence, head: Token) -> tuple[Saying, ...]:
        """Return sayings without a verb for those whom a phrase names."""
        return tuple(self._source(sentence, head, how="said", cue=""))

    def said_by(self, sentence: Sentence, verb: Token) -> Iterator[Saying]:
        """Yield the sayings of a verb of saying, innermost first: whom its subject cites, then the subject."""
        yield from self._cited_within(sentence, verb)
        how = self.lexicon.verbs[verb.lemma.lower()]
        above = sentence.head_of(verb)
        subjects = logical_subjects(sentence, verb)
        if above is not None and _is_quoted_saying(self.lexicon, verb, above) and not is_passive(sentence, above):
            subjects = sentence.dependents(above, "obj")
        named = False
        for subject in subjects:
            for saying in self._source(sentence, subject, how=how, cue=verb.text, verb=verb):
                named = True
                yield saying
            for quoted in sentence.dependents(subject, "acl"):
                if quoted.tag == "VBN" and self.lexicon.verbs.get(quoted.lemma.lower()) == _CITED:
                    yield from self._agents(sentence, quoted)
        if not named and (is_passive(sentence, verb) or not surface_subjects(sentence, verb)):
            # "It is said that …", but only "is said" of "Peru is said to have …": Peru does not say it.
            near = sentence.dependents(verb, "nsubj", "expl", "aux")
            words = " ".join(t.text for t in (*[t for t in near if t.pos in {"PRON", "AUX"}], verb))
            yield Saying(Hop(words, VoiceKind.UNNAMED, cue=verb.text, how=how, span=verb.span), verb)

    def _source(
        self, sentence: Sentence, head: Token, *, how: str, cue: str, verb: Token | None = None
    ) -> Iterator[Saying]:
        if head.lemma.lower() in self.lexicon.documents:
            yield from self._document(sentence, head, cue=cue, how=how, verb=verb)
            return
        participants = self._own_participants(sentence, head)
        medium = find_medium(sentence, head, self.lexicon.media)
        if medium is not None and all(p.id.islower() for p in participants):
            participants = ()  # a name behind "the newspaper" is no person's
        for participant in participants:
            yield Saying(self._hop(participant, how=how, cue=cue), verb or head, (participant,))
        if not participants and (head.pos != "PRON" or head.lemma.lower() in self.lexicon.unnamed):
            words = phrase_text(sentence, head)
            kind = VoiceKind.UNNAMED if head.pos != "PROPN" else VoiceKind.PERSON
            hop = Hop(words, kind, cue=cue, how=how, span=_span(sentence, head))
            yield Saying(hop if medium is None else medium.as_hop(hop), verb or head)

    def _own_participants(self, sentence: Sentence, head: Token) -> tuple[Participant, ...]:
        """Those whom a phrase names itself; parsers often hang a neighbour's name on it."""
        found = self.speakers.participants(sentence, head)
        return tuple(p for p in found if p.mention.span.overlaps(head.span)) or found

    def _issuers(self, sentence: Sentence, head: Token) -> tuple[Participant, ...]:
        """Who issued a document: as the phrase says ("a bulletin issued by …", "the ministry's statement")."""
        issuing = [t for t in sentence.dependents(head, "acl") if is_participle(sentence, t) or t.lemma in _ISSUING]
        makers = [t for verb in issuing for t in logical_subjects(sentence, verb)]
        makers += [*sentence.dependents(head, "nmod:poss"), *with_preposition(sentence, head, "by", "of", "from")]
        makers += noun_modifiers(sentence, head)
        for maker in makers:
            found = self._own_participants(sentence, maker) if maker != head else ()
            if found:
                return found
        return self.speakers.issuer(sentence, head)

    def _document(
        self, sentence: Sentence, head: Token, *, cue: str, how: str = "said", verb: Token | None = None
    ) -> Iterator[Saying]:
        issuers = self._issuers(sentence, head)
        words = phrase_text(sentence, head)
        for issuer in issuers:
            hop = self._hop(issuer, how=how, cue=words if cue in words else f"{cue} {words}")
            yield Saying(hop, verb or head, (issuer,))
        if not issuers:
            hop = Hop(phrase_text(sentence, head), VoiceKind.DOCUMENT, cue=cue, how=how, span=_span(sentence, head))
            yield Saying(hop, verb or head)

    def _hop(self, participant: Participant, *, how: str, cue: str) -> Hop:
        is_named = participant.id != UNKNOWN_ID
        is_unnamed = not is_named and participant.person is None
        return Hop(
            source=participant.person or _title(participant),
            kind=VoiceKind.UNNAMED if is_unnamed else self.speakers.kind_of(participant),
            cue=cue,
            how=how,
            id=participant.id if is_named else None,
            role=participant.role,
            span=participant.mention.span,
        )


def _framing_last(sentence: Sentence, sayings: list[Saying], trigger: Token) -> list[Saying]:
    """Put those that frame the whole sentence outermost: "A said that …, according to B", "…, B reported"."""
    above = {trigger.index, *(t.index for t in sentence.ancestors(trigger))}
    behind = [s for s in sayings if s.token.index > trigger.index and s.token.index not in above]
    return [s for s in sayings if s not in behind] + behind


def _makes(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a relative clause says who made the document above it: "a memorandum *that Peru signed*"."""
    is_relative = verb.relation == "acl:relcl" and verb.lemma.lower() in _ISSUING | _CONCLUDING
    return is_relative and not sentence.dependents(verb, "obj", "nsubj:pass")


def _is_quoted_saying(lexicon: AttributionLexicon, verb: Token, head: Token) -> bool:
    """Tell whether a verb of saying is what somebody is quoted as: "quoted him *as saying*"."""
    is_below = verb.base in {"advcl", "xcomp", "acl", "obl"} and verb.tag == "VBG"
    return is_below and lexicon.verbs.get(head.lemma.lower()) == _CITED and verb.lemma.lower() in lexicon.verbs


def _charges(lexicon: AttributionLexicon, verb: Token, marks: list[str]) -> bool:
    """Tell whether a clause says what somebody is charged with: "accused Peru of …", "blamed it for …"."""
    return marks == ["of"] or (marks == ["for"] and lexicon.verbs[verb.lemma.lower()] == "claimed")


def _title(participant: Participant) -> str:
    """What to call a speaker without a personal name: the office with its polity, or the plain name."""
    return participant.name if participant.role is None else f"{participant.name} ({participant.role})"


def _span(sentence: Sentence, head: Token) -> Span:
    words = phrase_text(sentence, head)
    start = sentence.text.find(words)
    if start < 0:
        return head.span
    return Span(sentence.start + start, sentence.start + start + len(words))


def _distinct(sayings: list[Saying]) -> list[Saying]:
    """One hop for each source, the innermost place kept."""
    return list({(s.hop.source.casefold(), s.hop.id): s for s in reversed(sayings)}.values())[::-1]
