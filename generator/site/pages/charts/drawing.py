"""A chart as a drawing: what chart.jinja needs to draw it as SVG, a few kB at build time.

Places are thousandths of the width from the left and of the height from the top. The drawing is stretched to the room
that it gets; texts and the size of marks are not. A mark is a line of no length with a round or a square end, because
ends of lines are not stretched either, and because that takes ten characters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from generator.site.pages.charts.model import Axis, Band, Chart, Mark, Series, Tick

WHOLE = 1000
"""The width and the height of a drawing, in its own units."""

MOST_DOTS = 2000
"""How many dots a drawing has at most: at eleven characters each it stays below 30 kB."""

_MOST_NAMED = 60  # marks that say on hover whose they are: of more, the names would be most of the page
_LARGER = (2, 5)  # how many marks in one place make a dot larger, and how many larger still

_Place: TypeAlias = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: its place as CSS writes it, in per cent of the drawing, and which line below that place it is.

    ``x`` is empty at the left edge.
    """

    x: str
    y: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots that look alike, as one path. ``title`` is what a single one says on hover; ``size`` is from 0 to 2."""

    path: str
    size: int
    is_open: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """A series: its line and the likely intervals as paths (empty for none), its dots, and texts beside them.

    Args:
        kind: of the series.
        name: for the key.
        line: the course, broken where a grade is not public.
        reaches: from the lowest to the highest likely grade of each mark.
        dots: all marks; marks in the same place are one dot.
        above: labels that stand above their marks.
        below: labels that stand below their marks.
    """

    kind: str
    name: str
    line: str
    reaches: str
    dots: tuple[Dots, ...]
    above: tuple[Text, ...]
    below: tuple[Text, ...]

    @property
    def density(self) -> str:
        """``many`` if the dots are too many to name, and had better be small; else ``few``."""
        return "few" if all(dots.title for dots in self.dots) else "many"


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that stands in the figure of a chart; each path is empty if the chart has no such thing."""

    chart: Chart
    grid: str
    grades: tuple[Text, ...]
    widths: tuple[Text, ...]
    band: str
    average: str
    series: tuple[DrawnSeries, ...]

    @property
    def has_larger(self) -> bool:
        """Whether a dot stands for more than one mark."""
        return any(dots.size for series in self.series for dots in series.dots)


def drawing(chart: Chart) -> Drawing:
    """The drawing of a chart."""
    return Drawing(
        chart=chart,
        grid="".join(f"M0 {_down(tick.at, chart)}h{WHOLE}" for tick in chart.y.ticks),
        grades=tuple(Text("", _percent(1 - chart.y.part(tick.at)), tick.lines[0]) for tick in chart.y.ticks),
        widths=tuple(text for tick in chart.x.ticks for text in _beneath(tick, chart.x)),
        band=_band(chart.band, chart) if chart.band else "",
        average=f"M0 {_down(chart.average.grade, chart)}h{WHOLE}" if chart.average else "",
        series=tuple(_series(each, chart) for each in chart.series),
    )


def _series(series: Series, chart: Chart) -> DrawnSeries:
    upper, lower = _labels(series, chart)
    return DrawnSeries(
        kind=series.kind,
        name=series.name,
        line=_line(series, chart) if chart.kind == "trend" else "",
        reaches="".join(_reach(mark.x, *mark.likely, chart) for mark in series.shown if mark.likely),
        dots=tuple(_dots(list(series.shown), chart)),
        above=upper,
        below=lower,
    )


def _across(at: float, chart: Chart) -> int:
    return round(WHOLE * chart.x.part(at))


def _down(grade: float, chart: Chart) -> int:
    return round(WHOLE * (1 - chart.y.part(grade)))


def _percent(part: float) -> str:
    return f"{100 * part:.2f}%"


def _beneath(tick: Tick, axis: Axis) -> Iterator[Text]:
    """The lines of a tick under the drawing, the first one nearest."""
    return (Text(_percent(axis.part(tick.at)), "100%", text, line) for line, text in enumerate(tick.lines))


def _band(band: Band, chart: Chart) -> str:
    """Along the lowest grades to the right, and back along the highest."""
    lows = [(_across(at, chart), _down(low, chart)) for at, low, _ in band.limits]
    highs = [(_across(at, chart), _down(high, chart)) for at, _, high in band.limits]
    return "M" + "L".join(f"{x} {y}" for x, y in dict.fromkeys((*lows, *reversed(highs)))) + "z"


def _line(series: Series, chart: Chart) -> str:
    """Each mark to the next one, where both are there."""
    return "".join(
        f"M{_across(one.x, chart)} {_down(one.grade, chart)}L{_across(other.x, chart)} {_down(other.grade, chart)}"
        for one, other in pairwise(series.marks)
        if one and other
    )


def _reach(x: float, low: float, high: float, chart: Chart) -> str:
    return f"M{_across(x, chart)} {_down(low, chart)}V{_down(high, chart)}"


def _dots(marks: Sequence[Mark], chart: Chart) -> Iterator[Dots]:
    """A dot for each place; where they are too many to name, one path for all that look alike."""
    places = _merged(marks, chart)
    if len(marks) <= _MOST_NAMED:
        for (x, y, is_open), there in places.items():
            yield Dots(f"M{x} {y}h0", _size(there), is_open, "\n".join(mark.said for mark in there))
        return
    alike = defaultdict(list)
    for (x, y, is_open), there in places.items():
        alike[_size(there), is_open].append(f"M{x} {y}h0")
    for (size, is_open), paths in sorted(alike.items(), reverse=True):
        yield Dots("".join(paths), size, is_open)


def _merged(marks: Iterable[Mark], chart: Chart) -> Mapping[_Place, Sequence[Mark]]:
    """The marks by their place. Where there are too many, those in one column count as in one place, half as many
    columns each time; grades are never moved.
    """
    step = 1
    while len(places := _places(marks, step, chart)) > MOST_DOTS:
        step *= 2
    return places


def _places(marks: Iterable[Mark], step: int, chart: Chart) -> Mapping[_Place, Sequence[Mark]]:
    places = defaultdict(list)
    for mark in marks:
        x = step * round(_across(mark.x, chart) / step)
        places[x, _down(mark.grade, chart), mark.is_rounded].append(mark)
    return places


def _size(marks: Sequence[Mark]) -> int:
    return sum(len(marks) >= least for least in _LARGER)


def _labels(series: Series, chart: Chart) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The labels above their marks, and those below: where two courses have a mark, the higher grade's is above."""
    labels: tuple[list[Text], list[Text]] = [], []
    for mark in series.shown:
        if mark.label:
            text = Text(_percent(chart.x.part(mark.x)), _percent(1 - chart.y.part(mark.grade)), mark.label)
            labels[_is_lower(mark, series, chart)].append(text)
    return tuple(labels[0]), tuple(labels[1])


def _is_lower(mark: Mark, series: Series, chart: Chart) -> bool:
    """Whether another course has a higher grade there; of two that are equal, the first course's is the lower."""
    rank = chart.series.index(series)
    others = [
        (other.grade, place)
        for place, each in enumerate(chart.series)
        for other in each.shown
        if other.x == mark.x and place != rank
    ]
    return any(other > (mark.grade, rank) for other in others)
