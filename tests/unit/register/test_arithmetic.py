"""What is true must always be judged possible; what no grades can give, must not."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scales import FIVE, TEN, scales

from generator.register.arithmetic import (
    Part,
    distribution_fits,
    shares_are_possible,
    total_is_possible,
    total_range,
)
from generator.scale import Scale

_ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])


def _answers(scale: Scale) -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from(scale.grades), min_size=1, max_size=8)


def _rounded(grades: Sequence[int], rounding: str = ROUND_HALF_UP) -> Decimal:
    return (Decimal(sum(grades)) / len(grades)).quantize(Decimal("0.1"), rounding)


def _part(grades: Sequence[int], *, known: bool = True, rounding: str = ROUND_HALF_UP) -> Part:
    return Part(len(grades), _rounded(grades, rounding) if known else None)


@given(scales, st.data(), _ROUNDINGS)
def test_the_true_total_is_always_possible(scale: Scale, data: st.DataObject, rounding: str) -> None:
    groups = data.draw(st.lists(st.tuples(_answers(scale), st.booleans(), _ROUNDINGS), min_size=1, max_size=5))
    parts = [_part(grades, known=known, rounding=each) for grades, known, each in groups]
    everybody = [grade for grades, _, _ in groups for grade in grades]
    assert total_is_possible(_rounded(everybody, rounding), parts, scale)


def test_every_total_of_two_small_groups_is_possible() -> None:
    groups = [group for size in (1, 2, 3) for group in combinations_with_replacement((1, 4, 7, 10), size)]
    for one in groups:
        for other in groups:
            assert total_is_possible(_rounded([*one, *other]), [_part(one), _part(other)], TEN)


@given(scales, st.data())
def test_no_total_is_possible_outside_the_grades_there_are(scale: Scale, data: st.DataObject) -> None:
    parts = [_part(grades) for grades in data.draw(st.lists(_answers(scale), min_size=1, max_size=5))]
    # The range of the means, one rounding of the parts and one of the total further.
    means = [part.grade for part in parts if isinstance(part.grade, Decimal)]
    assert not total_is_possible(max(means) + Decimal("0.2"), parts, scale)
    assert not total_is_possible(min(means) - Decimal("0.2"), parts, scale)


def test_each_part_weighs_as_much_as_its_answers() -> None:
    parts = [Part(6, Decimal("8.0")), Part(14, Decimal("8.4"))]
    assert total_range(parts, TEN) == (Decimal("8.23"), Decimal("8.33"))


def test_a_total_is_possible_up_to_the_rounding_and_no_further() -> None:
    parts = [Part(10, Decimal("8.0"))]
    assert [total_is_possible(Decimal(total), parts, TEN) for total in ("7.8", "7.9", "8.0", "8.1", "8.2")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_a_grade_that_is_not_known_can_be_anything_on_the_scale() -> None:
    assert total_range([Part(1, None)], TEN) == (Decimal(1), Decimal(10))
    assert total_range([Part(1, None)], FIVE) == (Decimal(1), Decimal(5))
    parts = [Part(3, Decimal("8.0")), Part(1, None)]
    assert total_is_possible(Decimal("6.3"), parts, TEN)
    assert total_is_possible(Decimal("8.5"), parts, TEN)
    assert not total_is_possible(Decimal("6.0"), parts, TEN)
    assert not total_is_possible(Decimal("8.7"), parts, TEN)


def test_rounding_never_leads_off_the_scale() -> None:
    assert total_range([Part(2, Decimal("5.0"))], FIVE) == (Decimal("4.95"), Decimal(5))
    assert total_range([Part(2, Decimal("4.0"))], Scale(4, 10)) == (Decimal(4), Decimal("4.05"))
    assert total_range([Part(2, Decimal("10.0"))], TEN) == (Decimal("9.95"), Decimal(10))
    assert total_range([Part(2, Decimal("1.0"))], TEN) == (Decimal(1), Decimal("1.05"))


def test_a_part_in_which_nobody_answered_weighs_nothing() -> None:
    assert total_range([Part(0, None), Part(2, Decimal("5.0"))], TEN) == (Decimal("4.95"), Decimal("5.05"))


@pytest.mark.parametrize("parts", [[], [Part(0, None)]])
def test_where_nobody_answered_any_total_is_possible(parts: list[Part]) -> None:
    assert total_range(parts, TEN) is None
    assert total_is_possible(Decimal("1.0"), parts, TEN)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any))
def test_the_rounded_shares_of_a_whole_are_always_possible(counts: list[int]) -> None:
    shares = [int((Decimal(100 * count) / sum(counts)).quantize(Decimal(1), ROUND_HALF_UP)) for count in counts]
    assert shares_are_possible(shares)


@pytest.mark.parametrize(("total", "possible"), [(97, False), (98, True), (100, True), (102, True), (103, False)])
def test_shares_sum_to_98_up_to_102(total: int, *, possible: bool) -> None:
    assert shares_are_possible([total - 60, 30, 20, 10, 0]) is possible


@given(scales, st.data(), _ROUNDINGS)
def test_the_counts_of_grades_always_give_their_mean(scale: Scale, data: st.DataObject, rounding: str) -> None:
    grades = data.draw(_answers(scale))
    counts = [grades.count(value) for value in scale.grades]
    assert distribution_fits(counts, _rounded(grades, rounding), scale)


@given(scales, st.data())
def test_the_counts_of_grades_give_no_other_mean(scale: Scale, data: st.DataObject) -> None:
    grades = data.draw(_answers(scale))
    counts = [grades.count(value) for value in scale.grades]
    mean = (Decimal(sum(grades)) / len(grades)).quantize(Decimal("0.1"), ROUND_DOWN)
    assert not distribution_fits(counts, mean + Decimal("0.2"), scale)
    assert not distribution_fits(counts, mean - Decimal("0.1"), scale)


def test_the_counts_of_nobody_give_no_grade() -> None:
    assert not distribution_fits([0] * 10, Decimal("1.0"), TEN)
