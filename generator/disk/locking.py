"""One process at a time: a lock that ends when the processes that hold it end, also if they are killed."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(file: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the lock ``file`` until the end of the block. The file is made for the lock, and removed afterwards.

    The system releases the lock of a killed process, so a file that is left behind locks nobody out. A child process
    that inherits the lock (``close_fds=False``) holds it too, until it ends itself.

    Args:
        file: the lock file.
        waiting: called once before waiting, if another process holds the lock.

    Raises:
        OSError: the file cannot be made here.
    """
    lock = _taken(file, waiting)
    try:
        yield
    finally:
        # First remove the name, while nobody else can have the lock: a waiting process then makes a new file.
        file.unlink(missing_ok=True)
        os.close(lock)


def _taken(file: Path, waiting: Callable[[], object]) -> int:
    """The open lock file, which is locked and still has its name."""
    while True:
        lock = os.open(file, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o666)
        try:
            _lock(lock, waiting)
            if _is_at(lock, file):
                os.set_inheritable(lock, True)
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _lock(lock: int, waiting: Callable[[], object]) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(lock, fcntl.LOCK_EX)


def _is_at(lock: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), file.stat())
    except FileNotFoundError:
        return False
