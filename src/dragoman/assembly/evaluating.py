"""Scores the coder on gold: reads the gold, codes its documents, compares, one document at a time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.actors.authority import Authority
from dragoman.actors.participant import Participant
from dragoman.assembly.actor_files import ActorFiles
from dragoman.assembly.coding import code_file, code_text
from dragoman.assembly.dictionary import load_wide_authority
from dragoman.claims.claim import Claim
from dragoman.claims.coding import Coding
from dragoman.evaluation.convention import as_records
from dragoman.evaluation.gold import GoldDocument, GoldSet
from dragoman.evaluation.gold_file import read_gold
from dragoman.evaluation.gold_plover import country_of
from dragoman.evaluation.scoring import DocumentScore, Score, score_document
from dragoman.knowledge.authority import load_authority


def score_sets(
    sets: tuple[GoldSet, ...], *, parser: str | None = None, actors: ActorFiles = ()
) -> Iterator[DocumentScore]:
    """Code the documents of gold sets and compare what is found with the gold.

    Args:
        sets: The gold.
        parser: Name of an installed spaCy pipeline, or ``None`` for the one that ships with the package.
        actors: The user's files of actors.

    Yields:
        What comparing each document gives, in order.

    Raises:
        ParserError: There is no such parser.
    """
    for gold in sets:
        for document in gold.documents:
            coding = code_gold(document, parser=parser, actors=actors)
            yield score_coding(coding, document, within=gold, authority=load_wide_authority(actors))


def score_coding(
    coding: Coding, document: GoldDocument, *, within: GoldSet, authority: Authority | None = None
) -> DocumentScore:
    """Compare a coding with the gold of its document.

    Args:
        coding: What the coder found.
        document: The gold.
        within: The set that it belongs to.
        authority: Knows who is part of whom; ``None`` for the authority file that comes with the package.
    """
    text = coding.document.text if coding.document is not None else ""
    claims = coding.claims
    if within.countries:
        claims = tuple(by_country(claim, authority or load_authority()) for claim in as_records(claims))
    found = score_document(document, text, claims, within=within)
    return replace(found, faults=(*(fault.reason for fault in coding.faults), *found.faults))


def evaluate_files(
    paths: tuple[Path, ...], *, documents: Path | None = None, only: str = "", parser: str | None = None
) -> Score:
    """Score the coder on gold files.

    Args:
        paths: Gold files of ours, or PLOVER's records.
        documents: Folder of the reports, or ``None`` to look beside each file.
        only: A part of the names of the documents to score; empty for all.
        parser: Name of an installed spaCy pipeline, or ``None``.

    Raises:
        GoldError: A file cannot be used.
        ParserError: There is no such parser.
    """
    return Score(tuple(score_sets(read_sets(paths, documents=documents, only=only), parser=parser)))


def read_sets(paths: tuple[Path, ...], *, documents: Path | None = None, only: str = "") -> tuple[GoldSet, ...]:
    """Read gold files.

    Args:
        paths: As in :func:`evaluate_files`.
        documents: The same.
        only: The same.

    Raises:
        GoldError: A file cannot be used.
    """
    return tuple(keep_named(read_gold(path, documents=documents), only) for path in paths)


def keep_named(gold: GoldSet, part: str) -> GoldSet:
    """Return a gold set with only the documents whose name has a part in it."""
    return replace(gold, documents=tuple(document for document in gold.documents if part in document.name))


def code_gold(document: GoldDocument, *, parser: str | None = None, actors: ActorFiles = ()) -> Coding:
    """Code the document that a gold document speaks of.

    Args:
        document: The gold.
        parser: Name of an installed spaCy pipeline, or ``None``.
        actors: The user's files of actors.

    Raises:
        ParserError: There is no such parser.
    """
    if document.path is not None:
        return code_file(
            document.path, published=document.published, outlet=document.outlet, parser=parser, actors=actors
        )
    return code_text(
        document.text or "",
        published=document.published,
        outlet=document.outlet,
        name=document.name,
        parser=parser,
        actors=actors,
    )


def by_country(claim: Claim, authority: Authority) -> Claim:
    """Return a claim whose sides are called as PLOVER's records call them, for comparing alone."""

    def called(participant: Participant) -> Participant:
        return replace(participant, id=country_of(authority, participant.id) or "unknown")

    return replace(claim, actors=tuple(map(called, claim.actors)), recipients=tuple(map(called, claim.recipients)))
