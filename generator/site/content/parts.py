"""A part of a site: files that are made together, of the same things, and made again only if one of these changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

File: TypeAlias = tuple[str, str | bytes]
"""A path and its content. A path that ends in .md becomes a page; any other is that of a file below the site."""


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are made together.

    Args:
        name: which part it is, in every build: that of its page, if it has one. No other part has it.
        made_of: a fingerprint of all that its files are made of, except what all parts have in common.
        make: makes its files, the same each time.
        compare: gives the paths of its files, each with something that differs whenever its content does: where that is
            much quicker than to make them, for who compares two sites.
    """

    name: str
    made_of: str
    make: Callable[[], Iterable[File]]
    compare: Callable[[], Iterable[File]] | None = None
