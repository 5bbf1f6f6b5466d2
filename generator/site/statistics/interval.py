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

from generator.scale import Scale

_OUTSIDE = 0.025  # on either side, so that 95% is between

# Trapezoids of this width over the logarithm of the frequency: with these two, an error below 1e-8.
_STEP = 1 / 8
_FREQUENCIES = np.exp(np.arange(-25, 30 + _STEP, _STEP))


@dataclass(frozen=True, slots=True)
class Interval:
    """Two grades with one decimal, rounded outward, so that they never claim more than we know."""

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


def interval_of_mean(counts: Sequence[int], scale: Scale) -> Interval:
    """The 95% interval, in points, of the mean grade without the chance that is in who answered.

    It is about chance alone: nothing is corrected for those who did not answer (docs/certainty.md).
    An answer is a whole grade, so the answers are drawn with an unknown chance for each, which are a Dirichlet process
    (Ferguson, 1973) of the answers and of one more: the lowest grade for the lower limit, the highest for the upper one
    (Learned-Miller and Thomas, 2019). That tells how likely each mean is. Each limit leaves out 2.5%.

    Args:
        counts: how often each grade of the scale was given, the lowest first. From 1 to some thousands of answers.
        scale: what could be given.

    Raises:
        ValueError: nobody answered, or there is not a count for each grade.
    """
    if len(counts) != len(scale.grades) or not sum(counts):
        message = f"an interval needs {len(scale.grades)} counts and an answer, got {list(counts)}"
        raise ValueError(message)
    grades = 10.0 * np.array(scale.grades)
    answers = np.asarray(counts, dtype=np.float64)
    # One answer more, for what nobody said yet but somebody could: the lowest grade for the lower limit, the highest
    # for the upper one.
    below = partial(_chance_of_mean_up_to, grades=grades, weights=answers + (grades == grades[0]))
    above = partial(_chance_of_mean_up_to, grades=grades, weights=answers + (grades == grades[-1]))
    low = max(bisect_right(scale.tenths, _OUTSIDE, key=below) - 1, 0)
    high = bisect_left(scale.tenths, 1 - _OUTSIDE, key=above)
    return Interval(_grade(scale.tenths[low]), _grade(scale.tenths[high]))


def possible(counts: Sequence[int], unheard: int, scale: Scale) -> Interval:
    """Where the mean lies for certain, in points, when of all who were invited so many were ``unheard``.

    At the least each of them would give the lowest grade, at the most the highest. Nothing is assumed of them.

    Args:
        counts: how often each grade was given, as for `interval_of_mean`.
        unheard: how many gave no grade, 0 or more.
        scale: what could be given.
    """
    given, everybody = scale.sum_of(counts), sum(counts) + unheard
    low, high = (Fraction(given + unheard * grade, everybody) for grade in (scale.lowest, scale.highest))
    return outward(low, high, scale)


def outward(low: Fraction, high: Fraction, scale: Scale) -> Interval:
    """The narrowest interval with one decimal, in points and within the scale, that holds ``low`` and ``high``."""
    least, *_, most = scale.tenths
    return Interval(_grade(max(floor(low * 10), least)), _grade(min(ceil(high * 10), most)))


def _grade(tenths: int) -> Decimal:
    return Decimal(tenths).scaleb(-1)


def _chance_of_mean_up_to(tenths: int, grades: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    """The chance, from 0 to 1, that a Dirichlet mean of ``grades`` (in tenths of a point) is at most ``tenths``.

    Such a mean is a ratio of gamma variables, so this is the chance that a weighted sum of them is not above 0. Their
    characteristic function gives it (Gil-Pelaez, 1951; Imhof, 1961).
    """
    present = weights > 0
    weights = weights[present]
    distances = grades[present] - tenths
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
