"""A rating as it is said wherever it is shown: a grade, or why there is none. There is nothing between the two.

A place that says more of a grade (how many answered, how sure it is) adds that to ``Graded`` in a class of its own.
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
        grade: the figure: 8,3, or 8 where it is rounded.
        remark: what follows the figure where it is rounded; empty where it is not.
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
        absence: that there is none, as the reason goes on from it.
        reason: why, with the numbers that decided it.
    """

    is_graded: ClassVar[bool] = False

    absence: str
    reason: str

    def __str__(self) -> str:
        return f"{self.absence} {self.reason}"


class Figure(TypedDict):
    """What every ``Graded`` has."""

    grade: str
    remark: str
    value: str


def figure(rating: Published, words: Words) -> Figure:
    """A published grade as the parts of a ``Graded``, to which a place can add its own."""
    return {
        "grade": grades.number(rating),
        "remark": grades.remark(rating, words),
        "value": str(grades.exact(rating)),
    }


def rated(row: PublicRow, audience: str, report: PublicReport, words: Words) -> Graded | Absent:
    """The rating of a row of ``report``. ``audience`` is "client" or "commissioner"."""
    if isinstance(row.rating, Published):
        return Graded(**figure(row.rating, words))
    return absent(row, row.rating, audience, report, words)


def absent(row: PublicRow, rating: Withheld | NoResponse, audience: str, report: PublicReport, words: Words) -> Absent:
    """Why ``row`` of ``report``, whose rating it is, has no grade."""
    return Absent(explaining.absence(rating, words), explaining.reason(row, rating, audience, report, words))


def not_asked(words: Words) -> Absent:
    """That an audience was not asked at all."""
    return Absent(words("absence.nobody"), words("reason.not_asked"))


def not_measured(words: Words) -> Absent:
    """That a provider gives a service of which its newest report does not speak."""
    return Absent(words("absence.nobody"), words("reason.not_measured"))
