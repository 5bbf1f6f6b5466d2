"""Reading the files of a folder as one version: none of them changes meanwhile."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias, TypeVar

_Read = TypeVar("_Read")
# What a file is told by, without reading it: its number, its size and when it was changed.
_State: TypeAlias = Mapping[str, tuple[int, int, int, int]]
_TRIES = 5


def unchanged(folder: Path, read: Callable[[], _Read]) -> _Read:
    """What ``read`` makes of the files below ``folder``. Where one of them changed meanwhile, it reads again.

    Hidden files and folders do not count.

    Raises:
        OSError: they change each time.
    """
    for _ in range(_TRIES):
        before = _state(folder)
        made = read()
        if _state(folder) == before:
            return made
    raise OSError(errno.EBUSY, "its files change each time while they are read: stop what writes them", str(folder))


def _state(folder: Path) -> _State:
    state = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (name for name in files if not name.startswith(".")):
            path = os.path.join(here, name)  # noqa: PTH118 - thousands of them
            try:
                found = os.lstat(path)
            except FileNotFoundError:
                continue  # gone since the folder was read, so the next state differs
            state[path] = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return state
