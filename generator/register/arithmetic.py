"""What a mean of grades can be, by exact interval arithmetic. It does not know who may see the grades."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.register.grades import Printed, means_of
from generator.scale import ROUNDING, Scale

# In percentage points: five whole percentages, each rounded by at most a half.
_SHARES_SLACK = Decimal("2.5")


@dataclass(frozen=True, slots=True)
class Part:
    """A group of respondents within a total; ``grade`` is None if it is not known."""

    completed: int
    grade: Printed | None

    def sums(self, scale: Scale) -> tuple[Decimal, Decimal]:
        """The lowest and the highest possible sum of the grades of the ``scale`` that the group gave, in points."""
        if self.grade is None:
            return Decimal(scale.lowest * self.completed), Decimal(scale.highest * self.completed)
        low, high = means_of(self.grade, scale)
        return low * self.completed, high * self.completed


def total_range(parts: Iterable[Part], scale: Scale) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest mean of the parts together, unrounded, in points; None if nobody answered."""
    parts = list(parts)
    completed = sum(part.completed for part in parts)
    if not completed:
        return None
    lows, highs = zip(*(part.sums(scale) for part in parts), strict=True)
    return sum(lows, Decimal()) / completed, sum(highs, Decimal()) / completed


def total_is_possible(total: Printed, parts: Iterable[Part], scale: Scale) -> bool:
    """Whether the grades of the parts can give ``total``, if each printed grade may be off by its rounding."""
    between = total_range(parts, scale)
    if between is None:
        return True
    low, high = means_of(total, scale)
    return between[0] <= high and low <= between[1]


def share_fits(share: Decimal, decimals: int, part: int, whole: int) -> bool:
    """Whether ``share`` is ``part`` of ``whole`` in per cent, rounded to a number of ``decimals``."""
    if whole == 0:
        return share == 0
    half = Decimal("0.5").scaleb(-decimals)
    return abs(share * whole - 100 * part) <= half * whole


def shares_are_possible(shares: Iterable[int]) -> bool:
    """Whether these five whole percentages can be the rounded parts of one whole."""
    return abs(sum(shares) - 100) <= _SHARES_SLACK


def distribution_fits(counts: Sequence[int], grade: Decimal, scale: Scale) -> bool:
    """Whether the counts of each grade of the ``scale`` give a mean that is printed as ``grade``."""
    answered = sum(counts)
    return bool(answered) and abs(scale.sum_of(counts) - grade * answered) <= ROUNDING * answered
