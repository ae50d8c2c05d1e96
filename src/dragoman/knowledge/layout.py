"""Loads the cue words of page layout, one YAML file a language."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.documents.cues import Cue, CueKind, CueMatch, LayoutCues, fold_wording
from dragoman.errors import KnowledgeError

FOLDER = "data/layout"


@lru_cache(maxsize=1)
def load_layout_cues() -> LayoutCues:
    """Read all layout cues that come with the package.

    Returns:
        The cues of all languages, always the same object.

    Raises:
        KnowledgeError: A file has a key, kind or match that its schema does not know.
    """
    cues: list[Cue] = []
    words: list[tuple[str, frozenset[str]]] = []
    outlets: set[str] = set()
    folder = files("dragoman.knowledge").joinpath(FOLDER)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".yaml"):
            continue
        page = yaml.load(file.read_text(encoding="utf-8"), Loader=_FastLoader)  # noqa: S506 - both are safe loaders
        try:
            cues.extend(_find_cues(page))
            outlets.update(map(fold_wording, page["outlet_words"]))
            words.append((page["language"], frozenset(map(fold_wording, page["function_words"]))))
        except (KeyError, TypeError, ValueError) as error:
            raise KnowledgeError(file.name, f"it breaks schema.json at {error}") from error
    return LayoutCues(tuple(cues), tuple(words), frozenset(outlets))


# The C loader reads the files ten times faster; wheels without it fall back.
_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _find_cues(page: dict[str, Any]) -> Iterator[Cue]:
    for group in page["cues"]:
        kind, match = CueKind(group["kind"]), CueMatch(group["match"])
        for phrase in group["phrases"]:
            yield Cue(kind, match, fold_wording(phrase), page["language"], group.get("name", ""))
