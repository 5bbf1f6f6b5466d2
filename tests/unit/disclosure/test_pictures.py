"""What is shown of grades, and which grades look alike."""

import pytest
from support.scales import FIVE, TEN

from generator.disclosure.pictures import Precision, Seen, choices, exact_figures, loss, picture_of, places_of, whole
from generator.scale import Scale


@pytest.mark.parametrize(
    ("tenths", "points"), [(10, 1), (14, 1), (15, 2), (84, 8), (85, 9), (94, 9), (95, 10), (100, 10)]
)
def test_a_grade_is_rounded_half_up(tenths: int, points: int) -> None:
    assert whole(tenths) == points


def test_what_looks_like_a_whole_grade_is_what_rounds_to_it_and_can_be_a_mean() -> None:
    assert exact_figures(Seen(Precision.WHOLE, 8), 20, TEN) == tuple(range(75, 85))
    assert exact_figures(Seen(Precision.WHOLE, 8), 2, TEN) == (75, 80)
    assert exact_figures(Seen(Precision.WHOLE, 8), 1, TEN) == (80,)
    assert exact_figures(Seen(Precision.EXACT, 81), 2, TEN) == ()  # no two people give that
    assert exact_figures(Seen(Precision.HIDDEN, 0), 1, TEN) == tuple(range(10, 101, 10))
    # Of a mean that lies halfway either rounding counts: how the agency does it is not known.
    assert exact_figures(Seen(Precision.WHOLE, 8), 4, TEN) == (75, 77, 78, 80, 82, 83)


def test_at_the_ends_of_the_scale_fewer_grades_look_alike() -> None:
    assert exact_figures(Seen(Precision.WHOLE, 5), 20, FIVE) == tuple(range(45, 51))
    assert exact_figures(Seen(Precision.WHOLE, 4), 20, Scale(4, 10)) == tuple(range(40, 45))
    assert exact_figures(Seen(Precision.HIDDEN, 0), 1, FIVE) == (10, 20, 30, 40, 50)


def test_a_picture_shows_each_grade_in_its_own_way() -> None:
    picture = picture_of((89, 85, 40), rounded={1}, hidden={2})
    assert picture == (Seen(Precision.EXACT, 89), Seen(Precision.WHOLE, 9), Seen(Precision.HIDDEN, 0))
    assert [places_of(picture, each) for each in Precision] == [{0}, {1}, {2}]


def test_services_lose_before_the_total_and_small_ones_before_large_ones() -> None:
    found = choices((5, 20, 25), 2, frozenset({0, 1, 2}))
    assert found == (
        frozenset(),
        frozenset({0}),
        frozenset({1}),
        frozenset({0, 1}),
        frozenset({2}),
        frozenset({0, 2}),
        frozenset({1, 2}),
        frozenset({0, 1, 2}),
    )
    assert [loss(each, 2) for each in found] == [0, 1, 1, 2, 3, 4, 4, 5]
    assert choices((5, 20), None, frozenset({1})) == (frozenset(), frozenset({1}))


def test_a_few_choices_and_that_of_all_are_some_of_every_choice_in_the_same_order() -> None:
    for many in range(5):
        completed, free = (3, 5, 8, 20, 40)[: many + 1], frozenset(range(many))
        for few in range(4):
            some = [chosen for chosen in choices(completed, many, free) if len(chosen) <= few or chosen == free]
            assert choices(completed, many, free, few) == tuple(some)
