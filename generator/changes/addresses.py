"""Which addresses of the site are new, changed or removed, found by comparing the files that would be written."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths from the root of the site, sorted.

    Args:
        new, changed: what answers there is new, or another.
        withdrawn: what answers there says that nothing is there any more (``site/content/withdrawn.py``).
        lost: nothing would answer there, and it was to answer for ever.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    lost: tuple[str, ...]


def digests(files: Iterable[tuple[str, str | bytes]]) -> Mapping[str, str]:
    """The SHA-256 of each file, in hexadecimal, by its future address."""
    return {
        _address(name): sha256(content.encode() if isinstance(content, str) else content).hexdigest()
        for name, content in files
    }


def affected(
    before: Mapping[str, str],
    after: Mapping[str, str],
    notices: AbstractSet[str] = frozenset(),
    permanent: Callable[[Iterable[str]], AbstractSet[str]] = frozenset,
) -> Addresses:
    """The addresses that differ between two sites.

    Args:
        before, after: the digests of the files of each site, by address.
        notices: those that say in the second site that nothing is there any more.
        permanent: gives of files, each a path below the site, the addresses that must answer for ever.
    """
    other = {address for address in before.keys() & after.keys() if before[address] != after[address]}
    gone = before.keys() - after.keys()
    return Addresses(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(other - notices)),
        withdrawn=tuple(sorted(other & notices)),
        lost=tuple(sorted(permanent(address.removeprefix("/") for address in gone))),
    )


def _address(name: str) -> str:
    page = name.removesuffix("index.html").removesuffix("index.md")
    return f"/{page.removesuffix('.md')}/" if page.endswith(".md") else f"/{page}"
