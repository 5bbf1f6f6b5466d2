"""The scale of grades, and how exactly a mean is printed. Any room may use it; it uses none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property


@dataclass(frozen=True)
class Scale:
    """From which grade to which, in points; either end is a grade.

    Args:
        lowest: the lowest grade, at least 1: 0 is never a grade.
        highest: the highest grade, at most 10.
    """

    lowest: int
    highest: int

    @cached_property
    def grades(self) -> range:
        """The whole grades, the lowest first: what one client can give."""
        return range(self.lowest, self.highest + 1)

    @cached_property
    def tenths(self) -> range:
        """The grades with one decimal, in tenths of a point, the lowest first: what can be printed of several."""
        return range(10 * self.lowest, 10 * self.highest + 1)

    def sum_of(self, counts: Iterable[int]) -> int:
        """What grades sum to, in points, of which each was given so often; the count of the lowest first."""
        return sum(grade * count for grade, count in zip(self.grades, counts, strict=True))

    def holds(self, grade: Decimal | int) -> bool:
        """Whether a ``grade`` lies on the scale."""
        return self.lowest <= grade <= self.highest

    def nearest(self, grade: Decimal) -> Decimal:
        """A ``grade``, or the end of the scale beyond which it lies."""
        return min(max(grade, Decimal(self.lowest)), Decimal(self.highest))


#: A mean is printed with one decimal: the measured mean differs from it by at most so many points.
ROUNDING = Decimal("0.05")
