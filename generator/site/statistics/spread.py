"""How far chance alone moves the mean of a number of answers, when single grades lie apart as those of a pool do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from generator.scale import HIGHEST, LOWEST, ROUNDING
from generator.site.statistics.interval import Interval, outward
from generator.site.statistics.pools import Pool

_LOW, _HIGH = 0.025, 0.975
_IMPOSSIBLE = 1e-12  # what the transform leaves of the chance of a sum that cannot be is below this
_FEWEST = 2
_GROWTH = Fraction(9, 8)


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """Between which grades, with two decimals, chance alone leaves 95% of the means of so many ``answers``."""

    answers: int
    low: Decimal
    high: Decimal


def chance(pool: Pool, answers: int) -> tuple[Fraction, Fraction]:
    """How far below, and how far above, the pool's mean lies the mean of ``answers`` grades drawn from it.

    The chance to be further away is at most 2.5% on either side. Exact: no shape is assumed, and no approximation made.

    Args:
        pool: the grades that are drawn from, each put back.
        answers: from 1 to some thousands.

    Returns:
        Two distances in points, neither negative.
    """
    reached = np.cumsum(_chances_of_sums(pool, answers))
    lowest, highest = (1 + Fraction(int(np.searchsorted(reached, limit)), answers) for limit in (_LOW, _HIGH))
    return max(pool.mean - lowest, Fraction(0)), max(highest - pool.mean, Fraction(0))


def estimated_interval(grade: Decimal, answers: int, pool: Pool) -> Interval:
    """The 95% interval of the mean behind a ``grade`` of ``answers``, if its grades lie apart as those of ``pool`` do.

    Chance can have moved the mean up by as much as ``chance`` says it can lie above, so that the real one is that much
    lower; and the other way round. What rounding took from the grade comes on top.
    """
    below, above = chance(pool, answers)
    measured, rounding = Fraction(grade), Fraction(ROUNDING)
    return outward(measured - above - rounding, measured + below + rounding)


def funnel(pool: Pool, average: Decimal, largest: int) -> Sequence[FunnelPoint]:
    """The limits of a funnel around ``average``, from 2 answers to ``largest``, at steps that grow; empty below 2.

    Sums of whole grades jump, and so would the limits. So these are mid-quantiles (Ma, Genton and Parzen, 2011): of
    each sum half its chance counts, and between two sums a straight line is drawn. About 5% of means lie outside, where
    ``chance`` promises at most that.
    """
    return tuple(_funnel_point(pool, average, answers) for answers in _funnel_answers(largest))


def _funnel_answers(largest: int) -> Iterator[int]:
    answers = _FEWEST
    while answers < largest:
        yield answers
        answers = max(answers + 1, round(answers * _GROWTH))
    if largest >= _FEWEST:
        yield largest


def _funnel_point(pool: Pool, average: Decimal, answers: int) -> FunnelPoint:
    chances = _chances_of_sums(pool, answers)
    sums = np.flatnonzero(chances > _IMPOSSIBLE)
    middle = np.cumsum(chances[sums]) - chances[sums] / 2
    shift = float(Fraction(average) - pool.mean)
    low, high = (1 + float(total) / answers + shift for total in np.interp([_LOW, _HIGH], middle, sums))
    return FunnelPoint(answers, _within_scale(low), _within_scale(high))


def _within_scale(grade: float) -> Decimal:
    return min(max(Decimal(grade), LOWEST), HIGHEST).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _chances_of_sums(pool: Pool, answers: int) -> NDArray[np.float64]:
    """The chance of each sum that ``answers`` grades from the pool can have, that of ``answers`` ones first.

    It is the distribution of one grade convolved with itself, as a power of its Fourier transform.
    """
    single = np.array(pool.counts) / pool.grades
    possible = (len(single) - 1) * answers + 1
    size = 1 << (possible - 1).bit_length()
    return np.fft.irfft(np.fft.rfft(single, size) ** answers, size)[:possible]
