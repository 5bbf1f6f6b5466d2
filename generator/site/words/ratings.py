"""A rating in words, for every place that shows it: a grade, or why there is none. There is no third case.

A place that says more about a grade (how many answered, how sure it is) adds that in its own subclass of ``Graded``.
"""

from dataclasses import dataclass
from typing import ClassVar, TypedDict

from generator.disclosure.public import NoResponse, PublicReport, PublicRow, Published, Withheld
from generator.site.words import explaining, grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A grade that is public.

    Args:
        grade: the figure: 8,3, or 8 if it is rounded.
        remark: the words after the figure if it is rounded; empty if it is not.
        value: the grade for machines: 8.3, or 8.
    """

    is_graded: ClassVar[bool] = True

    grade: str
    remark: str = ""
    value: str

    def __str__(self) -> str:
        return f"{self.grade}{self.remark}"


@dataclass(frozen=True, slots=True)
class Absent:
    """No grade that is public.

    Args:
        absence: the words for 'no grade'; the reason follows them.
        reason: why, with the numbers that decided it.
    """

    is_graded: ClassVar[bool] = False

    absence: str
    reason: str

    def __str__(self) -> str:
        return f"{self.absence} {self.reason}"


class Figure(TypedDict):
    """The fields that every ``Graded`` has."""

    grade: str
    remark: str
    value: str


def figure(rating: Published, words: Words) -> Figure:
    """A published grade as the fields of a ``Graded``, to which a place can add its own fields."""
    return {
        "grade": grades.number(rating, words),
        "remark": grades.remark(rating, words),
        "value": str(grades.exact(rating)),
    }


def rated(row: PublicRow, audience: str, report: PublicReport, words: Words) -> Graded | Absent:
    """The rating of a row of ``report``. ``audience`` is "client" or "commissioner"."""
    if isinstance(row.rating, Published):
        return Graded(**figure(row.rating, words))
    return absent(row, row.rating, audience, report, words)


def absent(row: PublicRow, rating: Withheld | NoResponse, audience: str, report: PublicReport, words: Words) -> Absent:
    """Why ``row`` of ``report`` has no grade; ``rating`` is the rating of the row."""
    return Absent(explaining.absence(rating, words), explaining.reason(row, rating, audience, report, words))


def not_asked(words: Words) -> Absent:
    """The words for an audience that was not asked at all."""
    return Absent(words("absence.nobody"), words("reason.not_asked"))


def not_measured(words: Words) -> Absent:
    """The words for a service that a provider gives, but that its newest report does not mention."""
    return Absent(words("absence.nobody"), words("reason.not_measured"))
