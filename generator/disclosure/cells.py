"""Cells: all figures that look alike when every grade is rounded, parted by the picture that rounding shows of them.

No rounding takes figures out of their cell, so each cell is parted by itself. Why: disclosure/protection.py.
"""

from collections.abc import Sequence
from functools import partial
from itertools import product
from math import prod

from generator.disclosure.doubt import Doubt
from generator.disclosure.parts import Parts
from generator.disclosure.pictures import (
    Figures,
    Picture,
    Precision,
    choices,
    exact_figures,
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


class Cells:
    """The cells of one group of rows. A cell is parted when it is first needed, and then kept.

    Args:
        doubt: the rows, and the promise about them.
        means: ROUND or WITHHOLD; without rounding each set of figures is its own cell.
    """

    def __init__(self, doubt: Doubt, means: Means) -> None:
        self._doubt = doubt
        self._exact_figures = partial(exact_figures, scale=doubt.group.scale)
        self.completed = tuple(row.completed for row in doubt.published)
        self.places = frozenset(range(len(doubt.published)))
        self.total = max(self.places) if doubt.has_total else None
        self.may_round = means is Means.ROUND
        self._cells: dict[Picture, Parts] = {}

    def _roundings(self, free: frozenset[int], figures: int) -> Sequence[frozenset[int]]:
        """The choices to round some of ``free``, the least loss first; for many ``figures`` only one, two, or all."""
        free = free if self.may_round else frozenset()
        is_much = figures * 2 ** len(free) * self._doubt.breadth > _MOST_LOOKS
        return choices(self.completed, self.total, free, _FEW if is_much else None)

    def stands(self, figures: Figures) -> bool:
        """Whether ``figures`` are shown exact, without rounding or hiding."""
        if not self._doubt.is_possible(figures) or self._doubt.is_exposed(figures):
            return False
        return self.parts(self.key_of(picture_of(figures))).picture(figures) is None

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
            size *= len(self._exact_figures(blurred[place], self.completed[place]))
            if size > _LARGEST:
                break
            free.add(place)
        return frozenset(free)

    def size(self, picture: Picture) -> int:
        """How many sets of figures look like ``picture``."""
        return prod(map(len, self.options(picture)))

    def options(self, picture: Picture) -> list[tuple[int, ...]]:
        return list(map(self._exact_figures, picture, self.completed))

    def parts(self, cell: Picture) -> Parts:
        if cell not in self._cells:
            self._cells[cell] = self._parted_whole(cell)
        return self._cells[cell]

    def left(self, cell: Picture) -> Sequence[Figures]:
        """The figures of a cell that nothing protects; the cell is parted only if that must be seen."""
        # With all of its grades rounded, a whole cell looks alike. But of several observers, what covers for one may
        # not cover for another.
        is_alike = self.may_round and self._doubt.breadth == 1 and self.size(cell) > 1
        if cell in self._cells or not is_alike or not self._doubt.could_be_enough(self.options(cell)):
            return self.parts(cell).left
        from generator.disclosure.parting import Parting  # noqa: PLC0415 - as below

        is_covered = Parting.of_all(self._doubt, self.options(cell)).is_enough_together()
        return () if is_covered else self.parts(cell).left

    def _parted_whole(self, cell: Picture) -> Parts:
        options = self.options(cell)
        if self.size(cell) <= 1:  # nothing else looks like it
            return Parts([each for each in product(*options) if self._doubt.is_exposed(each)])
        from generator.disclosure.parting import Parting  # noqa: PLC0415 - loads numpy, which most commands do not need

        free = places_of(cell, Precision.WHOLE)
        parting = Parting.of_all(self._doubt, options)
        if parting.count and self._doubt.could_be_enough(options):
            parting.part(self._roundings(free, parting.count))
            parting.cover(partial(self._roundings, free))
        return parting.parts()

    def parted(self, figures: Sequence[Figures], free: frozenset[int], hidden: frozenset[int]) -> Parts:
        """Exposed ``figures`` by their picture: with some places ``hidden``, and as few of ``free`` rounded as do."""
        if not figures:
            return Parts([])
        from generator.disclosure.parting import Parting  # noqa: PLC0415 - as above

        parting = Parting.of(self._doubt, figures, hidden)
        parting.part(self._roundings(free, len(figures)))
        return parting.parts()
