"""``dragoman show``."""

import click

from dragoman.cli.options import FORMATS, ledger_option, open_for_reading


@click.command()
@click.argument("what", metavar="DOCUMENT|CLAIM")
@click.option("--format", "form", type=click.Choice(FORMATS[:2]), default=FORMATS[0], show_default=True)
@click.option(
    "--cite",
    type=click.Choice(("text", "bibtex", "csl")),
    help="Only a reference to CLAIM: in words, as BibTeX (biblatex), or as CSL-JSON.",
)
@ledger_option
def show(what: str, form: str, cite: str | None, ledger: str) -> None:
    r"""Show a document with the kinds of its sections and its claims underlined, or one claim.

    DOCUMENT is a name, or the beginning of an identifier; CLAIM an identifier or its beginning, at least
    6 characters.

    \b
    Examples:
      dragoman show page.html
      dragoman show 4a454e224b
      dragoman show 4a454e224b --cite bibtex
    """
    from dragoman.answers.citation import Shelf
    from dragoman.answers.listing import ClaimConditions, find_document
    from dragoman.api import list_claims as ask
    from dragoman.claims.claim import ClaimId
    from dragoman.cli import page
    from dragoman.errors import NameUnknownError

    with open_for_reading(ledger) as held:
        claim = held.claim(ClaimId(what)) if page.may_be_claim(what) else None
        if claim is not None:
            document = held.document(claim.claim.document)
            citation = Shelf(held).cite(claim)
            if cite is None:
                page.print_claim(citation, document, form)
            else:
                page.print_reference(citation, document, cite)
            return
        if cite is not None:
            raise NameUnknownError("claim", what)
        try:
            document = find_document(held, what)
        except NameUnknownError as error:
            raise NameUnknownError("document or claim", what, error.nearest) from error
        found = ask(held, conditions=ClaimConditions(document=document.id))
    page.print_document(document, found.citations, form)
