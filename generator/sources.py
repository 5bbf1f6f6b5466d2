"""What a site looks like: the files of a project's site_src/, and for those that it does not have the program's."""

from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent
_FOLDER = "site_src"
# A wheel carries it; where the program is made it is that of the repository.
_PROGRAM = next(place for place in (_HERE / _FOLDER, _HERE.parent / _FOLDER) if place.is_dir())

STYLES, THEME, SCRIPTS = "styles", "theme", "pages/scripts"
"""The folders of which the program has all files. Pages, pictures and all else are a project's own."""


def sources(project: Path, folder: str) -> Mapping[str, Path]:
    """Each file of one of those folders by its path below it, in the order of the paths."""
    files = {
        path.relative_to(place).as_posix(): path
        for place in (_PROGRAM / folder, project / _FOLDER / folder)
        for path in place.rglob("*")
        if path.is_file()
    }
    return dict(sorted(files.items()))
