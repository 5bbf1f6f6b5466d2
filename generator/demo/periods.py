"""Periods of twelve months: when they start, and which one is a year before."""

import calendar
from datetime import date, timedelta


def month_end(year: int, month: int) -> date:
    """The last day of a month; month 0 is December of the year before, month -1 is November, and so on."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def a_year_before(end: date, years: int = 1) -> date:
    """The last day of the period so many ``years`` before; the last day of a month stays the last day."""
    last = month_end(end.year - years, end.month)
    return last if end == month_end(end.year, end.month) else last.replace(day=end.day)


def start_of(end: date) -> date:
    """The first day of the twelve months that end on ``end``."""
    return a_year_before(end) + timedelta(days=1)
