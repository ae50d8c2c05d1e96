"""The parser of Dragoman: a spaCy pipeline behind the protocol of the core.

The one that ships with the package stands in ``models/en_dragoman`` (see
``docs/model-card.md``); any installed English pipeline can take its place.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from dragoman.errors import ParserError
from dragoman.language.sentence import Sentence
from dragoman.parsing.boundaries import forbid_early_breaks
from dragoman.parsing.conversion import Conversion, Place
from dragoman.parsing.lemmas import read_lemmas
from dragoman.parsing.pieces import find_pieces

SHIPPED_MODEL = Path(__file__).with_name("models") / "en_dragoman"
"""Folder of the model that comes with the package."""

_BATCH = 200_000  # characters parsed together: enough to keep the network busy, little memory
_UNUSED = ("ner", "entity_ruler", "entity_linker", "textcat", "spancat", "span_ruler")
_CLEAR_RELATIONS = frozenset({"dobj", "pobj", "nsubjpass"})


class SpacyParser:
    """Parses with a spaCy pipeline that finds parts of speech and dependencies.

    Attributes:
        pipeline: The spaCy pipeline.
    """

    def __init__(self, pipeline: Language, folder: Path | None = None) -> None:
        """Wrap a pipeline.

        Args:
            pipeline: Has a component ``parser`` with CLEAR or Universal Dependencies relations.
            folder: Where our lemma table stands; without it the pipeline's own lemmas are used.

        Raises:
            ParserError: The pipeline has no parser.
        """
        if not pipeline.has_pipe("parser"):
            raise ParserError(_name(pipeline), "it has no component that finds dependencies")
        self.pipeline = pipeline
        labels = frozenset(pipeline.pipe_labels.get("parser", ()))
        lemmas = read_lemmas(folder) if folder is not None else None
        self._conversion = Conversion(pipeline.vocab.strings, lemmas, is_clear=bool(labels & _CLEAR_RELATIONS))

    @property
    def name(self) -> str:
        """Name and version, as recorded in claims: ``en_dragoman-1.0.0``."""
        return _name(self.pipeline)

    def parse(self, passages: Iterable[tuple[str, int]]) -> Iterator[tuple[Sentence, ...]]:
        """Parse passages of text.

        Args:
            passages: Pairs of a text and the offset of its first code point in the document.

        Yields:
            For each passage, in order, its sentences; their offsets count from the
            document's beginning. A passage without words yields an empty tuple.
        """
        for batch in _batches(passages):
            places = [[Place(piece, text, offset) for piece in find_pieces(text)] for text, offset in batch]
            pieces = (place.piece.text for found in places for place in found)
            docs = self.pipeline.pipe(forbid_early_breaks(self.pipeline.make_doc(text)) for text in pieces)
            for found in places:
                yield tuple(
                    sentence
                    for place, doc in zip(found, docs, strict=False)
                    for sentence in self._conversion.sentences(doc, place)
                )


def open_parser(name: str | None = None) -> SpacyParser:
    """Open the parser that ships with the package, or another spaCy pipeline.

    Args:
        name: Name of an installed pipeline (``en_core_web_sm``) or path of one; ``None`` for ours.

    Raises:
        ParserError: There is no such pipeline, it cannot be read, or it finds no dependencies.
    """
    source = SHIPPED_MODEL if name is None else name
    try:
        pipeline = spacy.load(source, exclude=list(_UNUSED))
    except (OSError, ValueError, ImportError) as error:
        raise ParserError(name or SHIPPED_MODEL.name, str(error).strip().partition("\n")[0].rstrip(".")) from error
    return SpacyParser(pipeline, SHIPPED_MODEL if name is None else None)


def _name(pipeline: Language) -> str:
    return f"{pipeline.lang}_{pipeline.meta['name']}-{pipeline.meta['version']}"


def _batches(passages: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    batch: list[tuple[str, int]] = []
    size = 0
    for passage in passages:
        batch.append(passage)
        size += len(passage[0])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
