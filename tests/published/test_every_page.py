"""Each kind of page, on a phone and on a desktop, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from published.watching import KINDS, LOOKS, SIZES, NewContext, watched

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

# Cells of a table whose text stands outside them, and so perhaps over another's.
OVERLAPS = """
[...document.querySelectorAll('td, th')]
  .filter(cell => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1 && !cell.closest('thead'))
  .map(cell => cell.textContent.trim())
"""


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_quiet_and_asks_no_other_host(
    kind: str,
    size: str,
    scheme: str,
    base_url: str,
    new_context: NewContext,
) -> None:
    width, height = SIZES[size]
    context = new_context(color_scheme=scheme, viewport={"width": width, "height": height})
    with watched(context.new_page(), base_url + KINDS[kind]) as page:
        assert (
            page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
        )
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"
        assert page.locator("html").get_attribute("lang") == "nl"
        assert page.evaluate(OVERLAPS) == []
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()


def test_every_text_is_still_there_at_twice_the_size(base_url: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 640, "height": 900}).new_page()
    page.goto(base_url + KINDS["provider with absences"])
    page.wait_for_load_state("networkidle")  # what a script adds is text too
    before = page.locator("main").inner_text()
    page.add_style_tag(content="html { font-size: 250% !important }")
    assert page.locator("main").inner_text() == before
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


def test_the_keyboard_reaches_the_content_and_each_link_of_the_header(base_url: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(base_url + KINDS["all providers"])
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("window.scrollY") < 100, "focus went where nobody sees it"
    assert reached[0] == "Ga naar inhoud"
    for name in ("Klantcijfer", "Aanbieders", "Diensten", "Vergelijken", "Uitleg"):
        assert name in reached
