"""Dates as people write them: read as the one day that they can be, or refused with the reason."""

from datetime import date

import pytest

from generator.reports.dates import NotADateError
from generator.reports.delivery.values import day

_DAY = date(2022, 9, 25)
_RIGHT = [
    "25-9-2022",
    "25-09-2022",
    "25.09.2022",
    "25/9/2022",
    "2022-9-25",
    "2022-09-25",
    "2022/09/25",
    "2022-09-25T00:00:00",
    "2022-09-25 00:00:00",
    "25 september 2022",
    "25 sept. 2022",
    "25 sept 2022",
    "25 sep 2022",
    "25-sep-2022",
    "zondag 25 september 2022",
    "25\u20119\u20112022",
    "25\N{EN DASH}09\N{EN DASH}2022",
    "25\N{MINUS SIGN}9\N{MINUS SIGN}2022",
    "25-Sep-2022",
    "Sunday 25 September 2022",
    "25th September 2022",
    "September 25, 2022",
    "Sunday, Sept. 25th, 2022",
]


@pytest.mark.parametrize("text", _RIGHT)
def test_a_day_is_read_in_each_way_in_which_it_is_written(text: str) -> None:
    assert day(text) == _DAY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9/5/2022", "with slashes, the day or the month may come first"),
        ("9/25/2022", "there is no such day"),
        ("29-2-2022", "there is no such day"),
        ("44829", "it is a number, as a spreadsheet counts days"),
        ("44829,5", "it is a number, as a spreadsheet counts days"),
        ("25-9-22", "its year has two digits"),
        ("25-sep-22", "its year has two digits"),
        ("25-9-'22", "its year has two digits"),
        ("25 septembre 2022", "it names no month"),
        ("25 janari 2022", "it names no month"),
        ("Sonntag 25 september 2022", "it names no day of the week"),
        ("zo 26 september 2022", "that day was a Monday"),
        ("september 2022", "it is no date"),
        ("20220925", "it is no date"),
        ("25-9-1922", "the year cannot be right"),
        ("maandag 25 september 2022", "that day was a Sunday"),
        ("2022-09-25T12:30:00", "it is no date"),
        ("Monday, September 25, 2022", "that day was a Sunday"),
        ("September 31, 2022", "there is no such day"),
    ],
)
def test_what_may_be_another_day_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(NotADateError) as refused:
        day(text)
    assert refused.value.why == why


def test_the_same_day_and_month_cannot_be_taken_for_each_other() -> None:
    assert day("9/9/2022") == date(2022, 9, 9)
