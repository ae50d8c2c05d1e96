"""A progress bar on standard error, for work that takes long; none in a pipe."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


@contextmanager
def stage_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Give what moves a bar on standard error, for work that has stages; no bar in a pipe.

    It is told the stage, how much of it is done, and of how much.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def move(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield move
