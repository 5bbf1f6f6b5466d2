"""Charts as plotly's figures: plain data that can be JSON, without colours and fonts.

The script that draws them (site_src/pages/scripts/charts.js) gives each trace the colours of the page by its ``meta``.
The tables on the same page hold the same figures; nothing here is only in a chart.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from textwrap import wrap
from typing import Any, TypeAlias

from generator.disclosure.public import Published
from generator.scale import WHOLE_GRADES
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words import figures, grades
from generator.site.words.catalogue import Words

Figure: TypeAlias = dict[str, Any]
Limits: TypeAlias = tuple[int, Decimal | float, Decimal | float]

_LOWEST, _HIGHEST = WHOLE_GRADES[0], WHOLE_GRADES[-1]
# One axis for all charts, so that they can be compared: one point has the same height everywhere. Lower only if needed.
_USUAL_START = 5
_AROUND = 0.25  # grades left free above and below, so that no mark is cut in half
_COUNTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_SHORTEST = (2, 20)  # the axis of answers spans at least these, so that a single point does not fill the chart
_AROUND_COUNTS = 0.06  # in powers of ten
_AROUND_DAYS = 0.12  # of the time between the first and the last day
_ONE_YEAR = timedelta(days=365)
_SYMBOLS = {CLIENT: "circle", COMMISSIONER: "diamond"}
_WIDEST = 30  # characters on a line of what a point says: more would not fit on a phone


@dataclass(frozen=True, slots=True)
class Point:
    """A provider in a scatter: its published grade and how many answered. ``path`` is the link to its own page."""

    name: str
    path: str
    answered: int
    rating: Published

    @property
    def grade(self) -> Decimal:
        """As it is shown: whole where it is rounded."""
        return self.rating.grade


@dataclass(frozen=True, slots=True)
class Mark:
    """A published grade in a development, how many answered, and its likely interval.

    ``likely`` is the lowest and the highest likely grade, in points from 1 to 10; None if they are not known.
    """

    rating: Published
    answered: int
    likely: tuple[Decimal | float, Decimal | float] | None = None

    @property
    def grade(self) -> Decimal:
        """As it is shown: whole where it is rounded."""
        return self.rating.grade


@dataclass(frozen=True, slots=True)
class ChartedPeriod:
    """One period of a provider; ``None`` is an audience without a public grade, and leaves a gap."""

    period_end: date
    clients: Mark | None
    commissioners: Mark | None


def scatter(points: Sequence[Point], average: Decimal | float | None, funnel: Sequence[Limits], words: Words) -> Figure:
    """Grade against the number that answered, with the average as a line and the funnel's limits as a band.

    The number is on a logarithmic axis: most groups are small and a few are large, and the effect of chance changes
    most among the small ones. A point links to its provider's page; people without a mouse find the same links in the
    table.

    Args:
        points: at least one; later ones are drawn over earlier ones.
        average: of the grades, from 1 to 10; None draws no line.
        funnel: by rising number that answered: that number, and the lowest and highest grade that chance alone would
            give an average provider; empty draws no band.
        words: the language.
    """
    marks = {
        "type": "scatter",
        "meta": "points",
        "mode": "markers",
        "x": [each.answered for each in points],
        "y": [float(each.grade) for each in points],
        "hovertext": [_point(each, words) for each in points],
        "hoverinfo": "text",
        "customdata": [each.path for each in points],
        "showlegend": False,
        "marker": _marker("circle", [each.rating for each in points]),
    }
    axis = _counts([each.answered for each in points], words)
    level = [] if average is None else [_level(Decimal(average), axis["range"], words)]
    title = words("chart.scatter.grade")
    return {
        "data": [*_band(funnel, words), *level, marks],
        "layout": {**_layout(title, (float(each.grade) for each in points), words), "xaxis": axis},
    }


def trend(periods: Sequence[ChartedPeriod], words: Words) -> Figure:
    """The grades of clients and of commissioners by the end of each period; they differ in shape, dash and colour.

    If a grade is not public, the line is broken: no line is drawn through unknown values.

    Args:
        periods: at least one, the oldest first.
        words: the language.
    """
    clients = _course(CLIENT, periods, [each.clients for each in periods], words)
    commissioners = _course(COMMISSIONER, periods, [each.commissioners for each in periods], words)
    marks = [mark for each in periods for mark in (each.clients, each.commissioners) if mark]
    return {
        "data": [
            {**commissioners, "meta": "second", "line": {"dash": "dash"}},
            # In front, so that no mark of a commissioners' grade hides an end of a likely interval.
            {**clients, "meta": "first", "line": {"dash": "solid"}},
        ],
        "layout": {
            **_layout(words("chart.trend.grade"), (_lowest(mark) for mark in marks), words),
            "xaxis": _days([each.period_end for each in periods]),
            "legend": {"traceorder": "reversed"},
        },
    }


def as_json(figure: Figure) -> str:
    """``figure`` as compact JSON: the same text for the same figure."""
    return json.dumps(figure, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def _layout(title: str, grades: Iterable[float], words: Words) -> Figure:
    """The layout of all charts: an axis of whole grades that says where it begins, and nothing to drag."""
    start = max(_LOWEST, min([_USUAL_START, *(math.floor(each) for each in grades)]))
    heading = title if start == _LOWEST else words("chart.cut", title=title, start=start)
    return {
        "separators": ",.",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": True,
        "yaxis": {
            "range": [start - _AROUND, _HIGHEST + _AROUND],
            "fixedrange": True,
            "tickvals": list(range(start, _HIGHEST + 1)),
            "zeroline": False,
        },
        # Above the axis and horizontal: vertical text would be hard to read, and take room from the chart.
        "title": {"text": _safe(heading)},
    }


def _counts(answered: Sequence[int], words: Words) -> Figure:
    low, high = min(*_SHORTEST, *answered), max(*_SHORTEST, *answered)
    ticks = [each for each in _COUNTS if low <= each <= high]
    return {
        "type": "log",
        # Rounded, so that no machine's logarithm differs in the last digit.
        "range": [round(math.log10(low) - _AROUND_COUNTS, 3), round(math.log10(high) + _AROUND_COUNTS, 3)],
        "fixedrange": True,
        "tickvals": ticks,
        "ticktext": [figures.count(each) for each in ticks],
        "title": {"text": _safe(words("chart.scatter.answered"))},
        "zeroline": False,
    }


def _days(ends: Sequence[date]) -> Figure:
    around = max(ends[-1] - ends[0], _ONE_YEAR) * _AROUND_DAYS
    return {
        "type": "date",
        "range": [(ends[0] - around).isoformat(), (ends[-1] + around).isoformat()],
        "fixedrange": True,
        "tickvals": [each.isoformat() for each in ends],
        "ticktext": [figures.month(each).replace(" ", "<br>") for each in ends],
        "tickangle": 0,
        "zeroline": False,
    }


def _level(average: Decimal, powers: Sequence[float], words: Words) -> Figure:
    """The average, as a line from end to end of an axis of these powers of ten."""
    return {
        "type": "scatter",
        "meta": "average",
        "name": _safe(words("chart.scatter.average", average=figures.grade(average))),
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [round(10**power, 3) for power in powers],
        "y": [round(float(average), 2)] * 2,
    }


def _band(funnel: Sequence[Limits], words: Words) -> list[Figure]:
    """Two lines, the upper one filled down to the lower one; none where there are no limits."""
    if not funnel:
        return []
    edge = {"type": "scatter", "meta": "band", "mode": "lines", "hoverinfo": "skip"}
    answered = [each[0] for each in funnel]
    lows, highs = [_within(each[1]) for each in funnel], [_within(each[2]) for each in funnel]
    name = _safe(words("chart.scatter.band"))
    return [
        {**edge, "x": answered, "y": lows, "showlegend": False},
        {**edge, "x": answered, "y": highs, "fill": "tonexty", "name": name},
    ]


def _within(grade: Decimal | float) -> float:
    return round(min(max(float(grade), _LOWEST), _HIGHEST), 2)


def _course(audience: str, periods: Sequence[ChartedPeriod], marks: Sequence[Mark | None], words: Words) -> Figure:
    """One audience's line; a mark that is not there is null, which breaks the line."""
    course: Figure = {
        "type": "scatter",
        "name": _safe(words(f"chart.trend.course.{audience}")),
        "mode": "lines+markers",
        "connectgaps": False,
        "x": [each.period_end.isoformat() for each in periods],
        "y": [float(mark.grade) if mark else None for mark in marks],
        "hovertext": [
            _mark(each, mark, audience, words) if mark else "" for each, mark in zip(periods, marks, strict=True)
        ],
        "hoverinfo": "text",
        "marker": _marker(_SYMBOLS[audience], [mark.rating if mark else None for mark in marks]),
    }
    if any(mark and mark.likely for mark in marks):
        course["error_y"] = _errors(marks)
    return course


def _marker(symbol: str, ratings: Sequence[Published | None]) -> Figure:
    """The marks of a trace: filled, or open where a grade is rounded and may be somewhat lower or higher."""
    symbols = [f"{symbol}-open" if rating and rating.is_rounded else symbol for rating in ratings]
    return {"size": 10, "symbol": symbols if len(set(symbols)) > 1 else symbols[0]}


def _errors(marks: Sequence[Mark | None]) -> Figure:
    """How far the likely grades reach above and below each mark; null where that is not known."""
    reaches = [
        (round(float(mark.likely[1]) - float(mark.grade), 2), round(float(mark.grade) - float(mark.likely[0]), 2))
        if mark and mark.likely
        else (None, None)
        for mark in marks
    ]
    above, below = [list(each) for each in zip(*reaches, strict=True)]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "thickness": 1.5, "width": 5}


def _lowest(mark: Mark) -> float:
    return min(float(mark.grade), float(mark.likely[0])) if mark.likely else float(mark.grade)


def _point(point: Point, words: Words) -> str:
    return _said(
        words("chart.scatter.point", answered=point.answered, name=point.name, grade=_grade(point.rating, words))
    )


def _mark(period: ChartedPeriod, mark: Mark, audience: str, words: Words) -> str:
    return _said(
        words(
            "chart.trend.mark",
            answered=mark.answered,
            audience=words(f"chart.trend.course.{audience}"),
            day=figures.day(period.period_end),
            grade=_grade(mark.rating, words),
        )
    )


def _grade(rating: Published, words: Words) -> str:
    """The grade on one line, with the word that it is rounded."""
    return grades.text(rating, words).replace(" ", "\N{NO-BREAK SPACE}")


def _said(text: str) -> str:
    """The text of a mark on hover, on lines that fit on a phone."""
    return "<br>".join(_safe(line) for line in wrap(text, _WIDEST))


def _safe(text: str) -> str:
    """``text`` escaped for plotly, which reads its texts as simple HTML."""
    return escape(text, quote=False)
