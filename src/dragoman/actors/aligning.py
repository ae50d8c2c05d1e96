"""Names that the gazetteer has found in a document's text, handed to the sentences they stand in."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from dragoman.actors.authority import Authority
from dragoman.actors.entity import Entity
from dragoman.actors.gazetteer import NameMatch
from dragoman.actors.naming import EntryKind, NameInSentence, Party
from dragoman.actors.polity import Polity
from dragoman.language.sentence import Sentence

_AGAINST = frozenset({"anti", "pro", "non", "un", "ex", "post", "pre"})
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_HYPHENS = frozenset({"-", "‐", "‑"})


def names_finder(
    matches: Iterable[NameMatch], authority: Authority
) -> Callable[[Sentence], tuple[NameInSentence, ...]]:
    """Make the function that gives the names of each sentence of one document.

    Names that the text leaves open between several entries are left out: nobody is better
    than the wrong one. So are names behind "anti-" and "pro-", and names that begin or end
    inside a token ("US$").

    Args:
        matches: What the gazetteer found in the whole text, in order.
        authority: Knows the entries.

    Returns:
        A function from a sentence of that document to its names, in order.
    """
    settled = [match for match in matches if match.id is not None]
    starts = [match.span.start for match in settled]

    def find(sentence: Sentence) -> tuple[NameInSentence, ...]:
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end)
        found = (_align(sentence, match, authority) for match in settled[first:last])
        return tuple(name for name in found if name is not None)

    return find


def _align(sentence: Sentence, match: NameMatch, authority: Authority) -> NameInSentence | None:
    tokens = sentence.tokens
    first = bisect_left(tokens, match.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, match.span.end, key=lambda token: token.end)
    if first > last or last >= len(tokens):
        return None
    if tokens[first].start != match.span.start or tokens[last].end != match.span.end:
        return None
    if first > 1 and tokens[first - 1].text in _HYPHENS and tokens[first - 2].text.lower() in _AGAINST:
        return None
    entity = authority.find(match.id or "")
    if entity is None:
        return None
    is_contested = isinstance(entity, Polity) and entity.is_contested
    return NameInSentence(first, last + 1, _party_of(entity, authority), match.form, is_contested)


def _party_of(entity: Entity, authority: Authority) -> Party:
    """Return for whom an entry acts: a party or an institution for its polity, every other entry for itself."""
    if entity.part_of is not None:  # an organ acts for its organisation
        entity = authority.entity(entity.part_of)
    is_institution = entity.kind is EntryKind.GROUP and entity.sector in _OF_STATE
    if entity.home is not None and (entity.kind is EntryKind.PARTY or is_institution):
        return Party(entity.home, authority.name_of(entity.home), entity.sector or "PTY")
    return Party(entity.id, entity.name, entity.sector, entity.kind)
