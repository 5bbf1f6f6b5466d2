"""Drawings of charts: small however many providers there are, each mark at its place, in SVG that is valid."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from support import chart_site
from support.registers.public import grade, rounded
from support.scales import TEN
from support.words import WORDS

from generator.site.pages.charts.drawing import WHOLE, Drawing, DrawnSeries, Text, drawing
from generator.site.pages.charts.figure import figure
from generator.site.pages.charts.model import Chart
from generator.site.pages.charts.scatter import Point, scatter
from generator.site.pages.charts.trend import ChartedPeriod, Measured, trend
from generator.site.rendering.templating import templates

MOST_BYTES = 30_000
A_FEW = 6_000
HIGH, LOW = Measured(grade("9.0"), 55), Measured(grade("7.0"), 55)


def scattered(*points: Point) -> DrawnSeries:
    return drawing(scatter(points, None, [], TEN, WORDS)).series[0]


def group(size: int) -> Chart:
    return scatter(chart_site.points(size), chart_site.AVERAGE, chart_site.funnel(), TEN, WORDS)


def developed(*pairs: tuple[Measured | None, Measured | None]) -> dict[str, DrawnSeries]:
    periods = [ChartedPeriod(date(2020 + place, 12, 31), *pair) for place, pair in enumerate(pairs)]
    return {each.kind: each for each in drawing(trend(periods, TEN, WORDS)).series}


def as_svg(of: Drawing) -> str:
    module = templates().get_template("chart.jinja").make_module({"words": WORDS})
    return str(cast("Callable[[Drawing], str]", vars(module)["plot"])(of)).strip()


def point(name: str = "Alfa", answered: int = 55, given: str = "8.3") -> Point:
    return Point(name, "../a/", answered, grade(given))


@pytest.mark.parametrize("size", [1, 60, 61, 1000, 4000])
def test_a_drawing_is_small_however_many_providers_there_are(size: int) -> None:
    svg = as_svg(drawing(group(size)))
    assert len(svg.encode()) <= MOST_BYTES
    ET.fromstring(svg)  # noqa: S314 - ours


def test_a_development_takes_a_few_kilobytes() -> None:
    svg = as_svg(drawing(trend(chart_site.periods(), TEN, WORDS)))
    assert len(svg.encode()) <= A_FEW
    ET.fromstring(svg)  # noqa: S314 - ours


def test_every_mark_of_the_figure_is_drawn_at_its_grade_and_few_are_moved_far() -> None:
    chart = group(4000)
    dots = {place for each in drawing(chart).series[0].dots for place in re.findall(r"M(\d+) (\d+)h0", each.path)}
    (marks,) = (trace for trace in figure(chart)["data"] if trace["meta"] == "points")
    for x, y in zip(marks["x"], marks["y"], strict=True):
        across, down = WHOLE * chart.x.part(x), round(WHOLE * (1 - chart.y.part(y)))
        assert any((str(round(across) + off), str(down)) in dots for off in range(-8, 9))


def test_places_are_whole_numbers_within_the_drawing() -> None:
    for each in drawing(group(1000)).series[0].dots:
        places = [int(number) for number in re.findall(r"\d+", each.path.replace("h0", ""))]
        assert 0 <= min(places) <= max(places) <= WHOLE


def test_marks_in_one_place_are_one_larger_dot_that_names_them_all() -> None:
    one, two = scattered(point("Alfa"), point("Beta"), point("Gamma", 20)).dots
    assert (one.size, two.size) == (1, 0)
    assert [line.partition(":")[0] for line in one.title.split("\n")] == ["Alfa", "Beta"]
    assert scattered(*(point(str(number)) for number in range(5))).dots[0].size == 2
    assert drawing(scatter([point("A"), point("B")], None, [], TEN, WORDS)).has_larger
    assert not drawing(scatter([point("A"), point("B", 5)], None, [], TEN, WORDS)).has_larger


def test_a_rounded_grade_is_an_open_dot_even_in_the_place_of_another() -> None:
    dots = scattered(point(given="8.0"), Point("Beta", "../b/", 55, rounded("8"))).dots
    assert [each.is_open for each in dots] == [False, True]
    assert dots[0].path == dots[1].path


def test_of_many_marks_none_is_named_even_in_one_place() -> None:
    assert scattered(*(point(str(number)) for number in range(100))).dots[0].title == ""
    few, many = (drawing(group(size)).series[0] for size in (50, 400))
    assert all(dots.title for dots in few.dots)
    assert not any(dots.title for dots in many.dots)
    assert (few.density, many.density) == ("few", "many")


def test_what_others_wrote_is_text_in_a_drawing() -> None:
    svg = as_svg(drawing(scatter([point('<a href="x">"A" & </title>')], None, [], TEN, WORDS)))
    (title,) = ET.fromstring(svg).iter("title")  # noqa: S314 - ours
    assert str(title.text).startswith('<a href="x">"A" & </title>: ')
    assert "<a" not in svg


def test_a_course_is_broken_where_a_grade_is_not_public() -> None:
    lines = developed((HIGH, LOW), (None, LOW), (HIGH, LOW), (HIGH, None))
    assert lines["client"].line.count("L") == 1
    assert lines["commissioner"].line.count("L") == 2
    assert len(lines["client"].dots) == len(lines["commissioner"].dots) == 3
    assert scattered(point(), point(answered=5)).line == ""


def test_the_higher_grade_has_its_label_above_and_the_lower_one_below() -> None:
    def texts(labels: tuple[Text, ...]) -> list[str]:
        return [label.text for label in labels]

    both = developed((HIGH, LOW), (LOW, HIGH), (LOW, None), (HIGH, HIGH))
    assert texts(both["client"].above) == ["9,0", "7,0", "9,0"]
    assert texts(both["client"].below) == ["7,0"]
    assert texts(both["commissioner"].above) == ["9,0"]
    assert texts(both["commissioner"].below) == ["7,0", "9,0"]


def test_a_likely_interval_is_a_line_upwards_from_its_lowest_grade() -> None:
    (reaches,) = {developed((Measured(grade("8.0"), 9, (Decimal(7), Decimal(9))), None))["client"].reaches}
    found = re.fullmatch(r"M\d+ (\d+)V(\d+)", reaches)
    assert found
    assert int(found[1]) > int(found[2])
    assert developed((HIGH, None))["client"].reaches == ""


def test_the_band_is_closed_and_the_average_goes_from_end_to_end() -> None:
    drawn = drawing(group(9))
    assert re.fullmatch(r"M\d+ \d+(L\d+ \d+)+z", drawn.band)
    assert re.fullmatch(rf"M0 \d+h{WHOLE}", drawn.average)
    bare = drawing(scatter([point()], None, [], TEN, WORDS))
    assert (bare.band, bare.average) == ("", "")
