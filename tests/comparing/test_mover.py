"""Which differences chance alone can make."""

from decimal import Decimal
from math import sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.mover import Uncertain, smaller_than_chance

from generator.site.statistics.interval import Interval


def measured(grade: str, low: str, high: str) -> Uncertain:
    return Uncertain(Decimal(grade), Interval(Decimal(low), Decimal(high)))


grades = st.integers(10, 100).map(lambda tenths: Decimal(tenths) / 10)
measurements = st.lists(grades, min_size=3, max_size=3).map(
    lambda three: Uncertain(sorted(three)[1], Interval(min(three), max(three)))
)
six_grades = st.lists(grades, min_size=6, max_size=6).map(sorted)


@pytest.mark.parametrize(
    ("one", "other", "chance"),
    [
        (measured("8.0", "7.6", "8.3"), measured("7.5", "7.2", "7.8"), True),  # 0.4 down and 0.3 up make just 0.5
        (measured("8.0", "7.6", "8.3"), measured("7.4", "7.1", "7.7"), False),
        (measured("8.0", "7.7", "8.9"), measured("7.5", "6.1", "7.8"), False),  # the sides that face away do not count
        (measured("8.0", "4.0", "10.0"), measured("6.0", "5.9", "6.1"), True),
        (measured("8.0", "8.0", "8.0"), measured("8.0", "8.0", "8.0"), True),
        (measured("8.1", "8.1", "8.1"), measured("8.0", "8.0", "8.0"), False),
    ],
)
def test_a_difference_is_held_against_both_intervals(
    one: Uncertain,
    other: Uncertain,
    chance: bool,  # noqa: FBT001 - an example's outcome
) -> None:
    assert smaller_than_chance(one, other) is chance
    assert smaller_than_chance(other, one) is chance


@given(measurements, measurements)
def test_it_is_whether_the_interval_of_the_difference_holds_nothing(one: Uncertain, other: Uncertain) -> None:
    difference = float(one.grade - other.grade)
    (l1, u1), (l2, u2) = (
        (float(each.grade - each.interval.low), float(each.interval.high - each.grade)) for each in (one, other)
    )
    low, high = difference - sqrt(l1**2 + u2**2), difference + sqrt(u1**2 + l2**2)
    assume(min(abs(low), abs(high)) > 1e-9)  # where roots cannot tell
    assert smaller_than_chance(one, other) is (low <= 0 <= high)


@given(six_grades)
def test_each_within_the_others_interval_is_chance(grades: list[Decimal]) -> None:
    first, second, third, fourth, fifth, sixth = grades
    one, other = Uncertain(third, Interval(first, fifth)), Uncertain(fourth, Interval(second, sixth))
    assert smaller_than_chance(one, other)


@given(six_grades)
def test_intervals_that_do_not_meet_are_more_than_chance(grades: list[Decimal]) -> None:
    first, second, third, fourth, fifth, sixth = grades
    assume(third < fourth)
    assert not smaller_than_chance(Uncertain(second, Interval(first, third)), Uncertain(fifth, Interval(fourth, sixth)))
