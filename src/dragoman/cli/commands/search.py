"""``dragoman search``."""

import click

from dragoman.cli.options import open_for_reading, reading_options


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option(
    "--in",
    "place",
    type=click.Choice(["documents", "quotes"]),
    default="documents",
    show_default=True,
    help="Texts of documents, or quotes of claims.",
)
@click.option("--language", metavar="CODE", help="Only in this language: en, ru, zh, ko (ISO 639-1).")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Most findings.")
@reading_options
def search(  # noqa: PLR0913 - click hands options to commands by name
    ledger: str, words: tuple[str, ...], *, place: str, language: str | None, limit: int, known: str | None, form: str
) -> None:
    r"""Find where words stand in the documents of a ledger, in any language and script.

    Every word must stand there. Words in quotation marks must follow each other; so must the characters of Chinese,
    Japanese, Korean and Thai. Case and diacritics do not count.

    \b
    Examples:
      dragoman search Sukhumi '"foreign ministry"'
      dragoman search 朝鲜 --in quotes
      dragoman search отношения --language ru --format json
    """
    from dragoman.api import search as ask
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.search import search_sheet

    with open_for_reading(ledger) as held:
        answer = ask(held, " ".join(words), in_=place, language=language, known=known, limit=limit)
    print_answer(answer, lambda: search_sheet(answer), form)
