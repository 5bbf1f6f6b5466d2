"""Parts figures by the picture that rounding shows of them. This is by far the dearest work, so it is done in arrays.

Why it is done: disclosure/protection.py. Figures that look alike when some places are rounded are a *line* along those
places. A *unit* is what may be rounded as cover for others: figures that share a picture already, or a single set of
figures that is shown exact.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, reduce
from heapq import heappop, heappush
from itertools import chain, groupby, pairwise
from math import ceil, prod
from operator import add
from typing import NamedTuple, Self, TypeAlias, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

from generator.disclosure.doubt import Doubt
from generator.disclosure.feasibility import any_sums, sums_of
from generator.disclosure.parts import Parts
from generator.disclosure.pictures import Figures, loss

# Arrays have these axes: places, questions (`Doubt.questions`), sets of figures, lines. A set of figures is told by its
# number, a line by its place among the lines.
_Ints: TypeAlias = NDArray[np.int64]
_Bools: TypeAlias = NDArray[np.bool_]

# More points than any sum of grades, and more than any rank.
_FAR = 2**40
# How many numbers an array may have, about, before the work is done in parts; for memory's sake.
_MOST_AT_ONCE = 2_000_000


_Any = TypeVar("_Any")


class _Lines(NamedTuple):
    """Some sets of figures, in lines.

    Args:
        numbers: along the places of which choice each goes; (lines).
        keys: what tells it from others along the same places; (lines).
        members: the numbers of the sets, those of each line together and in their order.
        starts: where each line begins in ``members``; (lines).
        sizes: how many members each has; (lines).
    """

    numbers: _Ints
    keys: _Ints
    members: _Ints
    starts: _Ints
    sizes: _Ints

    @property
    def firsts(self) -> _Ints:
        return self.members[self.starts]

    def split(self) -> list[list[int]]:
        """The members of each line."""
        members, starts = self.members.tolist(), self.starts.tolist()
        return [members[start:end] for start, end in pairwise([*starts, len(members)])]

    def only(self, chosen: _Bools) -> "_Lines":
        """The ``chosen`` lines."""
        sizes = self.sizes[chosen]
        members = self.members[np.repeat(chosen, self.sizes)]
        return _Lines(self.numbers[chosen], self.keys[chosen], members, sizes.cumsum() - sizes, sizes)

    def along(self, number: int) -> "_Lines":
        """The lines with this number; all are in the order of their numbers."""
        first, end = np.searchsorted(self.numbers, (number, number + 1))
        begin = self.starts[first]
        members = self.members[begin : begin + self.sizes[first:end].sum()]
        return _Lines(
            self.numbers[first:end],
            self.keys[first:end],
            members,
            self.starts[first:end] - begin,
            self.sizes[first:end],
        )

    def without(self, gone: _Bools) -> "_Lines":
        """The lines without the sets of figures that are ``gone``, and those of which all are."""
        is_here = ~gone[self.members]
        if is_here.all():
            return self
        sizes = np.add.reduceat(is_here, self.starts, dtype=int)
        rest = sizes > 0
        sizes = sizes[rest]
        return _Lines(self.numbers[rest], self.keys[rest], self.members[is_here], sizes.cumsum() - sizes, sizes)


class _Class(NamedTuple):
    """Sets of figures that look alike when the places ``rounded`` are."""

    rounded: frozenset[int]
    alike: Sequence[int]


class _Cover(NamedTuple):
    """Units to round beside figures that stand out, in the order in which covers are taken.

    Args:
        loss: the cost for each of the figures that stand out.
        number: of the choice to round the places ``rounded``, among all choices.
        alike: the figures that stand out, all of one line.
        units: the first figures of the units.
        rounded: the places to round.
    """

    loss: float
    number: int
    alike: Sequence[int]
    units: Sequence[int]
    rounded: frozenset[int]


class Parting:
    """Parts sets of figures.

    Args:
        doubt: the rows, and the promise about them.
        options: for each place what its figure can be, in tenths of a point.
        positions: for each place which of the options it is, in the order of the figures; the axes of each array
            stretch to those of all together, and all these are the axis of the sets of figures.
        hidden: the places that every picture hides.
    """

    def __init__(
        self,
        doubt: Doubt,
        options: Sequence[Sequence[int]],
        positions: Sequence[_Ints],
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self._options = options
        self._positions = positions
        self._hidden = hidden
        self._total = len(options) - 1 if doubt.has_total else None
        self._needed = np.array([ceil(question.needed) for question in doubt.questions])[:, None]
        self._breadth = doubt.breadth
        # What the answers can be; of a unit, what they can be if any of its figures may be true: (questions, sets).
        is_possible, self._low, self._high = _bounds(doubt, options, positions)
        is_safe = self._is_enough(self._low, self._high)
        self._left = (is_possible & ~is_safe).nonzero()[0]
        self._classes: dict[int, _Class] = {}  # by the first of the figures
        self._roundings: dict[frozenset[int], None] = {}
        # Of the unit that a set of figures is in: its first, how many it has, the loss for each, and a bit for each
        # place at which they differ; (sets).
        self._is_unit = is_possible & is_safe
        self._first, self._count = np.arange(len(is_safe)), np.ones(len(is_safe), int)
        self._lost, self._differs = np.zeros(len(is_safe), int), np.zeros(len(is_safe), int)

    @classmethod
    def of_all(cls, doubt: Doubt, options: Sequence[Sequence[int]]) -> Self:
        """Of all figures that there can be with these ``options``."""
        return cls(doubt, options, np.indices([len(of) for of in options], sparse=True))

    @classmethod
    def of(cls, doubt: Doubt, figures: Sequence[Figures], hidden: frozenset[int]) -> Self:
        """Of certain ``figures``, in their order."""
        values = np.array(figures).T
        options = [sorted(set(of)) for of in values.tolist()]
        return cls(doubt, options, list(map(np.searchsorted, options, values)), hidden)

    @cached_property
    def _figures(self) -> _Ints:
        """In tenths of a point; (places, sets)."""
        return _all([np.array(of)[at] for of, at in zip(self._options, self._positions, strict=True)], len(self._first))

    @cached_property
    def _steps(self) -> Sequence[_Ints]:
        """The key of a line is the sum of these at the places that are exact: places, each like its positions."""
        counts = [1 if place in self._hidden else len(of) for place, of in enumerate(self._options)]
        steps = [0 if place in self._hidden else prod(counts[place + 1 :]) for place in range(len(counts))]
        # In as few bits as do: short numbers are sorted much faster, and for very many grades these are Python's own.
        kind = np.min_scalar_type(prod(counts))
        return [at.astype(kind) * step for at, step in zip(self._positions, steps, strict=True)]

    @cached_property
    def _all_steps(self) -> _Ints:
        """The same; (places, sets)."""
        return _all(self._steps, len(self._first), self._steps[0].dtype)

    @property
    def count(self) -> int:
        """How many of the figures are exposed and not parted yet."""
        return len(self._left)

    def is_enough_together(self) -> bool:
        """Whether an outsider is left in doubt if any of the possible figures may be true.

        Then no figures are left in the end: whatever stands out can be covered by any unit, if all looks alike.
        """
        if self._is_unit.any() or not self._left.size:
            return bool(self._is_unit.any())
        low, high = self._low[:, self._left], self._high[:, self._left]
        return bool(self._is_enough(low.min(axis=1, keepdims=True), high.max(axis=1, keepdims=True))[0])

    def parts(self) -> Parts:
        """What was found."""
        members = list(chain.from_iterable(alike for _, alike in self._classes.values()))
        sizes = [(rounded, len(alike)) for rounded, alike in self._classes.values()]
        left = list(map(tuple, self._figures[:, self._left].T.tolist()))
        return Parts(left, self._figures[:, members].T.astype(np.int8), sizes, tuple(self._roundings), self._hidden)

    def part(self, roundings: Sequence[frozenset[int]]) -> None:
        """Part the exposed figures: round each with the first of ``roundings`` with which its line is enough."""
        for batch in self._batches(roundings, len(self._left)):
            if self._left.size:
                self._part(batch)

    def _part(self, roundings: Sequence[frozenset[int]]) -> None:
        lines = self._lines(roundings)
        if self._breadth == 1:
            # What an outsider knows of a line gets no wider when others are gone. (Of the observers that could exist
            # by its figures some may be gone too.)
            lines = lines.only(self._is_enough(*self._together(lines)))
        classes: list[_Class] = []
        is_gone = np.zeros(len(self._first), bool)
        for number in np.unique(lines.numbers).tolist():
            here = lines.along(number).without(is_gone)
            if here.keys.size:
                here = here.only(self._is_enough(*self._together(here)))
                is_gone[here.members] = True
                classes += [_Class(roundings[number], alike) for alike in here.split()]
        self._add(classes)
        self._left = self._left[~is_gone[self._left]]

    def _batches(self, roundings: Sequence[_Any], sets: int) -> Iterator[Sequence[_Any]]:
        """``roundings`` in batches, so that arrays of so many sets of figures for each of them stay small."""
        most = 1 + _MOST_AT_ONCE // (1 + sets * len(self._needed))
        return (roundings[start : start + most] for start in range(0, len(roundings), most))

    def cover(self, roundings: Callable[[int], Sequence[frozenset[int]]]) -> None:
        """Round more figures than needed as cover, so that those that are left do not stand out; least loss first.

        Args:
            roundings: the choices to try, by how many figures times units there are.
        """
        while self._left.size:
            units = np.count_nonzero(self._is_unit & (self._first == np.arange(len(self._first))))
            # Along no place, a line has no others.
            choices = [rounded for rounded in roundings(len(self._left) * int(units)) if rounded]
            classes = self._covered(choices) if choices else []
            if not classes:
                break
            self._add(classes)
            self._left = self._left[~self._is_unit[self._left]]

    def _covered(self, roundings: Sequence[frozenset[int]]) -> list[_Class]:
        """The classes that covers make, the least loss first, each without figures that an earlier one takes."""
        classes: list[_Class] = []
        taken: set[int] = set()
        waiting: list[_Cover] = []

        def take(most: float) -> None:
            while waiting and waiting[0].loss <= most:
                cover = heappop(waiting)
                if taken.isdisjoint(cover.alike):
                    alike = [*cover.alike, *chain(*map(self._members, cover.units))]
                    if taken.isdisjoint(alike):
                        taken.update(alike)
                        classes.append(_Class(cover.rounded, alike))

        can_gain = self._can_gain(roundings)
        for lost, some in groupby(enumerate(roundings), lambda each: loss(each[1], self._total)):
            # A cover costs at least what its rounding does, so nothing that is still to come costs less.
            take(-_FAR if can_gain else lost)
            if taken.issuperset(self._left.tolist()):
                break
            for batch in self._batches(list(some), len(self._first)):
                for cover in self._covers(dict(batch), lost, taken):
                    heappush(waiting, cover)
        take(_FAR)
        return classes

    def _can_gain(self, roundings: Sequence[frozenset[int]]) -> bool:
        """Whether any unit would lose less than it does now if it were cover by one of ``roundings``."""
        units = np.array(list(self._classes), int)
        losses = np.array([loss(rounded, self._total) for rounded in roundings])
        is_along = self._differs[units] & ~np.array(list(map(_bits_of, roundings)))[:, None] == 0
        return bool((is_along & (self._lost[units] > losses[:, None])).any())

    def _members(self, unit: int) -> Sequence[int]:
        return self._classes[unit][1] if unit in self._classes else (unit,)

    def _add(self, classes: Sequence[_Class]) -> None:
        """Make a unit of each of ``classes``, in place of the units within them."""
        if not classes:
            return
        of = np.array(list(chain.from_iterable(alike for _, alike in classes)))
        sizes = np.array([len(alike) for _, alike in classes])
        starts = np.cumsum(sizes) - sizes
        for unit in self._first[of].tolist():
            self._classes.pop(unit, None)
        self._classes |= {each.alike[0]: each for each in classes}
        self._roundings |= dict.fromkeys(each.rounded for each in classes)
        low, high = self._together(_Lines(starts, starts, of, starts, sizes))
        self._low[:, of], self._high[:, of] = np.repeat(low, sizes, axis=1), np.repeat(high, sizes, axis=1)
        figures = self._figures[:, of]
        differs = np.minimum.reduceat(figures, starts, axis=1) < np.maximum.reduceat(figures, starts, axis=1)
        bits = (1 << np.arange(len(differs))) @ differs
        of_each = {each.rounded: loss(each.rounded, self._total) for each in classes}
        losses = [of_each[each.rounded] for each in classes]
        for about, news in (
            (self._first, of[starts]),
            (self._count, sizes),
            (self._lost, losses),
            (self._differs, bits),
        ):
            about[of] = np.repeat(news, sizes)
        self._is_unit[of] = True

    def _covers(self, roundings: Mapping[int, frozenset[int]], lost: int, taken: Collection[int]) -> Iterator[_Cover]:
        """For each line of figures that are left: the fewest units that are enough beside them.

        Args:
            roundings: choices of places along which lines go, by their number.
            lost: the loss of each of these choices.
            taken: figures that are gone; without the lines that have any of them.
        """
        numbers, places = list(roundings), list(roundings.values())
        lines = self._lines(places)
        if taken:
            is_free = np.ones(len(self._first), bool)
            is_free[list(taken)] = False
            lines = lines.only(np.logical_and.reduceat(is_free[lines.members], lines.starts))
            if not lines.keys.size:
                return
        lines, units, starts, line = self._units_in(lines, places)
        if not units.size:
            return
        own_low, own_high = self._together(lines)
        low, high = self._low.take(units, axis=1), self._high.take(units, axis=1)
        could_be = self._is_enough(
            np.minimum(own_low, np.minimum.reduceat(low, starts, axis=1)),
            np.maximum(own_high, np.maximum.reduceat(high, starts, axis=1)),
        )
        by_itself = self._is_enough(
            np.minimum(own_low.take(line, axis=1), low), np.maximum(own_high.take(line, axis=1), high)
        )
        ranks = np.full(len(units), _FAR)
        ranks[by_itself] = self._ranks(units[by_itself], lines.firsts[line[by_itself]])
        nearest = np.minimum.reduceat(ranks, starts)
        unit = nearest % len(self._first)
        chosen = [[each] for each in unit.tolist()]
        count, before = self._count[unit], self._lost[unit] * self._count[unit]
        for each in (could_be & (nearest == _FAR)).nonzero()[0]:
            here = units[line == each]
            here = here[self._ranks(here, lines.firsts[each : each + 1]).argsort()]
            chosen[each] = self._fewest(own_low[:, each], own_high[:, each], here)
            count[each] = self._count[chosen[each]].sum()
            before[each] = (self._lost * self._count)[chosen[each]].sum()
        losses = ((lost * (lines.sizes + count) - before) / lines.sizes).tolist()
        of, alike = lines.numbers.tolist(), lines.split()
        for each in could_be.nonzero()[0].tolist():
            if chosen[each]:
                yield _Cover(losses[each], numbers[of[each]], alike[each], chosen[each], places[of[each]])

    def _units_in(self, lines: _Lines, roundings: Sequence[frozenset[int]]) -> tuple[_Lines, _Ints, _Ints, _Ints]:
        """The lines that have units within them, and all figures of these units, line after line.

        Then where each line begins among them, and which line each of them is in.
        """
        # The key of a line is its first set of figures, and the others follow in steps.
        steps = [reduce(add, (self._steps[place] for place in rounded)).ravel() for rounded in roundings]
        keys = np.split(lines.keys, lines.numbers.searchsorted(range(1, len(roundings))))
        within = np.concatenate([(first[:, None] + step).ravel() for first, step in zip(keys, steps, strict=True)])
        line = np.repeat(np.arange(len(lines.keys)), np.array([len(step) for step in steps])[lines.numbers])
        along = np.array([_bits_of(rounded) for rounded in roundings])[lines.numbers]
        is_unit = self._is_unit[within] & (self._differs[within] & ~along[line] == 0)
        sizes = np.bincount(line[is_unit], minlength=len(lines.keys))
        has_units = sizes > 0
        sizes = sizes[has_units]
        line = np.repeat(np.arange(len(sizes)), sizes)
        return lines.only(has_units), within[is_unit], sizes.cumsum() - sizes, line

    def _fewest(self, low: _Ints, high: _Ints, units: _Ints) -> list[int]:
        """The fewest of ``units`` that are enough beside answers from ``low`` to ``high``, in their order.

        That is: leave out one unit after the other, the last first, each if the others are enough.
        """
        units = self._first[units]
        units = units[np.sort(np.unique(units, return_index=True)[1])]
        # What is known if all units before each one are there.
        lows = np.minimum.accumulate(np.column_stack((low, self._low[:, units[:-1]])), axis=1)
        highs = np.maximum.accumulate(np.column_stack((high, self._high[:, units[:-1]])), axis=1)
        needed: list[int] = []
        while (found := (~self._is_enough(lows, highs)).nonzero()[0]).size:
            last = found[-1]
            needed.insert(0, int(units[last]))
            lows = np.minimum(lows, self._low[:, units[last], None])[:, :last]
            highs = np.maximum(highs, self._high[:, units[last], None])[:, :last]
        return needed

    def _lines(self, roundings: Sequence[frozenset[int]]) -> _Lines:
        """The figures that are left, in lines along the places of each of ``roundings``."""
        steps = self._all_steps.take(self._left, axis=1)
        keys = _exact(tuple(roundings), len(self._options)).astype(steps.dtype) @ steps
        order = keys.argsort(axis=1, kind="stable")
        keys = keys[np.arange(len(keys))[:, None], order]
        is_start = np.ones(keys.shape, bool)
        is_start[:, 1:] = keys[:, 1:] != keys[:, :-1]
        starts = is_start.ravel().nonzero()[0]
        sizes = np.concatenate((starts[1:], [keys.size])) - starts
        return _Lines(starts // keys.shape[1], keys.ravel()[starts], self._left[order].ravel(), starts, sizes)

    def _together(self, lines: _Lines) -> tuple[_Ints, _Ints]:
        """What the answers can be if any figures of a line may be true; (questions, lines)."""
        return (
            np.minimum.reduceat(self._low.take(lines.members, axis=1), lines.starts, axis=1),
            np.maximum.reduceat(self._high.take(lines.members, axis=1), lines.starts, axis=1),
        )

    def _is_enough(self, low: _Ints, high: _Ints) -> _Bools:
        """Whether the promise is kept if the answers can be all from ``low`` to ``high``; (sets) or (lines)."""
        width = high - low
        enough: _Bools = np.logical_and.reduce((width >= self._needed) | (width < 0), axis=0)
        return enough  # below 0 nobody is there to ask

    def _ranks(self, units: _Ints, to: _Ints) -> _Ints:
        """What puts ``units`` in order: the nearest to the figures ``to`` first, in tenths of a point."""
        distances: _Ints = np.abs(self._figures.take(units, axis=1) - self._figures.take(to, axis=1)).sum(axis=0)
        return distances * len(self._first) + self._first[units]


@lru_cache(maxsize=1024)
def _exact(roundings: tuple[frozenset[int], ...], places: int) -> _Ints:
    """1 for each place that is exact, else 0; (roundings, places)."""
    return np.array([[int(place not in rounded) for place in range(places)] for rounded in roundings])


def _bits_of(places: Iterable[int]) -> int:
    """A number with a bit for each of ``places``."""
    return sum(1 << place for place in places)


def _bounds(doubt: Doubt, options: Sequence[Sequence[int]], positions: Sequence[_Ints]) -> tuple[_Bools, _Ints, _Ints]:
    """Which sets of figures are possible; the least and the most that each answer can be, in points.

    Of shape (sets), and twice (questions, sets). Where an observer cannot exist the two ends are crossed, far apart.
    """
    scale = doubt.group.scale
    sums: list[tuple[_Ints, _Ints]] = []
    for place, row in zip(doubt.places, doubt.group.rows, strict=True):
        if place is None:
            low, high = any_sums(row.completed, scale)
            sums.append((np.array(low), np.array(high)))
        else:
            low, high = np.array([sums_of(each, row.completed, scale) for each in options[place]]).T
            sums.append((low[positions[place]], high[positions[place]]))
    known = [doubt.group.bounds(sums, observer, (np.minimum, np.maximum)) for observer in doubt.observers]
    lows = [np.where(slack >= 0, low, _FAR) for slack, answers in known for low, _ in answers]
    highs = [np.where(slack >= 0, high, -_FAR) for slack, answers in known for _, high in answers]
    is_possible = (known[0][0] >= 0).ravel()
    return is_possible, _all(lows, len(is_possible)), _all(highs, len(is_possible))


def _all(of: Sequence[_Ints], sets: int, kind: DTypeLike = int) -> _Ints:
    """Arrays stretched to the same axes, and each of these in one row of so many ``sets``."""
    found = np.empty((len(of), *np.broadcast_shapes(*(each.shape for each in of))), kind)
    for number, each in enumerate(of):
        found[number] = each
    return found.reshape(len(of), sets)
