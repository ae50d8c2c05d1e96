"""Loads the words that attribute and the words that take a side."""

from functools import lru_cache

from dragoman.claims.attribution import AttributionLexicon
from dragoman.claims.loaded import LoadedEntry, LoadedLexicon
from dragoman.events.classes import Classes, ModeEntry
from dragoman.events.kind import Root
from dragoman.knowledge.rules import read_checked


@lru_cache(maxsize=4)
def load_attribution(language: str = "en") -> AttributionLexicon:
    """Load the words that say on whose word something is said.

    Args:
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: There is no such file, or it breaks its schema.
    """
    content = read_checked("attribution", language)
    return AttributionLexicon(
        verbs={lemma: how for how, lemmas in content["verbs"].items() for lemma in lemmas},
        prepositions={word: how for how, words in content["prepositions"].items() for word in words},
        documents=frozenset(content["documents"]),
        unnamed=frozenset(content["unnamed"]),
        adverbs={word: how for how, words in content["adverbs"].items() for word in words},
        rejecting=frozenset(content["rejecting"]),
        media={word: kind for kind, words in content["media"].items() for word in words},
    )


@lru_cache(maxsize=4)
def load_classes(language: str = "en") -> Classes:
    """Load the words that tell modes and contexts.

    Args:
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: There is no such file, or it breaks its schema.
    """
    content = read_checked("modes", language)
    modes = {
        Root(root): tuple(
            ModeEntry(
                entry["mode"],
                entry.get("cameo"),
                frozenset(entry.get("trigger", ())),
                frozenset(entry.get("words", ())),
            )
            for entry in entries
        )
        for root, entries in content["modes"].items()
    }
    return Classes(modes, {name: frozenset(words) for name, words in content["contexts"].items()})


@lru_cache(maxsize=4)
def load_loaded_words(language: str = "en") -> LoadedLexicon:
    """Load the words that take a side.

    Args:
        language: ISO 639-1 code.

    Raises:
        KnowledgeError: There is no such file, or it breaks its schema.
    """
    content = read_checked("loaded", language)
    entries = tuple(
        LoadedEntry(
            tuple(map(str.lower, entry["words"])), entry["note"], entry["source"], entry.get("only_quoted", False)
        )
        for entry in content["entries"]
    )
    return LoadedLexicon(entries, content["quoted_note"])
