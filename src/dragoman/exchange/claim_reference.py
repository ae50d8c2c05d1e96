"""A claim as a reference to cite: in words, as BibTeX, and as CSL-JSON.

A reference names the page, and says verbatim what stands on it, on whose word, where, and in which bytes. BibTeX is
that of biblatex, whose dates are EDTF (https://ctan.org/pkg/biblatex); CSL-JSON is version 1.0
(https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
"""

import re
from dataclasses import dataclass
from json import dumps

from dragoman.answers.citation import Citation
from dragoman.answers.visible import visible

SHORT_ID = 12
A_DAY = len("2022-03-01")
EXACT = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_"},
}
"""What would be a command of TeX, and how it is written."""

IN_ADDRESS = {sign: f"%{ord(sign):02X}" for sign in '{}\\ "<>'}
"""What would end a field that BibTeX reads as it stands."""


@dataclass(frozen=True, slots=True)
class ClaimReference:
    """A claim as it is cited.

    Attributes:
        citation: The claim with its page.
        authors: Who the page says wrote it.
    """

    citation: Citation
    authors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The reference in words, on one line."""
        page = self.citation.page
        title = f"“{_line(page.title)}”" if page.title else _line(page.name)
        outlet = "" if page.outlet is None else _line(page.outlet)
        published = page.published[:A_DAY] if page.published else "no date"
        who = ", ".join(_line(author) for author in self.authors)
        parts = (who, title, outlet, published, _line(page.address))
        return f"{', '.join(part for part in parts if part)}: {self.note}."

    @property
    def bibtex(self) -> str:
        """The reference as an ``@online`` entry of biblatex."""
        page = self.citation.page
        fields = {
            "author": " and ".join(f"{{{_tex(author)}}}" for author in self.authors),
            "title": f"{{{_tex(page.title or page.name)}}}",
            "organization": _tex(page.outlet or ""),
            "date": (page.published or "")[:A_DAY],
            "url": "".join(IN_ADDRESS.get(sign, sign) for sign in _line(page.address)),
            "note": _tex(self.note),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@online{{{self.key},", *lines, "}"])

    @property
    def csl_json(self) -> str:
        """The reference as CSL-JSON: a list of one item."""
        return dumps([self.to_dict()], ensure_ascii=False, indent=2)

    @property
    def key(self) -> str:
        """By what the entry is cited."""
        return f"dragoman-{self.citation.claim.id[:SHORT_ID]}"

    @property
    def note(self) -> str:
        """What stands there, on whose word, and where: all that is needed to look it up."""
        claim = self.citation.claim
        span = claim.evidence.span
        digest = self.citation.page.id.removeprefix("sha256:")
        return (
            f"“{_line(claim.evidence.quote)}” ({_line(self.citation.chain)}); "
            f"characters {span.start}–{span.end}, SHA-256 {digest}; claim {claim.id}"
        )

    def to_dict(self) -> dict[str, object]:
        """Return the item of CSL-JSON as plain values."""
        page = self.citation.page
        item: dict[str, object] = {
            "id": self.key,
            "type": "webpage",
            "title": _line(page.title or page.name),
            "author": [{"literal": _line(author)} for author in self.authors],
            "container-title": "" if page.outlet is None else _line(page.outlet),
            "issued": _issued(page.published),
            "URL": _line(page.address),
            "note": self.note,
        }
        return {name: value for name, value in item.items() if value}


def _issued(published: str | None) -> dict[str, object]:
    if not published:
        return {}
    day = published[:A_DAY]
    return {"date-parts": [[int(part) for part in day.split("-")]]} if EXACT.fullmatch(day) else {"raw": published}


def _line(text: str) -> str:
    return visible(" ".join(text.split()))


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(sign, sign) for sign in _line(text))
