"""Which addresses of a site are permanent, and whether a published one would be lost.

docs/data.md (urls.txt) has the promise. Scripts, styles, what the finder searches, the pages from A to Z and those that
follow the first page of a list may change.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import fields

from generator.charter import Folders
from generator.engine.errors import EngineError

# Beside the folders of the register.
_PERMANENT = frozenset({"feed.xml", "index.html", "schema"})
# Files that only the site's own scripts load.
_INTERNAL = frozenset({"chart.json", "comparison.json"})
_MOST_NAMED = 10


def permanent_addresses(files: Iterable[str], folders: Folders) -> frozenset[str]:
    """Each permanent address of a site with these files, paths below it; a page is named by its folder."""
    permanent = _PERMANENT | {getattr(folders, field.name) for field in fields(folders)}
    # A page that follows the first of a list: with less to list there are fewer of them.
    following = re.compile(rf"/(({folders.services}|{folders.regions})/[^/]+|{folders.corrections})/\d+/")
    addresses = ("/" + name.removesuffix("index.html") for name in files if _is_in(permanent, name))
    return frozenset(address for address in addresses if not following.fullmatch(address))


def _is_in(permanent: AbstractSet[str], name: str) -> bool:
    first, _, rest = name.partition("/")
    return first in permanent and rest.rpartition("/")[2] not in _INTERNAL


def refuse_lost_addresses(published_before: Iterable[str], files: Iterable[str], folders: Folders) -> None:
    """Make sure that every address that was ever published still answers, in a site with these ``files``.

    Raises:
        EngineError: some addresses would not answer.
    """
    lost = sorted(set(published_before) - permanent_addresses(files, folders))
    if lost:
        named = "".join(f"\n  {address}" for address in lost[:_MOST_NAMED])
        more = f"\n  and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
        raise EngineError(
            f"published before, and would be gone:{named}{more}\n"
            "A page keeps its address for ever: put back what it was made of, or give a provider its former id.\n"
            "`folders` in data/register.yaml and `address` in data/words/ say what addresses are called.\n"
            "Only before the first publication: remove data/urls.txt, in which builds note addresses."
        )
