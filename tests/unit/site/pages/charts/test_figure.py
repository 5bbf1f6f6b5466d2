"""Figures of charts: valid for the installed plotly, without colours, with names that are no markup."""

import json
import re
from datetime import date
from decimal import Decimal

import plotly.graph_objects as go
import pytest
from support import chart_site
from support.project import ROOT
from support.registers.public import grade, rounded
from support.scales import TEN
from support.words import WORDS

from generator.site.pages.charts.axes import power
from generator.site.pages.charts.figure import Figure, as_json, figure
from generator.site.pages.charts.model import Chart
from generator.site.pages.charts.scatter import Limits, Point, scatter
from generator.site.pages.charts.trend import ChartedPeriod, Measured, trend
from generator.site.rendering import plotly

POINT = Point("Verzonnen Alfa", "../../aanbieders/verzonnen-alfa/", 55, grade("8.3"))
MEASURED = Measured(grade("8.3"), 55)


def scattered(*points: Point, average: Decimal | None = None, funnel: tuple[Limits, ...] = ()) -> Figure:
    return figure(scatter(points or [POINT], average, funnel, TEN, WORDS))


def developed(*periods: ChartedPeriod) -> Figure:
    return figure(trend(periods, TEN, WORDS))


def year(number: int, clients: Measured | None, commissioners: Measured | None = None) -> ChartedPeriod:
    return ChartedPeriod(date(number, 12, 31), clients, commissioners)


def traces(of: Figure, meta: str) -> list[Figure]:
    return [trace for trace in of["data"] if trace["meta"] == meta]


@pytest.mark.parametrize(
    "chart",
    [
        scatter(chart_site.points(), chart_site.AVERAGE, chart_site.funnel(), TEN, WORDS),
        scatter([POINT], None, [], TEN, WORDS),
        trend(chart_site.periods(), TEN, WORDS),
        trend([year(2021, MEASURED)], TEN, WORDS),
        trend([year(2020, None), year(2021, None)], TEN, WORDS),
    ],
)
def test_plotly_knows_every_part_of_a_figure(chart: Chart) -> None:
    go.Figure(figure(chart))


def test_the_same_chart_is_the_same_compact_text() -> None:
    texts = {as_json(trend(chart_site.periods(), TEN, WORDS)) for _ in range(3)}
    assert len(texts) == 1
    text = texts.pop()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n"
    assert "Cliënten" in text


def test_a_figure_names_no_colour_and_no_font() -> None:
    both = json.dumps([scattered(average=Decimal(8), funnel=((2, 6, 10),)), developed(year(2021, MEASURED))])
    for word in ("color", "#", "rgb", "family"):
        assert word not in both


def test_a_point_stands_at_its_place_and_leads_to_its_page() -> None:
    (points,) = traces(scattered(), "points")
    assert (points["x"], points["y"], points["customdata"]) == ([power(55)], [8.3], [POINT.path])


def test_what_a_point_says_fits_on_a_phone_with_its_figures_on_one_line() -> None:
    long = Point("Verzonnen aanbieder voor werk, inkomen en re-integratie B.V.", "../a/", 55, grade("8.3"))
    lines = traces(scattered(long), "points")[0]["hovertext"][0].split("<br>")
    assert max(map(len, lines)) <= 30
    assert lines[-1].replace("\N{NO-BREAK SPACE}", " ").endswith("8,3, 55 antwoorden")


def test_a_rounded_grade_is_an_open_mark_among_filled_ones() -> None:
    (points,) = traces(scattered(POINT, Point("Beta", "../b/", 5, rounded("8"))), "points")
    assert (points["y"], points["marker"]["symbol"]) == ([8.3, 8.0], ["circle", "circle-open"])
    both = developed(year(2020, Measured(rounded("8"), 5), MEASURED), year(2021, MEASURED, MEASURED))
    assert traces(both, "client")[0]["marker"]["symbol"] == ["circle-open", "circle"]
    assert traces(both, "commissioner")[0]["marker"]["symbol"] == "square"
    go.Figure(both)


def test_a_name_is_no_markup_to_plotly() -> None:
    sly = Point('<a href="x">A</a> & B', "../a/", 5, grade("8.0"))
    said = traces(scattered(sly), "points")[0]["hovertext"][0]
    assert said.startswith('&lt;a href="x"&gt;A&lt;/a&gt; &amp; B:')


def test_the_average_is_a_line_from_end_to_end() -> None:
    whole = scattered(average=Decimal("8.0666"))
    (line,) = traces(whole, "average")
    assert line["y"] == [8.07, 8.07]
    assert line["x"] == whole["layout"]["xaxis"]["range"]
    assert traces(scattered(), "average") == []


def test_the_upper_edge_of_the_band_is_filled_down_to_the_lower_one() -> None:
    low, high = traces(scattered(funnel=((2, 6, 10), (50, 7.5, 8.5))), "band")
    assert low["x"] == high["x"] == [power(2), power(50)]
    assert (low["y"], high["y"]) == ([6.0, 7.5], [10.0, 8.5])
    assert high["fill"] == "tonexty"
    assert "fill" not in low
    assert traces(scattered(), "band") == []


def test_a_grade_that_is_not_public_breaks_the_line() -> None:
    (clients,) = traces(developed(year(2019, MEASURED), year(2020, None), year(2021, MEASURED)), "client")
    assert clients["y"] == [8.3, None, 8.3]
    assert clients["hovertext"][1] == ""
    assert not clients["connectgaps"]


def test_the_two_audiences_differ_in_more_than_colour() -> None:
    both = developed(year(2021, MEASURED, MEASURED))
    (clients,), (commissioners,) = traces(both, "client"), traces(both, "commissioner")
    assert clients["line"]["dash"] != commissioners["line"]["dash"]
    assert clients["marker"]["symbol"] != commissioners["marker"]["symbol"]


def test_a_likely_interval_reaches_from_the_grade_both_ways_where_it_is_known() -> None:
    likely = Measured(grade("8.3"), 55, (Decimal("7.9"), Decimal("8.6")))
    both = developed(year(2020, MEASURED, MEASURED), year(2021, likely))
    errors = traces(both, "client")[0]["error_y"]
    assert (errors["array"], errors["arrayminus"]) == ([None, 0.3], [None, 0.4])
    assert "error_y" not in traces(both, "commissioner")[0]


def test_the_axes_have_the_words_of_the_chart_and_cannot_be_dragged() -> None:
    layout = developed(year(2020, MEASURED), year(2021, MEASURED))["layout"]
    assert layout["xaxis"]["ticktext"] == ["dec<br>2020", "dec<br>2021"]
    assert layout["yaxis"]["ticktext"] == ["5", "6", "7", "8", "9", "10"]
    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]


def test_plotly_looks_for_what_keeps_its_styles_out_of_the_page() -> None:
    ours = (ROOT / "site_src/pages/scripts/charts.js").read_text(encoding="utf-8")
    names = re.findall(r'"([\w.-]+)"', ours.partition("const STYLED = [")[2].partition("]")[0])
    script = plotly.script_file().read_text(encoding="utf-8")
    assert len(names) == script.count('document.createElement("style")') == 2
    own, maps = names
    assert f'"{own.removesuffix("global")}"' in script
    assert f'if(!document.getElementById("{maps}"))' in script, "look in its script for the id of the styles of maps"
