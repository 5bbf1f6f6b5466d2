"""Each kind of page on a phone, on a tablet either way up and on a desktop, and enlarged two and four times.

One visit does for all: what changes is the window. Between 704 and 1024 pixels the layout is one and the same, so axe
looks there once, and only for what a width can break; in tests/visiting/test_every_kind.py it looks at either end.
"""

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from published.inspecting import CUT_OFF, FITS, LAYOUT_RULES, OVERLAPS, axe_finds
from published.watching import NewContext
from support.kinds import KINDS
from support.under_policy import add_styles

WINDOWS = {
    "phone": ViewportSize(width=360, height=740),
    "tablet": ViewportSize(width=768, height=1024),
    "desktop": ViewportSize(width=1280, height=900),
    # A window of 1280 by 1024 pixels, enlarged: WCAG 1.4.4 and 1.4.10.
    "enlarged twice": ViewportSize(width=640, height=512),
    "enlarged four times": ViewportSize(width=320, height=256),
    # The last: axe looks here.
    "larger tablet": ViewportSize(width=820, height=1180),
}
# What must be scrolled in two directions: a box that is wider than its window, but for one of code.
_TWO_WAYS = """
[...document.querySelectorAll('body *')]
  .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(each).overflowX) && !each.matches('textarea, pre, code'))
  .map(each => each.outerHTML.slice(0, 120))
"""
# Which part of the height of the window is behind what does not scroll along.
_COVERED = """
(() => {
  const stays = each => each && (/fixed|sticky/.test(getComputedStyle(each).position) || stays(each.parentElement));
  const lines = [...Array(innerHeight).keys()];
  return lines.filter(line => stays(document.elementFromPoint(innerWidth / 2, line))).length / innerHeight;
})()
"""
MOST_COVERED = 1 / 4
FAULTS = {
    "it scrolls sideways": "main { min-width: 1400px }",
    "cut off": "main h1 { margin-left: -30px !important }",
    "two ways": "main p { overflow-x: auto; width: 5em; white-space: nowrap }",
}


def found_wrong(page: Page) -> list[str]:
    """What of the open page does not fit its window."""
    sideways = [] if page.evaluate(FITS) else ["it scrolls sideways"]
    two_ways = [f"two ways: {each}" for each in page.evaluate(_TWO_WAYS)]
    return [*sideways, *two_ways, *page.evaluate(OVERLAPS), *(f"cut off: {each}" for each in page.evaluate(CUT_OFF))]


def test_a_page_fits_every_window(visited: Page) -> None:
    for name, window in WINDOWS.items():
        visited.set_viewport_size(window)
        assert found_wrong(visited) == [], name
    assert axe_finds(visited, LAYOUT_RULES) == ""


@pytest.mark.parametrize("name", ["home", "finder with results", "provider with grades", "service"])
def test_what_was_chosen_leaves_most_of_a_window_free(name: str, home: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(home + KINDS[name].path)
    expect(page.locator(".kc-choose").first).to_be_visible()
    for button in page.locator(".kc-choose:visible").all()[:4]:
        button.click()
    expect(page.locator(".kc-tray--holds")).to_be_visible()
    for size, window in WINDOWS.items():
        page.set_viewport_size(window)
        page.evaluate("scrollTo(0, 0)")
        assert page.evaluate(_COVERED) <= MOST_COVERED, size


def test_what_does_not_fit_is_seen(home: str, new_context: NewContext) -> None:
    page = new_context(viewport=WINDOWS["phone"]).new_page()
    for fault, rules in FAULTS.items():
        page.goto(home + KINDS["about"].path)
        assert found_wrong(page) == []
        add_styles(page, rules)
        assert any(fault in each for each in found_wrong(page)), fault
    add_styles(page, "main { position: sticky; top: 0 }")
    assert page.evaluate(_COVERED) > MOST_COVERED
    add_styles(page, "main a, main ~ * a { display: inline-block; height: 9px; margin: 0; padding: 0; font-size: 8px }")
    assert "target-size" in axe_finds(page, LAYOUT_RULES)
