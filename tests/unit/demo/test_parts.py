"""What an invented register is made with: chance, dates, answers, names."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from support.scales import SCALES, TEN, named

from generator.demo.answers import client_grades, commissioner_grades, counts, mean, on, opinion
from generator.demo.chance import Chance
from generator.demo.names import Names, invented_id
from generator.demo.periods import a_year_before, month_end, start_of
from generator.register.fields import is_provider_id
from generator.scale import Scale


def test_chance_falls_the_same_in_every_version() -> None:
    chance = Chance(1, "test")
    assert [chance.whole(1, 1000) for _ in range(5)] == [924, 359, 249, 477, 402]
    assert Chance(1, "test").bell() == Chance(1, "test").bell() != Chance(2, "test").bell()


def test_chance_keeps_within_its_bounds() -> None:
    chance = Chance("bounds")
    assert {chance.whole(2, 4) for _ in range(200)} == {2, 3, 4}
    assert all(-3 <= chance.bell() <= 3 for _ in range(200))
    assert chance.times(50, 0) == 0
    assert chance.times(50, 1) == 50
    assert all(5 <= chance.quantile(((0.0, 5), (0.5, 6), (1.0, 9))) <= 9 for _ in range(200))


def test_weights_are_kept() -> None:
    chance = Chance("weights")
    drawn = Counter(chance.weighted({"often": 9, "seldom": 1, "never": 0}) for _ in range(2000))
    assert drawn["never"] == 0
    assert 150 < drawn["seldom"] < 250


def test_several_are_different_and_at_most_all() -> None:
    options = {"a": 1.0, "b": 5.0, "c": 1.0}
    assert len(set(Chance("several").several(options, 2))) == 2
    assert sorted(Chance("several").several(options, 9)) == ["a", "b", "c"]


def test_half_of_the_draws_lie_below_the_median() -> None:
    chance = Chance("median")
    below = sum(chance.quantile(((0.0, 0), (0.5, 10), (1.0, 1000))) < 10 for _ in range(2000))
    assert 900 < below < 1100


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (date(2025, 12, 31), date(2025, 1, 1)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 3, 1)),
        (date(2025, 5, 14), date(2024, 5, 15)),
    ],
)
def test_a_period_has_twelve_months(end: date, start: date) -> None:
    assert start_of(end) == start


def test_the_last_of_a_month_stays_the_last() -> None:
    assert a_year_before(date(2025, 2, 28)) == date(2024, 2, 29)
    assert a_year_before(date(2024, 2, 29), 2) == date(2022, 2, 28)


def test_months_count_back_over_the_year() -> None:
    assert [month_end(2026, month) for month in (2, 0, -11, -12)] == [
        date(2026, 2, 28),
        date(2025, 12, 31),
        date(2025, 1, 31),
        date(2024, 12, 31),
    ]


@pytest.mark.parametrize(
    ("grades", "printed"),
    [((8,), "8.0"), ((8, 9), "8.5"), ((7, 7, 8), "7.3"), ((8,) * 19 + (9,), "8.1"), ((10, 10), "10.0")],
)
def test_a_mean_is_exact_and_rounds_a_half_up(grades: tuple[int, ...], printed: str) -> None:
    assert str(mean(grades)) == printed


def test_a_half_counts_as_the_grade_above_it() -> None:
    assert counts([Decimal("7.5"), Decimal(8), Decimal("9.5")], TEN) == (0, 0, 0, 0, 0, 0, 0, 2, 0, 1)


@pytest.mark.parametrize("scale", SCALES, ids=named)
def test_what_people_think_is_given_on_the_scale_of_the_register(scale: Scale) -> None:
    thought = [1, *range(1, 11), 10]
    given = on(scale, thought, Decimal(1))
    assert set(given) == set(map(Decimal, scale.grades))
    assert list(given) == sorted(given)
    assert sum(counts(given, scale)) == len(thought)
    assert on(TEN, thought, Decimal("0.5")) == thought
    assert all(scale.holds(each) and each % Decimal("0.5") == 0 for each in on(scale, thought, Decimal("0.5")))


@pytest.mark.parametrize("quality", [5.0, 6.5, 7.8, 8.6])
def test_grades_lie_around_the_quality_with_a_tail_below(quality: float) -> None:
    grades = client_grades(Chance("grades", quality), quality, 4000)
    average = sum(grades) / len(grades)
    assert abs(average - quality) < 0.3
    assert set(grades) <= set(range(1, 11))
    assert sum(grade < average - 3 for grade in grades) > sum(grade > average + 3 for grade in grades)
    spread = (sum((grade - average) ** 2 for grade in grades) / len(grades)) ** 0.5
    assert 1 < spread < 2


def test_commissioners_give_halves() -> None:
    grades = commissioner_grades(Chance("halves"), 7.8, 400)
    assert {grade % 1 for grade in grades} == {Decimal(0), Decimal("0.5")}
    assert min(grades) >= 1
    assert max(grades) <= 10


def test_who_gives_high_grades_is_satisfied_and_a_promoter() -> None:
    happy, sour = opinion(Chance("opinion"), [10] * 50), opinion(Chance("opinion"), [2] * 50)
    assert happy.promoter_score == Decimal("100.0")
    assert sour.promoter_score == Decimal("-100.0")
    assert happy.shares[0] > 80
    assert sour.shares[0] == 0
    assert sour.shares[3] > sour.shares[2]


def test_names_are_enough_and_their_ids_are_good() -> None:
    names = Names(["taken"])
    chance = Chance("names")
    found = [names.next(chance, ["jobcoaching", "outplacement"]) for _ in range(3000)]
    assert len({identity for identity, _ in found}) == 3000
    assert all(is_provider_id(identity) and len(identity) <= 60 for identity, _ in found)


def test_a_long_name_has_an_id_of_whole_words() -> None:
    assert invented_id("'t Élan & " + "lang " * 30) == "t-elan-" + "-".join(["lang"] * 10)
