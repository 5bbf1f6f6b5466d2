"""The axes of charts: grades, the number that answered, and days."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from generator.scale import Scale
from generator.site.pages.charts.model import Axis, Tick
from generator.site.words.catalogue import Words

_AROUND = 0.25  # grades left free above and below, so that no mark is cut in half
_COUNTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_SHORTEST = (2, 20)  # the axis of answers spans at least these, so that a single point does not fill the chart
_AROUND_COUNTS = 0.06  # in powers of ten
_AROUND_DAYS = 0.12  # of the time between the first and the last day
_ONE_YEAR = timedelta(days=365)
_MOST_DAYS = 7  # that can be named on a phone


def of_grades(grades: Iterable[float], scale: Scale) -> Axis:
    """The whole grades of the upper half of the ``scale``, and as many of the lower half as ``grades`` need."""
    # One axis for all charts, so that they can be compared: one point has the same height everywhere.
    usual_start = (scale.lowest + scale.highest) // 2
    start = max(scale.lowest, min([usual_start, *(math.floor(each) for each in grades)]))
    ticks = tuple(Tick(each, (str(each),)) for each in range(start, scale.highest + 1))
    return Axis(start - _AROUND, scale.highest + _AROUND, ticks)


def heading(title: str, axis: Axis, scale: Scale, words: Words) -> str:
    """``title``, and where the axis of grades begins unless that is at the lowest grade."""
    start = int(axis.ticks[0].at)
    return title if start == scale.lowest else words("chart.cut", title=title, start=start)


def of_counts(answered: Sequence[int], words: Words) -> Axis:
    """How many answered, in powers of ten: most groups are small and a few are large."""
    low, high = min(*_SHORTEST, *answered), max(*_SHORTEST, *answered)
    ticks = tuple(Tick(power(each), (words.figures.count(each),)) for each in _COUNTS if low <= each <= high)
    return Axis(round(power(low) - _AROUND_COUNTS, 4), round(power(high) + _AROUND_COUNTS, 4), ticks)


def power(answered: int) -> float:
    """A number as a power of ten, rounded so that no machine's logarithm differs in the last digit."""
    return round(math.log10(answered), 4)


def of_days(ends: Sequence[date], words: Words) -> Axis:
    """Days by their number in the calendar; the month of as many as can be named, the last one among them."""
    around = round(max(ends[-1] - ends[0], _ONE_YEAR).days * _AROUND_DAYS)
    step = math.ceil(len(ends) / _MOST_DAYS)
    named = ends[::-1][::step][::-1]
    ticks = tuple(Tick(each.toordinal(), tuple(words.figures.month(each).split())) for each in named)
    return Axis(ends[0].toordinal() - around, ends[-1].toordinal() + around, ticks)
