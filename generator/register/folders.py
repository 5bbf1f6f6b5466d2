"""What stands below the folder of the register, whoever put it there."""

import os
from pathlib import Path

from generator.findings.findings import Finding, Location

# So many levels of folders below data/ are read; a reply is in the second.
_DEEPEST = 5


def files_below(data: Path) -> tuple[list[str], list[Finding]]:
    """The names of all files below ``data``, relative and sorted, and findings about folders that do not belong there.

    Hidden files and folders are skipped. No link is followed: it could lead anywhere, also round in a circle.
    """
    names: list[str] = []
    findings: list[Finding] = []
    refused: list[OSError] = []
    for here, folders, files in os.walk(data, onerror=refused.append):
        within = Path(here).relative_to(data)
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [(within / name).as_posix() for name in files if not name.startswith(".")]
        findings += [
            Finding(Location((within / name).as_posix()), "F11", "a link to a folder", "a folder of its own")
            for name in folders
            if Path(here, name).is_symlink()
        ]
        if len(within.parts) == _DEEPEST:
            findings += [
                Finding(
                    Location((within / name).as_posix()), "F07", "nothing looks so deep", "the folders of docs/data.md"
                )
                for name in folders
            ]
            folders.clear()
    findings += [
        Finding(_relative(Path(error.filename), data), "F11", "the folder cannot be read", "one you may read")
        for error in refused
    ]
    return sorted(names), findings


def _relative(folder: Path, data: Path) -> Location:
    return Location(folder.relative_to(data).as_posix())
