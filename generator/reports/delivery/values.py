"""The values in the cells of a delivery: dates, shares, choices."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.register.arithmetic import share_fits
from generator.reports.dates import DATE, NotADateError, parse_date
from generator.reports.numbers import parse_count, parse_decimal

_HUNDRED = 100
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_ZEROS = re.compile(r"[.,]0{1,2}$")  # three may be thousands
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?Z?$")

_T = TypeVar("_T")


def choice(values: Mapping[str, _T]) -> Callable[[str], _T | None]:
    """Reads one of the texts in ``values``, in any capitals, as what it stands for; any other text as None."""
    return lambda text: values.get(text.casefold().strip())


def day(text: str) -> date | None:
    """A day as a spreadsheet writes it, perhaps with the hour zero.

    Raises:
        NotADateError: it is none.
    """
    if _SERIAL.fullmatch(text):
        raise NotADateError("it is a number, as a spreadsheet counts days")
    return parse_date(_MIDNIGHT.sub("", text))


def period(text: str) -> tuple[date, date] | None:
    """The two days of a period.

    Raises:
        NotADateError: one of them is none.
    """
    days = [parse_date(each) for each in re.findall(DATE, text, re.IGNORECASE)]
    return (days[0], days[1]) if len(days) == 2 else None  # noqa: PLR2004 - begin and end


def percentage(text: str) -> tuple[Decimal | None, int]:
    """A share in per cent with its number of decimals; None if the text is no share."""
    dotted = text.removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,3}(\.\d{1,6})?", dotted, re.ASCII):
        return None, 0
    return Decimal(dotted), len(dotted.partition(".")[2])


def of_hundred(share: Decimal, decimals: int, completed: int, net_sample: int) -> tuple[Decimal, int]:
    """A response in per cent, also if the cell holds it as a fraction: 0.4 is 40% where 40 of 100 answered."""
    in_percent = share * _HUNDRED, max(decimals - 2, 0)
    is_fraction = share <= 1 and not share_fits(share, decimals, completed, net_sample)
    return in_percent if is_fraction and share_fits(*in_percent, completed, net_sample) else (share, decimals)


def count(text: str) -> int | None:
    """A whole number, also with the zeros behind the comma that a program adds: ``51.0``. None for anything else."""
    return parse_count(_ZEROS.sub("", text))


def one_decimal(text: str) -> str:
    """A grade cell with one decimal: a spreadsheet drops the zeros behind the comma, or adds some (``8``, ``8,10``)."""
    return re.sub(r"^(\d{1,2})$", r"\1,0", re.sub(r"^(\d{1,2}[.,]\d)0+$", r"\1", text))


def whole_percentage(text: str) -> int | None:
    """A whole share in per cent, with or without its sign and zeros behind the comma; None if the text is none."""
    share = parse_count(re.sub(r"(?:[.,]0+)?\s*%?$", "", text))
    return share if share is not None and share <= _HUNDRED else None


def score(text: str) -> Decimal | None:
    """A promoter score, from -100 to 100 with at most one decimal; None if the text is none."""
    number = parse_decimal(text)
    return number if number is not None and abs(number) <= _HUNDRED else None
