"""Where an envoy resides, by his own title: "the Ambassador *to Senegal* was accredited to Gambia" says Senegal.

One envoy may be accredited to several states (Vienna Convention on Diplomatic Relations, article 5); he resides
where his title names his post, and is nonresident in the others.
"""

from collections.abc import Iterator, Sequence

from dragoman.actors.naming import NameForm, NameInSentence
from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.finding import AS_FACT, Finding
from dragoman.documents.span import Span
from dragoman.events.kind import ENVOY_RANKS

RULE = "en/posting#title"
_MODE = "envoy-accredited"
_POSTED = frozenset({"to", "in", "at"})
_RANKS = frozenset(ENVOY_RANKS)
_PAST = frozenset({"former", "then", "late", "ex", "previous", "outgoing"})
_WEIGHT = 0.7


def find_postings(finding: Finding, names: Sequence[NameInSentence]) -> Iterator[Finding]:
    """Yield where the envoy of an act resides, if his title names another state than the one that receives him.

    Args:
        finding: Any finding.
        names: The names of the authority file in its sentence.
    """
    if finding.type is None or finding.type.mode != _MODE or len(finding.actors) != 1:
        return
    envoy = finding.actors[0]
    sentence, inside = finding.sentence, envoy.mention.span
    words = {t.text.lower() for t in sentence.tokens if inside.contains(t.span)}
    told = {p.id for p in (*finding.actors, *finding.recipients)}
    # "The Ambassador to A is *also* accredited to B" leaves open where he resides; the text then says it in words.
    is_also = any(t.text.lower() == "also" for t in sentence.dependents(finding.trigger, "advmod"))
    if not finding.recipients or words & _PAST or not words & _RANKS or is_also:
        return
    for name in names:
        span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
        is_post = name.party.is_polity and name.form is NameForm.NAME and name.party.id not in told
        if not is_post or not inside.contains(span) or not _is_posted(finding, name.first):
            continue
        words_of = sentence.text[span.start - sentence.start : span.end - sentence.start]
        place = Participant(
            name.party.id, name.party.name, None, Mention(span, words_of), reason="the post in his title"
        )
        yield Finding(
            kind=ClaimKind.STATE,
            sentence=sentence,
            trigger=finding.trigger,
            type=None,
            actors=(envoy,),
            recipients=(place,),
            measure=Measure("resident", "residence", "residence"),
            object=None,
            place=words_of,
            factuality=AS_FACT,
            rule=RULE,
            weight=_WEIGHT,
        )
        return


def _is_posted(finding: Finding, first: int) -> bool:
    before = [t.text.lower() for t in finding.sentence.tokens[max(0, first - 2) : first]]
    return bool(before) and (before[-1] in _POSTED or (before[-1] == "the" and before[0] in _POSTED))
