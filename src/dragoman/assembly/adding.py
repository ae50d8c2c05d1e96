"""Adds reports to a ledger: finds what is named, reads, codes and records it, one document at a time.

Each document is recorded in one transaction, in the order in which it was named; killed at any
point, the same call finishes the work, since adding again adds nothing.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from typing import BinaryIO

from dragoman.assembly.addition import NO_ADD_OPTIONS, Added, AddOptions
from dragoman.assembly.coding import code_bytes
from dragoman.assembly.relating import Relating
from dragoman.claims.coding import Coding, keep_sure
from dragoman.claims.ledger import Ledger
from dragoman.documents.fault import Fault
from dragoman.errors import AddressError
from dragoman.intake.fetch import fetch_address
from dragoman.intake.options import ReadOptions
from dragoman.intake.sources import Source, SourceKind, find_sources, read_source

NO_LANGUAGE = "unknown"


def find_all_sources(names: Iterable[str]) -> tuple[Source | Fault, ...]:
    """Return everything that paths, folders, globs and addresses lead to, with a fault for each dead end."""
    return tuple(find_sources(names))


def add_sources(
    ledger: Ledger,
    sources: Iterable[Source | Fault],
    *,
    options: AddOptions = NO_ADD_OPTIONS,
    standard_input: BinaryIO | None = None,
) -> Iterator[Added]:
    """Read, code and record sources, in order.

    Args:
        ledger: Where they are recorded.
        sources: What to read, from :func:`find_all_sources`.
        options: What is known of all of them, and how to work.
        standard_input: What ``-`` reads.

    Yields:
        What became of each source, once it is recorded.

    Raises:
        ParserError: There is no such parser.
        LedgerUnavailableError: The ledger is locked, full or read-only.
    """
    relating = Relating(ledger)
    for source, found in _code_all(tuple(sources), options, standard_input):
        coding = relating.with_links(found)
        entry = ledger.add(coding, by=options.by, why=options.why)
        name = source.document if isinstance(source, Fault) else source.name
        counts: dict[str, int] = {}
        for stretch in coding.uncoded:
            language = stretch.language or NO_LANGUAGE
            counts[language] = counts.get(language, 0) + 1
        document = coding.document.id if coding.document is not None else None
        uncoded = tuple(sorted(counts.items()))
        yield Added(name, document, entry, len(coding.claims), len(coding.disputes), uncoded, coding.faults)


def code_sources(
    names: Iterable[str], *, options: AddOptions = NO_ADD_OPTIONS, standard_input: BinaryIO | None = None
) -> Iterator[Coding]:
    """Read and code what paths, folders, globs and addresses lead to, without recording it.

    Args:
        names: As in :func:`find_all_sources`.
        options: What is known of all of them, and how to work.
        standard_input: What ``-`` reads.

    Yields:
        One coding for each source, in order.

    Raises:
        ParserError: There is no such parser.
    """
    for _, coding in _code_all(find_all_sources(names), options, standard_input):
        yield coding


def _code_all(
    sources: tuple[Source | Fault, ...], options: AddOptions, standard_input: BinaryIO | None
) -> Iterator[tuple[Source | Fault, Coding]]:
    if options.jobs <= 1 or len(sources) <= 1:
        for source in sources:
            yield source, _code(source, options, standard_input)
        return
    # Spawned, not forked: the caller may run threads (a progress bar), which a fork would copy half.
    with ProcessPoolExecutor(max_workers=options.jobs, mp_context=get_context("spawn")) as pool:
        is_stream = [isinstance(s, Source) and s.kind is SourceKind.STANDARD_INPUT for s in sources]
        elsewhere = pool.map(
            partial(_code, options=options), [s for s, here in zip(sources, is_stream, strict=True) if not here]
        )
        for source, here in zip(sources, is_stream, strict=True):
            yield source, _code(source, options, standard_input) if here else next(elsewhere)


def _code(source: Source | Fault, options: AddOptions, standard_input: BinaryIO | None = None) -> Coding:
    """Return the coding of one source, with the claims that are sure enough."""
    coding = _code_whole(source, options, standard_input)
    return keep_sure(coding, options.min_confidence) if options.min_confidence > 0 else coding


def _code_whole(source: Source | Fault, options: AddOptions, standard_input: BinaryIO | None) -> Coding:
    """Return the coding of one source; whatever is wrong with it is a fault."""
    if isinstance(source, Fault):
        return Coding(None, faults=(source,))
    given = ReadOptions(published=options.published, outlet=options.outlet)
    if source.kind is SourceKind.ADDRESS:
        return _code_address(source.name, given, options)
    content = read_source(source, standard_input=standard_input)
    if isinstance(content, Fault):
        return Coding(None, faults=(content,))
    return code_bytes(content, name=source.name, options=given, parser=options.parser, actors=options.actors)


def _code_address(address: str, given: ReadOptions, chosen: AddOptions) -> Coding:
    try:
        fetched = fetch_address(address)
    except AddressError as error:
        return Coding(None, faults=(Fault(address, "fetch", f"It was not fetched: {error.reason}."),))
    options = ReadOptions(
        published=given.published,
        outlet=given.outlet,
        media_type=fetched.media_type,
        encoding=fetched.encoding,
        encoding_basis="header",
        address=fetched.address,
        retrieved=datetime.now(UTC),
    )
    return code_bytes(fetched.content, name=address, options=options, parser=chosen.parser, actors=chosen.actors)
