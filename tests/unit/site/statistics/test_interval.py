"""The interval of a mean of whole grades: right, never more than we know, and as sure as it says."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import ceil, comb, floor
from typing import TypeAlias

import numpy as np
import pytest
from bench.coverage import HEAD, line
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from support.coverage import least_of_those_invited, least_of_two_grades, measure, ours, truths
from support.documents import DOCS
from support.scales import FIVE, OTHERS, SCALES, TEN, named, scales

from generator.scale import Scale
from generator.site.statistics.interval import Interval, interval_of_mean, outward

GRADES = np.arange(1, 11)
SKEWED = (1, 0, 0, 1, 2, 4, 9, 20, 11, 4)

Given: TypeAlias = tuple[list[int], Scale]

few = st.integers(0, 3)
many = st.integers(0, 500)


def counts_on(scale: Scale) -> st.SearchStrategy[Given]:
    size = len(scale.grades)
    counts = (st.lists(of, min_size=size, max_size=size) for of in (few, many, st.one_of(st.just(0), many)))
    return st.tuples(st.one_of(*counts).filter(any), st.just(scale))


distributions = scales.flatmap(counts_on)


def interval(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def mean(counts: Sequence[int], scale: Scale) -> Fraction:
    return Fraction(sum(count * grade for grade, count in enumerate(counts, start=scale.lowest)), sum(counts))


def width(of: Interval) -> Decimal:
    return of.high - of.low


def all_of(grade: int, answers: int) -> tuple[int, ...]:
    return tuple(answers * (each == grade) for each in range(1, 11))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (all_of(8, 1), interval("1.1", "10.0")),
        (all_of(8, 2), interval("2.1", "9.7")),
        (all_of(8, 10), interval("5.8", "8.7")),
        (all_of(8, 100), interval("7.7", "8.1")),
        (SKEWED, interval("7.0", "8.2")),
    ],
)
def test_some_intervals(counts: tuple[int, ...], expected: Interval) -> None:
    assert interval_of_mean(counts, TEN) == expected


@pytest.mark.parametrize("counts", [(0,) * 10, (), (0, 1, 2), (1,) * 11])
def test_without_a_count_for_each_grade_and_an_answer_there_is_none(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="10 counts and an answer"):
        interval_of_mean(counts, TEN)


@given(distributions)
@example(([0, 0, 0, 0, 0, 0, 0, 0, 1, 49], TEN))
@example(([0, 0, 0, 0, 0, 0, 0, 0, 1, 4999], TEN))
@example(([0, 0, 0, 0, 0, 0, 0, 0, 5000, 0], TEN))
@example(([0, 0, 0, 1, 4999], FIVE))
def test_the_mean_lies_within_it_also_as_it_is_printed(given: Given) -> None:
    found = interval_of_mean(*given)
    tenths = 10 * mean(*given)
    assert found.low * 10 <= floor(tenths)
    assert found.high * 10 >= ceil(tenths)


@given(distributions)
def test_it_has_one_decimal_and_stays_on_the_scale(given: Given) -> None:
    found, (_, scale) = interval_of_mean(*given), given
    assert scale.lowest <= found.low <= found.high <= scale.highest
    assert found.low.as_tuple().exponent == found.high.as_tuple().exponent == -1


@given(distributions)
def test_reversed_grades_mirror_it(given: Given) -> None:
    counts, scale = given
    ends = scale.lowest + scale.highest
    found, mirrored = interval_of_mean(counts, scale), interval_of_mean(counts[::-1], scale)
    assert (mirrored.low, mirrored.high) == (ends - found.high, ends - found.low)


@given(distributions, st.integers(2, 8))
def test_more_answers_of_the_same_shape_never_widen_it(given: Given, times: int) -> None:
    counts, scale = given
    assert width(interval_of_mean([times * count for count in counts], scale)) <= width(interval_of_mean(*given))


def test_more_answers_narrow_it() -> None:
    widths = [width(interval_of_mean([times * count for count in SKEWED], TEN)) for times in (1, 4, 16)]
    assert all(2 * narrow <= wide + Decimal("0.2") for wide, narrow in pairwise(widths))


@given(distributions, st.data())
def test_a_higher_grade_never_lowers_it(given: Given, data: st.DataObject) -> None:
    counts, scale = given
    higher, at = list(counts), data.draw(st.integers(0, len(counts) - 2))
    higher[at], higher[at + 1] = 0, counts[at] + counts[at + 1]
    before, after = interval_of_mean(counts, scale), interval_of_mean(higher, scale)
    assert after.low >= before.low
    assert after.high >= before.high


@pytest.mark.parametrize("scale", SCALES, ids=named)
@pytest.mark.parametrize(("highest", "lowest"), [(1, 0), (0, 3), (1, 1), (4, 1), (9, 1), (30, 20), (5, 95), (60, 3)])
def test_of_the_ends_of_the_scale_it_is_the_exact_interval_of_a_share(highest: int, lowest: int, scale: Scale) -> None:
    """That of Clopper and Pearson: so many of the highest or more have 2.5% at the lower limit, so few at the upper."""
    length = scale.highest - scale.lowest
    found = interval_of_mean((lowest, *[0] * (length - 1), highest), scale)
    answers = highest + lowest

    def chance(grade: Decimal, numbers: range) -> float:
        share = float(min(max((grade - scale.lowest) / length, Decimal(0)), Decimal(1)))
        return sum(comb(answers, each) * share**each * (1 - share) ** (answers - each) for each in numbers)

    as_many, as_few, step = range(highest, answers + 1), range(highest + 1), Decimal("0.1")
    assert not highest or chance(found.low, as_many) <= 0.0251 <= 0.0002 + chance(found.low + step, as_many)
    assert not lowest or chance(found.high, as_few) <= 0.0251 <= 0.0002 + chance(found.high - step, as_few)


@pytest.mark.parametrize(
    "counts",
    [all_of(7, 1), (1, 0, 0, 0, 0, 0, 0, 0, 1, 0), (0, 0, 0, 0, 1, 1, 2, 2, 1, 0), SKEWED, (5,) * 10, all_of(9, 800)],
)
def test_it_leaves_out_as_much_as_a_simulation_says(counts: tuple[int, ...]) -> None:
    lower, upper = (means_by_simulation(np.add(counts, (one, *[0] * 8, 1 - one))) for one in (1, 0))
    found = interval_of_mean(counts, TEN)
    low, high = float(found.low), float(found.high)
    error = 0.0015  # four times the standard error of the simulation
    assert np.mean(lower <= low) <= 0.025 + error
    assert np.mean(lower <= low + 0.1) >= 0.025 - error
    assert np.mean(upper >= high) <= 0.025 + error
    assert np.mean(upper >= high - 0.1) >= 0.025 - error


def means_by_simulation(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means that are as likely as the weights of the ten grades say."""
    return np.random.default_rng(1).dirichlet(weights[weights > 0], size=200_000) @ GRADES[weights > 0]


@pytest.mark.parametrize("answers", [2, 3, 5])
def test_it_holds_the_true_mean_in_95_of_100_measurements_or_more(answers: int) -> None:
    assert measure(ours, answers, truths(), draws=0).lowest >= 0.95


@pytest.mark.parametrize("answers", range(1, 11))
def test_it_holds_the_true_mean_also_where_all_give_one_of_two_grades(answers: int) -> None:
    """Exactly, at every share: the hardest kind, at the ends of the scale too, where a rare grade may not be heard."""
    assert least_of_two_grades(ours, answers) >= 0.95


@pytest.mark.parametrize("scale", OTHERS, ids=named)
@pytest.mark.parametrize("answers", [1, 3, 8])
def test_it_does_so_on_other_scales_too(answers: int, scale: Scale) -> None:
    assert least_of_two_grades(partial(ours, scale=scale), answers, scale) >= 0.95


@pytest.mark.parametrize(
    ("answers", "invited"), [(1, 2), (2, 3), (2, 12), (5, 6), (5, 20), (9, 10), (10, 12), (10, 30)]
)
def test_it_holds_the_mean_of_all_who_were_invited(answers: int, invited: int) -> None:
    """Exactly, when chance alone decides who of them answers; its ends are cut where nobody could move the mean to."""
    assert least_of_those_invited(answers, invited) >= 0.95


@pytest.mark.parametrize("answers", [10, 20, 50, 200])
def test_it_holds_the_true_mean_also_of_more_answers(answers: int) -> None:
    coverage = measure(ours, answers, truths()[::8], draws=250)
    assert coverage.average >= 0.95
    assert coverage.lowest >= 0.93  # the lowest of several, each of few draws: it comes out too low


def test_the_table_in_the_docs_is_what_is_measured() -> None:
    text = (DOCS / "certainty.md").read_text(encoding="utf-8")
    assert HEAD in text
    assert line(2, draws=0) in text
    assert line(3, draws=0) in text


def test_outward_never_claims_more() -> None:
    assert outward(Fraction(712, 100), Fraction(738, 100), TEN) == interval("7.1", "7.4")
    assert outward(Fraction(71, 10), Fraction(74, 10), TEN) == interval("7.1", "7.4")
    assert outward(Fraction(-3), Fraction(104, 10), TEN) == interval("1.0", "10.0")
    assert outward(Fraction(-3), Fraction(104, 10), Scale(4, 7)) == interval("4.0", "7.0")


def test_an_interval_holds_its_ends() -> None:
    held = [grade in interval("7.1", "7.4") for grade in map(Decimal, ("7.0", "7.1", "7.4", "7.5"))]
    assert held == [False, True, True, False]
