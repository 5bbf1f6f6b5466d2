"""Each kind of page, on a phone in the dark and on a desktop in the light; and its HTML.

A layout does not depend on the colours, nor a contrast on the width: two of the four show both.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from published.inspecting import CUT_OFF, FITS, OVERLAPS, inspect
from published.watching import NewContext, watched
from support.kinds import KINDS, Kind
from support.under_policy import add_styles
from visiting import markup

CALM = (
    "[...document.querySelectorAll('a, button, details, summary, input, select, label')]"
    ".filter(each => !/^0s(, 0s)*$/.test(getComputedStyle(each).transitionDuration))"
    ".map(each => each.outerHTML.slice(0, 100))"
)


def shown(page: Page, kind: Kind) -> None:
    """Wait until what makes the page one of its kind is there."""
    for selector in kind.shows:
        expect(page.locator(selector).first).to_be_visible()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_page_is_accessible_quiet_and_asks_no_other_host(kind: Kind, home: str, new_context: NewContext) -> None:
    page = new_context(color_scheme="dark", viewport={"width": 360, "height": 740}).new_page()
    with watched(page, home + kind.path):
        shown(page, kind)
        for size, scheme in (("phone", "dark"), ("desktop", "light")):
            inspect(page, size, scheme)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_html_is_valid(kind: Kind, site: Path) -> None:
    html = kind.file(site).read_text(encoding="utf-8")
    assert markup.errors(html) == []
    assert markup.loose_ends(html) == []


def test_no_kind_of_page_is_left_out(site: Path) -> None:
    paths = [kind.path for kind in KINDS.values()]
    assert {f"{page.parent.name}/" for page in site.glob("*/index.html")} <= set(paths)
    assert {page.parents[1].name for page in site.glob("*/*/index.html")} <= {kind.folder for kind in KINDS.values()}


def test_what_is_not_valid_is_seen() -> None:
    page = "<!doctype html><title>x</title><h1 id=a>x</h1><p id=a><label for=b>x</label><a href='#c'>x</a>"
    assert markup.errors(page) == []
    assert markup.loose_ends(page) == ["two of #a", "for b", "href=# c"]
    assert markup.errors(page.replace("<p ", "</section><p "))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nothing_is_lost_at_twice_the_size_of_text(kind: Kind, home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 640, "height": 900}).new_page()
    page.goto(home + kind.path)
    shown(page, kind)
    page.wait_for_load_state("networkidle")
    before = page.locator("main").inner_text()
    add_styles(page, "html { font-size: 250% !important }")
    assert page.locator("main").inner_text() == before
    assert page.evaluate(FITS), "it scrolls sideways"
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", ["home", "provider with grades", "service", "finder with results", "comparison"])
def test_nothing_moves_for_who_wants_less_motion(name: str, home: str, new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(home + KINDS[name].path)
    shown(page, KINDS[name])
    page.locator("body").press("Tab")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(CALM) == []
    assert page.locator("html").evaluate("each => getComputedStyle(each).scrollBehavior") == "auto"
