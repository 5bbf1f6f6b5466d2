"""The two folders that a build replaces, for one build at a time."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.disk.locking import locked
from generator.engine.errors import as_engine_error


@dataclass(frozen=True, slots=True)
class Reservation:
    """The folders of the Markdown and of the site; who has a reservation is the only one who replaces them."""

    docs: Path
    site: Path


@contextmanager
def reserved(docs: Path, site: Path, waiting: Callable[[Path], object] = lambda _: None) -> Iterator[Reservation]:
    """A reservation on both folders, once every build that has one of them is done with it.

    Args:
        docs: where the Markdown of the last build stands.
        site: where the HTML of the last build stands.
        waiting: called with a folder that another build has, before waiting for it.

    Raises:
        EngineError: there can be no lock beside a folder.
    """
    # A link stays a link, to the new folder.
    docs, site = docs.resolve(), site.resolve()
    with ExitStack() as locks:
        with as_engine_error(site):
            # In one order: builds with each other's folders would else wait for each other for ever.
            for place in sorted((docs, site)):
                place.parent.mkdir(parents=True, exist_ok=True)
                locks.enter_context(locked(place.with_name(f".{place.name}.lock"), partial(waiting, place)))
        yield Reservation(docs, site)
