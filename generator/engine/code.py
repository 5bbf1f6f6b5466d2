"""What all files of a site have in common: the code that makes them, and the versions of all that it uses."""

import sys
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

_GENERATOR = Path(__file__).resolve().parents[1]
# In a project: what no part of the content is made of, and every page is.
_OF_THE_PROJECT = ("mkdocs.yml", "site_src/theme")


def fingerprint_of_code(project: Path) -> str:
    """A fingerprint of the generator, of the theme in ``project``, and of every installed package.

    Raises:
        OSError: a file cannot be read.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    for each in sorted(f"{package.name} {package.version}" for package in distributions()):
        digest.update(each.encode() + b"\n")
    for place in (_GENERATOR, *(project / name for name in _OF_THE_PROJECT)):
        for file in _files(place):
            content = file.read_bytes()
            digest.update(f"{file.relative_to(place.parent)} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    """Those in a folder, or the file itself; without what Python makes of them."""
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [file for file in found if file.is_file() and file.suffix != ".pyc"]
