"""``dragoman explain``."""

from pathlib import Path

import click

from dragoman.cli.options import FORMATS, ledger_option, open_for_reading, parser_option


@click.command()
@click.argument("claim")
@click.option(
    "--file",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Code this page and explain a claim of it; no ledger is needed.",
)
@click.option("--format", "form", type=click.Choice(FORMATS[:2]), default=FORMATS[0], show_default=True)
@parser_option
@ledger_option
def explain(claim: str, ledger: str, *, path: Path | None, form: str, parser: str | None) -> None:
    r"""Show why CLAIM was made: its sentence with the parse, the rule, and the reasons of each part.

    CLAIM is an identifier or its beginning, at least 6 characters.

    \b
    Examples:
      dragoman explain 4a454e224b
      dragoman explain --file page.txt 4a454e224b
    """
    from dragoman.assembly.explanation import explain_claim, find_claim_in_file, find_held_claim
    from dragoman.cli.tree import print_explanation

    if path is not None:
        document, found = find_claim_in_file(path, claim, parser=parser)
    else:
        with open_for_reading(ledger) as held:
            document, found = find_held_claim(held, claim)
    print_explanation(explain_claim(document, found, parser=parser), form)
