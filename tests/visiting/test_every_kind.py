"""Each kind of page, on a desktop in the light and on a phone in the dark; and its HTML.

A layout does not depend on the colours, nor a contrast on the width: two of the four show both.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from published.inspecting import CUT_OFF, FITS, OVERLAPS, axe_finds, inspect
from published.watching import NewContext
from support.kinds import KINDS, Kind
from support.under_policy import styled
from visiting import markup

CALM = (
    "[...document.querySelectorAll('a, button, details, summary, input, select, label')]"
    ".filter(each => !/^0s(, 0s)*$/.test(getComputedStyle(each).transitionDuration))"
    ".map(each => each.outerHTML.slice(0, 100))"
)


def test_a_page_is_accessible_quiet_and_asks_no_other_host(visited: Page) -> None:
    for size, scheme in (("desktop", "light"), ("phone", "dark")):
        inspect(visited, size, scheme)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_html_is_valid(kind: Kind, site: Path) -> None:
    html = kind.file(site).read_text(encoding="utf-8")
    assert markup.errors(html) == []
    assert markup.loose_ends(html) == []


def test_no_kind_of_page_is_left_out(site: Path) -> None:
    paths = [kind.path for kind in KINDS.values()]
    assert {f"{page.parent.name}/" for page in site.glob("*/index.html")} <= set(paths)
    assert {page.parents[1].name for page in site.glob("*/*/index.html")} <= {kind.folder for kind in KINDS.values()}


def test_an_audit_that_looks_at_nothing_is_none(page: Page) -> None:
    page.set_content("<p>Verzonnen")
    with pytest.raises(Error, match="axe looked at nothing"):
        axe_finds(page, {"runOnly": {"type": "tag", "values": ["cat.parsing"]}})


def test_what_is_not_valid_is_seen() -> None:
    page = "<!doctype html><title>x</title><h1 id=a>x</h1><p id=a><label for=b>x</label><a href='#c'>x</a>"
    assert markup.errors(page) == []
    assert markup.loose_ends(page) == ["two of #a", "for b", "href=# c"]
    assert markup.errors(page.replace("<p ", "</section><p "))


def test_nothing_is_lost_at_twice_the_size_of_text(visited: Page) -> None:
    visited.set_viewport_size({"width": 640, "height": 900})
    before = visited.locator("main").inner_text()
    with styled(visited, "html { font-size: 250% !important }"):
        assert visited.locator("main").inner_text() == before
        assert visited.evaluate(FITS), "it scrolls sideways"
        assert visited.evaluate(OVERLAPS) == []
        assert visited.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", ["home", "provider with grades", "service", "finder with results", "comparison"])
def test_nothing_moves_for_who_wants_less_motion(name: str, home: str, new_context: NewContext) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(home + KINDS[name].path)
    for selector in KINDS[name].shows:
        expect(page.locator(selector).first).to_be_visible()
    page.locator("body").press("Tab")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(CALM) == []
    assert page.locator("html").evaluate("each => getComputedStyle(each).scrollBehavior") == "auto"
