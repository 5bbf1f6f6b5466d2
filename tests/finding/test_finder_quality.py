"""The finder with its results on a phone and on a desktop, in light and in dark, in large text; and what it weighs."""

from pathlib import Path

import pytest
from finding.finder import Finder, opened, transferred
from finding.sites import built
from playwright.sync_api import expect
from published.inspecting import inspect
from published.watching import LOOKS, NewContext, watched
from support.registers.public import invented
from support.sites import served
from support.under_policy import add_styles


@pytest.mark.parametrize(
    "query", ["zoek=werk", "zoek=coach+in+zeist", "zoek=qwertyuiop", "dienst=jobcoaching&volgorde=cijfer"]
)
def test_results_are_accessible_and_quiet_and_asked_of_no_other_host(
    query: str, address: str, new_context: NewContext
) -> None:
    page = new_context().new_page()
    with watched(page, f"{address}aanbieders/?{query}"):
        Finder(page).names()
        for part in page.locator("details.kc-list__part").all():
            part.evaluate("part => { part.open = true; }")
        for size, scheme in LOOKS:
            inspect(page, size, scheme)


# A button that stands in a sentence is as high as its line, as a link would be.
SMALL_TARGETS = """
[...document.querySelectorAll('.kc-finder :is(input, select, button, summary, label:has(input))')]
  .filter(each => each.checkVisibility() && !each.closest('label:has(input)')?.contains(each.parentElement))
  .filter(each => !each.matches('label input, .kc-finder__ask'))
  .map(each => [each.textContent.trim().slice(0, 20), Math.round(each.getBoundingClientRect().height)])
  .filter(([, height]) => height < 44)
"""


def test_every_control_is_as_high_as_a_fingertip(address: str, new_context: NewContext) -> None:
    finder = opened(
        f"{address}aanbieders/?zoek=re-integratie+qwertyuiop", new_context, viewport={"width": 360, "height": 740}
    )
    finder.wait()
    finder.unfold()
    assert finder.page.evaluate(SMALL_TARGETS) == []
    finder.type("werk")
    finder.count()
    assert finder.page.evaluate(SMALL_TARGETS) == []


def test_text_at_twice_the_size_stays_within_the_screen(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/?zoek=werk", new_context, viewport={"width": 640, "height": 900})
    finder.count()
    before = finder.page.locator("main").inner_text()
    add_styles(finder.page, "html { font-size: 250% !important }")
    assert finder.page.locator("main").inner_text() == before
    assert finder.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


@pytest.mark.parametrize("typed", ["coach", "2e spoor", "jobcoach rotterdam"])
def test_all_answers_together_take_one_file_of_less_than_50_kilobytes(
    typed: str, new_context: NewContext, half_a_thousand: Path
) -> None:
    with served(half_a_thousand) as address:
        page = new_context().new_page()
        page.goto(f"{address}aanbieders/")
        page.wait_for_load_state("networkidle")
        finder = Finder(page)

        def search(text: str) -> None:
            finder.type(text)
            finder.names()

        assert 10_000 < transferred(page, lambda: search(typed)) < 50_000
        assert transferred(page, lambda: search("outplacement")) == 0


@pytest.fixture(scope="module")
def half_a_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(invented(500), tmp_path_factory.mktemp("500"))


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_list_keeps_its_height_when_the_buttons_to_compare_come(
    width: int, address: str, new_context: NewContext
) -> None:
    """Or what somebody reads, or came back to, moves away."""
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    page.route("**/scripts/words.json", lambda route: route.abort())
    heights: list[object] = []
    for shown in (0, 20):
        page.goto(f"{address}aanbieders/")
        expect(page.locator(".kc-choose:not([hidden])")).to_have_count(shown)
        heights.append(
            page.locator(".kc-results > li").evaluate_all("each => each.map(({ offsetHeight }) => offsetHeight)")
        )
        page.unroute("**/scripts/words.json")
    assert heights[0] == heights[1]
