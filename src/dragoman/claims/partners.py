"""Acts told of in a row, of which the later ones leave out the other side.

"Opened an embassy in X … but withdrew this embassy"; "A recognised X … B withdrew its recognition";
"A cut ties with X, and B cut ties a day later". What is left out is the other side last named with an act
of the same family, in the same section; nothing is filled in where the act may stand alone.
"""

from dataclasses import replace

from dragoman.claims.finding import Finding

_RESUMING = frozenset({"this", "that", "the", "its", "their"})
_FAMILIES = ("mission", "recognition", "relations", "envoy")


class Partners:
    """Remembers, within one section, the other side last named for each family of acts."""

    def __init__(self) -> None:
        self._last: dict[str, Finding] = {}

    def completed(self, finding: Finding) -> Finding:
        """Return a finding with the recipients that it leaves out, where the section has named them."""
        family = _family(finding)
        if family is None:
            return finding
        last = self._last.get(family)
        if not finding.recipients and len(finding.actors) == 1 and last is not None:
            is_resumed = _resumes_mission(finding, last) if family == "mission" else _resumes(finding, last)
            if is_resumed:
                reason = f"left out here; the text last named it with an act of the same kind ({last.trigger.text!r})"
                finding = replace(finding, recipients=tuple(replace(p, reason=reason) for p in last.recipients))
        if finding.recipients:
            self._last[family] = finding
        return finding


def _family(finding: Finding) -> str | None:
    mode = finding.type.mode if finding.type is not None else None
    family = None if mode is None else mode.partition("-")[0]
    return family if family in _FAMILIES else None


def _resumes(finding: Finding, last: Finding) -> bool:
    """Tell whether the same other side may be meant: the actor must not be that side itself."""
    return not {p.id for p in finding.actors} & {p.id for p in last.recipients}


def _resumes_mission(finding: Finding, last: Finding) -> bool:
    same_sender = {p.id for p in finding.actors} == {p.id for p in last.actors}
    same_rank = finding.measure is None or last.measure is None or finding.measure.value == last.measure.value
    words = {t.text.lower() for t in finding.sentence.tokens[finding.trigger.index :][:6]}
    return same_sender and same_rank and bool(words & _RESUMING)
