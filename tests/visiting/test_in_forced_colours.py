"""Who has colours of their own, as in Windows' high contrast, sees all that is drawn, in those colours alone."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from published.watching import NewContext
from support.kinds import KINDS, Kind
from support.under_policy import add_styles

# What is drawn in a colour that is not the reader's. The mark of the site is a picture with a ground of its own.
_FOREIGN = """
(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const resolved = name => { probe.style.color = name; return getComputedStyle(probe).color; };
  const own = new Set(['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'ButtonText'].map(resolved));
  probe.remove();
  const isOwn = paint => paint === 'none' || paint.startsWith('url') || own.has(paint);
  return [...document.querySelectorAll('svg :is(path, rect, circle, text)')]
    .filter(each => each.checkVisibility())
    .filter(each => { const { fill, stroke } = getComputedStyle(each); return !isOwn(fill) || !isOwn(stroke); })
    .map(each => each.outerHTML.slice(0, 120));
})()
"""
_LOOK = "each => (({ fill, fillOpacity, stroke }) => `${fill} ${fillOpacity} ${stroke}`)(getComputedStyle(each))"
# Where the arrow of a fold stands in it.
_ARROW = """
each => {
  const { left, top, borderLeftWidth, borderTopWidth, borderBottomWidth } = getComputedStyle(each, '::before');
  const [x, y, width, ...heights] = [left, top, borderLeftWidth, borderTopWidth, borderBottomWidth].map(parseFloat);
  return [x, y, x + width, y + heights[0] + heights[1]];
}
"""
_LINE = "each => getComputedStyle(each).textDecorationLine"
_BORDER = "each => parseFloat(getComputedStyle(each).borderTopWidth)"
FOREIGN = (
    ".kc-series path { stroke: #0b5c7a }",
    "body [data-certainty] > svg > circle { fill: #0b5c7a }",
    ".kc-table--bars rect { fill: #0b5c7a }",
)


@pytest.fixture
def forced(new_context: NewContext) -> Page:
    """A page in a browser with a black ground, white text and yellow links."""
    return new_context(forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 900}).new_page()


def inked(place: Locator, box: tuple[float, float, float, float]) -> float:
    """Which part of a box in a place is not black, as the ground is."""
    area = Image.open(BytesIO(place.screenshot())).convert("L").crop(box)
    return sum(area.histogram()[64:]) / (area.width * area.height)


def has_arrow(fold: Locator) -> bool:
    """Whether it has a triangle, which fills half of its box: not nothing, and not a square."""
    return 0.35 < inked(fold, fold.evaluate(_ARROW)) < 0.65


def opens(select: Locator) -> bool:
    """Whether a list has an arrow at its end, within its border."""
    box = select.bounding_box()
    assert box is not None
    return inked(select, (box["width"] - 24, 6, box["width"] - 4, box["height"] - 6)) > 0.02


def looks_of_a_scale(page: Page) -> set[str]:
    """How each of the three marks on a scale looks that has them all."""
    scale = page.locator(".kc-card [data-certainty] > svg").filter(has=page.locator("[width]")).first
    return {scale.locator(mark).evaluate(_LOOK) for mark in ("circle", "[width]", "[x]:not([width])")}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_drawn_has_the_readers_colours(kind: Kind, home: str, forced: Page) -> None:
    forced.goto(home + kind.path)
    for selector in kind.shows:
        expect(forced.locator(selector).first).to_be_visible()
    assert forced.evaluate(_FOREIGN) == []


def test_the_marks_of_a_scale_and_how_sure_it_is_are_told_apart(home: str, forced: Page) -> None:
    forced.goto(home + KINDS["provider with grades"].path)
    assert len(looks_of_a_scale(forced)) == 3
    sure = forced.locator(".kc-card [data-certainty] > small").first
    box = sure.bounding_box()
    assert box is not None
    assert 0.1 < inked(sure, (0, 0, box["height"] * 2, box["height"])) < 0.9
    assert has_arrow(forced.locator(".kc-fold > summary").first)


def test_the_series_of_a_chart_are_told_apart(home: str, forced: Page) -> None:
    forced.goto(home + KINDS["provider with grades"].path)
    clients, commissioners = (
        forced.locator(f".kc-plot .kc-series--{each} path").first for each in ("client", "commissioner")
    )
    assert clients.evaluate(_LOOK) != commissioners.evaluate(_LOOK)
    parts = forced.locator(".kc-shares > rect").evaluate_all(f"all => all.map({_LOOK})")
    assert len(set(parts)) > 1


def test_what_can_be_opened_or_pressed_looks_like_it(home: str, forced: Page) -> None:
    forced.goto(home + KINDS["finder with results"].path)
    filters = forced.locator(".kc-finder__filters > summary")
    assert has_arrow(filters)
    filters.click()
    assert all(opens(each) for each in forced.locator(".kc-finder select").all())
    expect(forced.locator(".kc-results .kc-choose").first).to_be_visible()
    for button in forced.locator(".kc-results .kc-choose").all()[:2]:
        button.click()
    assert forced.locator(".kc-tray .kc-button").evaluate(_BORDER) > 0


def test_where_the_reader_is_looks_unlike_the_rest_of_a_menu(home: str, forced: Page) -> None:
    forced.goto(home + KINDS["letter"].path)
    here, other = (
        forced.locator(f".kc-letters a{which}").first for which in ("[aria-current]", ":not([aria-current])")
    )
    assert here.evaluate(_BORDER) > other.evaluate(_BORDER)
    forced.goto(home + KINDS["services"].path)
    here, other = (forced.locator(f".kc-nav a{which}").first for which in ("[aria-current]", ":not([aria-current])"))
    assert (here.evaluate(_LINE), other.evaluate(_LINE)) == ("underline", "none")


def test_what_is_not_seen_in_forced_colours_is_told(home: str, forced: Page) -> None:
    forced.goto(home + KINDS["provider with grades"].path)
    add_styles(forced, ".kc-fold > summary::before { clip-path: none !important }")
    assert not has_arrow(forced.locator(".kc-fold > summary").first)
    add_styles(forced, "body [data-certainty] > svg > :is([width], circle) { fill: Highlight; stroke: none }")
    assert len(looks_of_a_scale(forced)) == 2
    for rules in FOREIGN:
        forced.reload()
        assert forced.evaluate(_FOREIGN) == []
        add_styles(forced, rules)
        assert forced.evaluate(_FOREIGN) != [], rules
    forced.goto(home + KINDS["finder"].path)
    add_styles(forced, ".kc-finder select[name] { appearance: none }")
    assert not opens(forced.locator(".kc-finder__head select"))
