"""Makes two folders change places, in one step if the system can do that."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, place: Path) -> None:
    """Exchange the folders ``new`` and ``place``; the old folder is then at ``new``.

    Both must be on one file system. If there is nothing at ``place``, ``new`` is an empty folder afterwards. On Linux a
    reader always sees the old folder or the new one, whole. Elsewhere there is a moment between two renames without a
    folder; if the process is killed just then, `recover` puts the old folder back. Why: docs/decisions/0016.

    Raises:
        OSError: they could not change places; the old folder is still at ``place``.
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
    """Put the old folder back if a `swap` of these two was killed halfway, and remove its other remains.

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
    """Remove a folder with its content, also if its files or folders are write-protected.

    Raises:
        OSError: something cannot be removed.
    """
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


def _aside(new: Path) -> Path:
    """Where the old folder is for a moment, if two folders cannot change places in one step."""
    return new.with_name(f"{new.name}.aside")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names atomically; False if the system or the file system cannot do that, or refuses."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
