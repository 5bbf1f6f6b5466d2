"""Dates and numbers as a Dutch report writes them."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import get_day_names, get_month_names

_LOCALE = "nl"
_MONTHS = {
    name.removesuffix(".").casefold(): number
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=_LOCALE).items()
}
_DAYS = {name.casefold(): number for number, name in get_day_names("wide", locale=_LOCALE).items()}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_IN_WORDS = rf"\d{{1,2}}\s+(?:{_MONTH})\.?\s+\d{{4}}"
_IN_NUMBERS = r"\d{1,2}[-/]\d{1,2}[-/]\d{4}"
#: A date with or without its weekday, as a pattern without groups.
DATE = rf"\b(?:(?:{'|'.join(_DAYS)})\s+)?(?:{_IN_WORDS}|{_IN_NUMBERS})(?!\d)"
_PARTS = re.compile(
    r"(?:(?P<weekday>[a-z]+)\s+)?(?P<day>\d{1,2})(?:\s+|[-/])(?P<month>[a-z]+|\d{1,2})\.?(?:\s+|[-/])(?P<year>\d{4})"
)
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_MINUS = re.compile(r"^[-\u2212\u2010-\u2014]\s?")


@dataclass(frozen=True, slots=True)
class NotADateError(ValueError):
    """A date that no calendar has, or whose weekday is another; ``why`` says which."""

    why: str


def parse_date(text: str) -> date:
    """The date that matches :data:`DATE`.

    Raises:
        NotADateError: there is no such day, or it is another day of the week.
    """
    parts = _PARTS.fullmatch(" ".join(text.casefold().split()))
    if not parts:
        raise NotADateError("it is no date")
    month = parts["month"]
    try:
        day = date(int(parts["year"]), int(month) if month.isdigit() else _MONTHS[month], int(parts["day"]))
    except ValueError:
        raise NotADateError("there is no such day") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise NotADateError("the year cannot be right")
    if parts["weekday"] and _DAYS[parts["weekday"]] != day.weekday():
        weekday = next(name for name, number in _DAYS.items() if number == day.weekday())
        raise NotADateError(f"that day was a {weekday}")
    return day


def parse_decimal(text: str) -> Decimal | None:
    """A number with at most one decimal, after a comma or a dot: ``36,4``, ``-12.5``, ``100``; None for all else."""
    dotted = _MINUS.sub("-", text.strip()).replace(",", ".")
    return Decimal(dotted) if re.fullmatch(r"-?\d{1,3}(\.\d)?", dotted) else None


def parse_count(text: str) -> int | None:
    """A whole number, with or without dots between its thousands: ``1.250``. None for anything else."""
    return int(text.replace(".", "")) if re.fullmatch(r"\d{1,6}|\d{1,3}(\.\d{3}){1,2}", text) else None
