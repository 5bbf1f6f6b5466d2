"""Shows on a terminal how far long work is. In a module of its own: hooks of git do not wait for what it loads."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator.progress import Done

# Seconds before progress is worth showing, and between two looks at it.
_SOON, _OFTEN = 0.5, 0.1


class Shown:
    """Shows how far long work is, on stderr, and takes it away again; of work that is soon done, nothing.

    It has no thread of its own: a build forks. Work within other work is shown beneath it.
    """

    def __init__(self, console: Console | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console or Console(stderr=True)
        self._clock = clock
        self._began = self._last = clock()
        self._progress: Progress | None = None
        self._running = 0

    @contextmanager
    def __call__(self, doing: str, items: int) -> Iterator[Done]:
        """Show one piece of work until it ends; the listener of `generator.progress`."""
        line: tuple[Progress, TaskID] | None = None

        def done(number: int) -> None:
            nonlocal line
            now = self._clock()
            if now - self._began < _SOON or now - self._last < _OFTEN:
                return
            self._last = now
            progress = self._on_screen()
            if line is None or line[0] is not progress:
                line = progress, progress.add_task(doing, total=items)
            progress.update(line[1], completed=number, refresh=True)

        self._running += 1
        try:
            yield done
        finally:
            self._running -= 1
            if line and line[0] is self._progress:
                line[0].remove_task(line[1])
            if not self._running:
                self.clear()

    def _on_screen(self) -> Progress:
        if self._progress is None:
            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
            self._progress = Progress(*columns, console=self._console, auto_refresh=False, transient=True)
            self._progress.start()
        return self._progress

    def clear(self) -> None:
        """Take away what is shown, also of work that an error left."""
        if self._progress:
            self._progress.stop()
            self._progress = None
