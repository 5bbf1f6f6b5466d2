"""The site without JavaScript: every provider is found by service, by province and by letter."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from published.watching import NewContext
from support.kinds import KINDS

from generator.demo import cases

COACH = "Pimpelkoers Jobcoaching"
# In CSS pixels: more is no page to leaf through on a phone.
TALLEST = 10_000


@pytest.fixture
def plain(home: str, new_context: NewContext) -> Page:
    """The first page, in a browser that runs no scripts."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(home)
    return page


@pytest.mark.parametrize("way", ["Hulp van een jobcoach", "Utrecht", "P"])
def test_a_provider_is_found_from_the_first_page(way: str, home: str, plain: Page) -> None:
    plain.get_by_role("main").get_by_role("link", name=way, exact=True).click()
    coach = plain.get_by_role("main").get_by_role("link", name=COACH, exact=True)
    while not coach.count():
        plain.get_by_role("link", name="Volgende").click()
    coach.click()
    expect(plain).to_have_url(f"{home}aanbieders/{cases.JOB_COACH.id}/")
    expect(plain.get_by_role("heading", level=1)).to_have_text(COACH)
    expect(plain.get_by_text("64 van de 118 cliënten antwoordden (54%)", exact=True)).to_be_visible()


def test_what_needs_a_script_is_not_offered(home: str, plain: Page) -> None:
    for path in (
        "",
        "aanbieders/",
        "diensten/inburgering/",
        "provincies/drenthe/",
        f"aanbieders/{cases.JOB_COACH.id}/",
    ):
        plain.goto(home + path)
        expect(plain.get_by_role("heading", level=1)).to_be_visible()
        for control in ("search", "searchbox", "combobox", "button"):
            expect(plain.get_by_role("main").get_by_role(control)).to_have_count(0)


def test_the_comparison_says_what_it_needs_and_where_else_to_look(home: str, plain: Page) -> None:
    plain.goto(f"{home}vergelijken/?aanbieders={cases.JOB_COACH.id},{cases.NOBODY.id}")
    # Playwright looks into no noscript by role or text.
    expect(plain.locator("noscript p")).to_contain_text("Vergelijken werkt alleen met JavaScript")
    plain.locator("noscript a").click()
    expect(plain).to_have_url(f"{home}diensten/")


def test_no_page_is_too_tall_on_a_phone(site: Path, home: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    heights = {path: _height(page, home + path) for path in _pages(site)}
    assert len(heights) > 40
    assert {path: height for path, height in heights.items() if height > TALLEST} == {}


def _pages(site: Path) -> set[str]:
    """A page of each kind, and of each folder the five with most in it: those are the tallest."""
    folders: dict[str, list[Path]] = {}
    for page in site.rglob("index.html"):
        folders.setdefault(page.relative_to(site).parts[0], []).append(page)
    largest = [sorted(pages, key=lambda page: -page.stat().st_size)[:5] for pages in folders.values()]
    paths = {f"{page.parent.relative_to(site).as_posix()}/" for pages in largest for page in pages}
    return paths - {"./"} | {kind.path for kind in KINDS.values()}


def _height(page: Page, address: str) -> float:
    page.goto(address)
    box = page.locator("body").bounding_box()
    assert box
    return box["height"]
