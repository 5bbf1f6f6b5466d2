"""The files that a new register begins with, as they are here or in a wheel."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_PROGRAM = Path(__file__).parents[1]
_CARRIED = _PROGRAM / "starter"


def carried() -> Mapping[str, bytes]:
    """Each file, by its name below starter/ in a wheel.

    Raises:
        OSError: a file cannot be read.
    """
    return {name: path.read_bytes() for source, target in _sources() for name, path in _below(source, target)}


def _sources() -> Iterator[tuple[Path, str]]:
    """Each file or folder that is carried, with its name in a wheel."""
    if _CARRIED.is_dir():
        yield _CARRIED, ""
        return
    project = _PROGRAM.parent
    said = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    carries = said["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    prefix = _CARRIED.relative_to(project).as_posix()
    for source, target in carries.items():
        if target.startswith(prefix):
            yield project / source, target.removeprefix(prefix).lstrip("/")


def _below(source: Path, name: str) -> Iterator[tuple[str, Path]]:
    if source.is_file():
        yield name, source
        return
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield "/".join(filter(None, (name, path.relative_to(source).as_posix()))), path
