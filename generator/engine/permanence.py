"""Which addresses of a site are permanent, and whether a published one would be lost.

docs/data.md (urls.txt) has the promise. Scripts, styles, what the finder searches, the pages from A to Z and those that
follow the first page of a list may change.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.engine.errors import EngineError

_PERMANENT = (
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
)
# Files that only the site's own scripts load.
_INTERNAL = {"grafiek.json", "vergelijken.json"}
# A page that follows the first of a list: with less to list there are fewer of them.
_FOLLOWING = re.compile(r"/((diensten|provincies)/[^/]+|correcties)/\d+/")
_MOST_NAMED = 10


def permanent_addresses(site: Path) -> frozenset[str]:
    """Each permanent address of a built site, as a path from its root; a page is named by its folder."""
    places = [site / name for name in _PERMANENT]
    files = [file for place in places for file in (place.rglob("*") if place.is_dir() else (place,)) if file.is_file()]
    addresses = (
        "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        for file in files
        if file.name not in _INTERNAL
    )
    return frozenset(address for address in addresses if not _FOLLOWING.fullmatch(address))


def refuse_lost_addresses(published_before: Iterable[str], site: Path) -> None:
    """Make sure that every address that was ever published still answers.

    Raises:
        EngineError: some addresses would not answer.
    """
    lost = sorted(set(published_before) - permanent_addresses(site))
    if lost:
        named = "".join(f"\n  {address}" for address in lost[:_MOST_NAMED])
        more = f"\n  and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        raise EngineError(
            f"published before, and would be gone:{named}{more}\n"
            "A page keeps its address for ever: put back what it was made of, or give a provider its former id."
        )
