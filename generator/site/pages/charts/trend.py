"""The chart of a provider: the grades of clients and of commissioners by the end of each period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.disclosure.public import Published
from generator.scale import Scale
from generator.site.pages.charts import axes, model
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words import grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Measured:
    """A published grade, how many answered, and its likely interval.

    ``likely`` is the lowest and the highest likely grade, in points; None if they are not known.
    """

    rating: Published
    answered: int
    likely: tuple[Decimal | float, Decimal | float] | None = None


@dataclass(frozen=True, slots=True)
class ChartedPeriod:
    """One period of a provider; None is an audience without a public grade, and leaves a gap."""

    period_end: date
    clients: Measured | None
    commissioners: Measured | None


def trend(
    periods: Sequence[ChartedPeriod], scale: Scale, words: Words, *, asks_commissioners: bool = True
) -> model.Chart:
    """The course of each audience; if a grade is not public, the line is broken: none is drawn through unknown values.

    Args:
        periods: at least one, the oldest first.
        scale: of the grades.
        words: the language.
        asks_commissioners: whether they have a course.
    """
    # Clients in front, so that no mark of a commissioners' grade hides an end of a likely interval.
    courses = [_course(CLIENT, [(each.period_end, each.clients) for each in periods], words)]
    if asks_commissioners:
        asked = [(each.period_end, each.commissioners) for each in periods]
        courses.insert(0, _course(COMMISSIONER, asked, words))
    marks = [mark for course in courses for mark in course.shown]
    y = axes.of_grades((min(mark.grade, *mark.likely) if mark.likely else mark.grade for mark in marks), scale)
    return model.Chart(
        kind="trend",
        label=words("chart.trend.label"),
        heading=axes.heading(words("chart.trend.grade"), y, scale, words),
        below="",
        reading=_reading(marks, words),
        hint=words("chart.trend.hint"),
        x=axes.of_days([each.period_end for each in periods], words),
        y=y,
        series=tuple(courses),
    )


def _course(audience: str, measured: Sequence[tuple[date, Measured | None]], words: Words) -> model.Series:
    name = words(f"chart.trend.course.{audience}")
    marks = tuple(_mark(end, each, name, words) if each else None for end, each in measured)
    return model.Series(audience, name, marks)


def _mark(end: date, measured: Measured, audience: str, words: Words) -> model.Mark:
    return model.Mark(
        x=end.toordinal(),
        grade=float(measured.rating.grade),
        is_rounded=measured.rating.is_rounded,
        said=words(
            "chart.trend.mark",
            answered=measured.answered,
            audience=audience,
            day=words.figures.day(end),
            grade=model.said_grade(measured.rating, words),
        ),
        label=grades.number(measured.rating, words),
        likely=(float(measured.likely[0]), float(measured.likely[1])) if measured.likely else None,
    )


def _reading(marks: Sequence[model.Mark], words: Words) -> str:
    """How to read the chart; it mentions likely grades and open marks only if the chart has them."""
    said = ["reading"]
    if any(mark.likely for mark in marks):
        said.append("reading_likely")
    if any(mark.is_rounded for mark in marks):
        said.append("reading_rounded")
    return " ".join(words(f"chart.trend.{key}") for key in said)
