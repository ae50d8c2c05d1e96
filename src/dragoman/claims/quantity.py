"""Quantities: sums of money and amounts of trade, aid and the like, with their years.

"Exports to it amounted to $3 million and $2 million in 2015 and 2016 respectively" is two claims,
each with its own year: amounts and years are paired only where their numbers agree.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.actors.participant import Participant
from dragoman.claims.claim import ClaimKind, Measure
from dragoman.claims.finding import AS_FACT, Finding
from dragoman.dates.event_date import DateBasis, EventDate, event_date
from dragoman.documents.span import Span
from dragoman.events.clause import logical_subjects, with_preposition
from dragoman.events.matcher import ParticipantsOf
from dragoman.events.phrase import phrase_text
from dragoman.language.sentence import Sentence, Token

_MEASURED = frozenset(
    "export import trade turnover aid assistance loan investment debt sale commerce budget grant credit "
    "remittance fund spending reserve revenue damage".split()
)
_VERBS = frozenset(
    "amount total reach stand be come rise fall grow worth exceed equal increase decrease drop climb hit".split()
)
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "dollar": "USD", "euro": "EUR"}
_CURRENCIES |= {
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "rupee": "INR",
    "won": "KRW",
}
_AMOUNT = re.compile(
    r"(?P<sign>US\$|[$€£¥₽])\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>thousand|million|billion|trillion|mn|bn|m)?\b"
    r"|(?P<number2>\d[\d,]*(?:\.\d+)?)\s(?P<scale2>thousand|million|billion|trillion)?\s?"
    r"(?:US |U\.S\. )?(?P<unit>dollar|euro|pound|yen|yuan|ruble|rouble|rupee|won)s?\b"
    r"|(?<=and )(?:to )?(?P<number3>\d[\d,]*(?:\.\d+)?)\s(?P<scale3>thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(r"\s+(?:in|for|during)\s+(1[89]\d\d|20\d\d)\b(?!\s+and\s+(?:in\s+)?\d{4}\b)")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


def find_quantities(sentence: Sentence, participants_of: ParticipantsOf) -> Iterator[Finding]:
    """Yield the sums of money that a sentence gives for trade, aid and the like.

    Args:
        sentence: Where to look.
        participants_of: Resolves noun phrases to participants.
    """
    amounts = tuple(_AMOUNT.finditer(sentence.text))
    if not amounts or not (amounts[0]["sign"] or amounts[0]["unit"]):
        return
    for noun in sentence.tokens:
        verb = sentence.head_of(noun)
        is_subject = noun.base == "nsubj" and verb is not None and verb.lemma.lower() in _VERBS
        if noun.pos == "NOUN" and noun.lemma.lower() in _MEASURED and is_subject:
            yield from _of_noun(sentence, noun, amounts=amounts, participants_of=participants_of)
            return


def _of_noun(
    sentence: Sentence, noun: Token, *, amounts: Sequence[re.Match[str]], participants_of: ParticipantsOf
) -> Iterator[Finding]:
    owners = _resolve(sentence, logical_subjects(sentence, noun), participants_of)
    partners = _resolve(sentence, with_preposition(sentence, noun, "to", "with", "from"), participants_of)
    between = _resolve(sentence, with_preposition(sentence, noun, "between"), participants_of)
    if not owners and not partners and not between:
        return
    years = _years(sentence.text) if len(amounts) > 1 else ()
    unit = ""
    for index, amount in enumerate(amounts):
        number, unit = _value(amount, unit)
        yield Finding(
            kind=ClaimKind.QUANTITY,
            sentence=sentence,
            trigger=noun,
            type=None,
            actors=owners or between,
            recipients=partners,
            measure=Measure(number, unit, phrase_text(sentence, noun).split(" to ")[0].split()[-1].lower()),
            object=" ".join(amount.group().split()),
            place=None,
            factuality=AS_FACT,
            rule="en/quantity#money",
            weight=0.85,
            date=_date_of(sentence, amount, years[index] if len(years) == len(amounts) else None),
        )


def _resolve(sentence: Sentence, heads: tuple[Token, ...], participants_of: ParticipantsOf) -> tuple[Participant, ...]:
    return tuple(p for head in heads for p in participants_of(sentence, head))


def _value(amount: re.Match[str], unit_before: str) -> tuple[float, str]:
    """The number and the unit of an amount; a second amount may leave its unit out."""
    digits = (amount["number"] or amount["number2"] or amount["number3"]).replace(",", "")
    scale = _SCALES.get((amount["scale"] or amount["scale2"] or amount["scale3"] or "").lower(), 1.0)
    sign = amount["sign"] or amount["unit"]
    return round(float(digits) * scale, 2), _CURRENCIES[sign.lower()] if sign else unit_before


def _date_of(sentence: Sentence, amount: re.Match[str], paired: re.Match[str] | None) -> EventDate | None:
    """The year right behind an amount, or the one that stands for it in a row of as many years as amounts."""
    own = _OWN_YEAR.match(sentence.text, amount.end())
    if own is not None:
        return _date(sentence, own, 1)
    return None if paired is None else _date(sentence, paired)


def _years(text: str) -> tuple[re.Match[str], ...]:
    """Return the years of a sentence in order; amounts and years may be paired if as many."""
    found = tuple(_YEAR.finditer(text))
    return found if all(int(a.group()) < int(b.group()) for a, b in pairwise(found)) else ()


def _date(sentence: Sentence, year: re.Match[str], group: int = 0) -> EventDate:
    span = Span(year.start(group), year.end(group)).shifted(sentence.start)
    return event_date(
        year.group(group),
        DateBasis.EXPLICIT,
        text=year.group(group),
        span=span,
        anchor="paired in order with the amounts",
    )
