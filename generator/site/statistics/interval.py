"""The interval of a mean without chance, when we know how often each grade was given. Method: docs/certainty.md."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from generator.scale import WHOLE_GRADES

_TENTHS = range(10 * WHOLE_GRADES[0], 10 * WHOLE_GRADES[-1] + 1)  # every grade that can be printed, in tenths
_GRADES = 10.0 * np.array(WHOLE_GRADES)  # the ten whole grades, in tenths
# One answer more, for what nobody said yet but somebody could: the lowest grade for the lower limit, the highest for
# the upper one.
_ONE_LOW = np.array([1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
_ONE_HIGH = _ONE_LOW[::-1]
_OUTSIDE = 0.025  # on either side, so that 95% is between

# Trapezoids of this width over the logarithm of the frequency: with these two, an error below 1e-8.
_STEP = 1 / 8
_FREQUENCIES = np.exp(np.arange(-25, 30 + _STEP, _STEP))


@dataclass(frozen=True, slots=True)
class Interval:
    """Two grades with one decimal, from 1.0 to 10.0, rounded outward, so that they never claim more than we know."""

    low: Decimal
    high: Decimal

    @property
    def width(self) -> Decimal:
        """How far the ends lie apart, in points."""
        return self.high - self.low

    def __contains__(self, grade: Decimal) -> bool:
        return self.low <= grade <= self.high

    def within(self, other: "Interval") -> "Interval":
        """What it has in common with ``other``, with which it overlaps."""
        return Interval(max(self.low, other.low), min(self.high, other.high))


def interval_of_mean(counts: Sequence[int]) -> Interval:
    """The 95% interval, in points, of the mean grade without the chance that is in who answered.

    It is about chance alone: nothing is corrected for those who did not answer (docs/certainty.md).
    An answer is a whole grade, so the answers are drawn with ten unknown chances, which are a Dirichlet process
    (Ferguson, 1973) of the answers and of one more: the lowest grade for the lower limit, the highest for the upper one
    (Learned-Miller and Thomas, 2019). That tells how likely each mean is. Each limit leaves out 2.5%.

    Args:
        counts: how often each grade was given: ten counts, that of grade 1 first. From 1 to some thousands of answers.

    Raises:
        ValueError: nobody answered, or there are not ten counts.
    """
    if len(counts) != len(_GRADES) or not sum(counts):
        raise ValueError(f"an interval needs ten counts and an answer, got {list(counts)}")
    answers = np.asarray(counts, dtype=np.float64)
    below = partial(_chance_of_mean_up_to, weights=answers + _ONE_LOW)
    above = partial(_chance_of_mean_up_to, weights=answers + _ONE_HIGH)
    low = max(bisect_right(_TENTHS, _OUTSIDE, key=below) - 1, 0)
    high = bisect_left(_TENTHS, 1 - _OUTSIDE, key=above)
    return Interval(_grade(_TENTHS[low]), _grade(_TENTHS[high]))


def possible(counts: Sequence[int], unheard: int) -> Interval:
    """Where the mean lies for certain, in points, when of all who were invited so many were ``unheard``.

    At the least each of them would give the lowest grade, at the most the highest. Nothing is assumed of them.

    Args:
        counts: how often each grade was given, as for `interval_of_mean`.
        unheard: how many gave no grade, 0 or more.
    """
    given, everybody = (
        sum(count * grade for grade, count in zip(WHOLE_GRADES, counts, strict=True)),
        sum(counts) + unheard,
    )
    low, high = (Fraction(given + unheard * grade, everybody) for grade in (WHOLE_GRADES[0], WHOLE_GRADES[-1]))
    return outward(low, high)


def outward(low: Fraction, high: Fraction) -> Interval:
    """The narrowest interval with one decimal, in points and within the scale, that holds ``low`` and ``high``."""
    return Interval(_grade(max(floor(low * 10), _TENTHS[0])), _grade(min(ceil(high * 10), _TENTHS[-1])))


def _grade(tenths: int) -> Decimal:
    return Decimal(tenths).scaleb(-1)


def _chance_of_mean_up_to(tenths: int, weights: NDArray[np.float64]) -> float:
    """The chance, from 0 to 1, that a Dirichlet mean is at most ``tenths`` of a point.

    Such a mean is a ratio of gamma variables, so this is the chance that a weighted sum of them is not above 0. Their
    characteristic function gives it (Gil-Pelaez, 1951; Imhof, 1961).
    """
    present = weights > 0
    weights = weights[present]
    distances = _GRADES[present] - tenths
    if (distances <= 0).all():
        return 1.0
    centre = weights @ distances
    spread = np.sqrt(weights @ distances**2)
    # Cantelli's inequality: beyond this many spreads from the centre is less than we leave out, for any shape.
    # Closer to the centre, the sum below does not oscillate faster than its steps can follow.
    if centre**2 * _OUTSIDE >= spread**2 * (1 - _OUTSIDE):
        return 0.0 if centre > 0 else 1.0
    angles = np.multiply.outer(distances / spread, _FREQUENCIES)
    size = np.exp(weights @ np.log1p(angles**2) / -2)
    turn = weights @ np.arctan(angles)
    return 0.5 - _STEP / np.pi * float(size @ np.sin(turn))
