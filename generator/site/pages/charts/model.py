"""What a chart shows: axes, marks, a band and an average. It knows no colours, no sizes and no way to draw."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.disclosure.public import Published
from generator.site.words import grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, with the lines of text that stand there."""

    at: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``low`` to ``high``, in its own unit."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def part(self, at: float) -> float:
        """How far ``at`` is from the low end to the high end, from 0 to 1."""
        return (at - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Mark:
    """A published grade at its place: ``x`` in the unit of its axis, ``grade`` in points.

    Args:
        x: where it stands.
        grade: as it is shown: whole where it is rounded.
        is_rounded: whether it may be somewhat lower or higher.
        said: whose grade it is, and how many answered.
        label: the grade as a text beside the mark; empty for none.
        path: the link to a page about it; empty for none.
        likely: the lowest and the highest likely grade; None where that is not known.
    """

    x: float
    grade: float
    is_rounded: bool
    said: str
    label: str = ""
    path: str = ""
    likely: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Marks of one kind: ``points``, or the course of ``client`` or ``commissioner`` grades, in order.

    A course is a line. None is a grade that is not public, and breaks the line.
    """

    kind: str
    name: str
    marks: tuple[Mark | None, ...]

    @property
    def shown(self) -> Iterator[Mark]:
        """The marks that are there."""
        return (mark for mark in self.marks if mark)


@dataclass(frozen=True, slots=True)
class Band:
    """Between which grades chance alone reaches: a place on the axis, rising, with the lowest and the highest there."""

    name: str
    limits: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Average:
    """An average grade, in points."""

    name: str
    grade: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart in words and numbers.

    Args:
        kind: ``scatter`` or ``trend``.
        label: what a screen reader says of it.
        heading: what its height is.
        below: what its width is; empty if the ticks say it.
        reading: how to read it.
        hint: what to do to explore it.
        x: the axis of its width.
        y: the axis of grades.
        series: what is in it; later ones are drawn over earlier ones.
        band: what chance can do; None for no band.
        average: None for no line.
    """

    kind: str
    label: str
    heading: str
    below: str
    reading: str
    hint: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    band: Band | None = None
    average: Average | None = None


def said_grade(rating: Published, words: Words) -> str:
    """The grade on one line, with the word that it is rounded."""
    return grades.text(rating, words).replace(" ", "\N{NO-BREAK SPACE}")
