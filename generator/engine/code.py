"""What all files of a site have in common: the code that makes them, and the versions of all that it uses."""

import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

from generator.sources import THEME, sources

_GENERATOR = Path(__file__).resolve().parents[1]


def fingerprint_of_code(project: Path) -> str:
    """A fingerprint of the generator, of the theme in ``project``, and of every installed package.

    Raises:
        OSError: a file cannot be read.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    for each in sorted(f"{package.name} {package.version}" for package in distributions()):
        digest.update(each.encode() + b"\n")
    for name, file in _files(project):
        content = file.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(project: Path) -> Iterator[tuple[str, Path]]:
    """What no part of the content is made of, and every page is, by name; without what Python makes of it."""
    for file in sorted(_GENERATOR.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            yield file.relative_to(_GENERATOR).as_posix(), file
    yield "mkdocs.yml", project / "mkdocs.yml"
    yield from sources(project, THEME).items()
