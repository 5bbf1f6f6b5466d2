"""Rule 7 for the rows of one report that bound each other: what is shown of its grades, so that no secret is told.

A withheld grade can be worked out from the grades beside it. Then these lose their decimal, as few as possible, and
only where that is not enough is one hidden. But that a grade is rounded says something too: who has this program can
ask which exact figures lead to the same picture. So a picture is safe only if *all* figures that lead to it, by this
very rule, leave the promised doubt together. Source of the rule: DESIGN.md, section 5; docs/decisions/0018.

All figures that look alike when every grade is rounded are a *cell*. No rounding takes figures out of their cell, so
that each cell is parted by itself:

1. Figures that are safe by themselves are shown exact. The others are *exposed*.
2. An exposed one takes the first rounding with which all that look like it, of those not parted yet, leave doubt.
3. Where rounding would protect those that are left if only more figures looked like them, safe ones are rounded beside
   them as *cover*, as few as it takes.
4. What is left then no rounding can protect. Grades are hidden, as few as possible, and all that is left and looks
   alike with these hidden is parted as a cell is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, product, takewhile
from math import prod
from typing import NamedTuple

from generator.disclosure.doubt import Doubt
from generator.disclosure.pictures import (
    Figures,
    Picture,
    Precision,
    Seen,
    choices,
    exact_figures,
    loss,
    picture_of,
    places_of,
    seen,
)
from generator.disclosure.public import Means

# How many figures are looked at: in a cell, in a cell that may want cover, and in all cells that look alike when grades
# are hidden. Where there are more, the smallest services keep their decimal, there is no cover, and some cells stand
# for all. None of it costs safety: what is not looked at could only add to the doubt.
_LARGEST_CELL = 20_000
_LARGEST_WITH_COVER = 300
_MOST_HIDDEN = 500_000
_MOST_CELLS = 10_000
_MOST_CELLS_OF_ONE = 2_000  # where no grade may be rounded: of a single set of figures each


@dataclass(slots=True)
class _Parts:
    """Figures, parted by what is shown of them; ``left`` is what nothing protects yet."""

    left: list[Figures]
    classes: dict[Picture, tuple[Figures, ...]] = field(default_factory=dict)
    shown: dict[Figures, Picture] = field(default_factory=dict)

    def add(self, picture: Picture, alike: Sequence[Figures]) -> None:
        self.classes[picture] = tuple(alike)
        self.shown |= dict.fromkeys(alike, picture)

    def take_back(self, alike: Iterable[Sequence[Figures]]) -> None:
        for each in alike:
            if picture := self.shown.get(each[0]):
                del self.classes[picture]

    def drop_shown(self) -> None:
        self.left = [each for each in self.left if each not in self.shown]


class _Cover(NamedTuple):
    """What could be rounded beside figures that stand out, and how much is lost by it for each of these."""

    loss: Fraction
    picture: Picture
    alike: Sequence[Figures]
    units: Sequence[Sequence[Figures]]


class Protection:
    """Rule 7 for one group of rows. What it works out on the way it keeps, for the next question.

    Args:
        doubt: the rows, and what is promised about them.
        means: ROUND or WITHHOLD.
    """

    def __init__(self, doubt: Doubt, means: Means) -> None:
        self._doubt = doubt
        self._completed = tuple(row.completed for row in doubt.published)
        self._places = frozenset(range(len(doubt.published)))
        self._total = max(self._places) if doubt.has_total else None
        self._may_round = means is Means.ROUND
        self._cells: dict[Picture, _Parts] = {}
        self._hidings: dict[Picture, _Parts] = {}

    def picture(self, figures: Figures) -> Picture:
        """What is shown of ``figures``; nothing at all where nothing is safe, which `alike` then tells.

        Of figures that contradict each other is shown what would be of others that look the same.
        """
        if self._stands(figures):
            return picture_of(figures)
        for hidden, parts in self._stages(figures):
            if figures in parts.shown:
                return parts.shown[figures]
            if not self._doubt.is_possible(figures):
                for rounded in self._roundings(self._places - hidden):
                    if (picture := picture_of(figures, rounded, hidden)) in parts.classes:
                        return picture
        return picture_of(figures, hidden=self._places)

    def alike(self, picture: Picture) -> tuple[Figures, ...]:
        """Exact figures that lead to ``picture``, and leave the promised doubt together.

        None where there are no such figures: the rule itself never shows that.
        """
        if len(places_of(picture, Precision.EXACT)) == len(picture):
            figures = tuple(each.value for each in picture)
            return (figures,) if self._stands(figures) else ()
        if not self._may_round and places_of(picture, Precision.WHOLE):
            return ()
        blurred = self._blurred(picture)
        hides = bool(places_of(picture, Precision.HIDDEN))
        if not hides and places_of(picture, Precision.WHOLE) <= self._free(blurred):
            parts = self._cell(self._cell_of(picture))
            if picture in parts.classes:
                return parts.classes[picture]
        return self._hiding(blurred).classes.get(picture, ())

    def _stages(self, figures: Figures) -> Iterator[tuple[frozenset[int], _Parts]]:
        """What may protect ``figures``, with what that hides: first their cell, then ever more that is hidden."""
        cell = self._cell_of(picture_of(figures))
        yield frozenset(), self._cell(cell)
        for hidden in self._hidings_from(cell):
            yield hidden, self._hiding(self._blurred(picture_of(figures, hidden=hidden)))

    def _hidings_from(self, cell: Picture) -> Iterable[frozenset[int]]:
        """What may be hidden of figures that are left in ``cell``: also nothing, where other cells look alike."""
        found = choices(self._completed, self._total, self._places)
        if not self._may_round:
            return (*(hidden for hidden in found if len(hidden) == 1), self._places)
        if self._doubt.breadth > 1:
            # With so many to ask, each choice would take too long: the total first, then the largest services with it.
            return tuple(frozenset(range(place, len(self._places))) for place in sorted(self._places, reverse=True))
        return found[1:] if self._blurred(cell) == cell else found

    def _roundings(self, free: frozenset[int]) -> Iterable[frozenset[int]]:
        return choices(self._completed, self._total, free if self._may_round else frozenset())

    # Cells, and rounding in them.

    def _stands(self, figures: Figures) -> bool:
        """Whether ``figures`` are shown exact."""
        if not self._doubt.is_possible(figures) or self._doubt.is_exposed(figures):
            return False
        cell = self._cell_of(picture_of(figures))
        return not self._may_want_cover(cell) or figures not in self._cell(cell).shown

    def _cell_of(self, picture: Picture) -> Picture:
        """The cell of what looks like ``picture``, in which nothing is hidden."""
        blurred = self._blurred(picture)
        free = self._free(blurred)
        return tuple(blurred[place] if place in free else each for place, each in enumerate(picture))

    def _blurred(self, picture: Picture) -> Picture:
        """``picture`` with each exact grade rounded, if grades may be."""
        if not self._may_round:
            return picture
        return tuple(
            seen(each.value, Precision.WHOLE) if each.precision is Precision.EXACT else each for each in picture
        )

    def _free(self, blurred: Picture) -> frozenset[int]:
        """The places of which a cell holds every figure: the total and the largest services, as many as it can."""
        free: set[int] = set()
        size = 1
        for place in sorted(self._places, reverse=True):
            size *= len(exact_figures(blurred[place], self._completed[place]))
            if size > _LARGEST_CELL:
                break
            free.add(place)
        return frozenset(free)

    def _may_want_cover(self, cell: Picture) -> bool:
        return self._may_round and self._size(cell) <= _LARGEST_WITH_COVER

    def _size(self, picture: Picture) -> int:
        """How many figures look like ``picture``."""
        return prod(map(len, self._options(picture)))

    def _options(self, picture: Picture) -> list[tuple[int, ...]]:
        return list(map(exact_figures, picture, self._completed))

    def _cell(self, cell: Picture) -> _Parts:
        if cell not in self._cells:
            self._cells[cell] = self._parted_cell(cell)
        return self._cells[cell]

    def _parted_cell(self, cell: Picture) -> _Parts:
        possible = [each for each in product(*self._options(cell)) if self._doubt.is_possible(each)]
        exposed = [each for each in possible if self._doubt.is_exposed(each)]
        free = places_of(cell, Precision.WHOLE)
        parts = self._parted(exposed, free, frozenset())
        if parts.left and self._may_want_cover(cell):
            self._cover(parts, free, sorted(set(possible) - set(exposed)))
        return parts

    def _parted(self, figures: Sequence[Figures], free: frozenset[int], hidden: frozenset[int]) -> _Parts:
        """``figures`` by what is shown of them: some ``hidden``, and as few of ``free`` rounded as will do."""
        parts = _Parts(list(figures))
        for rounded in self._roundings(free):
            if not parts.left:
                break
            for picture, alike in _by_picture(parts.left, rounded, hidden).items():
                if self._doubt.is_enough(alike):
                    parts.add(picture, alike)
            parts.drop_shown()
        return parts

    def _cover(self, parts: _Parts, free: frozenset[int], safe: Sequence[Figures]) -> None:
        """Round more than need be, so that those that are left do not stand out: the least loss for each first."""
        while covers := sorted(self._covers(parts, free, safe), key=lambda cover: cover.loss):
            touched: set[Figures] = set()
            for cover in covers:
                look_alike = [*cover.alike, *chain(*cover.units)]
                if touched.isdisjoint(look_alike):
                    parts.take_back(cover.units)
                    parts.add(cover.picture, look_alike)
                    touched.update(look_alike)
            parts.drop_shown()

    def _covers(self, parts: _Parts, free: frozenset[int], safe: Sequence[Figures]) -> Iterator[_Cover]:
        units = [*parts.classes.values(), *((each,) for each in safe if each not in parts.shown)]
        lost = {each: loss(places_of(picture, Precision.WHOLE), self._total) for each, picture in parts.shown.items()}
        for rounded in self._roundings(free):
            for picture, alike in _by_picture(parts.left, rounded).items():
                like = [unit for unit in units if all(_differ_only_at(rounded, each, alike[0]) for each in unit)]
                if chosen := self._as_few_as_do(alike, _nearest(like, alike[0])):
                    covering = list(chain(*chosen))
                    more = loss(rounded, self._total) * (len(alike) + len(covering)) - sum(
                        lost.get(each, 0) for each in covering
                    )
                    yield _Cover(Fraction(more, len(alike)), picture, alike, chosen)

    def _as_few_as_do(
        self, alike: Sequence[Figures], units: Sequence[Sequence[Figures]]
    ) -> Sequence[Sequence[Figures]]:
        """As few of ``units`` as are enough beside ``alike``, the first ones first; none where all of them are not."""
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

    # Hiding, where rounding is not enough.

    def _hiding(self, blurred: Picture) -> _Parts:
        if blurred not in self._hidings:
            self._hidings[blurred] = self._parted_hiding(blurred)
        return self._hidings[blurred]

    def _parted_hiding(self, blurred: Picture) -> _Parts:
        """What is left of all cells that look like ``blurred``, and that hiding less does not protect."""
        options = self._options(blurred)
        if not all(options) or not self._doubt.could_be_enough(options):
            return _Parts([])
        hidden = places_of(blurred, Precision.HIDDEN)
        left = {each for cell in self._cells_like(blurred) for each in self._cell(cell).left}
        return self._parted(
            [each for each in sorted(left) if self._is_left(each, hidden)], self._places - hidden, hidden
        )

    def _is_left(self, figures: Figures, hidden: frozenset[int]) -> bool:
        """Whether nothing before hiding ``hidden`` protects ``figures``."""
        before = takewhile(lambda stage: stage != hidden, self._hidings_from(self._cell_of(picture_of(figures))))
        return not any(
            figures in self._hiding(self._blurred(picture_of(figures, hidden=less))).shown for less in before
        )

    def _cells_like(self, blurred: Picture) -> Iterator[Picture]:
        """Cells of figures that look like ``blurred``: all, or some from all over where there are many."""
        whole = Precision.WHOLE if self._may_round else Precision.EXACT
        options = [
            sorted({seen(tenths, whole) for tenths in of}) if each.precision is Precision.HIDDEN else [each]
            for each, of in zip(blurred, self._options(blurred), strict=True)
        ]
        most = _MOST_CELLS_OF_ONE
        if self._may_round:
            most = min(_MOST_CELLS, 1 + _MOST_HIDDEN // self._size(tuple(of[0] for of in options)))
        for looks in _spread(options, most):
            for end in (0, -1):
                yield self._cell_of(picture_of(tuple(of[end] for of in self._options(looks))))


def _by_picture(
    figures: Iterable[Figures], rounded: frozenset[int], hidden: frozenset[int] = frozenset()
) -> Mapping[Picture, list[Figures]]:
    found: Mapping[Picture, list[Figures]] = defaultdict(list)
    for each in figures:
        found[picture_of(each, rounded, hidden)].append(each)
    return found


def _differ_only_at(rounded: Collection[int], one: Figures, other: Figures) -> bool:
    return all(here == there or place in rounded for place, (here, there) in enumerate(zip(one, other, strict=True)))


def _nearest(units: Iterable[Sequence[Figures]], to: Figures) -> list[Sequence[Figures]]:
    """``units``, the one nearest to some figures first, in tenths of a point."""

    def distance(figures: Figures) -> int:
        return sum(abs(here - there) for here, there in zip(figures, to, strict=True))

    return sorted(units, key=lambda unit: (min(map(distance, unit)), unit))


def _spread(options: Sequence[Sequence[Seen]], most: int) -> Iterator[Picture]:
    """Choices of one of each of ``options``: all, or about as many as ``most``, evenly from all of them."""
    count = prod(map(len, options))
    for number in range(0, count, -(-count // most)):
        chosen = []
        rest = number
        for of in options:
            rest, place = divmod(rest, len(of))
            chosen.append(of[place])
        yield tuple(chosen)
