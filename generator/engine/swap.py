"""One folder in the place of another, in a single step where the system can do that."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, place: Path) -> None:
    """Put the folder ``new`` at ``place``, and remove what was there.

    Both must be on one file system. On Linux whoever looks sees the old folder or the new one, whole; elsewhere there
    is a moment between two renames in which nothing stands there.

    Raises:
        OSError: the folders could not be renamed; what was at ``place`` is still there.
    """
    if not place.exists():
        new.rename(place)
        return
    old = new.with_name(f"{new.name}.old")
    if _exchange(new, place):
        new.rename(old)
    else:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False where the system or the file system has no such call."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
