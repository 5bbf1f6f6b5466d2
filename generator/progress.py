"""How far long work is, said to whoever listens: a command on a terminal, or nobody.

It knows no terminal, and what listens changes nothing of the work.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TypeAlias, TypeVar

_Item = TypeVar("_Item")

#: Says how many of the items are done.
Done: TypeAlias = Callable[[int], object]
#: Listens to one piece of work: what is being done, and to how many items.
Listener: TypeAlias = Callable[[str, int], AbstractContextManager[Done]]


def nobody(doing: str, items: int) -> AbstractContextManager[Done]:
    """Listens to nothing."""
    del doing, items
    return nullcontext(lambda _: None)


_listener: ContextVar[Listener] = ContextVar("listener", default=nobody)


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Within the block, ``listener`` hears of all long work."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def work(doing: str, items: int) -> AbstractContextManager[Done]:
    """A block that does something to a number of ``items``, and says itself how many are done."""
    return _listener.get()(doing, items)


def tracked(items: Iterable[_Item], doing: str, of: Sized) -> Iterator[_Item]:
    """The ``items``, as many as ``of`` has, for a loop that does something to each: `Reading reports`."""
    with work(doing, len(of)) as done:
        for number, item in enumerate(items):
            done(number)
            yield item
