"""A progress bar on standard error for long work, on a terminal only."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

FEWEST = 20
"""Work of fewer reports ends before a bar would be seen."""


@contextmanager
def bar(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar for as long as the block runs; what it yields is told how many more are done."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    screen = Console(stderr=True)
    if not screen.is_terminal or (total is not None and total < FEWEST):
        yield lambda _: None
        return
    told = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*told, TimeElapsedColumn(), TimeRemainingColumn(), console=screen, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda more: progress.advance(task, more)


def tracked(each: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    """The same things, counted as they are done with."""
    with bar(what, total) as advance:
        for one in each:
            yield one
            advance(1)
