"""Two folders that change places, in a single step where the system can do that."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, place: Path) -> None:
    """Exchange the folder ``new`` with what is at ``place``; what was there is then at ``new``.

    Both must be on one file system. Where nothing is at ``place``, an empty folder is made first. On Linux whoever
    looks sees the old folder or the new one, whole; elsewhere there is a moment between two renames in which nothing
    stands there.

    Raises:
        OSError: they could not change places; what was at ``place`` is still there.
    """
    place.mkdir(exist_ok=True)
    if _exchange(new, place):
        return
    aside = new.with_name(f"{new.name}.aside")
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    aside.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False where the system or the file system has no such call, or refuses."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
