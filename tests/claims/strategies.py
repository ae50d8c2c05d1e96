"""Random documents, claims and codings, as wild as their types allow."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimId, ClaimKind, ClaimLink, Evidence, LoadedWord, Measure
from dragoman.claims.dispute import Bearing, Dispute, DisputeKind
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, event_date
from dragoman.documents.document import Document, MetadataItem, Rendition, digest_bytes
from dragoman.documents.fault import Fault
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.documents.section import Section, SectionKind, Voice, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.kind import Root, Status

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
MAYBE = st.none() | WORDS
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(1, 99))
MAYBE_SPANS = st.none() | SPANS
VOICES = st.builds(Voice, WORDS, st.sampled_from(VoiceKind), WORDS, MAYBE, MAYBE_SPANS)
METADATA = st.builds(MetadataItem, WORDS, WORDS, MAYBE_SPANS, WORDS, WORDS)
MOMENTS = st.datetimes(datetime(1999, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
HOPS = st.builds(
    Hop, WORDS, st.sampled_from(VoiceKind), WORDS, WORDS, id=MAYBE, role=MAYBE, date=MAYBE, span=MAYBE_SPANS
)
POLITIES = st.sampled_from(["RUS", "UKR", "PRK", "DPR", "unknown"])
PARTICIPANTS = st.builds(
    Participant,
    id=POLITIES,
    name=WORDS,
    sector=MAYBE,
    mention=st.builds(Mention, SPANS, WORDS),
    person=MAYBE,
    role=MAYBE,
    reason=WORDS,
)
DATES = st.builds(
    event_date,
    st.none()
    | st.dates(date(1816, 1, 1)).map(date.isoformat)
    | st.sampled_from(["2022", "1998-01", "../2017", "199X"]),
    st.sampled_from([basis for basis in DateBasis if basis is not DateBasis.UNKNOWN]),
    text=WORDS,
    span=MAYBE_SPANS,
    anchor=WORDS,
)
MEASURES = st.builds(
    Measure,
    WORDS | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    WORDS,
    WORDS,
    WORDS,
)
MODES = st.sampled_from(["recognition", "visit", "recognition", "relations-severed", "mission-opened"])
CLAIM_NAMES = st.from_regex(r"[0-9a-f]{24}", fullmatch=True).map(ClaimId)
DISPUTES = st.builds(
    Dispute,
    st.sampled_from(DisputeKind),
    st.lists(CLAIM_NAMES, max_size=2).map(tuple),
    st.lists(CLAIM_NAMES, max_size=2).map(tuple),
    WORDS,
    st.none() | HOPS,
    st.sampled_from(Bearing),
    WORDS,
)
FAULTS = st.builds(Fault, WORDS, st.sampled_from(["decode", "code"]), WORDS, MAYBE_SPANS)


def tuples(of: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to so many of something."""
    return st.lists(of, max_size=most).map(tuple)


def links(source: Document) -> st.SearchStrategy[DocumentLink]:
    """Links of a document to some other, held or not."""
    targets = st.none() | st.just(digest_bytes(b"another"))
    return st.builds(DocumentLink, st.just(source.id), st.sampled_from(LinkKind), targets, WORDS, WORDS)


@st.composite
def documents(draw: st.DrawFn, published: st.SearchStrategy[str | None] = MAYBE) -> Document:
    """A document of one or two sections; a date-time that it was retrieved at has whole microseconds."""
    text = draw(TEXTS)
    cut = draw(st.integers(1, len(text)))
    spans = [Span(0, cut), *([Span(cut, len(text))] if cut < len(text) else [])]
    sections = [
        Section(span, draw(st.sampled_from(SectionKind)), draw(VOICES), draw(MAYBE), draw(WORDS), draw(MAYBE))
        for span in spans
    ]
    content = text.encode()
    return Document(
        id=digest_bytes(content),
        name=draw(WORDS),
        text=text,
        rendition=draw(st.builds(Rendition, WORDS, WORDS, WORDS, WORDS)),
        sections=tuple(sections),
        metadata=tuple(draw(st.lists(METADATA, max_size=2))),
        language=draw(MAYBE),
        published=draw(published),
        outlet=draw(MAYBE),
        retrieved=draw(st.none() | MOMENTS),
        content=content,
    )


@st.composite
def claims(draw: st.DrawFn, page: Document) -> Claim:
    """A claim whose quote stands in a document."""
    start = draw(st.integers(0, len(page.text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(page.text))))
    kind = draw(st.sampled_from(ClaimKind))
    return Claim(
        document=page.id,
        language=draw(WORDS),
        coder=draw(WORDS),
        kind=kind,
        event=draw(st.sampled_from(Root)) if kind is ClaimKind.EVENT else None,
        mode=draw(st.none() | MODES),
        context=tuple(draw(st.lists(WORDS, max_size=2))),
        cameo=draw(MAYBE),
        actors=tuple(draw(st.lists(PARTICIPANTS, max_size=2))),
        recipients=tuple(draw(st.lists(PARTICIPANTS, max_size=2))),
        date=draw(st.none() | DATES),
        status=draw(st.sampled_from(Status)),
        negated=draw(st.booleans()),
        chain=tuple(draw(st.lists(HOPS, min_size=1, max_size=2))),
        evidence=Evidence(span, page.quote(span), draw(st.sampled_from(SectionKind))),
        rule=draw(WORDS),
        object=draw(MAYBE),
        place=draw(MAYBE),
        measure=draw(MEASURES if kind not in {ClaimKind.EVENT, ClaimKind.STATE} else st.none() | MEASURES),
        loaded=tuple(draw(st.lists(st.builds(LoadedWord, SPANS, WORDS, WORDS), max_size=1))),
        confidence=draw(st.floats(0, 1)),
        links=tuple(draw(st.lists(st.builds(ClaimLink, WORDS, CLAIM_NAMES, WORDS), max_size=1))),
        reasons=tuple(draw(st.lists(WORDS, max_size=2))),
    )
