"""Ctrl-C waits for what may not stay half done, and whoever is stopped by it can say what was written."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_written: list[Path] = []


def written() -> list[Path]:
    """The files and folders that this process wrote whole, and that are still there, in the order of writing."""
    return [path for path in dict.fromkeys(_written) if path.exists()]


@contextmanager
def whole(*paths: Path) -> Iterator[None]:
    """A block that writes these ``paths``: Ctrl-C waits until it ends.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C meanwhile; the paths are written.
    """
    came: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    # Without a handler of Python's own, Ctrl-C is ignored, or is not ours; and only the first thread can set one.
    waits = callable(before) and threading.current_thread() is threading.main_thread()
    if waits:
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
        _written.extend(paths)
    finally:
        if waits:
            signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
