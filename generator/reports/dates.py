"""Dates as people write them, in Dutch or in English: a spreadsheet in English writes 25-Oct-2022."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from babel.dates import get_day_names, get_month_names

_LOCALES = ("en", "nl")
_WIDTHS: Sequence[Literal["abbreviated", "wide"]] = ("abbreviated", "wide")


def _names(named: dict[int, str]) -> dict[str, int]:
    return {name.removesuffix(".").casefold(): number for number, name in named.items()}


_MONTHS = {
    name: number
    for locale in _LOCALES
    for width in _WIDTHS
    for name, number in _names(dict(get_month_names(width, locale=locale))).items()
} | {"febr": 2, "sept": 9}
_DAYS = {
    name: number
    for locale in _LOCALES
    for width in _WIDTHS
    for name, number in _names(dict(get_day_names(width, locale=locale))).items()
}


def _either(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_IN_WORDS = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_either(_MONTHS)})\.?\s+\d{{4}}"
    rf"|(?:{_either(_MONTHS)})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
)
_DASHES = "\u2010-\u2015\u2212"  # a word processor puts these for a hyphen
_IN_NUMBERS = (
    rf"\d{{1,2}}[-/.{_DASHES}]\d{{1,2}}[-/.{_DASHES}]\d{{4}}|\d{{4}}[-/{_DASHES}]\d{{1,2}}[-/{_DASHES}]\d{{1,2}}"
)
#: A date with or without its weekday, as a pattern without groups.
DATE = rf"(?<![\w.-])(?:(?:{_either(_DAYS)})[.,]?\s+)?(?:{_IN_WORDS}|{_IN_NUMBERS})(?!\d)"
#: A day without a year, because the sentence names the year later.
DAY_OF_YEAR = rf"(?<![\w.-])\d{{1,2}}\s+(?:{_either(_MONTHS)})(?!\s+\d)"

_PARTS = re.compile(
    r"(?:(?P<weekday>[a-z]+)[.,]?\s+)?(?P<day>\d{1,2})(?:\s+|[-/.])(?P<month>[a-z]+|\d{1,2})(?:\.?\s+|[-/.])(?P<year>\d{4})",
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
# As English can say it: 25th September 2022, September 25, 2022.
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})")
_DASH = re.compile(f"[{_DASHES}]")
_SHORT = re.compile(r"(?:.*\D)?\d{1,2}[-/. ](?:\d{1,2}|[a-z]+\.?)[-/. ]'?\d{2}")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}")
_LAST_MONTH = 12
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class NotADateError(ValueError):
    """A date that does not exist, or with the wrong weekday; ``why`` says which."""

    why: str


def parse_date(text: str) -> date:
    """The date that matches :data:`DATE`.

    Raises:
        NotADateError: it is no date, there is no such day, its year cannot be right, it is another day of the week,
            or it may be two days (3/4/2022).
    """
    plain = _ISO.sub(r"\3-\2-\1", _DASH.sub("-", " ".join(text.casefold().split())))
    plain = _MONTH_FIRST.sub(r"\2 \1 \3", _ORDINAL.sub(r"\1", plain))
    slashed = _SLASHED.search(plain)
    if slashed and slashed[1] != slashed[2] and max(int(slashed[1]), int(slashed[2])) <= _LAST_MONTH:
        raise NotADateError("with slashes, the day or the month may come first")
    parts = _PARTS.fullmatch(plain)
    if not parts:
        raise NotADateError("its year has two digits" if _SHORT.fullmatch(plain) else "it is no date")
    month = parts["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    if not number and not month.isdigit():
        raise NotADateError("it names no month")
    if parts["weekday"] and parts["weekday"] not in _DAYS:
        raise NotADateError("it names no day of the week")
    try:
        day = date(int(parts["year"]), number, int(parts["day"]))
    except ValueError:
        raise NotADateError("there is no such day") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise NotADateError("the year cannot be right")
    if parts["weekday"] and _DAYS[parts["weekday"]] != day.weekday():
        raise NotADateError(f"that day was a {calendar.day_name[day.weekday()]}")
    return day
