"""Codings of a made-up world, for measuring ledgers: the same ones for the same seed and size.

Nothing in it is a fact. Its skew is that of news: few polities are in most reports (Zipf), a handful of
pairs have a tenth of all acts, few outlets print most pages, most acts are told a few times and some for ever,
and a page tells of one act, of what went before between the two, and of something else. Acts that are done once
(recognition) have one day, which some pages give vaguely, some wrongly and some not at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from random import Random

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimKind, Evidence, Measure
from dragoman.claims.coding import Coding
from dragoman.claims.dispute import Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import UNKNOWN_DATE, DateBasis, EventDate, event_date
from dragoman.documents.document import Document, DocumentId, MetadataItem, Rendition, digest_bytes
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.kind import Root, Status
from dragoman.knowledge.authority import load_authority

FIRST_DAY = date(2000, 1, 1)
DAYS = 9000
"""Acts happen within so many days."""

START = datetime(2025, 1, 1, tzinfo=UTC)
"""Moment at which the first page is recorded; one follows each minute."""

MINUTE = timedelta(minutes=1)
CLAIMS_A_PAGE = 10
TELLINGS = 8
"""Claims for each act, on the average."""

DAILY_PAIRS, BACKGROUND, BY_AGENCY, BY_MINISTRY = 0.1, 0.25, 0.6, 0.5
"""Shares of acts of the pairs that are in the news every day, of acts told long after, of claims through others."""

UNDATED, VAGUE, WRONG, DENIED, DISPUTED, REPRINTED = 0.15, 0.25, 0.3, 0.02, 0.05, 0.1
"""Shares of claims without a date, up to those with a vague or a wrong one; of denials; of pages."""

OUTLETS = 2000
AGENCIES = 40
CODER = "synthetic/1"

MODES: tuple[tuple[float, ClaimKind, Root | None, str | None], ...] = (
    (14, ClaimKind.EVENT, Root.CONSULT, "visit"),
    (16, ClaimKind.EVENT, Root.CONSULT, "meeting"),
    (8, ClaimKind.EVENT, Root.CONSULT, "phone"),
    (6, ClaimKind.EVENT, Root.CONSULT, "negotiation"),
    (10, ClaimKind.EVENT, Root.ACCUSE, None),
    (6, ClaimKind.EVENT, Root.REJECT, None),
    (5, ClaimKind.EVENT, Root.THREATEN, None),
    (6, ClaimKind.EVENT, Root.AID, None),
    (5, ClaimKind.EVENT, Root.SANCTION, None),
    (6, ClaimKind.EVENT, Root.SUPPORT, "agreement-signed"),
    (2, ClaimKind.EVENT, Root.SUPPORT, "envoy-appointed"),
    (1, ClaimKind.EVENT, Root.SANCTION, "envoy-recalled"),
    (1.5, ClaimKind.EVENT, Root.SUPPORT, "relations-established"),
    (0.6, ClaimKind.EVENT, Root.SANCTION, "relations-severed"),
    (0.4, ClaimKind.EVENT, Root.SANCTION, "relations-suspended"),
    (1.2, ClaimKind.EVENT, Root.SUPPORT, "mission-opened"),
    (0.5, ClaimKind.EVENT, Root.SANCTION, "mission-closed"),
    (2, ClaimKind.EVENT, Root.SUPPORT, "recognition"),
    (0.2, ClaimKind.EVENT, Root.SANCTION, "recognition-withdrawn"),
    (0.5, ClaimKind.EVENT, Root.REJECT, "recognition-refused"),
    (2, ClaimKind.STATE, None, None),
    (0.3, ClaimKind.COUNT, None, "recognition"),
    (2, ClaimKind.QUANTITY, None, None),
)
STATUSES = ((85, Status.ACTUAL), (5, Status.HISTORICAL), (6, Status.ANNOUNCED), (2, Status.DEMANDED))
MEASURES = {
    ClaimKind.STATE: Measure("full", "relations", "relations"),
    ClaimKind.COUNT: Measure(3, "ordinal", "recognition"),
    ClaimKind.QUANTITY: Measure(33.7, "USD million", "exports"),
}
PLAIN = Rendition("text/plain", "utf-8", "utf-8", "plain/1")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happens in the made-up world.

    Attributes:
        sort: Place in ``MODES``.
        actor: Identifier.
        recipient: Identifier.
        day: When.
        weight: How much it is talked about.
    """

    sort: int
    actor: str
    recipient: str
    day: date
    weight: float


def zipf(number: int, exponent: float = 1.0) -> list[float]:
    """Return cumulative weights of ranks."""
    return list(accumulate(1 / rank**exponent for rank in range(1, number + 1)))


class World:
    """A made-up world of a size.

    Args:
        size: About how many claims its pages make.
        seed: Another seed, another world.
    """

    def __init__(self, size: int, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing secret
        polities = sorted(load_authority().polities, key=lambda polity: polity.id)
        self._names = {polity.id: polity.name for polity in polities}
        self._ids = [polity.id for polity in polities]
        self._random.shuffle(self._ids)
        self._polities = zipf(len(self._ids))
        self._outlets = zipf(OUTLETS, 1.1)
        self._sorts = list(accumulate(share for share, *_ in MODES))
        self._statuses = list(accumulate(share for share, _ in STATUSES))
        self.pages = size // CLAIMS_A_PAGE
        self._acts = sorted((self._act() for _ in range(max(size // TELLINGS, 50))), key=lambda act: act.day)
        self._by_pair: dict[tuple[str, str], list[Act]] = {}
        for act in self._acts:
            self._by_pair.setdefault((act.actor, act.recipient), []).append(act)
        self._told: list[DocumentId] = []

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """All pairs that have an act, each once, in plain order."""
        return sorted({(min(pair), max(pair)) for pair in self._by_pair})

    @property
    def recognised(self) -> list[str]:
        """All who are said to be recognised, each once."""
        return sorted({act.recipient for act in self._acts if MODES[act.sort][3] == "recognition"})

    def codings(self) -> Iterator[Coding]:
        """Yield the codings of all pages, in the order in which they are recorded."""
        for number in range(self.pages):
            yield self._coding(number)

    def _act(self) -> Act:
        random = self._random
        # A handful of pairs is in the news every day.
        names = self._ids[:4] if random.random() < DAILY_PAIRS else None
        one, other = random.sample(names, 2) if names else (self._polity(), self._polity())
        while one == other:
            other = self._polity()
        sort = random.choices(range(len(MODES)), cum_weights=self._sorts)[0]
        return Act(sort, one, other, FIRST_DAY + timedelta(random.randrange(DAYS)), random.paretovariate(1.2))

    def _polity(self) -> str:
        return self._random.choices(self._ids, cum_weights=self._polities)[0]

    def _coding(self, number: int) -> Coding:
        random = self._random
        newest = int(len(self._acts) * (number + 1) / self.pages)
        main = max((self._recent(newest) for _ in range(3)), key=lambda act: act.weight)
        before = self._by_pair[main.actor, main.recipient]
        acts = [main, main]
        while len(acts) < CLAIMS_A_PAGE and random.random() > 1 / CLAIMS_A_PAGE:
            acts.append(random.choice((main, random.choice(before), self._recent(newest))))
        acts += [main] * max(0, random.randrange(CLAIMS_A_PAGE) - len(acts) // 2)
        outlet = f"Outlet {random.choices(range(OUTLETS), cum_weights=self._outlets)[0]}"
        return self._page(number, acts, outlet, main.day)

    def _recent(self, newest: int) -> Act:
        random = self._random
        if random.random() < BACKGROUND:
            return self._acts[random.randrange(newest)]
        return self._acts[max(0, newest - int(random.paretovariate(0.9)))]

    def _page(self, number: int, acts: Sequence[Act], outlet: str, day: date) -> Coding:
        sentences = [self._sentence(act, number, place) for place, act in enumerate(acts)]
        text = " ".join(sentences)
        content = text.encode()
        voice = Voice(outlet, VoiceKind.OUTLET, "outlet")
        document = Document(
            id=digest_bytes(content),
            name=f"https://outlet.example/{number}.html",
            text=text,
            rendition=PLAIN,
            sections=(Section(Span(0, len(text)), SectionKind.BODY, voice, "en"),),
            metadata=(MetadataItem("title", sentences[0][:60], None, "meta"),),
            language="en",
            published=(day + timedelta(self._random.randrange(5))).isoformat(),
            outlet=outlet,
            content=content,
        )
        starts = accumulate([0, *[len(sentence) + 1 for sentence in sentences[:-1]]])
        claims = [
            self._claim(document, act, Span(start, start + len(sentence)))
            for act, sentence, start in zip(acts, sentences, starts, strict=True)
        ]
        coding = Coding(document, tuple(claims), self._disputes(claims), self._links(document.id), coder=CODER)
        self._told.append(document.id)
        return coding

    def _sentence(self, act: Act, number: int, place: int) -> str:
        _, kind, root, mode = MODES[act.sort]
        what = mode or (root.value if root is not None else kind.value)
        return f"{self._names[act.actor]}: {what.lower()}, {self._names[act.recipient]}, page {number} line {place}."

    def _claim(self, document: Document, act: Act, span: Span) -> Claim:
        _, kind, root, mode = MODES[act.sort]
        return Claim(
            document=document.id,
            language="en",
            coder=CODER,
            kind=kind,
            event=root,
            mode=mode,
            context=("diplomatic",),
            cameo=None,
            actors=(self._participant(act.actor, span),),
            recipients=(self._participant(act.recipient, span),),
            date=self._date(act.day),
            status=self._random.choices([one for _, one in STATUSES], cum_weights=self._statuses)[0],
            negated=self._random.random() < DENIED,
            chain=self._chain(document.outlet or "", act),
            evidence=Evidence(span, document.quote(span), SectionKind.BODY),
            rule="synthetic",
            measure=MEASURES.get(kind),
            confidence=round(self._random.uniform(0.4, 0.99), 2),
            reasons=("mode: the synthetic world says so",),
        )

    def _participant(self, name: str, span: Span) -> Participant:
        return Participant(name, self._names[name], "GOV", Mention(Span(span.start, span.start + 5), "They"))

    def _date(self, day: date) -> EventDate:
        drawn = self._random.random()
        if drawn < UNDATED:
            return UNKNOWN_DATE
        if drawn < VAGUE:
            return explicit(f"{day:%Y-%m}")
        return explicit((day + timedelta(drawn < WRONG)).isoformat())

    def _chain(self, outlet: str, act: Act) -> tuple[Hop, ...]:
        random = self._random
        hops = [Hop(outlet, VoiceKind.OUTLET)]
        if random.random() < BY_AGENCY:
            hops.append(Hop(f"Agency {int(random.paretovariate(1.0)) % AGENCIES}", VoiceKind.AGENCY, "reported"))
        if random.random() < BY_MINISTRY:
            speaker = random.choice((act.actor, act.recipient))
            hops.append(Hop(self._names[speaker], VoiceKind.ACTOR, "said", id=speaker, role="foreign ministry"))
        return tuple(hops)

    def _disputes(self, claims: Sequence[Claim]) -> tuple[Dispute, ...]:
        if self._random.random() > DISPUTED:
            return ()
        return (Dispute(DisputeKind.DATE, (claims[0].id,), (claims[-1].id,), "the page gives two days"),)

    def _links(self, document: DocumentId) -> tuple[DocumentLink, ...]:
        if self._random.random() > REPRINTED or not self._told:
            return ()
        target = self._random.choice(self._told[-1000:])
        return (DocumentLink(document, LinkKind.REPRINTS, target, "", "the page says so"),)


@lru_cache(maxsize=20_000)
def explicit(edtf: str) -> EventDate:
    """Return an explicit date."""
    return event_date(edtf, DateBasis.EXPLICIT)
