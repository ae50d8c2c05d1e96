"""From phrases to participants: one pass through a document, left to right.

Each phrase is answered by its own words, or by who the document says a name is, or by
reference to what stands before it. What was answered stands from then on, so that a later
"the two countries" can look back on an earlier one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.actors.bridging import resolve_bridge
from dragoman.actors.coordination import find_groups, outermost
from dragoman.actors.discourse import Discourse, Resolution
from dragoman.actors.leader import Leader
from dragoman.actors.naming import EntryKind, NameForm, Party
from dragoman.actors.noun import COUNTRY_NOUNS, NounKind
from dragoman.actors.participant import UNKNOWN_ID, Mention, Participant
from dragoman.actors.people import People, PersonMention
from dragoman.actors.phrase import ActorPhrase, PhraseKind
from dragoman.actors.quoting import find_quoted
from dragoman.actors.reference import is_reference, resolve_reference, words_of
from dragoman.actors.standing import Standing, head_of_phrase, is_background, is_person, is_subject
from dragoman.actors.topic import NO_TOPIC, Topic
from dragoman.language.sentence import Sentence, Token

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "within", "across", "throughout", "over", "through"}
)
_LOST = frozenset({"conj", "appos", "parataxis", "dep", "compound", "flat", "dislocated", "list", "vocative"})
_ROLES_OF_PEOPLE = frozenset({"nsubj", "obj", "iobj", "conj", "appos"})
_UNNAMED_BODIES = frozenset(
    "government army military troop force soldier police authority rebel insurgent guerrilla militia militant "
    "separatist fighter opposition dissident peacekeeper parliament regime junta mercenary policeman gunman attacker "
    "terrorist extremist bomber kidnapper hijacker assailant pirate gang bandit court candidate commando guard "
    "tribesman hacker faction smuggler trafficker islamist oppositionist gendarme mutineer looter separatist".split()
)


FindLeader = Callable[[str, str | None], Leader | None]
"""Who led a polity under a name, with the office that the text gives, in the years of the text."""


def nobody(_name: str, _office: str | None) -> Leader | None:
    """Know no leaders."""
    return None


@dataclass(frozen=True, slots=True)
class UnresolvedReference:
    """A reference that stayed open.

    Attributes:
        sentence: Index of the sentence in the document.
        mention: The words.
        reason: Why nothing was decided.
    """

    sentence: int
    mention: Mention
    reason: str


@dataclass(slots=True)
class Casting:
    """The pass itself; what it leaves is read by :class:`dragoman.actors.cast.Cast`.

    Attributes:
        sentences: All sentences of the document.
        sections: For each sentence, the index of its section: reference never leaves one.
        phrases: For each sentence, its phrases.
        people: The people whom the document names.
        named: The entries of the authority file that the document names, by identifier.
        topic: Whose relations the document is about, where its title says so.
        find_leader: Knows who led a polity under a name and an office, whatever the text says.
        answers: For each sentence, participants by token index.
        groups: For each sentence, the heads that the text sets beside a head after it.
        leaders: For each sentence, the heads before a head that the text sets beside it and the tree has lost.
        members: For each sentence, all tokens of the list in which a token stands.
        unresolved: References that stayed open.
    """

    sentences: Sequence[Sentence]
    sections: Sequence[int]
    phrases: Sequence[tuple[ActorPhrase, ...]]
    people: People
    named: Mapping[str, Party]
    topic: Topic = NO_TOPIC
    find_leader: FindLeader = nobody
    answers: list[dict[int, tuple[Participant, ...]]] = field(default_factory=list)
    groups: list[dict[int, tuple[int, ...]]] = field(default_factory=list)
    leaders: list[dict[int, tuple[int, ...]]] = field(default_factory=list)
    members: list[dict[int, frozenset[int]]] = field(default_factory=list)
    unresolved: list[UnresolvedReference] = field(default_factory=list)

    def run(self) -> Discourse:
        """Answer every phrase and pronoun, and return who stands where."""
        quoted = find_quoted(self.sentences, self.sections)
        discourse = Discourse(self.sentences, self.sections, quoted, self.phrases, topic=self.topic)
        for index in range(len(self.sentences)):
            discourse.standings.append([])
            self.answers.append({})
            self._answer_sentence(discourse, index)
        return discourse

    def _answer_sentence(self, discourse: Discourse, index: int) -> None:
        sentence, phrases = self.sentences[index], self.phrases[index]
        tops = outermost(phrases)
        groups = find_groups(sentence, tops)
        self.groups.append(_followers(groups))
        self.leaders.append(_leaders(sentence, groups))
        self.members.append(_members(groups))
        heads = {head_of_phrase(sentence, phrase).index: phrase for phrase in phrases}
        covered = {i for phrase in phrases for i in phrase.core}
        ends = {group[-1]: group for group in groups}
        for token in sentence.tokens:
            phrase = heads.get(token.index)
            if phrase is not None:
                self._answer_phrase(discourse, index, phrase)
                if phrase in ends:
                    self._stand_together(discourse, index, ends[phrase])
            elif token.index not in covered and token.index not in self.answers[index] and is_reference(token):
                self._answer_reference(discourse, index, token, None)

    def _answer_phrase(self, discourse: Discourse, index: int, phrase: ActorPhrase) -> None:
        sentence = self.sentences[index]
        head = head_of_phrase(sentence, phrase)
        found = self._by_words_or_others(discourse, index, phrase)
        if not found and phrase.noun is not None and phrase.person is None:
            self._answer_reference(discourse, index, head, phrase)
            return
        for token in phrase.core:
            self.answers[index].setdefault(token, found)
        if len(found) > 1 and phrase.noun is not None and phrase.noun.word in COUNTRY_NOUNS:
            # "The Donetsk and Luhansk people's republics": the names are parts of the names of the two.
            self.answers[index].update(dict.fromkeys(range(phrase.first, head.index), found))
        may_be_person = phrase.kind is PhraseKind.PERSON and head.base in _ROLES_OF_PEOPLE
        if found or phrase.kind is PhraseKind.NAME or may_be_person:
            discourse.standings[index].append(self._standing(discourse, index, phrase, head, found))

    def _by_words_or_others(self, discourse: Discourse, index: int, phrase: ActorPhrase) -> tuple[Participant, ...]:
        found = self._by_own_words(index, phrase) or self._by_owner(discourse, index, phrase)
        if found or phrase.person is None:
            return found
        if not self.people.is_introduced(phrase.person):
            leader = self.find_leader(phrase.person, phrase.role if phrase.noun is not None else None)
            if leader is not None:
                return self._as_leader(index, phrase, leader)
        if phrase.noun is not None and not self.people.is_introduced(phrase.person):
            bridge = resolve_bridge(discourse, index, phrase)
            if bridge.participants:
                party = self._party(bridge.participants[0]).acting_as(phrase.sector)
                self._learn(index, phrase, party)
                return (_participant(self.sentences[index], phrase, party, f"{phrase.role} of the {bridge.reason}"),)
        return self._person(index, phrase)

    def _as_leader(self, index: int, phrase: ActorPhrase, leader: Leader) -> tuple[Participant, ...]:
        self._learn(index, phrase, leader.party)
        years = f"{leader.start}–{leader.end or ''}"
        reason = f"{leader.name}, {leader.office} of {leader.party.name} {years}"
        return (_participant(self.sentences[index], phrase, leader.party, reason),)

    def _learn(self, index: int, phrase: ActorPhrase, party: Party) -> None:
        mention = phrase.mention(self.sentences[index])
        self.people.learn(PersonMention(phrase.person or "", mention, index, self.sections[index], party, phrase.role))

    def _by_own_words(self, index: int, phrase: ActorPhrase) -> tuple[Participant, ...]:
        sentence = self.sentences[index]
        if phrase.kind is PhraseKind.NAME:
            return () if _is_place(sentence, phrase) else self._named(sentence, phrase)
        if phrase.parties:
            reason = f"{phrase.role} with the name of {', '.join(p.name for p in phrase.parties)}"
            if phrase.listed:
                reason = f"listed in {phrase.listed}"
            return tuple(_participant(sentence, phrase, party, reason) for party in phrase.parties)
        return ()

    @staticmethod
    def _named(sentence: Sentence, phrase: ActorPhrase) -> tuple[Participant, ...]:
        form = phrase.name.form if phrase.name is not None else NameForm.NAME
        reason = {
            NameForm.CAPITAL: "seat of government, named for the government",
            NameForm.METONYM: "named for the government",
            NameForm.PLACE: "place, named for who governs it",
            NameForm.DEMONYM: "its people",
            NameForm.ADJECTIVE: "adjective of the polity",
            NameForm.NAME: "name in the authority file",
        }[form]
        sector = {NameForm.CAPITAL: "GOV", NameForm.METONYM: "GOV", NameForm.DEMONYM: "CVL"}.get(form)
        party = phrase.parties[0]
        if phrase.name is not None and phrase.name.listed:
            return (_participant(sentence, phrase, party, f"listed in {phrase.name.listed}"),)
        return (_participant(sentence, phrase, party if party.sector else party.acting_as(sector), reason),)

    def _person(self, index: int, phrase: ActorPhrase) -> tuple[Participant, ...]:
        sentence, name = self.sentences[index], phrase.person or ""
        found = self.people.resolve_name(name, sentence=index, section=self.sections[index])
        if found is not None and found.mention.party is not None:
            described = _participant(sentence, phrase, found.mention.party, found.reason)
            return (replace(described, role=phrase.role or found.mention.role),)
        full = self.people.find_full_name(name)
        if phrase.noun is None and not self.people.is_person(full):
            return ()
        party = Party(slug(full), full, phrase.sector or self.people.find_sector(full), EntryKind.GROUP)
        return (_participant(sentence, phrase, party, "a person whose polity the text does not say"),)

    def _by_owner(self, discourse: Discourse, index: int, phrase: ActorPhrase) -> tuple[Participant, ...]:
        """Phrases such as "its foreign minister" and "the presidents of the two states"."""
        if phrase.owner is None:
            return ()
        sentence = self.sentences[index]
        if phrase.owner not in self.answers[index]:
            behind = next((p for p in self.phrases[index] if phrase.owner in p.core and p is not phrase), None)
            if behind is None:
                self._answer_reference(discourse, index, sentence.tokens[phrase.owner], None)
            else:
                self._answer_phrase(discourse, index, behind)
        owners = self.answers[index][phrase.owner]
        word = sentence.tokens[phrase.owner].text
        return tuple(
            _participant(sentence, phrase, self._party(o).acting_as(phrase.sector), f"“{word}” is {o.name}: {o.reason}")
            for o in owners
        )

    def _answer_reference(self, discourse: Discourse, index: int, token: Token, phrase: ActorPhrase | None) -> None:
        resolution = resolve_reference(discourse, index, token, phrase)
        sentence = self.sentences[index]
        core = phrase.core if phrase is not None else frozenset({token.index})
        if resolution.participants:
            found = _renamed(sentence, token, phrase, resolution)
            parties = tuple(self._party(p) for p in found)
            discourse.standings[index].append(
                Standing(
                    index,
                    token.index,
                    found,
                    parties,
                    words_of(sentence, token, phrase),
                    is_subject=is_subject(sentence, token),
                    is_person=any(p.person for p in found) or (phrase is not None and is_person(phrase)),
                    is_plural=len(found) > 1,
                    is_quoted=token.index in discourse.quoted[index],
                    phrase=phrase,
                )
            )
        else:
            found = _unnamed(sentence, phrase)
            if resolution.reason:
                self.unresolved.append(UnresolvedReference(index, words_of(sentence, token, phrase), resolution.reason))
            if found and phrase is not None:
                discourse.standings[index].append(self._standing(discourse, index, phrase, token, found))
        for place in core:
            self.answers[index].setdefault(place, found)

    def _party(self, participant: Participant) -> Party:
        named = self.named.get(participant.id)
        if named is None:
            return Party(participant.id, participant.name, participant.sector, EntryKind.GROUP)
        return replace(named, sector=participant.sector)

    def _standing(
        self, discourse: Discourse, index: int, phrase: ActorPhrase, head: Token, found: tuple[Participant, ...]
    ) -> Standing:
        sentence = self.sentences[index]
        parties = phrase.parties or tuple(self._party(p) for p in found)
        return Standing(
            index,
            head.index,
            found,
            parties,
            phrase.mention(sentence),
            is_subject=is_subject(sentence, head),
            is_person=is_person(phrase),
            is_plural=phrase.is_plural or len(found) > 1,
            is_background=is_background(sentence, phrase),
            is_place=phrase.name is not None and not found,
            is_quoted=head.index in discourse.quoted[index],
            is_joined=len(parties) > 1,
            phrase=phrase,
        )

    def _stand_together(self, discourse: Discourse, index: int, group: tuple[ActorPhrase, ...]) -> None:
        places = {(phrase.first, phrase.last) for phrase in group}
        members: list[Standing] = []
        for standing in reversed(discourse.standings[index]):
            if standing.token < group[0].first:
                break
            phrase = standing.phrase
            if phrase is not None and (phrase.first, phrase.last) in places:
                members.insert(0, standing)
        parties = tuple(party for s in members for party in s.parties)
        if not {(party.id, party.name) for party in parties[1:]} - {(party.id, party.name) for party in parties[:1]}:
            return
        first = members[0]
        discourse.standings[index].append(
            replace(
                first,
                token=members[-1].token,
                participants=tuple(p for s in members for p in s.participants),
                parties=parties,
                is_person=False,
                is_plural=True,
                is_joined=True,
                is_between=preposition_of(self.sentences[index], group[0]) in {"between", "among"},
                is_background=all(s.is_background for s in members),
            )
        )


def slug(name: str) -> str:
    """Return an identifier made of a person's name: ``alexander-sample``."""
    return "-".join(word for word in "".join(c.lower() if c.isalnum() else " " for c in name).split()) or UNKNOWN_ID


def _followers(groups: tuple[tuple[ActorPhrase, ...], ...]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for group in groups:
        for place, phrase in enumerate(group[:-1]):
            rest = tuple(max(later.core) for later in group[place + 1 :])
            found.update(dict.fromkeys(phrase.core, rest))
    return found


def _members(groups: tuple[tuple[ActorPhrase, ...], ...]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for group in groups:
        inside = frozenset(index for phrase in group for index in phrase.core)
        found.update(dict.fromkeys(inside, inside))
    return found


def _leaders(sentence: Sentence, groups: tuple[tuple[ActorPhrase, ...], ...]) -> dict[int, tuple[int, ...]]:
    """Earlier members of a list that the tree hangs up elsewhere, so that only a later one is asked for."""
    found: dict[int, tuple[int, ...]] = {}
    for group in groups:
        inside = {index for phrase in group for index in phrase.core}
        lost: list[int] = []
        for phrase in group:
            head = head_of_phrase(sentence, phrase)
            # A member that hangs on a lost one is as lost as that.
            is_loose = head.head not in inside or head.head in phrase.core or bool(lost)
            found.update(dict.fromkeys(phrase.core, tuple(lost) if is_loose else ()))
            if is_loose and head.base in _LOST and not sentence.dependents(head, "case"):
                lost.append(max(phrase.core))
            else:
                lost.clear()
    return found


def _participant(sentence: Sentence, phrase: ActorPhrase, party: Party, reason: str) -> Participant:
    role = phrase.role if phrase.noun is not None and phrase.noun.kind is NounKind.OFFICE else None
    sector = party.sector
    if phrase.is_former and role is not None:
        role, sector = f"former {role}", "ELI"
    mention = phrase.mention(sentence)
    return Participant(party.id, party.name, sector, mention, person=phrase.person, role=role, reason=reason)


def _is_place(sentence: Sentence, phrase: ActorPhrase) -> bool:
    if phrase.name is None or not phrase.name.is_geographic:
        return False
    if phrase.first == 0 and phrase.name.form is NameForm.CAPITAL and sentence.tokens[0].text.isupper():
        return True  # a dateline: "RIYADH, Jan 3 (Sample Wire) -"
    return preposition_of(sentence, phrase) in _LOCATIVE


def preposition_of(sentence: Sentence, phrase: ActorPhrase) -> str:
    """Return the preposition right before a phrase in lower case, or ``""``."""
    index = phrase.first - 1
    while index >= 0 and sentence.tokens[index].pos in {"DET", "ADJ", "PUNCT"}:
        index -= 1
    if index < 0 or sentence.tokens[index].pos not in {"ADP", "SCONJ"}:
        return ""
    return sentence.tokens[index].text.lower()


def _renamed(
    sentence: Sentence, token: Token, phrase: ActorPhrase | None, resolution: Resolution
) -> tuple[Participant, ...]:
    """The participants that a reference stands for, under the words that refer."""
    mention = words_of(sentence, token, phrase)
    return tuple(replace(p, mention=mention, reason=resolution.reason) for p in resolution.participants)


def _unnamed(sentence: Sentence, phrase: ActorPhrase | None) -> tuple[Participant, ...]:
    """Somebody whom the text does not name: "officials", "some commentators", "rebels"."""
    noun = phrase.noun if phrase is not None else None
    if phrase is None or noun is None or (noun.sector is None and noun.word != "source"):
        return ()
    if noun.kind is NounKind.BODY and noun.word not in _UNNAMED_BODIES:
        return ()
    party = Party(UNKNOWN_ID, phrase.mention(sentence).text, phrase.sector, EntryKind.GROUP)
    return (_participant(sentence, phrase, party, "the text does not say whose"),)
