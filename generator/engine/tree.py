"""A folder that is being filled: no file in it is ever written twice, so none that it shares with another folder is."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.engine.errors import EngineError


class Tree:
    """A new folder, and which folders in it are known to be there."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._there = {""}

    def write(self, name: str, content: bytes) -> int:
        """Write the file ``name``, a path below the folder; returns how many bytes it has.

        Raises:
            EngineError: it was written before.
        """
        path = self._path(name)
        try:
            with Path(path).open("xb") as file:
                return file.write(content)
        except FileExistsError:
            raise EngineError(f"two parts of the site make {name}") from None
        except OSError as error:
            error.filename = error.filename or path  # where the disk is full, the system does not say it
            raise

    def link(self, names: Mapping[str, int], last: Path) -> None:
        """Have the files with these names, which are in the folder ``last`` and do not change any more."""
        for name in names:
            source, path = f"{last}/{name}", self._path(name)
            try:
                os.link(source, path)
            except OSError:  # not every file system has links
                shutil.copy2(source, path)

    def read(self, name: str) -> bytes:
        """The content of the file."""
        return Path(self._root, name).read_bytes()

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        return Path(self._root, name).exists()

    def _path(self, name: str) -> str:
        folder = name.rpartition("/")[0]
        if folder not in self._there:
            Path(self._root, folder).mkdir(parents=True, exist_ok=True)
            self._there.add(folder)
        return f"{self._root}/{name}"


def files_in(folder: Path) -> frozenset[str]:
    """Every file in a folder, by its path below it."""
    root = str(folder)
    return frozenset(
        f"{place}/{name}"[len(root) + 1 :].replace(os.sep, "/") for place, _, names in os.walk(root) for name in names
    )
