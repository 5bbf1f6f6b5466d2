"""Which addresses of the site are new, change or go, by comparing what would be written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths from the root of the site, sorted. What is removed is answered by a notice (``site.content.withdrawn``)."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def digests(files: Iterable[tuple[str, str | bytes]]) -> Mapping[str, str]:
    """The SHA-256 of each file, in hexadecimal, by the address at which it will stand."""
    return {
        _address(name): sha256(content.encode() if isinstance(content, str) else content).hexdigest()
        for name, content in files
    }


def affected(before: Mapping[str, str], after: Mapping[str, str]) -> Addresses:
    """What differs between two sites, each the digests of its files by address."""
    return Addresses(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(each for each in before.keys() & after.keys() if before[each] != after[each])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _address(name: str) -> str:
    page = name.removesuffix("index.html").removesuffix("index.md")
    return f"/{page.removesuffix('.md')}/" if page.endswith(".md") else f"/{page}"
