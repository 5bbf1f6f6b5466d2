"""How far chance moves a mean, as the grades of a pool lie apart."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scales import FIVE, FROM_FOUR, TEN, grades, scales

from generator.disclosure.public import Published
from generator.site.statistics.interval import Interval
from generator.site.statistics.pools import Pool
from generator.site.statistics.spread import band, chance, estimated_interval, funnel
from generator.site.statistics.standing import Standing, standing

ALLOWED = Decimal("0.1")  # for the rounding of a grade and of the average
POOL = Pool((4, 2, 4, 8, 16, 40, 110, 150, 60, 26), providers=8, scale=TEN)
SAME = Pool((0, 0, 0, 0, 0, 0, 0, 300, 0, 0), providers=6, scale=TEN)
HALVES = Pool((0, 0, 0, 0, 0, 0, 150, 0, 150, 0), providers=6, scale=TEN)

ON_FIVE = Pool((9, 4, 11, 80, 40), providers=8, scale=FIVE)


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    scale = draw(scales)
    size = len(scale.grades)
    counts = draw(st.lists(st.integers(0, 60), min_size=size, max_size=size).filter(any))
    return Pool(tuple(counts), 5, scale)


def distances(below: Fraction | int, above: Fraction | int) -> tuple[Fraction, Fraction]:
    return Fraction(below), Fraction(above)


def means_by_counting(pool: Pool, answers: int) -> dict[Fraction, Fraction]:
    """Each mean that can be drawn, with its chance, by going over all draws."""
    found: dict[Fraction, Fraction] = defaultdict(Fraction)
    for drawn in product(pool.scale.grades, repeat=answers):
        likely = Fraction(1)
        for grade in drawn:
            likely *= Fraction(pool.counts[grade - pool.scale.lowest], pool.grades)
        found[Fraction(sum(drawn), answers)] += likely
    return found


@pytest.mark.parametrize("answers", [1, 2, 3, 4])
@pytest.mark.parametrize("pool", [POOL, HALVES, ON_FIVE, Pool((3, 0, 20, 90, 200, 8, 1), providers=5, scale=FROM_FOUR)])
def test_chance_is_what_counting_all_draws_says(pool: Pool, answers: int) -> None:
    means = means_by_counting(pool, answers)
    below, above = chance(pool, answers)
    lowest, highest = pool.mean - below, pool.mean + above
    assert sum(likely for mean, likely in means.items() if mean < lowest) <= Fraction(25, 1000)
    assert sum(likely for mean, likely in means.items() if mean <= lowest) >= Fraction(25, 1000)
    assert sum(likely for mean, likely in means.items() if mean > highest) <= Fraction(25, 1000)
    assert sum(likely for mean, likely in means.items() if mean >= highest) >= Fraction(25, 1000)


def test_halves_move_a_mean_of_many_as_the_normal_law_says() -> None:
    # Half 7, half 9: a standard deviation of 1, so 1.96 / √10,000 for a mean of 10,000.
    below, above = chance(HALVES, 10_000)
    assert below == above
    assert float(below) == pytest.approx(0.0196, abs=0.0002)


def test_one_answer_can_be_as_far_off_as_a_single_grade() -> None:
    assert chance(HALVES, 1) == distances(1, 1)


def test_where_all_gave_the_same_chance_moves_nothing() -> None:
    assert chance(SAME, 7) == distances(0, 0)


def test_a_rare_grade_makes_no_distance_negative() -> None:
    rare = Pool((1, 0, 0, 0, 0, 0, 0, 299, 0, 0), providers=6, scale=TEN)
    assert chance(rare, 2) == distances(0, 8 - rare.mean)


@given(pools(), st.integers(1, 40), st.data())
def test_an_estimated_interval_holds_the_grade_and_what_rounding_took(
    pool: Pool, answers: int, data: st.DataObject
) -> None:
    grade, lowest, highest = data.draw(grades(pool.scale)), pool.scale.lowest, pool.scale.highest
    found = estimated_interval(grade, answers, pool)
    assert lowest <= found.low <= max(grade - Decimal("0.05"), Decimal(lowest))
    assert min(grade + Decimal("0.05"), Decimal(highest)) <= found.high <= highest


def test_what_chance_can_add_is_what_the_mean_can_be_lower() -> None:
    lopsided = Pool((0, 0, 0, 0, 60, 0, 0, 0, 240, 0), providers=6, scale=TEN)  # 5 or 9, mean 8.2
    assert chance(lopsided, 1) == (Fraction(32, 10), Fraction(8, 10))
    assert estimated_interval(Decimal("6.0"), 1, lopsided) == Interval(Decimal("5.1"), Decimal("9.3"))


def test_more_answers_make_an_estimated_interval_narrower() -> None:
    widths = [
        found.high - found.low
        for answers in (2, 8, 32, 128, 512)
        for found in [estimated_interval(Decimal("7.0"), answers, POOL)]
    ]
    assert all(narrow < wide for wide, narrow in pairwise(widths))


def test_an_estimated_interval_holds_the_true_mean() -> None:
    rng = np.random.default_rng(7)
    draws = rng.multinomial(6, np.array(POOL.counts) / POOL.grades, size=2000) @ np.arange(1, 11) / 6
    intervals = (estimated_interval(Decimal(f"{drawn:.1f}"), 6, POOL) for drawn in draws)
    held = [found.low <= POOL.mean <= found.high for found in intervals]
    assert np.mean(held) >= 0.95


def test_a_funnel_runs_from_two_answers_to_the_largest_in_steps_that_grow() -> None:
    answers = [point.answers for point in funnel(POOL, Decimal("7.9"), 600)]
    assert (answers[0], answers[-1]) == (2, 600)
    assert len(answers) < 60
    steps = [after - before for before, after in pairwise(answers[:-1])]
    assert steps == sorted(steps)
    assert min(steps) == 1
    assert all(step <= before / 8 + 1 for before, step in zip(answers, steps, strict=False))


@pytest.mark.parametrize(("largest", "answers"), [(0, []), (1, []), (2, [2]), (3, [2, 3]), (4, [2, 3, 4])])
def test_a_funnel_of_few(largest: int, answers: list[int]) -> None:
    assert [point.answers for point in funnel(POOL, Decimal("7.9"), largest)] == answers


def test_a_funnel_narrows_around_the_average() -> None:
    points = funnel(POOL, Decimal("7.9"), 2000)
    for before, after in pairwise(points):
        assert before.low <= after.low < Decimal("7.9") < after.high <= before.high
    assert points[-1].high - points[-1].low < Decimal("0.4")


def test_a_funnel_is_centred_on_the_average_that_is_asked_for() -> None:
    for here, there in zip(funnel(POOL, Decimal("7.0"), 99), funnel(POOL, Decimal("7.5"), 99), strict=True):
        assert there.low - here.low == pytest.approx(Decimal("0.5"), abs=Decimal("0.01"))
        assert there.high - here.high == pytest.approx(Decimal("0.5"), abs=Decimal("0.01"))


def test_grades_that_nobody_gave_do_not_bend_a_funnel() -> None:
    # Half 7, half 9 is half 7, half 8 at twice the distance.
    near = Pool((0, 0, 0, 0, 0, 0, 150, 150, 0, 0), providers=6, scale=TEN)
    for wide, narrow in zip(funnel(HALVES, Decimal(5), 60), funnel(near, Decimal(5), 60), strict=True):
        assert wide.high - ALLOWED - 5 == pytest.approx(2 * (narrow.high - ALLOWED - 5), abs=Decimal("0.02"))
        assert wide.low + ALLOWED - 5 == pytest.approx(2 * (narrow.low + ALLOWED - 5), abs=Decimal("0.02"))


@pytest.mark.parametrize(("pool", "average"), [(POOL, "9.8"), (ON_FIVE, "4.9")])
def test_a_funnel_stays_on_the_scale(pool: Pool, average: str) -> None:
    points = funnel(pool, Decimal(average), 20)
    assert points[0].high == pool.scale.highest
    assert all(pool.scale.lowest <= point.low <= point.high <= pool.scale.highest for point in points)


@pytest.mark.parametrize("answers", [6, 25, 200])
def test_about_one_mean_in_twenty_lies_outside_a_funnel(answers: int) -> None:
    rng = np.random.default_rng(8)
    means = rng.multinomial(answers, np.array(POOL.counts) / POOL.grades, size=20_000) @ np.arange(1, 11) / answers
    centre = Decimal(f"{float(POOL.mean):.2f}")
    point = funnel(POOL, centre, answers)[-1]
    allowed = float(ALLOWED)
    outside = np.mean((means < float(point.low) + allowed) | (means > float(point.high) - allowed))
    assert 0.035 <= outside <= 0.065


def test_what_rounding_took_from_grade_and_average_puts_no_grade_outside_a_funnel() -> None:
    """Of an average provider: its grade is printed 0.05 higher than it was, the average 0.05 lower."""
    exact = band(SAME, Decimal("8.0"), 50)
    assert exact
    assert (exact.low, exact.high) == (Decimal("7.90"), Decimal("8.10"))
    assert standing(Published(Decimal("8.1")), exact, TEN) is Standing.AROUND
    assert standing(Published(Decimal("7.9")), exact, TEN) is Standing.AROUND
    assert standing(Published(Decimal("8.2")), exact, TEN) is Standing.HIGHER
