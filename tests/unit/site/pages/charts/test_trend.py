"""The chart of a provider: two courses, broken where a grade is not public."""

from datetime import date
from decimal import Decimal

from support.registers.public import grade, rounded
from support.scales import TEN
from support.words import WORDS

from generator.site.pages.charts.model import Chart, Series
from generator.site.pages.charts.trend import ChartedPeriod, Measured, trend

MEASURED = Measured(grade("8.3"), 55)


def year(number: int, clients: Measured | None, commissioners: Measured | None = None) -> ChartedPeriod:
    return ChartedPeriod(date(number, 12, 31), clients, commissioners)


def chart(*periods: ChartedPeriod) -> Chart:
    return trend(periods, TEN, WORDS)


def courses(of: Chart) -> dict[str, Series]:
    return {each.kind: each for each in of.series}


def test_each_audience_has_its_course_with_a_gap_where_a_grade_is_not_public() -> None:
    both = courses(chart(year(2019, MEASURED, MEASURED), year(2020, None, MEASURED), year(2021, MEASURED)))
    assert [mark and mark.grade for mark in both["client"].marks] == [8.3, None, 8.3]
    assert [mark and mark.grade for mark in both["commissioner"].marks] == [8.3, 8.3, None]
    assert (both["client"].name, both["commissioner"].name) == ("Cliënten", "Opdrachtgevers")


def test_a_period_without_any_public_grade_keeps_its_place_on_the_axis() -> None:
    axis = chart(year(2019, MEASURED), year(2020, None), year(2021, MEASURED)).x
    assert [tick.lines for tick in axis.ticks] == [("dec", "2019"), ("dec", "2020"), ("dec", "2021")]


def test_a_mark_says_whose_grade_of_which_period_it_is() -> None:
    (mark,) = courses(chart(year(2021, MEASURED)))["client"].shown
    assert mark.said.replace("\N{NO-BREAK SPACE}", " ") == "Cliënten tot en met 31 december 2021: 8,3, 55 antwoorden"
    assert mark.label == "8,3"


def test_an_interval_that_reaches_below_the_axis_makes_it_longer() -> None:
    assert chart(year(2021, Measured(grade("6.0"), 3, (3.2, 8.8)))).y.ticks[0].at == 3


def test_the_reading_explains_what_the_chart_has() -> None:
    plain = chart(year(2021, MEASURED)).reading
    likely = chart(year(2021, Measured(grade("8.3"), 55, (Decimal(8), Decimal(9))))).reading
    whole = chart(year(2021, Measured(rounded("8"), 5))).reading
    assert "streep" in likely
    assert "open punt" in whole
    assert "streep" not in plain + whole
    assert "open punt" not in plain + likely
