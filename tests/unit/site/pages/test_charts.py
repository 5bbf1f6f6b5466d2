"""Figures of charts: valid for the installed plotly, honest about what is not known, in Dutch."""

import json
import re
from datetime import date
from decimal import Decimal

import plotly.graph_objects as go
import pytest
from support import chart_site
from support.project import ROOT
from support.registers.public import grade, rounded

from generator.disclosure.public import Published
from generator.site.pages import charts
from generator.site.rendering import plotly
from generator.site.words.catalogue import dutch

WORDS = dutch()
POINT = charts.Point("Verzonnen Alfa", "../../aanbieders/verzonnen-alfa/", 55, grade("8.3"))
MARK = charts.Mark(grade("8.3"), 55)


def scatter(
    *points: charts.Point, average: Decimal | None = None, funnel: tuple[charts.Limits, ...] = ()
) -> charts.Figure:
    return charts.scatter(points or [POINT], average, funnel, WORDS)


def trend(*periods: charts.ChartedPeriod) -> charts.Figure:
    return charts.trend(periods, WORDS)


def year(number: int, clients: charts.Mark | None, commissioners: charts.Mark | None = None) -> charts.ChartedPeriod:
    return charts.ChartedPeriod(date(number, 12, 31), clients, commissioners)


def traces(figure: charts.Figure, meta: str) -> list[charts.Figure]:
    return [trace for trace in figure["data"] if trace["meta"] == meta]


@pytest.mark.parametrize(
    "figure",
    [
        charts.scatter(chart_site.points(), chart_site.AVERAGE, chart_site.funnel(), WORDS),
        charts.scatter([POINT], None, [], WORDS),
        charts.trend(chart_site.periods(), WORDS),
        charts.trend([year(2021, MARK)], WORDS),
    ],
)
def test_plotly_knows_every_part_of_a_figure(figure: charts.Figure) -> None:
    go.Figure(figure)


def test_the_same_figure_is_the_same_compact_text() -> None:
    texts = {charts.as_json(charts.trend(chart_site.periods(), WORDS)) for _ in range(3)}
    assert len(texts) == 1
    text = texts.pop()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n"
    assert "Cliënten" in text


def test_a_figure_names_no_colour_and_no_font() -> None:
    both = charts.as_json(scatter(average=Decimal(8), funnel=((2, 6, 10),))) + charts.as_json(trend(year(2021, MARK)))
    for word in ("color", "#", "rgb", "family"):
        assert word not in both


def test_a_point_stands_at_its_grade_and_number_and_leads_to_its_page() -> None:
    (points,) = traces(scatter(), "points")
    assert (points["x"], points["y"], points["customdata"]) == ([55], [8.3], ["../../aanbieders/verzonnen-alfa/"])


def test_a_point_says_its_name_its_grade_and_its_answers_in_dutch() -> None:
    def said(answered: int, rating: Published) -> str:
        point = charts.Point("Alfa", "../alfa/", answered, rating)
        text = str(traces(scatter(point), "points")[0]["hovertext"][0])
        return text.replace("\N{NO-BREAK SPACE}", " ").replace("<br>", " ")

    assert said(55, grade("8.3")) == "Alfa: 8,3, 55 antwoorden"
    assert said(1, grade("8.0")) == "Alfa: 8,0, 1 antwoord"
    assert said(1200, grade("10.0")) == "Alfa: 10,0, 1.200 antwoorden"
    assert said(55, rounded("8")) == "Alfa: 8, afgerond, 55 antwoorden"


def test_what_a_point_says_fits_on_a_phone_with_its_figures_on_one_line() -> None:
    long = charts.Point("Verzonnen aanbieder voor werk, inkomen en re-integratie B.V.", "../a/", 55, grade("8.3"))
    lines = traces(scatter(long), "points")[0]["hovertext"][0].split("<br>")
    assert max(map(len, lines)) <= 30
    assert lines[-1].replace("\N{NO-BREAK SPACE}", " ").endswith("8,3, 55 antwoorden")


def test_a_rounded_grade_is_an_open_mark_among_filled_ones() -> None:
    other = charts.Point("Beta", "../b/", 5, rounded("8"))
    (points,) = traces(scatter(POINT, other), "points")
    assert (points["y"], points["marker"]["symbol"]) == ([8.3, 8.0], ["circle", "circle-open"])
    figure = trend(year(2020, charts.Mark(rounded("8"), 5), MARK), year(2021, MARK, MARK))
    assert traces(figure, "first")[0]["marker"]["symbol"] == ["circle-open", "circle"]
    assert traces(figure, "second")[0]["marker"]["symbol"] == "diamond"
    go.Figure(figure)


def test_a_name_is_no_markup_to_plotly() -> None:
    sly = charts.Point('<a href="x">A</a> & B', "../a/", 5, grade("8.0"))
    assert traces(scatter(sly), "points")[0]["hovertext"][0].startswith('&lt;a href="x"&gt;A&lt;/a&gt; &amp; B:')


@pytest.mark.parametrize(("lowest", "start"), [("7.9", 5), ("5.0", 5), ("4.9", 4), ("1.0", 1)])
def test_the_axis_begins_at_five_or_at_the_whole_grade_below_the_lowest(lowest: str, start: int) -> None:
    layout = scatter(charts.Point("Alfa", "../a/", 5, grade(lowest)))["layout"]
    assert layout["yaxis"]["tickvals"] == list(range(start, 11))
    low, high = layout["yaxis"]["range"]
    assert start - 1 < low < start
    assert 10 < high < 11


def test_an_axis_that_does_not_begin_at_one_says_so() -> None:
    assert scatter()["layout"]["title"]["text"] == "Cijfer (de as begint bij 5)"
    whole = scatter(charts.Point("Alfa", "../a/", 5, grade("1.0")))
    assert whole["layout"]["title"]["text"] == "Cijfer"


@pytest.mark.parametrize(
    ("answered", "ticks"),
    [
        ((2, 400), ["2", "5", "10", "20", "50", "100", "200"]),
        ((8,), ["2", "5", "10", "20"]),
        ((1, 1500), ["1", "2", "5", "10", "20", "50", "100", "200", "500", "1.000"]),
    ],
)
def test_the_axis_of_answers_has_round_numbers_in_dutch(answered: tuple[int, ...], ticks: list[str]) -> None:
    axis = scatter(*(charts.Point("Alfa", "../a/", each, grade("8.0")) for each in answered))["layout"]["xaxis"]
    assert axis["ticktext"] == ticks
    assert all(10 ** axis["range"][0] < each < 10 ** axis["range"][1] for each in answered)


def test_the_average_is_a_line_from_end_to_end_with_its_name() -> None:
    figure = scatter(average=Decimal("8.0666"))
    (line,) = traces(figure, "average")
    assert line["name"] == "Gemiddeld: 8,1"
    assert line["y"] == [8.07, 8.07]
    assert line["x"] == [pytest.approx(10**power, abs=0.001) for power in figure["layout"]["xaxis"]["range"]]
    assert traces(scatter(), "average") == []


def test_the_band_lies_between_the_funnels_limits_and_within_what_a_grade_can_be() -> None:
    low, high = traces(scatter(funnel=((2, 0.4, 11.3), (50, Decimal("7.5"), Decimal("8.5")))), "band")
    assert low["x"] == high["x"] == [2, 50]
    assert (low["y"], high["y"]) == ([1.0, 7.5], [10.0, 8.5])
    assert high["fill"] == "tonexty"
    assert "fill" not in low
    assert traces(scatter(), "band") == []


def test_a_grade_that_is_not_public_breaks_the_line() -> None:
    figure = trend(year(2019, MARK, MARK), year(2020, None, MARK), year(2021, MARK))
    (clients,), (commissioners,) = traces(figure, "first"), traces(figure, "second")
    assert clients["y"] == [8.3, None, 8.3]
    assert commissioners["y"] == [8.3, 8.3, None]
    assert not clients["connectgaps"]
    assert not commissioners["connectgaps"]
    assert clients["hovertext"][1] == ""
    assert json.loads(charts.as_json(figure))["data"][1]["y"] == [8.3, None, 8.3]


def test_a_period_without_any_public_grade_keeps_its_place_on_the_axis() -> None:
    axis = trend(year(2019, MARK), year(2020, None), year(2021, MARK))["layout"]["xaxis"]
    assert axis["tickvals"] == ["2019-12-31", "2020-12-31", "2021-12-31"]
    assert axis["ticktext"] == ["dec<br>2019", "dec<br>2020", "dec<br>2021"]


def test_a_development_without_any_grade_is_an_empty_chart() -> None:
    figure = trend(year(2020, None), year(2021, None))
    go.Figure(figure)
    assert [trace["y"] for trace in figure["data"]] == [[None, None], [None, None]]


def test_the_two_audiences_differ_in_more_than_colour() -> None:
    figure = trend(year(2021, MARK, MARK))
    (clients,), (commissioners,) = traces(figure, "first"), traces(figure, "second")
    assert clients["line"]["dash"] != commissioners["line"]["dash"]
    assert clients["marker"]["symbol"] != commissioners["marker"]["symbol"]
    assert (clients["name"], commissioners["name"]) == ("Cliënten", "Opdrachtgevers")


def test_a_mark_says_whose_grade_of_which_period_it_is() -> None:
    (clients,) = traces(trend(year(2021, MARK)), "first")
    said = clients["hovertext"][0].replace("<br>", " ").replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Cliënten tot en met 31 december 2021: 8,3, 55 antwoorden"


def test_a_likely_interval_reaches_from_the_grade_both_ways_where_it_is_known() -> None:
    figure = trend(year(2020, MARK), year(2021, charts.Mark(grade("8.3"), 55, (Decimal("7.9"), Decimal("8.6")))))
    errors = traces(figure, "first")[0]["error_y"]
    assert (errors["array"], errors["arrayminus"]) == ([None, 0.3], [None, 0.4])
    assert "error_y" not in traces(figure, "second")[0]


def test_an_interval_that_reaches_below_the_axis_makes_it_longer() -> None:
    figure = trend(year(2021, charts.Mark(grade("6.0"), 3, (3.2, 8.8))))
    assert figure["layout"]["yaxis"]["tickvals"][0] == 3


def test_nothing_can_be_dragged_or_zoomed() -> None:
    for figure in (scatter(), trend(year(2021, MARK))):
        layout = figure["layout"]
        assert layout["dragmode"] is False
        assert layout["xaxis"]["fixedrange"]
        assert layout["yaxis"]["fixedrange"]
        assert layout["separators"] == ",."


def test_plotly_looks_for_what_keeps_its_styles_out_of_the_page() -> None:
    ours = (ROOT / "site_src/pages/scripts/charts.js").read_text(encoding="utf-8")
    names = re.findall(r'"([\w.-]+)"', ours.partition("const STYLED = [")[2].partition("]")[0])
    script = plotly.script_file().read_text(encoding="utf-8")
    assert len(names) == script.count('document.createElement("style")') == 2
    own, maps = names
    assert f'"{own.removesuffix("global")}"' in script
    assert f'if(!document.getElementById("{maps}"))' in script, "look in its script for the id of the styles of maps"
