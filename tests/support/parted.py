"""How a cell is parted, written as plainly as the rule says it, one set of figures after the other.

A slow witness for the arrays of generator/disclosure/parting.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, product
from typing import TypeAlias

from generator.disclosure.doubt import Doubt
from generator.disclosure.pictures import Figures, loss

Places: TypeAlias = frozenset[int]
Unit: TypeAlias = tuple[Figures, ...]


@dataclass
class Parted:
    """What was found of a cell: the figures that are left, and those of each class with the places that it rounds."""

    doubt: Doubt
    left: list[Figures]
    classes: dict[Unit, Places] = field(default_factory=dict)

    @property
    def units(self) -> Mapping[Figures, Unit]:
        """The class of all figures that are in one."""
        return {figures: alike for alike in self.classes for figures in alike}

    @property
    def total(self) -> int | None:
        return len(self.doubt.published) - 1 if self.doubt.has_total else None

    def is_enough(self, alike: Iterable[Figures]) -> bool:
        """Whether the promise is kept to everybody if any of ``alike`` may be true."""
        sums = [self.doubt.sums(each) for each in alike]
        for observer in self.doubt.observers:
            known = [answers for each in sums if (answers := self.doubt.group.answers(each, observer)) is not None]
            for question, bounds in zip(self.doubt.group.questions(observer), zip(*known, strict=True), strict=False):
                if max(high for _, high in bounds) - min(low for low, _ in bounds) < question.needed:
                    return False
        return True

    def part(self, roundings: Iterable[Places]) -> None:
        for rounded in roundings:
            for alike in lines(self.left, rounded):
                if self.is_enough(alike):
                    self.classes[alike] = rounded
            self.left = [each for each in self.left if each not in self.units]

    def cover(self, safe: Sequence[Figures], roundings: Sequence[Places]) -> None:
        while covers := sorted(self.covers(safe, roundings), key=lambda cover: cover[0]):
            taken: set[Figures] = set()
            for _, rounded, alike, chosen in covers:
                together = (*alike, *chain(*chosen))
                if taken.isdisjoint(together):
                    self.classes = {unit: of for unit, of in self.classes.items() if unit not in chosen}
                    self.classes[together] = rounded
                    taken.update(together)
            self.left = [each for each in self.left if each not in taken]

    def covers(
        self, safe: Sequence[Figures], roundings: Sequence[Places]
    ) -> Iterator[tuple[Fraction, Places, Unit, Sequence[Unit]]]:
        """The cost for each of the figures that stand out, the places to round, these figures, and their cover."""
        in_classes = self.units
        units: list[Unit] = [*self.classes, *((each,) for each in safe if each not in in_classes)]
        for rounded in roundings:
            for alike in lines(self.left, rounded):
                near = [unit for unit in units if len(lines([alike[0], *unit], rounded)) == 1]
                near.sort(key=lambda unit: (min(distance(alike[0], each) for each in unit), unit))
                if chosen := self.fewest(alike, near):
                    before = sum(len(unit) * loss(self.classes.get(unit, ()), self.total) for unit in chosen)
                    after = loss(rounded, self.total) * (len(alike) + sum(map(len, chosen)))
                    yield Fraction(after - before, len(alike)), rounded, alike, chosen

    def fewest(self, alike: Unit, units: Sequence[Unit]) -> Sequence[Unit]:
        """The fewest ``units`` that are enough beside ``alike``: one, or what is left if the last go first."""
        if not units or not self.is_enough(chain(alike, *units)):
            return ()
        if alone := next((unit for unit in units if self.is_enough((*alike, *unit))), None):
            return (alone,)
        needed = list(units)
        for unit in reversed(units):
            others = [each for each in needed if each != unit]
            if self.is_enough(chain(alike, *others)):
                needed = others
        return needed


def parted(doubt: Doubt, options: Sequence[Sequence[int]], roundings: Sequence[Places]) -> Parted:
    """All figures with these ``options``, parted by the first of ``roundings`` that do."""
    possible = [each for each in product(*options) if doubt.is_possible(each)]
    found = Parted(doubt, [each for each in possible if doubt.is_exposed(each)])
    if found.left and doubt.could_be_enough(options):
        safe = [each for each in possible if each not in set(found.left)]
        found.part(roundings)
        found.cover(safe, roundings)
    return found


def lines(figures: Iterable[Figures], rounded: Places) -> list[Unit]:
    """``figures`` in groups that look the same if the places ``rounded`` are not seen."""
    found: dict[Figures, list[Figures]] = {}
    for each in figures:
        found.setdefault(tuple(0 if place in rounded else of for place, of in enumerate(each)), []).append(each)
    return list(map(tuple, found.values()))


def distance(one: Figures, other: Figures) -> int:
    return sum(abs(here - there) for here, there in zip(one, other, strict=True))
