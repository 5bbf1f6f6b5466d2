"""A chart as plotly's figure: plain data that can be JSON, without colours and fonts.

The script that draws it (site_src/pages/scripts/charts.js) gives each trace the colours of the page by its ``meta``.
Heading, key and explanation stand on the page already, and are not in it.
"""

import json
from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Any, TypeAlias

from generator.site.pages.charts.model import Average, Axis, Band, Chart, Mark, Series
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER

Figure: TypeAlias = dict[str, Any]

_SYMBOLS = {"points": "circle", CLIENT: "circle", COMMISSIONER: "square"}
_DASHES = {CLIENT: "solid", COMMISSIONER: "dash"}
_WIDEST = 30  # characters on a line of what a mark says: more would not fit on a phone


def figure(chart: Chart) -> Figure:
    """The figure of a chart; its axes have the chart's own units, and its ticks the chart's words."""
    return {
        "data": [
            *(_band(chart.band) if chart.band else []),
            *([_average(chart.average, chart.x)] if chart.average else []),
            *(_trace(series) for series in chart.series),
        ],
        "layout": {
            "dragmode": False,
            "hovermode": "closest",
            "showlegend": False,
            "xaxis": _axis(chart.x),
            "yaxis": _axis(chart.y),
        },
    }


# The name below its page of the file of a chart.
FILE = "chart.json"


def as_json(chart: Chart) -> str:
    """The figure of a chart as compact JSON: the same text for the same chart."""
    return json.dumps(figure(chart), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def _axis(axis: Axis) -> Figure:
    return {
        "range": [axis.low, axis.high],
        "fixedrange": True,
        "tickvals": [tick.at for tick in axis.ticks],
        "ticktext": ["<br>".join(map(_safe, tick.lines)) for tick in axis.ticks],
        "tickangle": 0,
        "zeroline": False,
    }


def _average(average: Average, axis: Axis) -> Figure:
    ends = {"x": [axis.low, axis.high], "y": [average.grade] * 2}
    return {"type": "scatter", "meta": "average", "mode": "lines", "hoverinfo": "skip", **ends}


def _band(band: Band) -> list[Figure]:
    """Two lines, the upper one filled down to the lower one."""
    places, lows, highs = (list(each) for each in zip(*band.limits, strict=True))
    edge = {"type": "scatter", "meta": "band", "mode": "lines", "hoverinfo": "skip", "x": places}
    return [{**edge, "y": lows}, {**edge, "y": highs, "fill": "tonexty"}]


def _trace(series: Series) -> Figure:
    marks = series.marks
    trace: Figure = {
        "type": "scatter",
        "meta": series.kind,
        "mode": "markers",
        "x": [mark.x if mark else None for mark in marks],
        "y": [mark.grade if mark else None for mark in marks],
        "hovertext": [_said(mark) if mark else "" for mark in marks],
        "hoverinfo": "text",
        "marker": _marker(_SYMBOLS[series.kind], marks),
    }
    if series.kind in _DASHES:
        # A mark that is not there is null, which breaks the line.
        trace |= {"mode": "lines+markers", "connectgaps": False, "line": {"dash": _DASHES[series.kind]}}
    if any(mark.path for mark in series.shown):
        trace["customdata"] = [mark.path if mark else None for mark in marks]
    if any(mark.likely for mark in series.shown):
        trace["error_y"] = _errors(marks)
    return trace


def _marker(symbol: str, marks: Sequence[Mark | None]) -> Figure:
    """The marks of a trace: filled, or open where a grade is rounded and may be somewhat lower or higher."""
    symbols = [f"{symbol}-open" if mark and mark.is_rounded else symbol for mark in marks]
    return {"size": 10, "symbol": symbols if len(set(symbols)) > 1 else symbols[0]}


def _errors(marks: Sequence[Mark | None]) -> Figure:
    """How far the likely grades reach above and below each mark; null where that is not known."""
    reaches = [
        (round(mark.likely[1] - mark.grade, 2), round(mark.grade - mark.likely[0], 2))
        if mark and mark.likely
        else (None, None)
        for mark in marks
    ]
    above, below = [list(each) for each in zip(*reaches, strict=True)]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "thickness": 1.5, "width": 0}


def _said(mark: Mark) -> str:
    """The text of a mark on hover, on lines that fit on a phone."""
    return "<br>".join(_safe(line) for line in wrap(mark.said, _WIDEST))


def _safe(text: str) -> str:
    """``text`` escaped for plotly, which reads its texts as simple HTML."""
    return escape(text, quote=False)
