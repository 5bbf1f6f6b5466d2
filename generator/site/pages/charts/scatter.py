"""The chart of a group: each provider's grade against how many answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.disclosure.public import Published
from generator.scale import Scale
from generator.site.pages.charts import axes, model
from generator.site.words.catalogue import Words

Limits: TypeAlias = tuple[int, Decimal | float, Decimal | float]


@dataclass(frozen=True, slots=True)
class Point:
    """A provider: its published grade and how many answered. ``path`` is the link to its own page."""

    name: str
    path: str
    answered: int
    rating: Published


def scatter(
    points: Sequence[Point], average: Decimal | float | None, funnel: Sequence[Limits], scale: Scale, words: Words
) -> model.Chart:
    """Grade against the number that answered, with the average as a line and the funnel's limits as a band.

    The number is on a logarithmic axis: the effect of chance changes most among the small ones.

    Args:
        points: at least one; later ones are drawn over earlier ones.
        average: of the grades; None draws no line.
        funnel: by rising number that answered: that number, and the lowest and highest grade that chance alone would
            give an average provider; empty draws no band.
        scale: of the grades.
        words: the language.
    """
    marks = tuple(_mark(each, words) for each in points)
    y = axes.of_grades((mark.grade for mark in marks), scale)
    return model.Chart(
        kind="scatter",
        label=words("chart.scatter.label"),
        heading=axes.heading(words("chart.scatter.grade"), y, scale, words),
        below=words("chart.scatter.answered"),
        reading=_reading(funnel, marks, words),
        hint=words("chart.scatter.hint"),
        x=axes.of_counts([each.answered for each in points], words),
        y=y,
        series=(model.Series("points", words("chart.scatter.points"), marks),),
        band=_band(funnel, scale, words),
        average=None if average is None else _average(Decimal(average), words),
    )


def _mark(point: Point, words: Words) -> model.Mark:
    return model.Mark(
        x=axes.power(point.answered),
        grade=float(point.rating.grade),
        is_rounded=point.rating.is_rounded,
        said=words(
            "chart.scatter.point",
            answered=point.answered,
            name=point.name,
            grade=model.said_grade(point.rating, words),
        ),
        path=point.path,
    )


def _average(average: Decimal, words: Words) -> model.Average:
    name = words("chart.scatter.average", average=words.figures.grade(average))
    return model.Average(name, round(float(average), 2))


def _band(funnel: Sequence[Limits], scale: Scale, words: Words) -> model.Band | None:
    if not funnel:
        return None
    limits = tuple((axes.power(answered), _within(low, scale), _within(high, scale)) for answered, low, high in funnel)
    return model.Band(words("chart.scatter.band"), limits)


def _within(grade: Decimal | float, scale: Scale) -> float:
    return round(float(scale.nearest(Decimal(grade))), 2)


def _reading(funnel: Sequence[Limits], marks: Sequence[model.Mark], words: Words) -> str:
    """How to read the chart; it mentions the band and open marks only if the chart has them."""
    said = ["reading"]
    if funnel:
        said.append("reading_band")
    if any(mark.is_rounded for mark in marks):
        said.append("reading_rounded")
    return " ".join(words(f"chart.scatter.{key}") for key in said)
