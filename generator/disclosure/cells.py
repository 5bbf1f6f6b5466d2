"""Cells: all figures that look alike when every grade is rounded, parted by the picture that rounding shows of them.

No rounding takes figures out of their cell, so each cell is parted by itself. Why: disclosure/protection.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, product
from math import prod
from typing import NamedTuple

from generator.disclosure.doubt import Doubt
from generator.disclosure.pictures import (
    Figures,
    Picture,
    Precision,
    choices,
    exact_figures,
    loss,
    picture_of,
    places_of,
    seen,
)
from generator.disclosure.public import Means

# How many sets of figures a cell may hold. If there are more, the smallest services keep their decimal. That is still
# safe: sets that are left out could only add to the doubt.
_LARGEST = 20_000
# How many figures, times choices to round some, are tried; above that only choices of so few grades, and of all.
_MOST_LOOKS = 1_000_000
_FEW = 2


@dataclass(slots=True)
class Parts:
    """Figures, parted by their picture; ``left`` are the figures that nothing protects yet."""

    left: list[Figures]
    classes: dict[Picture, tuple[Figures, ...]] = field(default_factory=dict)
    shown: dict[Figures, Picture] = field(default_factory=dict)
    roundings: dict[frozenset[int], None] = field(default_factory=dict)

    def add(self, picture: Picture, alike: Sequence[Figures]) -> None:
        self.classes[picture] = tuple(alike)
        self.shown |= dict.fromkeys(alike, picture)
        self.roundings[places_of(picture, Precision.WHOLE)] = None

    def look_alike(self, figures: Figures, hidden: frozenset[int]) -> Picture | None:
        """The picture of ``figures`` that were not parted themselves: the one with the least loss that fits them."""
        pictures = (picture_of(figures, rounded, hidden) for rounded in self.roundings)
        return next((picture for picture in pictures if picture in self.classes), None)

    def take_back(self, alike: Iterable[Sequence[Figures]]) -> None:
        for each in alike:
            if picture := self.shown.get(each[0]):
                del self.classes[picture]

    def drop_shown(self) -> None:
        self.left = [each for each in self.left if each not in self.shown]


class _Cover(NamedTuple):
    """Figures to round as cover beside ``alike``, which stand out; ``loss`` is the cost for each of ``alike``."""

    loss: Fraction
    picture: Picture
    alike: Sequence[Figures]
    units: Sequence[Sequence[Figures]]


class Cells:
    """The cells of one group of rows. A cell is parted when it is first needed, and then kept.

    Args:
        doubt: the rows, and the promise about them.
        means: ROUND or WITHHOLD; without rounding each set of figures is its own cell.
    """

    def __init__(self, doubt: Doubt, means: Means) -> None:
        self._doubt = doubt
        self.completed = tuple(row.completed for row in doubt.published)
        self.places = frozenset(range(len(doubt.published)))
        self.total = max(self.places) if doubt.has_total else None
        self.may_round = means is Means.ROUND
        self._cells: dict[Picture, Parts] = {}

    def _roundings(self, free: frozenset[int], figures: int) -> Iterable[frozenset[int]]:
        """The choices to round some of ``free``, the least loss first; for many ``figures`` only one, two, or all."""
        found = choices(self.completed, self.total, free if self.may_round else frozenset())
        if figures * len(found) * self._doubt.breadth <= _MOST_LOOKS:
            return found
        return [rounded for rounded in found if len(rounded) <= _FEW or rounded == free]

    def stands(self, figures: Figures) -> bool:
        """Whether ``figures`` are shown exact, without rounding or hiding."""
        if not self._doubt.is_possible(figures) or self._doubt.is_exposed(figures):
            return False
        return figures not in self.parts(self.key_of(picture_of(figures))).shown

    def key_of(self, picture: Picture) -> Picture:
        """The cell of the figures that look like ``picture``, which hides nothing."""
        blurred = self.blurred(picture)
        free = self.free(blurred)
        return tuple(blurred[place] if place in free else each for place, each in enumerate(picture))

    def blurred(self, picture: Picture) -> Picture:
        """``picture`` with each exact grade rounded, if rounding is allowed."""
        if not self.may_round:
            return picture
        return tuple(
            seen(each.value, Precision.WHOLE) if each.precision is Precision.EXACT else each for each in picture
        )

    def free(self, blurred: Picture) -> frozenset[int]:
        """The places for which a cell holds every figure: the total and the largest services, as many as it can."""
        free: set[int] = set()
        size = 1
        for place in sorted(self.places, reverse=True):
            size *= len(exact_figures(blurred[place], self.completed[place]))
            if size > _LARGEST:
                break
            free.add(place)
        return frozenset(free)

    def size(self, picture: Picture) -> int:
        """How many sets of figures look like ``picture``."""
        return prod(map(len, self.options(picture)))

    def options(self, picture: Picture) -> list[tuple[int, ...]]:
        return list(map(exact_figures, picture, self.completed))

    def parts(self, cell: Picture) -> Parts:
        if cell not in self._cells:
            self._cells[cell] = self._parted_whole(cell)
        return self._cells[cell]

    def _parted_whole(self, cell: Picture) -> Parts:
        possible = [each for each in product(*self.options(cell)) if self._doubt.is_possible(each)]
        exposed = [each for each in possible if self._doubt.is_exposed(each)]
        if not exposed or not self._doubt.could_be_enough(self.options(cell)):
            return Parts(exposed)
        free = places_of(cell, Precision.WHOLE)
        parts = self.parted(exposed, free, frozenset())
        if parts.left:
            self._cover(parts, free, sorted(set(possible) - set(exposed)))
        return parts

    def parted(self, figures: Sequence[Figures], free: frozenset[int], hidden: frozenset[int]) -> Parts:
        """``figures`` by their picture: some places are ``hidden``, and as few as possible of ``free`` rounded."""
        parts = Parts(list(figures))
        for rounded in self._roundings(free, len(figures)):
            if not parts.left:
                break
            for alike in _look_alikes(parts.left, self.places - rounded - hidden).values():
                if self._doubt.is_enough(alike):
                    parts.add(picture_of(alike[0], rounded, hidden), alike)
            parts.drop_shown()
        return parts

    def _cover(self, parts: Parts, free: frozenset[int], safe: Sequence[Figures]) -> None:
        """Round more figures than needed as cover, so that those that are left do not stand out; least loss first."""
        while covers := sorted(self._covers(parts, free, safe), key=lambda cover: cover.loss):
            touched: set[Figures] = set()
            for cover in covers:
                look_alike = [*cover.alike, *chain(*cover.units)]
                if touched.isdisjoint(look_alike):
                    parts.take_back(cover.units)
                    parts.add(cover.picture, look_alike)
                    touched.update(look_alike)
            parts.drop_shown()

    def _covers(self, parts: Parts, free: frozenset[int], safe: Sequence[Figures]) -> Iterator[_Cover]:
        units = [*parts.classes.values(), *((each,) for each in safe if each not in parts.shown)]
        lost = {each: loss(places_of(picture, Precision.WHOLE), self.total) for each, picture in parts.shown.items()}
        for rounded in self._roundings(free, len(parts.left) * len(units)):
            exact = self.places - rounded
            like = _units_alike(units, exact)
            for key, alike in _look_alikes(parts.left, exact).items():
                if chosen := self._as_few_as_do(alike, _nearest(like.get(key, ()), alike[0])):
                    covering = list(chain(*chosen))
                    before = sum(lost.get(each, 0) for each in covering)
                    more = loss(rounded, self.total) * (len(alike) + len(covering)) - before
                    yield _Cover(Fraction(more, len(alike)), picture_of(alike[0], rounded), alike, chosen)

    def _as_few_as_do(
        self, alike: Sequence[Figures], units: Sequence[Sequence[Figures]]
    ) -> Sequence[Sequence[Figures]]:
        """The fewest ``units`` that are enough beside ``alike``, in their order; none if even all are not enough."""
        if not self._doubt.is_enough(chain(alike, *units)):
            return ()
        for unit in units:
            if self._doubt.is_enough(chain(alike, unit)):
                return (unit,)
        needed = list(units)
        for unit in reversed(units):
            fewer = [other for other in needed if other != unit]
            if self._doubt.is_enough(chain(alike, *fewer)):
                needed = fewer
        return needed


def _look_alikes(figures: Iterable[Figures], exact: Iterable[int]) -> Mapping[Figures, list[Figures]]:
    """``figures`` of one cell, in groups that look the same if only the places ``exact`` are shown exact."""
    places = sorted(exact)
    found: Mapping[Figures, list[Figures]] = defaultdict(list)
    for each in figures:
        found[tuple([each[place] for place in places])].append(each)
    return found


def _units_alike(units: Iterable[Sequence[Figures]], exact: Iterable[int]) -> Mapping[Figures, list[Sequence[Figures]]]:
    """The ``units`` of which all figures look the same, by their grades at the places ``exact``."""
    places = sorted(exact)
    found: Mapping[Figures, list[Sequence[Figures]]] = defaultdict(list)
    for unit in units:
        keys = {tuple([each[place] for place in places]) for each in unit}
        if len(keys) == 1:
            found[keys.pop()].append(unit)
    return found


def _nearest(units: Iterable[Sequence[Figures]], to: Figures) -> list[Sequence[Figures]]:
    """``units``, the nearest to the figures ``to`` first; the distance is in tenths of a point."""

    def distance(figures: Figures) -> int:
        return sum(abs(here - there) for here, there in zip(figures, to, strict=True))

    return sorted(units, key=lambda unit: (min(map(distance, unit)), unit))
