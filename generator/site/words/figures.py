"""Numbers and dates as a language writes them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from generator.charter import Language

_LOCALES = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}
_TO = " \N{EN DASH} "
# A register has few different numbers and days: each is written once, and kept.
_kept = lru_cache(maxsize=1 << 14)


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers and dates of one language; the examples are Dutch.

    Args:
        language: whose numbers and dates they are.
        span: a period in words, with the names ``start`` and ``end``.
    """

    language: Language
    span: str

    @property
    def locale(self) -> str:
        """The language with the country whose habits it keeps."""
        return _LOCALES[self.language]

    def grade(self, value: Decimal) -> str:
        """A grade, in points, with one decimal: 8,3."""
        return _number(value, "0.0", self.locale)

    def whole(self, value: Decimal) -> str:
        """A grade in whole numbers: 8."""
        return _number(value, "0", self.locale)

    def points(self, value: Decimal) -> str:
        """A distance between two grades, in points, without zeros at the end: 2, or 2,5."""
        return _number(value, "0.###", self.locale)

    def count(self, value: int) -> str:
        """A whole number: 1.234."""
        return _number(value, "#,##0", self.locale)

    def score(self, value: Decimal) -> str:
        """A promoter score, from -100 to 100, with one decimal; if negative, with a real minus sign."""
        return _number(value or Decimal(0), "0.0", self.locale).replace("-", "\N{MINUS SIGN}")

    def percentage(self, value: Decimal, below: Decimal | None = None) -> str:
        """A share in per cent, rounded to a whole one.

        Args:
            value: the share, from 0 to 100.
            below: a limit, in per cent, that ``value`` does not reach. Enough decimals are shown to see that: else
                29.6% would be shown as the required 30%.
        """
        return f"{_number(_rounded(value, below), '#,##0.##########', self.locale)}%"

    def requirement(self, value: Decimal) -> str:
        """A required share in per cent, never rounded."""
        return f"{_number(value, '#,##0.###', self.locale)}%"

    def day(self, value: date) -> str:
        """A date in words: 31 december 2021."""
        return _date(value, "d MMMM y", self.locale)

    def month(self, value: date) -> str:
        """The month of a date, short: dec 2021."""
        return _date(value, "MMM y", self.locale)

    def period(self, start: date, end: date) -> str:
        """A period in words, both days included: 1 januari 2021 tot en met 31 december 2021."""
        return self.span.format(start=self.day(start), end=self.day(end))

    def short_period(self, start: date, end: date) -> str:
        """A period in few words, both days included: 2021, or "april 2020 - maart 2021" with a longer dash.

        If a period is not of whole months, its days are named.
        """
        after = end + timedelta(days=1)
        if start.day != 1 or after.day != 1:
            return _TO.join((self.day(start), self.day(end)))
        if (start.month, after.month, start.year) == (1, 1, end.year):
            return str(end.year)
        return _TO.join(_date(value, "MMMM y", self.locale) for value in (start, end))


@_kept
def _number(value: Decimal | int, pattern: str, locale: str) -> str:
    return format_decimal(value, format=pattern, locale=locale)


@_kept
def _date(value: date, pattern: str, locale: str) -> str:
    return format_date(value, pattern, locale=locale)


@_kept
def _rounded(value: Decimal, below: Decimal | None) -> Decimal:
    """``value`` rounded to a whole number, or to as many decimals as it takes to stay ``below`` a limit."""
    for decimals in range(10):
        rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if below is None or rounded < below:
            break
    return rounded
