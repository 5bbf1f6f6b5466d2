"""Two folders that change places, in a single step where the system can do that."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, place: Path) -> None:
    """Exchange the folder ``new`` with what is at ``place``; what was there is then at ``new``.

    Both must be on one file system. Where nothing is at ``place``, ``new`` is an empty folder afterwards. On Linux
    whoever looks sees the old folder or the new one, whole; elsewhere there is a moment between two renames in which
    nothing stands there, and who is killed in it leaves the old folder to `recover`.

    Raises:
        OSError: they could not change places; what was at ``place`` is still there.
    """
    if not place.exists():
        new.rename(place)
        new.mkdir()
        return
    if _exchange(new, place):
        return
    aside = _aside(new)
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    aside.rename(new)


def recover(new: Path, place: Path) -> None:
    """Put the old folder back where a `swap` of these two was killed halfway, and remove what else it left.

    Raises:
        OSError: something cannot be moved or removed.
    """
    aside = _aside(new)
    if aside.exists() and not place.exists():
        aside.rename(place)
    for leftover in (new, aside):
        if leftover.exists():
            remove(leftover)


def remove(folder: Path) -> None:
    """Remove a folder with all that it holds, also where its owner took his own right to do so.

    Raises:
        OSError: something cannot be removed.
    """
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


def _aside(new: Path) -> Path:
    """Where the old folder stands for a moment when two folders cannot change places in one step."""
    return new.with_name(f"{new.name}.aside")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False where the system or the file system has no such call, or refuses."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
