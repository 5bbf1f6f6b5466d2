"""Charts in a browser: on a site of their own with invented figures, so that each case is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from published.inspecting import inspect
from published.watching import LOOKS, NewContext
from support import chart_site
from support.sites import served
from support.under_policy import until

from generator.site.rendering import plotly

PHONE = {"width": 360, "height": 740}
LIBRARY = f"**/{plotly.SCRIPT}"
DRAWN = 30_000  # milliseconds that a busy machine may take to read plotly and draw

# Counts what moved without the reader doing anything.
WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => list.getEntries().forEach(each => { if (!each.hadRecentInput) shifts += each.value }))
  .observe({ type: 'layout-shift', buffered: true });
"""
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
# The colour of each mark: of an open one that of its line.
MARKS = """
each => [...each.querySelectorAll('.points path')].map((mark) => {
  const { fill, stroke } = getComputedStyle(mark);
  return fill === 'none' ? `${stroke} open` : fill;
})
"""
INK = """
name => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(--kc-${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
"""

# Points at each mark in turn; what is then said and does not fit in the chart.
CUT_OFF = """
plot => {
  const room = plot.getBoundingClientRect();
  const said = (curveNumber, pointNumber) => {
    Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    return plot.querySelector('.hovertext');
  };
  const isCut = ({ left, right }) => left < room.left || right > room.right;
  return plot.data.flatMap(({ hoverinfo, y }, curve) => hoverinfo === 'skip' ? [] : y
    .map((grade, point) => grade === null ? null : said(curve, point))
    .filter(label => label && isCut(label.getBoundingClientRect()))
    .map(label => label.textContent));
}
"""

# Gathers in an attribute of the chart all that it says of the points that are pointed at.
TELL = """
chart => {
  const layer = chart.querySelector(".hoverlayer");
  chart.dataset.told = "";
  new MutationObserver(() => { chart.dataset.told += layer.textContent; })
    .observe(layer, { childList: true, subtree: true });
}
"""


@pytest.fixture(scope="module")
def chart_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with a table, a scatter of its figures, and a development."""
    site = chart_site.build(tmp_path_factory.mktemp("charts"))
    with served(site, "/ergens/") as address:
        yield f"{address}{chart_site.PAGE}/"


@pytest.fixture
def reader(chart_page: str, new_context: NewContext) -> Page:
    """The page, just opened on a phone that shows its head."""
    return opened(chart_page, new_context)


def opened(address: str, new_context: NewContext, **options: Any) -> Page:  # noqa: ANN401 - Playwright's
    return visited(new_context(**{"viewport": PHONE, **options}).new_page(), address)


def visited(page: Page, address: str) -> Page:
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # What moves while the page itself comes is not a chart's doing.
    shifts(page)
    page.evaluate("shifts = 0")
    return page


def drawn(page: Page, kind: str) -> Locator:
    """A chart that has been scrolled to and drawn."""
    chart = page.locator(f".kc-chart--{kind}")
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".plot-container .points path").first).to_be_attached(timeout=DRAWN)
    # Only then does the chart answer to who points at it.
    expect(chart.locator(".kc-chart__notice")).to_have_count(0)
    return chart


def asked_for(page: Page) -> list[str]:
    """What of the charts the page has asked the server for, in order."""
    names: list[str] = page.evaluate("performance.getEntriesByType('resource').map(each => each.name.split('/').pop())")
    return [name for name in names if name.endswith(".json") or name.startswith("plotly")]


def shifts(page: Page) -> float:
    """How much has moved; measured after the browser has painted twice."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return float(page.evaluate("shifts"))


def middle_of_point(chart: Locator, number: int) -> tuple[float, float]:
    box = chart.locator(".points path").nth(number).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_nothing_is_fetched_before_a_chart_is_near_and_its_script_once(reader: Page) -> None:
    assert asked_for(reader) == []
    drawn(reader, "scatter")
    drawn(reader, "trend")
    names = asked_for(reader)
    assert sorted(names) == [Path(plotly.SCRIPT).name, "scatter.json", "trend.json"]


def test_a_page_opens_before_a_chart_that_is_not_whole_in_view(reader: Page, chart_page: str) -> None:
    stage = reader.locator(".kc-chart--scatter .kc-chart__stage").bounding_box()
    assert stage
    half, whole = (round(stage["y"] + share * stage["height"]) for share in (0.5, 1.1))
    reader.set_viewport_size({"width": PHONE["width"], "height": half})
    reader.reload(wait_until="networkidle")
    assert asked_for(reader) == []
    reader.mouse.wheel(0, 5)
    expect(reader.locator(".kc-chart--scatter .plot-container")).to_be_attached(timeout=DRAWN)
    reader.set_viewport_size({"width": PHONE["width"], "height": whole})
    reader.goto("about:blank")
    reader.goto(chart_page)
    expect(reader.locator(".kc-chart--scatter .plot-container")).to_be_attached(timeout=DRAWN)
    assert reader.evaluate("scrollY") == 0


def test_nothing_moves_while_charts_come(reader: Page) -> None:
    for kind in ("scatter", "trend"):
        drawn(reader, kind)
    expect(reader.locator(".kc-chart__notice")).to_have_count(0)
    assert shifts(reader) == 0


def test_a_chart_has_the_colours_of_the_page_and_changes_with_them(reader: Page) -> None:
    scatter, trend = drawn(reader, "scatter"), drawn(reader, "trend")
    light = reader.evaluate(INK, "accent")
    assert set(scatter.evaluate(MARKS)) == {light, f"{light} open"}
    assert set(trend.evaluate(MARKS)) == {light, reader.evaluate(INK, "muted")}
    reader.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    dark = reader.evaluate(INK, "accent")
    assert dark != light
    expect(scatter.locator(".points path").first).to_have_css("fill", dark)
    assert set(scatter.evaluate(MARKS)) == {dark, f"{dark} open"}
    assert set(trend.evaluate(MARKS)) == {dark, reader.evaluate(INK, "muted")}


def test_nothing_in_a_chart_moves_for_who_wants_less_motion(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, reduced_motion="reduce")
    scatter = drawn(page, "scatter")
    page.mouse.move(*middle_of_point(scatter, 0))
    expect(scatter.locator(".hoverlayer .hovertext")).to_be_attached()
    moving = "each => each.getAnimations({ subtree: true }).length"
    assert scatter.evaluate(moving) == 0
    timed = "each => [...each.querySelectorAll('*')].map(one => getComputedStyle(one).transitionDuration)"
    assert set(scatter.evaluate(timed)) == {"0s"}


def test_a_reader_who_saves_data_is_asked_first(chart_page: str, new_context: NewContext) -> None:
    context = new_context(viewport=PHONE)
    context.add_init_script(SAVE_DATA)
    page = visited(context.new_page(), chart_page)
    button = page.locator(".kc-chart--scatter").get_by_role("button", name="Toon de grafiek")
    button.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked_for(page) == []
    button.focus()
    page.keyboard.press("Enter")
    drawn(page, "scatter")
    expect(button).to_have_count(0)
    assert page.locator(".kc-chart--trend").get_by_role("button").count() == 1
    assert shifts(page) == 0


@pytest.mark.parametrize("broken", [LIBRARY, "**/scatter.json"])
@pytest.mark.parametrize("answer", [{"status": 404}, {"status": 200, "body": "{"}])
def test_a_chart_that_does_not_come_says_where_its_figures_are(
    broken: str,
    answer: dict[str, Any],
    chart_page: str,
    page: Page,
) -> None:
    page.route(broken, lambda route: route.fulfill(**answer))
    visited(page, chart_page)
    chart = page.locator(".kc-chart--scatter")
    chart.scroll_into_view_if_needed()
    expect(chart.get_by_text("Dezelfde cijfers staan in de tabel.")).to_be_visible()
    expect(page.get_by_role("table", name="Het cijfer van elke aanbieder")).to_be_visible()
    assert shifts(page) == 0


def test_charts_are_accessible(reader: Page) -> None:
    scatter = drawn(reader, "scatter")
    drawn(reader, "trend")
    for size, scheme in LOOKS:
        inspect(reader, size, scheme)
    expect(scatter.get_by_role("img", name="Dezelfde cijfers staan in de tabel.")).to_be_visible()


def test_the_keyboard_finds_every_provider_in_the_table_and_is_not_held_by_a_chart(reader: Page) -> None:
    scatter = drawn(reader, "scatter")
    named = scatter.locator(".points path").count()
    assert reader.locator("table a").count() == named > 0
    assert scatter.locator("a, button, [tabindex]").count() == 0
    reader.locator("table a").last.focus()
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.closest('footer') !== null")


def test_a_point_says_who_it_is_and_leads_there(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, viewport={"width": 1280, "height": 900})
    scatter = drawn(page, "scatter")
    page.mouse.move(*middle_of_point(scatter, 0))
    first = chart_site.points()[0]
    expect(scatter.locator(".hoverlayer .hovertext")).to_contain_text(first.name)
    expect(scatter.locator(".hoverlayer .hovertext")).to_contain_text(str(first.grade).replace(".", ","))
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/ergens/aanbieders/aanbieder-1/")


def test_a_first_tap_tells_and_a_second_leads(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, has_touch=True, is_mobile=True)
    scatter = drawn(page, "scatter")
    # Noted when it appears: a browser without a window has a mouse that never came, and says at once that it left.
    scatter.evaluate(TELL)
    page.touchscreen.tap(*middle_of_point(scatter, 0))
    expect(scatter).to_have_attribute("data-told", re.compile(re.escape(chart_site.points()[0].name)))
    assert page.url == chart_page
    page.touchscreen.tap(*middle_of_point(scatter, 0))
    page.wait_for_url("**/ergens/aanbieders/aanbieder-1/")


def test_a_finger_that_swipes_over_a_chart_scrolls_the_page(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, has_touch=True, is_mobile=True)
    scatter = drawn(page, "scatter")
    x, y = middle_of_point(scatter, 0)
    page.touchscreen.tap(x, y)
    before = page.evaluate("scrollY")
    touch = page.context.new_cdp_session(page)
    steps = [("touchStart", 0), *(("touchMove", 20 * step) for step in range(1, 9))]
    for kind, moved in steps:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y + moved}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(page, "before => scrollY < before", before)
    assert page.url == chart_page


def test_what_a_point_says_is_never_cut_off_on_a_phone(reader: Page) -> None:
    for kind in ("scatter", "trend"):
        assert drawn(reader, kind).locator(".kc-chart__plot").evaluate(CUT_OFF) == []


def test_without_scripting_and_on_paper_there_is_no_chart(chart_page: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(chart_page)
    expect(page.locator(".kc-chart").first).to_be_hidden()
    expect(page.get_by_role("table")).to_be_visible()
    printed = opened(chart_page, new_context)
    printed.emulate_media(media="print")
    expect(printed.locator(".kc-chart").first).to_be_hidden()


def test_the_policy_of_the_page_refuses_charts_nothing(reader: Page) -> None:
    refused: list[str] = []
    reader.on("console", lambda message: refused.append(message.text))
    for kind in ("scatter", "trend"):
        reader.mouse.move(*middle_of_point(drawn(reader, kind), 0))
        expect(reader.locator(f".kc-chart--{kind} .hoverlayer .hovertext").first).to_be_attached()
    assert refused == []
    assert reader.locator("style").count() == 0
