"""How alike two texts are: near-duplicates are found by MinHash, and never by comparing all with all.

A text is the set of its runs of four words. What two texts share of these runs, of all that either has
(Jaccard), is estimated from short sketches; a reprint with another headline and a cut last line stays far
above what two reports in their own words share. Source: Broder, "On the resemblance and containment of
documents", 1997; sketches and index by the library rensa.
"""

import re
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind

RUN = 4
"""Words in a run; for scripts without blanks twice as many characters."""

FEWEST_RUNS = 25
"""Texts of fewer runs are too short to tell a reprint from a formula."""

SURE = 0.6
"""Least estimated share of runs from which on two texts are near-duplicates."""

HASHES, BANDS, SEED = 128, 32, 1997
READ = frozenset({SectionKind.TITLE, SectionKind.BODY, SectionKind.QUOTATION})
WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


def find_runs(document: Document) -> frozenset[str]:
    """Return the runs of words of what a page itself says, without what stands around it."""
    text = " ".join(section.span.of(document.text) for section in document.sections if section.kind in READ)
    folded = text.casefold()
    if len(UNSPACED.findall(folded)) * 2 > len(folded):
        plain = "".join(WORD.findall(folded))
        return frozenset(plain[i : i + 2 * RUN] for i in range(len(plain) - 2 * RUN + 1))
    words = WORD.findall(folded)
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


@dataclass(frozen=True, slots=True)
class Likeness:
    """A document that is like another.

    Attributes:
        number: Its number in the index.
        similarity: Estimated share of the runs of either that both have, 0 to 1.
    """

    number: int
    similarity: float


class LikenessIndex:
    """Sketches of texts, of which only those that share a band of hashes are compared."""

    def __init__(self) -> None:
        self._sketches: list[RMinHash] = []
        self._index = RMinHashLSH(SURE, HASHES, BANDS)

    def add(self, document: Document) -> tuple[int, tuple[Likeness, ...]] | None:
        """Add a document and return its number with those before it that are like it, the most alike first.

        Returns:
            ``None`` for a text that is too short to tell.
        """
        runs = find_runs(document)
        if len(runs) < FEWEST_RUNS:
            return None
        sketch = RMinHash(num_perm=HASHES, seed=SEED)
        sketch.update(sorted(runs))
        near = [Likeness(one, sketch.jaccard(self._sketches[one])) for one in set(self._index.query(sketch))]
        number = len(self._sketches)
        self._sketches.append(sketch)
        self._index.insert(number, sketch)
        found = sorted((one for one in near if one.similarity >= SURE), key=lambda one: (-one.similarity, one.number))
        return number, tuple(found)
