"""How often a 95% interval holds the true mean, over kinds of truth: for the tests and for docs/certainty.md.

A truth is ten chances, one for each grade. For few answers every outcome that there can be is weighed by its chance;
for more, outcomes are drawn with a fixed seed.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations_with_replacement
from math import comb, factorial, prod, sqrt
from statistics import fmean
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from support.mover import Uncertain, smaller_than_chance
from support.scales import TEN

from generator.scale import Scale
from generator.site.statistics.interval import interval_of_mean, possible
from generator.site.statistics.pools import Pool
from generator.site.statistics.spread import estimated_interval

GRADES = np.arange(1, 11)
MOST_ENUMERATED = 7
SEED = 20211231

Truth: TypeAlias = NDArray[np.float64]
Counts: TypeAlias = tuple[int, ...]
Method: TypeAlias = Callable[[Counts], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often the interval held the mean, for the truth where it did so least and on average; and how wide it was."""

    lowest: float
    average: float
    width: float


def truths() -> Sequence[Truth]:
    """Grades as clients give them: bells, narrow and wide, some with a part that is not satisfied at all."""
    found = []
    for centre in (6.5, 7, 7.5, 8, 8.5, 9, 10):
        for width in (1, 1.5, 2):
            bell = np.exp(-(((GRADES - centre) / width) ** 2) / 2)
            bell /= bell.sum()
            found += [bell, *((1 - part) * bell + part * (grade == GRADES) for part, grade in ((0.05, 1), (0.1, 2)))]
    return [truth for truth in found if 6.5 <= truth @ GRADES <= 9]


def ours(counts: Counts, scale: Scale = TEN) -> tuple[float, float]:
    """The interval that the site shows."""
    interval = interval_of_mean(counts, scale)
    return float(interval.low), float(interval.high)


def of_others(counts: Counts) -> tuple[float, float]:
    """The interval that the site shows where only other providers tell how grades lie apart: here, all the truths."""
    interval = estimated_interval(_printed(counts), sum(counts), _pool_of_truths())
    return float(interval.low), float(interval.high)


def differences_found(answers: tuple[int, int], draws: int) -> float:
    """How often two providers that are the same are told to differ by more than chance; on average over the truths."""
    rng = np.random.default_rng(SEED)
    measured = cache(_measured)
    found = [
        not smaller_than_chance(measured(tuple(one)), measured(tuple(other)))
        for truth in truths()
        for one, other in zip(*(rng.multinomial(of, truth, size=draws).tolist() for of in answers), strict=True)
    ]
    return fmean(found)


def _measured(counts: Counts) -> Uncertain:
    return Uncertain(_printed(counts), interval_of_mean(counts, TEN))


def _printed(counts: Counts) -> Decimal:
    return (Decimal(int(GRADES @ counts)) / sum(counts)).quantize(Decimal("0.1"), ROUND_HALF_UP)


@cache
def _pool_of_truths() -> Pool:
    kinds = truths()
    return Pool(tuple(round(1000 * chance) for chance in np.sum(kinds, axis=0)), len(kinds), TEN)


def normal(counts: Counts) -> tuple[float, float]:
    """The interval of the normal method, rounded outward as ours."""
    answers = sum(counts)
    mean = float(GRADES @ counts) / answers
    variance = float((GRADES - mean) ** 2 @ counts) / (answers - 1)
    margin = 1.96 * sqrt(variance / answers)
    return float(np.floor((mean - margin) * 10)) / 10, float(np.ceil((mean + margin) * 10)) / 10


def measure(method: Method, answers: int, kinds: Sequence[Truth], draws: int) -> Coverage:
    """How often ``method`` holds the mean of each of ``kinds``; of each ``draws`` outcomes, where they are drawn."""
    interval = cache(method)
    held, widths = [], []
    for truth in kinds:
        mean = float(truth @ GRADES)
        chances = _outcomes(truth, answers, draws)
        held.append(sum(chance for counts, chance in chances.items() if _holds(interval(counts), mean)))
        widths.append(sum(chance * float(np.diff(interval(counts))[0]) for counts, chance in chances.items()))
    return Coverage(min(held), fmean(held), fmean(widths))


def least_of_two_grades(method: Method, answers: int, scale: Scale = TEN) -> float:
    """How often ``method`` holds the mean where it does so least, of all truths with two grades; nothing is drawn.

    A pair of grades and its mirror image count once: so do their intervals.
    """
    shares = np.linspace(0, 1, 1001)
    numbers = np.arange(answers + 1)
    chances = _binomials(answers) * shares[:, None] ** numbers * (1 - shares[:, None]) ** (answers - numbers)
    return min(
        float((chances * _held(method, pair, answers, pair[0] + (pair[1] - pair[0]) * shares, scale)).sum(axis=1).min())
        for pair in _pairs(scale)
    )


def least_of_those_invited(answers: int, invited: int) -> float:
    """The same of the mean of ``invited`` people, who have two grades and of whom any may be the ones that answer."""

    def method(counts: Counts) -> tuple[float, float]:
        interval = interval_of_mean(counts, TEN).within(possible(counts, invited - answers, TEN))
        return float(interval.low), float(interval.high)

    high = np.arange(invited + 1)
    chances = np.array(
        [[_ways(each, answers, invited, drawn) for drawn in range(answers + 1)] for each in range(invited + 1)]
    )
    return min(
        float(
            (chances * _held(method, pair, answers, pair[0] + (pair[1] - pair[0]) * high / invited, TEN))
            .sum(axis=1)
            .min()
        )
        for pair in _pairs(TEN)
    )


def _ways(high: int, answers: int, invited: int, drawn: int) -> float:
    """The chance that of those who answer so many are ``drawn`` from the ``high`` who would give the higher grade."""
    return comb(high, drawn) * comb(invited - high, answers - drawn) / comb(invited, answers)


def _pairs(scale: Scale) -> Sequence[tuple[int, int]]:
    ends = scale.lowest + scale.highest
    return [(low, high) for low in scale.grades[:-1] for high in range(low + 1, ends + 1 - low)]


def _binomials(answers: int) -> NDArray[np.float64]:
    return np.array([comb(answers, number) for number in range(answers + 1)], dtype=np.float64)


def _held(
    method: Method, pair: tuple[int, int], answers: int, means: NDArray[np.float64], scale: Scale
) -> NDArray[np.bool_]:
    """For each mean and for each number of answers that are the higher grade: whether the interval holds the mean."""
    low, high = pair
    counts = [
        tuple((answers - number) * (grade == low) + number * (grade == high) for grade in scale.grades)
        for number in range(answers + 1)
    ]
    ends = np.array([method(each) for each in counts])
    slack = 1e-9  # of floating point, where a mean is just at an end
    return (ends[:, 0] <= means[:, None] + slack) & (means[:, None] - slack <= ends[:, 1])


def _holds(interval: tuple[float, float], mean: float) -> bool:
    low, high = interval
    return low <= mean <= high


def _outcomes(truth: Truth, answers: int, draws: int) -> Mapping[Counts, float]:
    """Counts of the ten grades, each with its chance."""
    if answers <= MOST_ENUMERATED:
        return {counts: ways * float(np.prod(truth**counts)) for counts, ways in _every_outcome(answers).items()}
    drawn = np.random.default_rng(SEED).multinomial(answers, truth, size=draws)
    return {counts: times / draws for counts, times in Counter(map(tuple, drawn.tolist())).items()}


@cache
def _every_outcome(answers: int) -> Mapping[Counts, int]:
    """Each way to count the grades of so many answers, with the number of orders in which they can come."""
    found = {}
    for given in combinations_with_replacement(range(10), answers):
        counts = tuple(given.count(grade) for grade in range(10))
        found[counts] = factorial(answers) // prod(map(factorial, counts))
    return found
