"""Higher or lower than the average only beyond what chance gives, at exactly that number of answers."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, rounded, row
from support.scales import TEN

from generator.disclosure.public import Published, Rating
from generator.site.statistics.averages import Average, Averages
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks, benchmarks_of
from generator.site.statistics.pools import Pool, Pools
from generator.site.statistics.spread import FunnelPoint, band, funnel
from generator.site.statistics.standing import Standing, standing

LIMITS = FunnelPoint(20, Decimal("7.50"), Decimal("8.40"))


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        (grade("7.4"), Standing.LOWER),
        (grade("7.5"), Standing.AROUND),
        (grade("8.4"), Standing.AROUND),
        (grade("8.5"), Standing.HIGHER),
        # 8 was 7.5 to 8.4, 9 was 8.5 to 9.4, 7 was 6.5 to 7.4.
        (rounded("8"), Standing.AROUND),
        (rounded("9"), Standing.HIGHER),
        (rounded("7"), Standing.LOWER),
    ],
)
def test_a_grade_on_a_limit_is_around_and_one_beyond_it_is_not(rating: Published, expected: Standing) -> None:
    assert standing(rating, LIMITS, TEN) is expected


@pytest.mark.parametrize(
    ("whole", "low", "high"),
    [("8", "7.51", "8.40"), ("8", "7.50", "8.39"), ("9", "7.50", "8.50"), ("7", "7.40", "8.40"), ("8", "7.80", "7.90")],
)
def test_a_rounded_grade_that_could_be_on_either_side_has_no_standing(whole: str, low: str, high: str) -> None:
    assert standing(rounded(whole), FunnelPoint(20, Decimal(low), Decimal(high)), TEN) is None


POOL = Pool((0, 0, 0, 5, 10, 30, 60, 80, 50, 15), 9, TEN)
KNOWN = Benchmarks(Averages(Average(Decimal("7.6"), 9), {}, Average(Decimal("7.6"), 9)), Pools(POOL, {}), TEN)


@pytest.mark.parametrize("answers", [2, 3, 17, 40, 41])
def test_the_band_is_the_end_of_a_funnel_up_to_there(answers: int) -> None:
    assert band(POOL, Decimal("7.6"), answers) == funnel(POOL, Decimal("7.6"), answers)[-1]


def test_the_same_grade_is_around_of_few_answers_and_higher_of_many() -> None:
    assert KNOWN.standing(row(grade("8.2"), completed=5), CLIENT) is Standing.AROUND
    assert KNOWN.standing(row(grade("8.2"), completed=200), CLIENT) is Standing.HIGHER
    assert KNOWN.standing(row(grade("7.0"), completed=200), CLIENT) is Standing.LOWER


@pytest.mark.parametrize("rating", [WITHHELD, NOBODY])
def test_no_grade_has_no_standing(rating: Rating) -> None:
    assert KNOWN.standing(row(rating), CLIENT) is None


def test_without_a_band_or_an_average_there_is_no_standing() -> None:
    high = row(grade("9.9"), completed=200)
    assert KNOWN.standing(high, CLIENT) is Standing.HIGHER
    assert KNOWN.standing(high, COMMISSIONER) is None
    assert KNOWN.standing(replace(high, completed=1), CLIENT) is None
    assert replace(KNOWN, pools=Pools(None, {})).standing(high, CLIENT) is None
    assert replace(KNOWN, averages=Averages(None, {}, None)).standing(high, CLIENT) is None
    assert benchmarks_of(register(provider(report(total=grade("9.9"))))).standing(high, CLIENT) is None
