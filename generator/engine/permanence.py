"""Which addresses of a site are permanent, and whether a published one would be lost.

docs/data.md (urls.txt) has the promise. Scripts, styles, what the finder searches, the pages from A to Z and those that
follow the first page of a list may change.
"""

import re
from collections.abc import Iterable

from generator.engine.errors import EngineError

_PERMANENT = {
    "aanbieders",
    "correcties",
    "diensten",
    "feed.xml",
    "index.html",
    "open-data",
    "over",
    "privacy",
    "provincies",
    "schema",
    "toegankelijkheid",
    "uitleg",
    "vergelijken",
}
# Files that only the site's own scripts load.
_INTERNAL = {"grafiek.json", "vergelijken.json"}
# A page that follows the first of a list: with less to list there are fewer of them.
_FOLLOWING = re.compile(r"/((diensten|provincies)/[^/]+|correcties)/\d+/")
_MOST_NAMED = 10


def permanent_addresses(files: Iterable[str]) -> frozenset[str]:
    """Each permanent address of a site with these files, paths below it; a page is named by its folder."""
    addresses = ("/" + name.removesuffix("index.html") for name in files if _is_permanent(name))
    return frozenset(address for address in addresses if not _FOLLOWING.fullmatch(address))


def _is_permanent(name: str) -> bool:
    first, _, rest = name.partition("/")
    return first in _PERMANENT and rest.rpartition("/")[2] not in _INTERNAL


def refuse_lost_addresses(published_before: Iterable[str], files: Iterable[str]) -> None:
    """Make sure that every address that was ever published still answers, in a site with these ``files``.

    Raises:
        EngineError: some addresses would not answer.
    """
    lost = sorted(set(published_before) - permanent_addresses(files))
    if lost:
        named = "".join(f"\n  {address}" for address in lost[:_MOST_NAMED])
        more = f"\n  and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        raise EngineError(
            f"published before, and would be gone:{named}{more}\n"
            "A page keeps its address for ever: put back what it was made of, or give a provider its former id."
        )
