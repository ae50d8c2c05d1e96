"""Codes a parsed document: from sentences to claims with chains, dates and evidence.

This is the middle of Dragoman, and it is pure: the sentences come from any parser, the rules
and lexicons are handed in, and the same input gives the same claims on every machine.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.cast import Cast
from dragoman.actors.naming import NameForm
from dragoman.actors.participant import Mention, Participant
from dragoman.claims.answered import Answered
from dragoman.claims.attribution import Attribution, AttributionLexicon
from dragoman.claims.background import Told
from dragoman.claims.calibration import Calibration, calibrate
from dragoman.claims.claim import Claim, ClaimKind, LoadedWord
from dragoman.claims.counting import find_cardinals, find_ordinals
from dragoman.claims.dispute import Dispute
from dragoman.claims.drafting import Desk, voice_hop
from dragoman.claims.finding import Finding, finding_of
from dragoman.claims.headline import complete_headlines
from dragoman.claims.loaded import LoadedLexicon, find_loaded_words
from dragoman.claims.naming import NamedAs, find_names_used
from dragoman.claims.partners import Partners
from dragoman.claims.posting import find_postings
from dragoman.claims.proform import find_proforms
from dragoman.claims.quantity import find_quantities
from dragoman.claims.quotation import Quotations
from dragoman.claims.reaction import link_reactions
from dragoman.claims.rejection import find_rejections
from dragoman.dates.governing import GoverningDate, date_for_event
from dragoman.dates.mention import DateMention
from dragoman.documents.document import Document
from dragoman.documents.section import Section, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.classes import Classes
from dragoman.events.clause import preposition
from dragoman.events.matcher import Matcher
from dragoman.language.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules and words of one language.

    Attributes:
        matcher: Finds acts and states.
        attribution: Words that say on whose word.
        loaded: Words that take a side.
        classes: Words that tell modes and contexts.
        contested: Identifiers of polities whose status is contested; their names are recorded.
        agencies: Identifiers of news agencies, which report and do not act.
        outlets: Identifiers of newspapers, broadcasters and sites.
        names: Plain English name of each polity.
        version: Name and version of the coder, as recorded in claims.
        calibration: Turns the certainty of rules into a probability; ``None`` leaves it as it is.
    """

    matcher: Matcher
    attribution: AttributionLexicon
    loaded: LoadedLexicon
    classes: Classes
    contested: frozenset[str]
    agencies: frozenset[str]
    outlets: frozenset[str]
    names: Mapping[str, str]
    version: str
    calibration: Calibration | None = None


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section of a document, parsed.

    Attributes:
        section: The section.
        sentences: Its sentences, in order.
        dates: For each sentence, the dates in it.
    """

    section: Section
    sentences: tuple[Sentence, ...]
    dates: tuple[tuple[DateMention, ...], ...]


def code_sections(
    document: Document, sections: Sequence[SectionText], *, cast: Cast, rulebook: Rulebook
) -> tuple[tuple[Claim, ...], tuple[Dispute, ...]]:
    """Return the claims of a document, in the order of the text, and the disputes that it raises.

    Args:
        document: What was read.
        sections: Its coded sections, parsed.
        cast: Who is who in the document.
        rulebook: The rules and words of the language.
    """
    found: list[Claim] = []
    for section in sections:
        found += _SectionCoder(document, section, cast, rulebook).claims()
    claims = calibrate(link_reactions(complete_headlines(_distinct(found))), rulebook.calibration)
    disputes = [
        dispute
        for section in sections
        for dispute in find_rejections(
            section.sentences, claims, voice=voice_hop(section.section.voice), names=_people_named(cast, section)
        )
    ]
    return claims, tuple(disputes)


def _distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """One claim for one identifier, the most certain kept, in the order of the text."""
    by_id: dict[str, Claim] = {}
    for claim in claims:
        held = by_id.get(claim.id)
        if held is None or held.confidence < claim.confidence:
            by_id[claim.id] = claim
    return tuple(sorted(by_id.values(), key=lambda c: (c.evidence.span, c.kind.value)))


def _people_named(cast: Cast, section: SectionText) -> tuple[tuple[Span, str], ...]:
    found: dict[Span, str] = {}
    for sentence in section.sentences:
        for token in sentence.tokens:
            phrase = cast.phrase_at(sentence, token)
            if phrase is not None and phrase.person is not None:
                found[token.span] = phrase.person
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class _CastScene:
    """Who is who, and where: the cast of the document with what the authority file knows."""

    cast: Cast
    rulebook: Rulebook

    def participants(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        return self.cast.participants(sentence, token)

    def issuer(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        return self.cast.issuer(sentence, token)

    def host(self, sentence: Sentence, token: Token) -> Participant | None:
        place = self.cast.place_of(sentence, token)
        if place is None or place.polity is None:
            return None
        name = self.rulebook.names.get(place.polity, place.polity)
        return Participant(place.polity, name, None, place.mention, reason="the polity in which the place lies")

    def polities(self, sentence: Sentence) -> frozenset[str]:
        return frozenset(name.party.id for name in self.cast.find_names(sentence) if name.party.is_polity)

    def doers(self, sentence: Sentence, token: Token) -> tuple[Participant, ...]:
        return self.cast.issuer(sentence, token)

    def place(self, sentence: Sentence, token: Token) -> str | None:
        place = self.cast.place_of(sentence, token)
        return None if place is None else place.text

    def kind_of(self, participant: Participant) -> VoiceKind:
        if participant.person is not None:
            return VoiceKind.PERSON
        if participant.id in self.rulebook.agencies:
            return VoiceKind.AGENCY
        return VoiceKind.OUTLET if participant.id in self.rulebook.outlets else VoiceKind.ACTOR


_MAIN_MENTIONS = 3


def _source_phrases(sentence: Sentence, lexicon: AttributionLexicon) -> tuple[Span, ...]:
    """The phrases that name a source, up to the next comma: "according to a report of the 14th,".

    A date inside one is that of the report.
    """
    found: list[Span] = []
    for token in sentence.tokens:
        if preposition(sentence, token) in lexicon.prepositions:
            later = (t.start for t in sentence.tokens[token.index :] if t.text == ",")
            found.append(Span(token.start, next(later, sentence.end)))
    return tuple(found)


class _SectionCoder:
    """Codes one section; holds what its sentences share."""

    def __init__(self, document: Document, text: SectionText, cast: Cast, rulebook: Rulebook) -> None:
        self._document = document
        self._text = text
        self._cast = cast
        self._rulebook = rulebook
        self._dates = {s.start: dates for s, dates in zip(text.sentences, text.dates, strict=True)}
        self._scene = _CastScene(cast, rulebook)
        attribution = Attribution(rulebook.attribution, self._scene)
        self._quotations = Quotations(text.sentences, attribution, text.section.voice.source)
        self._last: Finding | None = None
        self._triggers: dict[int, set[int]] = {}
        self._partners = Partners(self._main_pair(), cast.topic)
        self._answered = Answered(self._scene)
        self._desk = Desk(
            document=document,
            section=text.section,
            coder=rulebook.version,
            classes=rulebook.classes,
            attribution=attribution,
            date_of=self._date_of,
            loaded=self._loaded,
            carried=self._quotations.carried,
            told=self._told,
        )

    def claims(self) -> Iterator[Claim]:
        for sentence in self._text.sentences:
            for finding in self._findings(sentence):
                yield self._desk.claim(finding)
        names = ((s, self._names(s)) for s in self._text.sentences)
        for finding in find_names_used(names):
            yield self._desk.claim(finding)

    def _findings(self, sentence: Sentence) -> Iterator[Finding]:
        matcher = self._rulebook.matcher
        told = [self._last]
        self._answered.open_sentence()
        mentions = tuple(matcher.find_events(sentence, self._scene))
        self._triggers[sentence.start] = {mention.trigger.index for mention in mentions}
        for mention in mentions:
            finding = self._partners.completed(finding_of(mention))
            if finding is None:
                # "Did so" behind an act that stays open must not take up an older one.
                self._last = None
                told.append(None)
            if finding is not None and any(p.is_known for p in (*finding.actors, *finding.recipients)):
                finding = self._answered.aimed(finding)
                self._last = finding
                told.append(finding)
                yield finding
                if finding.kind is ClaimKind.EVENT:
                    yield from find_ordinals(finding)
                    yield from find_postings(finding, self._cast.find_names(sentence))
        for finding in find_proforms(
            sentence, told, scene=self._scene, lexicon=matcher.lexicon, polities=matcher.polities
        ):
            yield finding
        yield from find_cardinals(sentence, self._scene, matcher)
        yield from find_quantities(sentence, self._cast.participants)

    def _main_pair(self) -> tuple[Participant, ...]:
        """The two polities of which the section speaks throughout, if there are just two; else nobody."""
        first: dict[str, Participant] = {}
        counts: Counter[str] = Counter()
        for sentence in self._text.sentences:
            for name in self._cast.find_names(sentence):
                if name.party.is_polity:
                    span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
                    words = sentence.text[span.start - sentence.start : span.end - sentence.start]
                    reason = "one of the two polities of which the text speaks throughout"
                    counts[name.party.id] += 1
                    first.setdefault(
                        name.party.id,
                        Participant(name.party.id, name.party.name, None, Mention(span, words), reason=reason),
                    )
        ranked = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)]
        is_pair = ranked[1][1] >= _MAIN_MENTIONS and 2 * ranked[2][1] <= ranked[1][1]
        return (first[ranked[0][0]], first[ranked[1][0]]) if is_pair else ()

    def _names(self, sentence: Sentence) -> Iterator[NamedAs]:
        for name in self._cast.find_names(sentence):
            is_of_polity = name.party.sector is None and name.form is NameForm.NAME
            if is_of_polity and name.party.id in self._rulebook.contested:
                span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
                words = sentence.text[span.start - sentence.start : span.end - sentence.start]
                yield NamedAs(name.party.id, name.party.name, span, words)

    def _date_of(self, sentence: Sentence, token: Token) -> GoverningDate | None:
        dates = self._dates.get(sentence.start, ())
        if not dates:
            return None
        sources = _source_phrases(sentence, self._rulebook.attribution)
        kept = [d for d in dates if not any(s.contains(d.span) and not s.contains(token.span) for s in sources)]
        return date_for_event(sentence, token.index, kept, events=self._triggers.get(sentence.start, set()))

    def _told(self, sentence: Sentence) -> Iterator[Told]:
        """Yield the sentences of a paragraph up to one of them, with their dates."""
        text, start = self._document.text, sentence.start
        line = max(text.rfind("\n", 0, start), self._text.section.span.start - 1)
        for one in self._text.sentences:
            if line < one.start <= start:
                yield one, self._dates.get(one.start, ())

    def _loaded(self, sentence: Sentence) -> tuple[LoadedWord, ...]:
        return tuple(find_loaded_words(sentence, self._rulebook.loaded))
