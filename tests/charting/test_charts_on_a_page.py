"""Charts in a browser: on a site of their own with invented figures, so that each case is there."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
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
SMALLEST = 11  # pixels of text that can still be read
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

# Where a chart stands on its page, and its size.
PLACE = "({ offsetTop, offsetWidth, offsetHeight }) => [offsetTop, offsetWidth, offsetHeight]"
# The middle of each mark: of a drawing, and of what plotly draws.
OUR_MARKS = """
chart => [...chart.querySelectorAll('.kc-plot .kc-dot')].map((mark) => {
  const { x, y } = mark.getPointAtLength(0);
  const place = new DOMPoint(x, y).matrixTransform(mark.getScreenCTM());
  const room = chart.getBoundingClientRect();
  return [place.x - room.x, place.y - room.y];
})
"""
THEIR_MARKS = """
chart => [...chart.querySelectorAll('.points path')].map((mark) => {
  const { x, y, width, height } = mark.getBoundingClientRect();
  const room = chart.getBoundingClientRect();
  return [x + width / 2 - room.x, y + height / 2 - room.y];
})
"""
# Where each text of a drawing stands and how large it is, in pixels.
TEXTS = """
chart => [...chart.querySelectorAll('.kc-plot text')].map((text) => {
  const { left, right, top, bottom } = text.getBoundingClientRect();
  const outline = Number.parseFloat(getComputedStyle(text).strokeWidth) / 2 || 0;
  const leading = (bottom - top - Number.parseFloat(getComputedStyle(text).fontSize)) / 2;
  return [left + outline, right - outline, top + leading, bottom - leading,
    Number.parseFloat(getComputedStyle(text).fontSize)];
})
"""
# How much each mark, line and text differs from the page, as WCAG counts it.
CONTRASTS = """
chart => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const page = light(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour) => {
    const [low, high] = [page, light(colour)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  };
  const drawn = '.kc-plot text, .kc-plot .kc-dot, .kc-plot .kc-series__line, .kc-plot .kc-plot__average';
  return [...chart.querySelectorAll(drawn)].map(each => getComputedStyle(each))
    .map(({ fill, stroke }) => contrast(fill === 'none' ? stroke : fill));
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


def explored(page: Page, kind: str) -> Locator:
    """A chart that plotly has drawn, because somebody pressed its button."""
    chart = page.locator(f".kc-chart--{kind}")
    chart.get_by_role("button", name="Verken de grafiek").click()
    # Only then does the chart answer to who points at it.
    expect(chart.get_by_role("status")).to_contain_text("Wijs een", timeout=DRAWN)
    chart.locator(".kc-chart__live").scroll_into_view_if_needed()
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


@pytest.fixture(scope="module")
def both(chart_page: str, browser: Browser) -> Iterator[Page]:
    """The page with both charts drawn by plotly, for all who only look at it: they leave its size as it is."""
    page = visited(browser.new_page(viewport={"width": 360, "height": 740}), chart_page)
    for kind in ("scatter", "trend"):
        explored(page, kind)
    yield page
    page.close()


def chart_on(page: Page, kind: str) -> Locator:
    chart = page.locator(f".kc-chart--{kind}")
    chart.locator(".kc-chart__live").scroll_into_view_if_needed()
    return chart


def test_nothing_of_a_chart_is_fetched_unasked_and_its_script_once(reader: Page) -> None:
    for chart in reader.locator(".kc-chart").all():
        chart.scroll_into_view_if_needed()
    reader.mouse.wheel(0, 10_000)
    reader.wait_for_load_state("networkidle")
    assert asked_for(reader) == []
    explored(reader, "scatter")
    explored(reader, "trend")
    assert sorted(asked_for(reader)) == [Path(plotly.SCRIPT).name, "scatter.json", "trend.json"]


def test_the_keyboard_asks_for_a_chart_and_stays_where_it_was(reader: Page) -> None:
    chart = reader.locator(".kc-chart--trend")
    chart.get_by_role("button").focus()
    reader.keyboard.press("Enter")
    expect(chart.get_by_role("status")).to_be_focused(timeout=DRAWN)
    expect(chart.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_a_drawing_becomes_a_chart_to_explore_and_each_mark_is_in_the_same_place(
    width: int, chart_page: str, new_context: NewContext
) -> None:
    page = opened(chart_page, new_context, viewport={"width": width, "height": 900})
    for kind in ("scatter", "trend"):
        drawn = page.locator(f".kc-chart--{kind}")
        ours, before = drawn.evaluate(OUR_MARKS), drawn.evaluate(PLACE)
        chart = explored(page, kind)
        theirs = chart.evaluate(THEIR_MARKS)
        assert chart.evaluate(PLACE) == before
        expect(chart.locator(".kc-plot")).to_have_count(0)
        assert len(theirs) >= len(ours) > 5
        for x, y in theirs:
            assert any(abs(x - across) < 1.5 and abs(y - down) < 1.5 for across, down in ours), (kind, x, y)
    assert shifts(page) == 0


def test_every_text_of_a_drawing_can_be_read_and_none_overlaps(reader: Page) -> None:
    for width in (360, 768, 1280):
        reader.set_viewport_size({"width": width, "height": 900})
        for kind in ("scatter", "trend"):
            texts = reader.locator(f".kc-chart--{kind}").evaluate(TEXTS)
            assert min(size for *_, size in texts) >= SMALLEST
            assert min(left for left, *_ in texts) >= 0
            assert max(right for _, right, *_ in texts) <= width
            assert overlaps([box for *box, _ in texts]) == []


def overlaps(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    """The pairs of boxes (left, right, top, bottom) that have room in common; a pixel is the edge of a letter."""
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one[1], other[1]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[2], other[2]) > 1
    ]


@pytest.mark.parametrize("colours", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawing_differs_from_what_is_behind_it_in_any_colours(
    scheme: str, colours: str, chart_page: str, new_context: NewContext
) -> None:
    page = opened(chart_page, new_context, color_scheme=scheme, forced_colors=colours)
    for kind in ("scatter", "trend"):
        seen = page.locator(f".kc-chart--{kind}").evaluate(CONTRASTS)
        assert min(seen) >= 3, seen


def test_a_chart_has_the_colours_of_the_page_and_changes_with_them(both: Page) -> None:
    scatter, trend = chart_on(both, "scatter"), chart_on(both, "trend")
    light = both.evaluate(INK, "accent")
    assert set(scatter.evaluate(MARKS)) == {light, f"{light} open"}
    assert set(trend.evaluate(MARKS)) == {light, both.evaluate(INK, "muted")}
    both.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    dark = both.evaluate(INK, "accent")
    assert dark != light
    expect(scatter.locator(".points path").first).to_have_css("fill", dark)
    assert set(scatter.evaluate(MARKS)) == {dark, f"{dark} open"}
    assert set(trend.evaluate(MARKS)) == {dark, both.evaluate(INK, "muted")}
    both.evaluate("document.body.setAttribute('data-md-color-scheme', 'default')")
    expect(scatter.locator(".points path").first).to_have_css("fill", light)


def test_nothing_in_a_chart_moves_for_who_wants_less_motion(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, reduced_motion="reduce")
    scatter = explored(page, "scatter")
    page.mouse.move(*middle_of_point(scatter, 0))
    expect(scatter.locator(".hoverlayer .hovertext")).to_be_attached()
    moving = "each => each.getAnimations({ subtree: true }).length"
    assert scatter.evaluate(moving) == 0
    timed = "each => [...each.querySelectorAll('*')].map(one => getComputedStyle(one).transitionDuration)"
    assert set(scatter.evaluate(timed)) == {"0s"}


@pytest.mark.parametrize("broken", [LIBRARY, "**/scatter.json"])
def test_a_chart_that_does_not_come_says_where_its_figures_are(broken: str, chart_page: str, page: Page) -> None:
    answers: list[dict[str, Any]] = [{"status": 404}, {"status": 200, "body": "{"}]
    for answer in answers:
        page.route(broken, partial(Route.fulfill, **answer))
        visited(page, chart_page)
        chart = page.locator(".kc-chart--scatter")
        chart.get_by_role("button").click()
        expect(chart.get_by_text("Dezelfde cijfers staan in de tabel.")).to_be_visible()
        expect(chart.locator(".kc-plot")).to_be_visible()
        expect(chart.get_by_role("button")).to_be_focused()
        page.unroute(broken)
    explored(page, "scatter")


def test_the_keyboard_finds_every_provider_in_the_table_and_is_not_held_by_a_chart(reader: Page) -> None:
    scatter = explored(reader, "scatter")
    named = scatter.locator(".points path").count()
    assert reader.locator("table a").count() == named > 0
    assert scatter.locator(".kc-chart__plot").locator("a, button, [tabindex]").count() == 0
    reader.locator("table a").last.focus()
    reader.keyboard.press("Tab")
    expect(reader.locator(".kc-chart--trend").get_by_role("button")).to_be_focused()


def test_a_point_says_who_it_is_and_leads_there(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, viewport={"width": 1280, "height": 900})
    scatter = explored(page, "scatter")
    page.mouse.move(*middle_of_point(scatter, 0))
    first = chart_site.points()[0]
    expect(scatter.locator(".hoverlayer .hovertext")).to_contain_text(first.name)
    expect(scatter.locator(".hoverlayer .hovertext")).to_contain_text(str(first.rating.grade).replace(".", ","))
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/ergens/aanbieders/aanbieder-1/")


def test_a_first_tap_tells_and_a_second_leads(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, has_touch=True, is_mobile=True)
    scatter = explored(page, "scatter")
    # Noted when it appears: a browser without a window has a mouse that never came, and says at once that it left.
    scatter.evaluate(TELL)
    page.touchscreen.tap(*middle_of_point(scatter, 0))
    expect(scatter).to_have_attribute("data-told", re.compile(re.escape(chart_site.points()[0].name)))
    assert page.url == chart_page
    page.touchscreen.tap(*middle_of_point(scatter, 0))
    page.wait_for_url("**/ergens/aanbieders/aanbieder-1/")


def test_a_finger_that_swipes_over_a_chart_scrolls_the_page(chart_page: str, new_context: NewContext) -> None:
    page = opened(chart_page, new_context, has_touch=True, is_mobile=True)
    scatter = explored(page, "scatter")
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


def test_what_a_point_says_is_never_cut_off_on_a_phone(both: Page) -> None:
    for kind in ("scatter", "trend"):
        assert chart_on(both, kind).locator(".kc-chart__live").evaluate(CUT_OFF) == []


def test_without_scripting_and_on_paper_there_is_a_drawing_and_no_button(
    chart_page: str, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(chart_page)
    printed = opened(chart_page, new_context)
    printed.emulate_media(media="print")
    for each in (page, printed):
        for kind in ("scatter", "trend"):
            expect(each.locator(f".kc-chart--{kind} .kc-plot")).to_be_visible()
            expect(each.locator(f".kc-chart--{kind} button")).to_be_hidden()


def test_the_policy_of_the_page_refuses_charts_nothing(reader: Page) -> None:
    refused: list[str] = []
    reader.on("console", lambda message: refused.append(message.text))
    for kind in ("scatter", "trend"):
        reader.mouse.move(*middle_of_point(explored(reader, kind), 0))
        expect(reader.locator(f".kc-chart--{kind} .hoverlayer .hovertext").first).to_be_attached()
    assert refused == []
    assert reader.locator("style").count() == 0


def test_charts_are_accessible(both: Page) -> None:
    """The last, for it changes the window and the colours."""
    for size, scheme in LOOKS:
        inspect(both, size, scheme)
    expect(
        both.locator(".kc-chart--scatter").get_by_role("img", name="Dezelfde cijfers staan in de tabel.")
    ).to_be_visible()
