"""What the public sees of the grades of one report: a picture of them, and the exact figures that look like it."""

from collections.abc import Collection
from enum import IntEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeAlias

from generator.disclosure.feasibility import sums_of
from generator.scale import Scale

_TENTHS = 10

# The grades that a report publishes, exact, in tenths of a point.
Figures: TypeAlias = tuple[int, ...]


class Precision(IntEnum):
    """How much of a grade is shown."""

    EXACT = 0
    WHOLE = 1
    HIDDEN = 2


class Seen(NamedTuple):
    """What is shown of one grade. ``value`` is in tenths of a point if exact, in points if whole, and 0 if hidden."""

    precision: Precision
    value: int


# What is shown of each of the figures, in their order.
Picture: TypeAlias = tuple[Seen, ...]


def whole(tenths: int) -> int:
    """A grade in tenths of a point, rounded half up to whole points: 85 tenths is a 9."""
    return (tenths + _TENTHS // 2) // _TENTHS


@lru_cache(maxsize=1024)
def seen(tenths: int, precision: Precision) -> Seen:
    """How a grade of so many ``tenths`` of a point is shown with this precision."""
    if precision is Precision.HIDDEN:
        return Seen(precision, 0)
    return Seen(precision, whole(tenths) if precision is Precision.WHOLE else tenths)


def picture_of(figures: Figures, rounded: Collection[int] = (), hidden: Collection[int] = ()) -> Picture:
    """The picture of ``figures`` if those at the places ``rounded`` are rounded, and those at ``hidden`` hidden."""
    return tuple(
        seen(tenths, Precision.HIDDEN if place in hidden else Precision.WHOLE if place in rounded else Precision.EXACT)
        for place, tenths in enumerate(figures)
    )


def places_of(picture: Picture, precision: Precision) -> frozenset[int]:
    """The places at which ``picture`` shows a grade with this precision."""
    return frozenset(place for place, each in enumerate(picture) if each.precision is precision)


@lru_cache(maxsize=65536)
def exact_figures(of: Seen, completed: int, scale: Scale) -> tuple[int, ...]:
    """The grades, in tenths, that look like ``of`` and can be a mean of ``completed`` whole grades; lowest first."""
    found = [tenths for tenths in scale.tenths if seen(tenths, of.precision) == of]
    sums = [(each, sums_of(each, completed, scale)) for each in found]
    return tuple(each for each, (low, high) in sums if low <= high)


def loss(places: Collection[int], total: int | None) -> int:
    """How much is lost with the grades at ``places``: 1 for a service, 3 for the total, which readers see first."""
    return len(places) + 2 * (total in places)


@lru_cache(maxsize=1024)
def choices(
    completed: tuple[int, ...], total: int | None, free: frozenset[int], few: int | None = None
) -> tuple[frozenset[int], ...]:
    """Each choice of grades from ``free`` that lose something, the least loss first; the first choice is no grade.

    Of equal losses, services come before the total, and services with few answers first. Source of the rule:
    docs/decisions/0018.

    Args:
        completed: how many answered, in the order of the figures.
        total: the place of the total among the figures; None if they have no total.
        free: the places to choose from.
        few: if given, only choices of at most so many grades, and of all.
    """
    sizes = {*range(len(free) + 1)} if few is None else {*range(min(few, len(free)) + 1), len(free)}

    def cost(places: tuple[int, ...]) -> tuple[int, bool, int, tuple[int, ...]]:
        return loss(places, total), total in places, sum(completed[each] for each in places), places

    every = (chosen for size in sizes for chosen in combinations(sorted(free), size))
    return tuple(map(frozenset, sorted(every, key=cost)))
