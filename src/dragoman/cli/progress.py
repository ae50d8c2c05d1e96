"""A progress bar on standard error, for work that takes long; none in a pipe."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dragoman.cli.sheet import safe

Item = TypeVar("Item")
_WIDTH = 40


def with_bar(results: Iterable[Item], total: int, name_of: Callable[[Item], str]) -> Iterator[Item]:
    """Yield results while a bar on standard error shows how far they are; no bar in a pipe.

    Args:
        results: What is done, one by one.
        total: How many there will be.
        name_of: What to call a result beside the bar.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total, name="")
        for result in results:
            bar.update(task, advance=1, name=safe(name_of(result))[-_WIDTH:])
            yield result
