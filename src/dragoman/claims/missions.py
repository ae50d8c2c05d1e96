"""Missions told of in a row: "opened an embassy in X … but withdrew this embassy".

A mission that is taken up again without its seat is the one last told of, if the sender and the
rank agree and nothing else is named.
"""

from dataclasses import replace

from dragoman.claims.finding import Finding

_RESUMING = frozenset({"this", "that", "the", "its", "their"})


class Missions:
    """Remembers, within one section, which mission was last told of."""

    def __init__(self) -> None:
        self._last: Finding | None = None

    def completed(self, finding: Finding) -> Finding:
        """Return a finding with the receiver of the mission it takes up again, where it names none."""
        mode = finding.type.mode if finding.type is not None else None
        if mode is None or not mode.startswith("mission-"):
            return finding
        last = self._last
        if not finding.recipients and last is not None and self._resumes(finding, last):
            finding = replace(finding, recipients=last.recipients)
        if finding.recipients:
            self._last = finding
        return finding

    @staticmethod
    def _resumes(finding: Finding, last: Finding) -> bool:
        same_sender = {p.id for p in finding.actors} == {p.id for p in last.actors}
        same_rank = finding.measure is None or last.measure is None or finding.measure.value == last.measure.value
        words = {t.text.lower() for t in finding.sentence.tokens[finding.trigger.index :][:6]}
        return same_sender and same_rank and bool(words & _RESUMING)
