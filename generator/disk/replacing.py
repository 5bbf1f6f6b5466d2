"""Replacing several files: all or none."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.disk.interrupts import whole


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files in ``folder``, all or none; nobody else may write there at the same time.

    First every new file, and a copy of each old one, is written beside the files. From then on only renames are needed,
    to finish or to undo. If the process is killed between two renames, each file is old or new, and whole. Another
    call with the same files mends that, and removes the copies that were left. Why: docs/decisions/0016.

    Args:
        folder: the folder of all these files.
        contents: the new bytes of each file, by its name relative to ``folder``.

    Raises:
        OSError: a file could not be written; the others are as they were.
    """
    beside = _empty_folder(folder / ".writing")
    replacements: list[_Replacement] = []
    made: list[Path] = []
    is_done, is_whole = False, True
    try:
        for number, (file, content) in enumerate(contents.items()):
            made += _with_folders((folder / file).parent)
            replacements.append(_prepared(folder / file, content, beside / str(number)))
        with whole(*(each.path for each in replacements)):
            for each in replacements:
                each.swap()
            for parent in {each.path.parent for each in replacements}:
                _keep(parent)
            is_done = True
    except BaseException:
        if not is_done:  # else only Ctrl-C came, and waited until all was written
            is_whole = _undone(replacements, made)
        raise
    finally:
        if is_whole:
            shutil.rmtree(beside, ignore_errors=True)
        else:  # some old files could not be put back: keep their copies, under a name that no later run clears
            with contextlib.suppress(OSError):
                beside.rename(tempfile.mkdtemp(prefix=".not-put-back-", dir=folder))


def _undone(replacements: "list[_Replacement]", made: list[Path]) -> bool:
    """Put every old file back, and remove the folders that were ``made``; False if a file could not be put back."""
    undone = [each.undo() for each in reversed(replacements)]
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()
    return all(undone)


def _empty_folder(path: Path) -> Path:
    if path.exists():
        shutil.rmtree(path)
    path.mkdir(mode=0o700)
    return path


def _keep(path: Path) -> None:
    """Force a file, or the names in a folder, to the disk, so that they survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(slots=True)
class _Replacement:
    """A file to replace. Its new content, and its old content if any, are in files elsewhere."""

    path: Path
    new: Path
    old: Path | None
    is_swapped: bool = False

    def swap(self) -> None:
        self.is_swapped = True
        os.replace(self.new, self.path)  # noqa: PTH105 - Path.replace does not say that it is atomic

    def undo(self) -> bool:
        """Put the old content back; False if that failed."""
        if not self.is_swapped or self.new.exists():
            return True
        try:
            if self.old:
                self.old.rename(self.path)
            else:
                self.path.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _prepared(path: Path, content: bytes, beside: Path) -> _Replacement:
    """Write the new content to one file and the old content to another, both named after ``beside``."""
    new = beside.with_suffix(".new")
    new.write_bytes(content)
    _keep(new)
    if not path.is_file():
        return _Replacement(path, new, None)
    shutil.copymode(path, new)
    old = beside.with_suffix(".old")
    shutil.copy2(path, old)
    return _Replacement(path, new, old)


def _with_folders(folder: Path) -> list[Path]:
    """Make ``folder`` and its missing parents; returns the new folders, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
