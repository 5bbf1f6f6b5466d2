"""The kinds of value that a cell or a key can hold, each with the finding for a value of another kind.

A validator gets the text as it was written and raises a :class:`pydantic_core.PydanticCustomError` whose type is the
code of a finding; :func:`generator.register.validation.validated` turns that into a finding with a place. A grade is
one of the register's scale, which is the context of the validation.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.register.grades import Rounded
from generator.register.text import is_seen, most_marks
from generator.register.websites import UnusableError, linked
from generator.scale import Scale

TOTAL = "total"
# Pages of the site, and names that Windows reserves for its devices: it could not check out the repository.
_PAGES = {TOTAL, "index", "embed", "badge", "ratings", "404", "assets", "search", "feed", "sitemap"}
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
RESERVED_IDS = frozenset(_PAGES | _DEVICES)

#: The days that a register can be about: no report is of another century, and no sum of days leaves the calendar.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80
_LONGEST_PHRASE = 120
_LONGEST_TEXT = 300
_LONGEST_PROSE = 10_000
_MOST_MARKS = 4  # on one letter; source: Unicode security mechanisms (UTS 39, section 5.4)
_DEEPEST = 5
# The start of a line of Markdown: marks of quotes and of lists, and its indent.
_HEAD = re.compile(r"(?:[>\s*+-]|[0-9]+[.)])*")
_STEP = re.compile(r">| {4}|\t")
_COUNT = re.compile(r"[0-9]{1,9}")
_ONE_DECIMAL = re.compile(r"-?[0-9]{1,3}\.[0-9]")
_HUNDRED = Decimal(100)

_Choice = TypeVar("_Choice", bound=StrEnum)


class Unpublished(StrEnum):
    """What a grade cell holds instead of a grade."""

    ANONYMISED = "*"
    ABSENT = ""
    HIDDEN = "hidden"  # by rule 7, to protect another grade
    SECONDARY = "secondary"  # the same by the earlier rule 7, which hid more: the report must be imported again


def fault(code: str, came: str, expected: str) -> PydanticCustomError:
    """The error that a validator raises: a finding without its place. ``came`` continues a sentence after the name."""
    return PydanticCustomError(code, "{came}", {"came": came, "expected": expected})


def _slug(value: object) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value) or len(value) > _LONGEST_SLUG:
        raise fault("P01", f"{value!r} is no slug", "small letters, digits and single hyphens, at most 80 of them")
    return value


def _provider_id(value: object) -> str:
    slug = _slug(value)
    if slug in RESERVED_IDS:
        raise fault("P02", f"{slug!r} is reserved", f"none of {', '.join(sorted(RESERVED_IDS))}")
    return slug


def _optional_provider_id(value: object) -> str | None:
    return None if value is None or value == "" else _provider_id(value)


def is_provider_id(text: str) -> bool:
    """Whether ``text`` may be the id of a provider."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= _LONGEST_SLUG and text not in RESERVED_IDS


def text(value: object) -> str:
    """Text of one line with something to see; white space of any kind becomes one space."""
    if not isinstance(value, str):
        raise fault("Y06", f"is a {_kind(value)}", "text")
    if not is_seen(value):
        raise fault("R02", "is empty", "text")
    return _readable(" ".join(value.split()), _LONGEST_TEXT)


def _phrase(value: str) -> str:
    return _readable(" ".join(value.split()), _LONGEST_PHRASE) if is_seen(value) else ""


def _sentences(value: str) -> str:
    return _readable(" ".join(value.split()), _LONGEST_TEXT) if is_seen(value) else ""


def _readable(text: str, longest: int) -> str:
    if len(text) > longest:
        raise fault("M08", f"has {len(text)} characters", f"at most {longest}")
    if most_marks(text) > _MOST_MARKS:
        raise fault("M09", f"has {most_marks(text)} marks on one letter", f"at most {_MOST_MARKS}")
    return text


def _prose(value: str) -> str:
    if not is_seen(value):
        raise fault("R02", "is empty", "text, or no file at all")
    if max(map(_depth, value.splitlines())) > _DEEPEST:
        raise fault("D06", "has a line that is nested deeper", f"quotes and lists at most {_DEEPEST} deep")
    return _readable(value, _LONGEST_PROSE)


def _depth(line: str) -> int:
    """How deep a line of Markdown is nested in quotes and lists."""
    head = _HEAD.match(line)
    return len(_STEP.findall(head.group())) if head else 0


def _website(value: object) -> str | None:
    if value is None or value == "":
        return None
    address = text(value)
    try:
        return linked(address)
    except UnusableError as error:
        raise fault("P05", f"{address!r} {error.why}", error.expected) from None


def _date(value: object) -> date:
    day = _day(value) if isinstance(value, str) else None
    if day is None:
        raise fault("R04", f"{value!r} is no date", "a date such as 2021-12-31")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise fault("R18", f"{day} is far away", f"a date from {FIRST_DAY} to {LAST_DAY}")
    return day


@lru_cache(maxsize=1024)  # a register has few days, each in thousands of rows: to keep them also saves memory
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


def _optional_date(value: object) -> date | None:
    return None if value is None or value == "" else _date(value)


def _count(value: object) -> int:
    if not isinstance(value, str) or not _COUNT.fullmatch(value):
        raise fault("R05", f"{value!r} is no count", "a whole number, 0 or more")
    return int(value)


def _percentage(value: str) -> int | None:
    if value == "":
        return None
    if not _COUNT.fullmatch(value) or int(value) > _HUNDRED:
        raise fault("M05", f"{value!r} is no percentage", "a whole number from 0 to 100")
    return int(value)


def _promoter_score(value: str) -> Decimal | None:
    if value == "":
        return None
    if not _ONE_DECIMAL.fullmatch(value) or abs(Decimal(value)) > _HUNDRED:
        raise fault("M06", f"{value!r} is no promoter score", "a number from -100.0 to 100.0 with one decimal")
    return Decimal(value) + 0  # -0.0 is 0.0


def scale_of(info: ValidationInfo) -> Scale:
    """The scale of the register whose values are validated: `validated` hands it on.

    Raises:
        TypeError: nobody did.
    """
    if isinstance(info.context, Scale):
        return info.context
    raise TypeError("a grade is one of a scale, and validated without one")


def _grade(value: str, info: ValidationInfo) -> Decimal | Rounded | Unpublished:
    return _grade_of(scale_of(info), value)


@lru_cache(maxsize=1024)  # there are few grades
def _grade_of(scale: Scale, value: str) -> Decimal | Rounded | Unpublished:
    if value in set(Unpublished):
        return Unpublished(value)
    dotted = value.replace(",", ".", 1)
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", dotted):
        number = Decimal(dotted)
        if not scale.holds(number):
            came = f"{value} is not between {scale.lowest}.0 and {scale.highest}.0"
            raise fault("R07", came, _grade_hint(scale, number))
        if "," in value:
            right = _ONE_DECIMAL.fullmatch(dotted)
            expected = f"a grade with a dot: {dotted}" if right else "a grade with a dot and one decimal"
            raise fault("R08", f"{value} has a comma", expected)
        if value in map(str, scale.grades):
            return Rounded(int(value))
        if not _ONE_DECIMAL.fullmatch(value):
            raise fault("R09", f"{value} does not have one decimal", "a grade with one decimal, such as 8.0")
        return number
    raise fault("R07", f"{value!r} is not a number", "a grade with one decimal and a dot, `*`, or nothing")


def _exact_grade(value: str, info: ValidationInfo) -> Decimal | None:
    grade = _grade(value, info)
    if isinstance(grade, Rounded) or grade in {Unpublished.ANONYMISED, Unpublished.HIDDEN, Unpublished.SECONDARY}:
        raise fault("R09", f"{value} does not have one decimal", "a grade with one decimal, such as 8.0, or nothing")
    return grade if isinstance(grade, Decimal) else None


def _grade_hint(scale: Scale, number: Decimal) -> str:
    hint = "a grade with one decimal and a dot"
    if number == 0:
        return f"{hint}; leave the cell empty where nobody answered"
    if number == number.to_integral_value() and scale.holds(number / 10):
        return f"{hint}; did you mean {number / 10:.1f}?"
    return hint


def _kind(value: object) -> str:
    kinds = {dict: "mapping", list: "list", type(None): "missing value", str: "text"}
    return kinds.get(type(value), type(value).__name__)


def choice(kind: type[_Choice] | Mapping[str, _Choice], *, optional: bool = False) -> BeforeValidator:
    """A validator for a value of an enumeration, or for one of the words for such values.

    It must be spelled exactly so; empty is allowed if ``optional``.
    """
    members = kind if isinstance(kind, Mapping) else {member.value: member for member in kind}

    def validate(value: object) -> _Choice | None:
        if optional and value == "":
            return None
        if isinstance(value, str) and value in members:
            return members[value]
        raise fault("R03", f"{value!r} is not one of the choices", f"one of {', '.join(members)}")

    return BeforeValidator(validate)


Slug = Annotated[str, BeforeValidator(_slug)]
ProviderId = Annotated[str, BeforeValidator(_provider_id)]
OptionalProviderId = Annotated[str | None, BeforeValidator(_optional_provider_id)]
Text = Annotated[str, BeforeValidator(text)]
Prose = Annotated[str, BeforeValidator(_prose)]
Phrase = Annotated[str, BeforeValidator(_phrase)]
Sentences = Annotated[str, BeforeValidator(_sentences)]
Website = Annotated[str | None, BeforeValidator(_website)]
Day = Annotated[date, BeforeValidator(_date)]
OptionalDay = Annotated[date | None, BeforeValidator(_optional_date)]
Count = Annotated[int, BeforeValidator(_count)]
Percentage = Annotated[int | None, BeforeValidator(_percentage)]
PromoterScore = Annotated[Decimal | None, BeforeValidator(_promoter_score)]
Grade = Annotated[Decimal | Rounded | Unpublished, BeforeValidator(_grade)]
ExactGrade = Annotated[Decimal | None, BeforeValidator(_exact_grade)]
