"""``dragoman evaluate``."""

from pathlib import Path

import click

from dragoman.assembly.actor_files import ActorFiles
from dragoman.cli.options import actors_options, chosen_actors, format_option, parser_option, rows_option

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("gold", nargs=-1, required=True, type=_FILE, metavar="GOLD...")
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the reports stand; else beside each gold file.",
)
@click.option("--only", default="", metavar="PART", help="Only documents with this in their name.")
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page with each mistake.")
@click.option("--errors", is_flag=True, help="Print each mistake, too.")
@format_option
@rows_option
@parser_option
@actors_options
def evaluate(gold: tuple[Path, ...], *, page: Path | None, errors: bool, form: str, **options: object) -> None:
    r"""Score the coder on GOLD: what a careful reader recorded from reports.

    GOLD is a file of ours (YAML or JSON, see the documentation), or PLOVER's gold records as they are
    published (JSON).

    \b
    Examples:
      dragoman evaluate samples/gold.yaml
      dragoman evaluate mine.yaml --documents reports/ --html mistakes.html
      dragoman evaluate records.json --format csv > figures.csv
    """
    from dragoman.assembly.evaluating import read_sets, score_sets
    from dragoman.cli.output import print_answer
    from dragoman.cli.progress import with_bar
    from dragoman.cli.sheets.score import score_sheet
    from dragoman.evaluation.scoring import Score

    sets = read_sets(gold, documents=options["documents"], only=options["only"])  # type: ignore[arg-type]
    total = sum(len(one.documents) for one in sets)
    actors = chosen_actors(options["actor_paths"], strict=bool(options["strict"]))  # type: ignore[arg-type]
    scored = score_sets(sets, parser=options["parser"], actors=actors)  # type: ignore[arg-type]
    found = with_bar(scored, total, lambda one: one.name)
    score = Score(tuple(found))
    title = f"Score on {', '.join(path.name for path in gold)}"
    if page is not None:
        write_score_page(score, page, title, actors)
    if errors and form == "table":
        click.echo("\n".join(line for one in score.documents for mistake in one.mistakes for line in mistake.lines()))
    print_answer(score, lambda: score_sheet(score, title), form)


def write_score_page(score: object, path: Path, title: str, actors: ActorFiles) -> None:
    """Write the page about a score.

    Raises:
        OutputError: It cannot be written.
    """
    from dragoman.assembly.coding import open_coder
    from dragoman.evaluation.page import write_page
    from dragoman.exchange.whole_file import write_whole_file

    write_whole_file(path, [write_page(score, title=title, coder=open_coder(None, actors).rulebook.version)])  # type: ignore[arg-type]
    click.echo(f"The page is in {path}.", err=True)
