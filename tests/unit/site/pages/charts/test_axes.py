"""The axes of charts: whole grades, round numbers and months, in Dutch."""

from datetime import date

import pytest
from support.scales import TEN
from support.words import WORDS

from generator.site.pages.charts import axes


@pytest.mark.parametrize(("lowest", "start"), [(7.9, 5), (5.0, 5), (4.9, 4), (1.0, 1)])
def test_grades_begin_at_five_or_at_the_whole_grade_below_the_lowest(lowest: float, start: int) -> None:
    axis = axes.of_grades([9.0, lowest], TEN)
    assert [tick.at for tick in axis.ticks] == list(range(start, 11))
    assert start - 1 < axis.low < start
    assert 10 < axis.high < 11


def test_an_axis_that_does_not_begin_at_one_says_so() -> None:
    assert axes.heading("Cijfer", axes.of_grades([8.0], TEN), TEN, WORDS) == "Cijfer (de as begint bij 5)"
    assert axes.heading("Cijfer", axes.of_grades([1.0], TEN), TEN, WORDS) == "Cijfer"


@pytest.mark.parametrize(
    ("answered", "ticks"),
    [
        ((2, 400), ["2", "5", "10", "20", "50", "100", "200"]),
        ((8,), ["2", "5", "10", "20"]),
        ((1, 1500), ["1", "2", "5", "10", "20", "50", "100", "200", "500", "1.000"]),
    ],
)
def test_numbers_are_round_and_every_one_fits(answered: tuple[int, ...], ticks: list[str]) -> None:
    axis = axes.of_counts(answered, WORDS)
    assert [tick.lines for tick in axis.ticks] == [(each,) for each in ticks]
    assert all(0 < axis.part(axes.power(each)) < 1 for each in answered)


def test_days_have_their_month_and_room_on_both_sides() -> None:
    axis = axes.of_days([date(2019, 12, 31), date(2021, 12, 31)], WORDS)
    assert [tick.lines for tick in axis.ticks] == [("dec", "2019"), ("dec", "2021")]
    first, last = (axis.part(tick.at) for tick in axis.ticks)
    assert first == pytest.approx(1 - last)
    assert 0.05 < first < 0.15


def test_of_many_days_as_many_are_named_as_fit_with_the_last_one() -> None:
    ends = [date(year, 12, 31) for year in range(2010, 2026)]
    named = [tick.lines[1] for tick in axes.of_days(ends, WORDS).ticks]
    assert named == ["2010", "2013", "2016", "2019", "2022", "2025"]
