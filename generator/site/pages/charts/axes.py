"""The axes of charts: grades, the number that answered, and days."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from generator.scale import WHOLE_GRADES
from generator.site.pages.charts.model import Axis, Tick
from generator.site.words.catalogue import Words

LOWEST, HIGHEST = WHOLE_GRADES[0], WHOLE_GRADES[-1]
# One axis for all charts, so that they can be compared: one point has the same height everywhere. Lower only if needed.
_USUAL_START = 5
_AROUND = 0.25  # grades left free above and below, so that no mark is cut in half
_COUNTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_SHORTEST = (2, 20)  # the axis of answers spans at least these, so that a single point does not fill the chart
_AROUND_COUNTS = 0.06  # in powers of ten
_AROUND_DAYS = 0.12  # of the time between the first and the last day
_ONE_YEAR = timedelta(days=365)
_MOST_DAYS = 7  # that can be named on a phone


def of_grades(grades: Iterable[float]) -> Axis:
    """Whole grades, from 5 or from the whole grade below the lowest to 10."""
    start = max(LOWEST, min([_USUAL_START, *(math.floor(each) for each in grades)]))
    ticks = tuple(Tick(each, (str(each),)) for each in range(start, HIGHEST + 1))
    return Axis(start - _AROUND, HIGHEST + _AROUND, ticks)


def heading(title: str, axis: Axis, words: Words) -> str:
    """``title``, and where the axis of grades begins unless that is at the lowest grade."""
    start = int(axis.ticks[0].at)
    return title if start == LOWEST else words("chart.cut", title=title, start=start)


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
