"""A lock on the two folders that a build replaces: one build at a time (docs/decisions/0016)."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.disk.locking import locked
from generator.engine.errors import as_engine_error


@dataclass(frozen=True, slots=True)
class Reservation:
    """The folders of the Markdown and of the site; only the build with the reservation may replace them."""

    docs: Path
    site: Path


@contextmanager
def reserved(docs: Path, site: Path, waiting: Callable[[Path], object] = lambda _: None) -> Iterator[Reservation]:
    """A reservation on both folders. It waits for every other build that has one of them.

    Args:
        docs: the folder with the Markdown of the last build.
        site: the folder with the HTML of the last build.
        waiting: called before waiting, with the folder that another build has.

    Raises:
        EngineError: a lock file cannot be made beside a folder.
    """
    # A link stays a link, to the new folder.
    docs, site = docs.resolve(), site.resolve()
    with ExitStack() as locks:
        with as_engine_error(site):
            # Always in the same order: else two builds could wait for each other for ever.
            for place in sorted((docs, site)):
                place.parent.mkdir(parents=True, exist_ok=True)
                locks.enter_context(locked(place.with_name(f".{place.name}.lock"), partial(waiting, place)))
        yield Reservation(docs, site)
