"""How sure a grade is: an interval where there is ground for one, and a word that never contradicts it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registers.public import NOBODY, WITHHELD, grade, rounded, row
from support.scales import TEN

from generator.disclosure.public import CertaintyRules, PublicRow, Published, Rating
from generator.site.statistics.certainty import (
    Basis,
    Certainty,
    Likely,
    certainty,
    estimate_of_clients,
    likely_of_clients,
)
from generator.site.statistics.interval import Interval, interval_of_mean
from generator.site.statistics.pools import Pool
from generator.site.statistics.spread import estimated_interval

RULES = CertaintyRules(10, 30, impression_within=Decimal(2), fairly_certain_within=Decimal(1))
POOL = Pool((2, 1, 3, 5, 10, 40, 90, 120, 60, 20), providers=8, scale=TEN)
TEN_ANSWERS = (0, 0, 0, 0, 0, 1, 2, 4, 2, 1)


def likely(of: PublicRow, pool: Pool | None) -> Likely | None:
    return likely_of_clients(of, estimate_of_clients(of, pool), TEN)


@pytest.mark.parametrize(
    ("completed", "told"),
    [
        (2, Certainty.SAYS_LITTLE),
        (9, Certainty.SAYS_LITTLE),
        (10, Certainty.IMPRESSION),
        (29, Certainty.IMPRESSION),
        (30, Certainty.FAIRLY_CERTAIN),
        (500, Certainty.FAIRLY_CERTAIN),
    ],
)
def test_without_an_interval_words_go_by_the_number_that_answered(completed: int, told: Certainty) -> None:
    assert certainty(completed, None, RULES) is told


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("completed", [2, 12, 500])
@pytest.mark.parametrize(
    ("high", "told"),
    [
        ("8.0", Certainty.FAIRLY_CERTAIN),
        ("8.1", Certainty.IMPRESSION),
        ("9.0", Certainty.IMPRESSION),
        ("9.1", Certainty.SAYS_LITTLE),
    ],
)
def test_beside_an_interval_the_word_follows_from_it(high: str, told: Certainty, completed: int, basis: Basis) -> None:
    assert certainty(completed, Likely(Interval(Decimal("7.0"), Decimal(high)), basis), RULES) is told


@given(st.lists(st.integers(0, 60), min_size=10, max_size=10).filter(any), st.integers(1, 40))
def test_of_one_of_whom_all_are_heard_but_some_nothing_impossible_is_said(counts: list[int], unheard: int) -> None:
    answered = sum(counts)
    lowest, highest = (
        Decimal(sum(count * of for of, count in enumerate(counts, start=1)) + unheard * each) / (answered + unheard)
        for each in (1, 10)
    )
    printed = (Decimal(sum(count * of for of, count in enumerate(counts, start=1))) / answered).quantize(Decimal("0.1"))
    of = replace(row(grade(str(printed), counts), completed=answered), net_sample=answered + unheard)
    found = likely(of, None)
    assert found
    assert lowest - Decimal("0.1") < found.interval.low <= printed <= found.interval.high < highest + Decimal("0.1")


@pytest.mark.parametrize("pool", [POOL, None])
def test_where_everybody_answered_no_chance_is_left(pool: Pool | None) -> None:
    measured = row(grade("8.0", TEN_ANSWERS))
    assert likely(measured, pool)
    assert likely(replace(measured, net_sample=10), pool) is None
    assert likely(replace(row(grade("8.0")), net_sample=10), pool) is None


@pytest.mark.parametrize("pool", [POOL, None])
def test_a_distribution_of_its_own_goes_first(pool: Pool | None) -> None:
    expected = Likely(interval_of_mean(TEN_ANSWERS, TEN), Basis.OWN)
    assert likely(row(grade("8.0", TEN_ANSWERS)), pool) == expected


def test_without_one_others_tell_how_grades_lie_apart() -> None:
    expected = Likely(estimated_interval(Decimal("8.0"), 25, POOL), Basis.OTHERS)
    assert likely(row(grade("8.0"), completed=25), POOL) == expected


def test_without_any_nothing_is_told() -> None:
    assert likely(row(grade("8.0")), None) is None


@pytest.mark.parametrize("pool", [POOL, None])
def test_of_a_rounded_grade_it_is_not_told_where_it_is(pool: Pool | None) -> None:
    assert likely(row(rounded("8"), completed=25), pool) is None
    assert likely(row(Published(Decimal(8), TEN_ANSWERS, is_rounded=True)), pool) is None


@pytest.mark.parametrize("rating", [WITHHELD, NOBODY])
def test_no_grade_no_interval(rating: Rating) -> None:
    assert likely(row(rating), POOL) is None


@pytest.mark.parametrize("counts", [(0,) * 10, (0, 0, 0, 0, 0, 0, 0, 100, 0, 0)])
def test_a_distribution_that_contradicts_the_grade_is_no_ground(counts: tuple[int, ...]) -> None:
    contradicted = row(grade("6.0", counts), completed=100)
    assert likely(contradicted, None) is None
    assert likely(contradicted, POOL) == Likely(estimated_interval(Decimal("6.0"), 100, POOL), Basis.OTHERS)
