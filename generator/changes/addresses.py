"""Which addresses of the site are new, changed or removed, found by comparing the files that would be written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths from the root of the site, sorted. A removed page gets a notice (``site/content/withdrawn.py``)."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def digests(files: Iterable[tuple[str, str | bytes]]) -> Mapping[str, str]:
    """The SHA-256 of each file, in hexadecimal, by its future address."""
    return {
        _address(name): sha256(content.encode() if isinstance(content, str) else content).hexdigest()
        for name, content in files
    }


def affected(before: Mapping[str, str], after: Mapping[str, str]) -> Addresses:
    """The addresses that differ between two sites, each given as the digests of its files by address."""
    return Addresses(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(each for each in before.keys() & after.keys() if before[each] != after[each])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _address(name: str) -> str:
    page = name.removesuffix("index.html").removesuffix("index.md")
    return f"/{page.removesuffix('.md')}/" if page.endswith(".md") else f"/{page}"
