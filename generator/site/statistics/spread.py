"""How far chance alone moves the mean of a number of answers, if single grades vary as in a pool."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.scale import ROUNDING, Scale
from generator.site.statistics.interval import Interval, outward
from generator.site.statistics.pools import Pool

_LOW, _HIGH = 0.025, 0.975
_IMPOSSIBLE = 1e-12  # an impossible sum gets a chance below this, by the rounding of the transform
_PRINTED = 2 * float(ROUNDING)  # of the grade, and of the average
_FEWEST = 2
_GROWTH = Fraction(9, 8)


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """The grades, in points with two decimals, between which chance alone leaves 95% of the means of ``answers``.

    A mean as it is printed, around an average as it is printed.
    """

    answers: int
    low: Decimal
    high: Decimal


@lru_cache(maxsize=1 << 14)
def chance(pool: Pool, answers: int) -> tuple[Fraction, Fraction]:
    """How far below, and how far above, the pool's mean chance moves the mean of ``answers`` grades from the pool.

    The chance to be further away is at most 2.5% on either side. It is exact: no shape is assumed.

    Args:
        pool: the grades from which we draw, with replacement.
        answers: the number of answers, from 1 to some thousands.

    Returns:
        Two distances in points, neither negative.
    """
    reached = np.cumsum(_chances_of_sums(pool, answers))
    steps = (Fraction(int(np.searchsorted(reached, limit)), answers) for limit in (_LOW, _HIGH))
    lowest, highest = (pool.scale.lowest + step for step in steps)
    return max(pool.mean - lowest, Fraction(0)), max(highest - pool.mean, Fraction(0))


def estimated_interval(grade: Decimal, answers: int, pool: Pool) -> Interval:
    """The 95% interval, in points, of the mean behind a ``grade`` of ``answers``, if grades vary as in ``pool``.

    If chance can move a mean up by some distance (see ``chance``), the real mean can be that much lower, and the other
    way round. Then 0.05 is added for the rounding of the grade.
    """
    below, above = chance(pool, answers)
    measured, rounding = Fraction(grade), Fraction(ROUNDING)
    return outward(measured - above - rounding, measured + below + rounding, pool.scale)


def funnel(pool: Pool, average: Decimal, largest: int) -> Sequence[FunnelPoint]:
    """The limits of a funnel around ``average``, from 2 answers to ``largest``, at growing steps; empty below 2.

    Sums of whole grades jump, and so would the limits. So these are mid-quantiles (Ma, Genton and Parzen, 2011): each
    sum counts with half its chance, and a straight line joins two sums. About 5% of means lie outside; with ``chance``
    it is at most 5%. Then the limits move outward by what the printed grade and the printed average may be off.
    """
    return tuple(_funnel_point(pool, average, answers) for answers in _funnel_answers(largest))


def band(pool: Pool, average: Decimal, answers: int) -> FunnelPoint | None:
    """The limits of that funnel at one number of answers; None below 2."""
    return _funnel_point(pool, average, answers) if answers >= _FEWEST else None


def _funnel_answers(largest: int) -> Iterator[int]:
    answers = _FEWEST
    while answers < largest:
        yield answers
        answers = max(answers + 1, round(answers * _GROWTH))
    if largest >= _FEWEST:
        yield largest


@lru_cache(maxsize=1 << 14)
def _funnel_point(pool: Pool, average: Decimal, answers: int) -> FunnelPoint:
    chances = _chances_of_sums(pool, answers)
    sums = np.flatnonzero(chances > _IMPOSSIBLE)
    middle = np.cumsum(chances[sums]) - chances[sums] / 2
    shift = float(Fraction(average) - pool.mean)
    least = pool.scale.lowest
    low, high = (least + float(total) / answers + shift for total in np.interp([_LOW, _HIGH], middle, sums))
    return FunnelPoint(answers, _within(pool.scale, low - _PRINTED), _within(pool.scale, high + _PRINTED))


def _within(scale: Scale, grade: float) -> Decimal:
    return scale.nearest(Decimal(grade)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _chances_of_sums(pool: Pool, answers: int) -> NDArray[np.float64]:
    """The chance of each sum that ``answers`` grades from the pool can have; the lowest sum comes first.

    It is the distribution of one grade convolved with itself, as a power of its Fourier transform.
    """
    single = np.array(pool.counts) / pool.grades
    possible = (len(single) - 1) * answers + 1
    size = 1 << (possible - 1).bit_length()
    return np.fft.irfft(np.fft.rfft(single, size) ** answers, size)[:possible]
