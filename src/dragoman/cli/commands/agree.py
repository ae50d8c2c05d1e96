"""``dragoman agree``."""

from pathlib import Path

import click

from dragoman.cli.options import format_option

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("a", type=_FILE, metavar="A")
@click.argument("b", type=_FILE, metavar="B")
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the reports of gold files stand; else beside each file.",
)
@format_option
def agree(a: Path, b: Path, *, documents: Path | None, form: str) -> None:
    r"""Show how far two coders agree: Cohen's kappa and Krippendorff's alpha, field by field.

    A and B are gold files, or claims in JSON lines (.jsonl) as `dragoman code --format jsonl` prints them.

    \b
    Examples:
      dragoman agree first.yaml second.yaml
      dragoman agree mine.yaml claims.jsonl --documents reports/ --format csv
    """
    from dragoman.cli.output import print_answer
    from dragoman.cli.sheets.agreement import agreement_sheet
    from dragoman.evaluation.agreement import compare_coders
    from dragoman.evaluation.coded import read_coded

    agreement = compare_coders(read_coded(a, documents=documents), read_coded(b, documents=documents))
    print_answer(agreement, lambda: agreement_sheet(agreement, f"{a.name} and {b.name}"), form)
