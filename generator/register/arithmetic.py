"""What a mean of grades can be, by interval arithmetic: exact, and knowing nothing of who may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.register.grades import Printed, means_of
from generator.scale import HIGHEST, LOWEST, ROUNDING

# Five whole percentages, each rounded by at most a half.
_SHARES_SLACK = Decimal("2.5")


@dataclass(frozen=True, slots=True)
class Part:
    """A group of respondents within a total; ``grade`` is None where it is not known."""

    completed: int
    grade: Printed | None

    @property
    def sums(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest sum of the grades that were given."""
        if self.grade is None:
            return LOWEST * self.completed, HIGHEST * self.completed
        low, high = means_of(self.grade)
        return low * self.completed, high * self.completed


def total_range(parts: Iterable[Part]) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest mean, unrounded, of the parts together; None where nobody answered."""
    parts = list(parts)
    completed = sum(part.completed for part in parts)
    if not completed:
        return None
    lows, highs = zip(*(part.sums for part in parts), strict=True)
    return sum(lows, Decimal()) / completed, sum(highs, Decimal()) / completed


def total_is_possible(total: Printed, parts: Iterable[Part]) -> bool:
    """Whether grades within rounding of the parts' can give a mean that is within rounding of ``total``."""
    between = total_range(parts)
    if between is None:
        return True
    low, high = means_of(total)
    return between[0] <= high and low <= between[1]


def share_fits(share: Decimal, decimals: int, part: int, whole: int) -> bool:
    """Whether a ``share`` in per cent, printed with so many ``decimals``, is that of ``part`` in ``whole``, rounded."""
    if whole == 0:
        return share == 0
    half = Decimal("0.5").scaleb(-decimals)
    return abs(share * whole - 100 * part) <= half * whole


def shares_are_possible(shares: Iterable[int]) -> bool:
    """Whether whole percentages can be the rounded parts of one whole."""
    return abs(sum(shares) - 100) <= _SHARES_SLACK


def distribution_fits(counts: Iterable[int], grade: Decimal) -> bool:
    """Whether the mean of whole grades, counted from grade 1 up, is within rounding of ``grade``."""
    counts = list(counts)
    answered = sum(counts)
    given = sum(count * value for value, count in enumerate(counts, start=1))
    return bool(answered) and abs(Decimal(given) - grade * answered) <= ROUNDING * answered
