"""How alike two texts are: near-duplicates are found by MinHash, and never by comparing all with all.

A text is the set of its runs of four words. What two texts share of these runs, of all that either has
(Jaccard), is estimated from short sketches; a reprint with another headline and a cut last line stays far
above what two reports in their own words share. Source: Broder, "On the resemblance and containment of
documents", 1997; sketches and index by the library rensa.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from rensa import RMinHash

from dragoman.documents.document import Document
from dragoman.documents.section import SectionKind

RUN = 4
"""Words in a run; for scripts without blanks twice as many characters."""

FEWEST_RUNS = 25
"""Texts of fewer runs are too short to tell a reprint from a formula."""

SURE = 0.6
"""Least estimated share of runs from which on two texts are near-duplicates."""

HASHES, BANDS, SEED = 128, 32, 1997
"""With 32 bands of four hashes, of two texts that are just alike enough 99 in 100 share one."""

BYTES = 8
"""Of the hash by which a band is written."""

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


Sketch = tuple[int, ...]
"""The least hash of the runs of a text, for each of :data:`HASHES` ways of hashing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A document that is like another.

    Attributes:
        document: The other document.
        similarity: Estimated share of the runs of either that both have, 0 to 1.
    """

    document: Document
    similarity: float


def find_bands(document: Document) -> tuple[str, ...]:
    """Return the bands of a text, each as one word of ASCII letters and digits.

    Texts that are alike share one almost always, texts that have little in common almost never. Stores keep the words,
    so they may never change for the same text.

    Returns:
        Nothing for a text that is too short to tell.
    """
    sketch = find_sketch(document)
    width = HASHES // BANDS
    return tuple(f"{number:02}{_hashed(sketch[number * width :][:width])}" for number in range(BANDS) if sketch)


def find_alike(document: Document, others: Iterable[Document]) -> tuple[Likeness, ...]:
    """Return those of some documents that are near-duplicates of one, the most alike first.

    Args:
        document: The one; it is not like itself.
        others: Those that share a band with it.
    """
    sketch = find_sketch(document)
    found = [Likeness(one, _similarity(sketch, find_sketch(one))) for one in others if one.id != document.id]
    return tuple(sorted((one for one in found if one.similarity >= SURE), key=lambda one: -one.similarity))


# A document is sketched when it is looked up and when it is recorded, and a common original again and again.
@lru_cache(maxsize=32)
def find_sketch(document: Document) -> Sketch:
    """Return the sketch of a text; empty for one that is too short to tell."""
    runs = find_runs(document)
    if len(runs) < FEWEST_RUNS:
        return ()
    sketch = RMinHash(num_perm=HASHES, seed=SEED)
    sketch.update(sorted(runs))
    return tuple(sketch.digest())


def _similarity(one: Sketch, other: Sketch) -> float:
    """Return the share of equal hashes, which estimates the share of common runs; 0 where a text is too short."""
    return sum(a == b for a, b in zip(one, other, strict=False)) / HASHES


def _hashed(band: Sketch) -> str:
    written = b"".join(value.to_bytes(8, "big") for value in band)
    return blake2b(written, digest_size=BYTES).hexdigest()
