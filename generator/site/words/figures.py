"""Numbers and dates as the Dutch write them. A register has few different ones: each is written once, and kept."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

LOCALE = "nl_NL"
_TO = " \N{EN DASH} "
_kept = lru_cache(maxsize=1 << 14)


@_kept
def grade(value: Decimal) -> str:
    """A grade, in points, with one decimal and a comma: 8,3."""
    return format_decimal(value, format="0.0", locale=LOCALE)


@_kept
def whole(value: Decimal) -> str:
    """A grade in whole numbers: 8."""
    return format_decimal(value, format="0", locale=LOCALE)


@_kept
def points(value: Decimal) -> str:
    """A distance between two grades, in points, without zeros at the end: 2, or 2,5."""
    return format_decimal(value, format="0.###", locale=LOCALE)


@_kept
def count(value: int) -> str:
    """A whole number: 1.234."""
    return format_decimal(value, locale=LOCALE)


@_kept
def score(value: Decimal) -> str:
    """A promoter score, from -100 to 100, with one decimal; if negative, with a real minus sign."""
    return format_decimal(value or Decimal(0), format="0.0", locale=LOCALE).replace("-", "\N{MINUS SIGN}")


@_kept
def percentage(value: Decimal, below: Decimal | None = None) -> str:
    """A share in per cent, rounded to a whole one.

    Args:
        value: the share, from 0 to 100.
        below: a limit, in per cent, that ``value`` does not reach. Enough decimals are shown to see that: else 29.6%
            would be shown as the required 30%.
    """
    for decimals in range(10):
        rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if below is None or rounded < below:
            break
    return f"{format_decimal(rounded, format='#,##0.##########', locale=LOCALE)}%"


@_kept
def requirement(value: Decimal) -> str:
    """A required share in per cent, never rounded."""
    return f"{format_decimal(value, format='#,##0.###', locale=LOCALE)}%"


@_kept
def day(value: date) -> str:
    """A date in words: 31 december 2021."""
    return format_date(value, "d MMMM y", locale=LOCALE)


@_kept
def month(value: date) -> str:
    """The month of a date, short: dec 2021."""
    return format_date(value, "MMM y", locale=LOCALE)


def period(start: date, end: date) -> str:
    """A period in words, both days included: 1 januari 2021 tot en met 31 december 2021."""
    return f"{day(start)} tot en met {day(end)}"


@_kept
def short_period(start: date, end: date) -> str:
    """A period in few words, both days included: 2021, or "april 2020 - maart 2021" with a longer dash.

    If a period is not of whole months, its days are named.
    """
    after = end + timedelta(days=1)
    if start.day != 1 or after.day != 1:
        return _TO.join((day(start), day(end)))
    if (start.month, after.month, start.year) == (1, 1, end.year):
        return str(end.year)
    return _TO.join(format_date(value, "MMMM y", locale=LOCALE) for value in (start, end))
