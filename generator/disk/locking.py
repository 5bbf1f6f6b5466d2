"""One writer at a time: a lock that ends when the processes that hold it end, also if they are killed."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_MADE = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW
_FOUND = os.O_RDONLY | os.O_NOFOLLOW


@contextmanager
def locked(file: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the lock ``file`` alone until the end of the block. The file is made for the lock, and removed afterwards.

    The system releases the lock of a killed process, so a file that is left behind locks nobody out. A child process
    that inherits the lock (``close_fds=False``) holds it too, until it ends itself.

    Args:
        file: the lock file.
        waiting: called once before waiting, if another process holds the lock.

    Raises:
        OSError: the file cannot be made here.
    """
    lock = _taken(file, _MADE, fcntl.LOCK_EX, waiting)
    try:
        yield
    finally:
        _given_back(lock, file)


@contextmanager
def shared(file: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the lock ``file`` together with others who only read: meanwhile nobody has it alone.

    Where no file can be made, the lock is held if somebody else made one: whoever may not write can still read.

    Args:
        file: the lock file.
        waiting: called once before waiting, if another process has the lock alone.

    Raises:
        OSError: the file is there and cannot be opened.
    """
    lock = _taken_to_read(file, waiting)
    try:
        yield
    finally:
        if lock is not None:
            _given_back(lock, file)


def _taken_to_read(file: Path, waiting: Callable[[], object]) -> int | None:
    with suppress(OSError):
        return _taken(file, _MADE, fcntl.LOCK_SH, waiting)
    try:
        return _taken(file, _FOUND, fcntl.LOCK_SH, waiting)
    except FileNotFoundError:
        return None


def _taken(file: Path, how: int, mode: int, waiting: Callable[[], object]) -> int:
    """The open lock file, which is locked and still has its name."""
    while True:
        lock = os.open(file, how, 0o666)
        try:
            _lock(lock, mode, waiting)
            if _is_at(lock, file):
                os.set_inheritable(lock, mode == fcntl.LOCK_EX)
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _lock(lock: int, mode: int, waiting: Callable[[], object]) -> None:
    try:
        fcntl.flock(lock, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(lock, mode)


def _given_back(lock: int, file: Path) -> None:
    """Give the lock back; the last who has it removes the file, while nobody else can have it."""
    with suppress(OSError):  # others still have it, or the folder may not be written
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_at(lock, file):
            file.unlink(missing_ok=True)
    os.close(lock)


def _is_at(lock: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), file.stat())
    except FileNotFoundError:
        return False
