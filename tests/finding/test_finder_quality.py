"""The finder with its results on a phone and on a desktop, in light and in dark, in large text; and what it weighs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from finding.finder import Finder, opened, transferred
from finding.sites import built
from playwright.sync_api import BrowserContext
from published.inspecting import inspect
from published.watching import LOOKS, watched
from support.registers.public import invented
from support.sites import served
from support.under_policy import add_styles

NewContext = Callable[..., BrowserContext]


@pytest.mark.parametrize("query", ["zoek=werk", "zoek=qwertyuiop", "zoek=werk&dienst=jobcoaching&volgorde=cijfer"])
def test_results_are_accessible_and_quiet_and_asked_of_no_other_host(
    query: str, address: str, new_context: NewContext
) -> None:
    page = new_context().new_page()
    with watched(page, f"{address}?{query}"):
        Finder(page).count()
        for size, scheme in LOOKS:
            inspect(page, size, scheme)


SMALL_TARGETS = """
[...document.querySelectorAll('.kc-finder :is(input, select, button, label:has(input))')]
  .filter(each => each.checkVisibility() && !each.closest('label:has(input)')?.contains(each.parentElement))
  .filter(each => !each.matches('label input'))
  .map(each => [each.textContent.trim().slice(0, 20), Math.round(each.getBoundingClientRect().height)])
  .filter(([, height]) => height < 44)
"""


def test_every_control_is_as_high_as_a_fingertip(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}?zoek=werk", new_context, viewport={"width": 360, "height": 740})
    finder.count()
    assert finder.page.evaluate(SMALL_TARGETS) == []


def test_text_at_twice_the_size_stays_within_the_screen(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}?zoek=werk", new_context, viewport={"width": 640, "height": 900})
    finder.count()
    before = finder.page.locator("main").inner_text()
    add_styles(finder.page, "html { font-size: 250% !important }")
    assert finder.page.locator("main").inner_text() == before
    assert finder.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


@pytest.mark.parametrize("typed", ["coach", "2e spoor", "jobcoach rotterdam"])
def test_the_first_results_take_less_than_300_kilobytes(
    typed: str, new_context: NewContext, half_a_thousand: Path
) -> None:
    with served(half_a_thousand) as address:
        page = new_context().new_page()
        page.goto(f"{address}aanbieders/")
        page.wait_for_load_state("networkidle")
        finder = Finder(page)

        def search() -> None:
            finder.type(typed)
            finder.count()

        assert 50_000 < transferred(page, search) < 300_000


@pytest.fixture(scope="module")
def half_a_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(invented(500), tmp_path_factory.mktemp("500"))
