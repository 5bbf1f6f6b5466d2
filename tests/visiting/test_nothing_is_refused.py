"""A visitor who uses what a page offers: its policy refuses nothing of it. Charts: test_what_it_costs.py."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect
from published.watching import NewContext, watched
from support.kinds import KINDS

SVG = "{http://www.w3.org/2000/svg}"
# What a picture of ours is drawn with: nothing that runs, fetches, leads elsewhere or holds another language.
DRAWN_WITH = {"svg", "title", "desc", "g", "clipPath", "rect", "path", "text"}


def search(page: Page) -> None:
    page.get_by_role("searchbox").first.fill("werk")
    page.locator(".kc-finder__filters > summary").click()
    page.get_by_label("Provincie", exact=True).select_option(label="Utrecht")
    expect(page).to_have_url(re.compile("provincie=utrecht"))
    expect(page.locator(".kc-list")).to_have_attribute("aria-busy", "false")


def choose_and_compare(page: Page) -> None:
    for number in range(2):
        page.locator(".kc-results .kc-choose").nth(number).click()
    page.get_by_role("link", name="Vergelijk (2)").click()
    expect(page.locator(".kc-compared data").first).to_be_visible()
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def open_the_box(page: Page) -> None:
    page.locator("#op-uw-website + details > summary").click()
    page.locator("iframe").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    page.locator("[data-copy=code-badge]").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("Gekopieerd|Kopiëren")).first).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "use"),
    [
        ("home", search),
        ("province", choose_and_compare),
        ("provider with grades", open_the_box),
    ],
)
def test_nothing_that_a_visitor_does_is_refused_or_stays_behind(
    kind: str, use: Callable[[Page], None], home: str, new_context: NewContext
) -> None:
    with watched(new_context(color_scheme="light").new_page(), home + KINDS[kind].path) as page:
        use(page)


def test_every_page_has_one_policy_and_no_style_or_handler_that_it_would_refuse(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert {page.parent.name for page in pages} >= {"embed", "poster", "site"}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert text.count('<meta http-equiv="Content-Security-Policy"') == 1, page
        assert text.count('<meta name="referrer"') == 1, page
        assert not re.search(r'<[a-z][^<>]*\s(?:style|on[a-z]+)="|<style\b', text), page


def test_no_picture_that_is_opened_by_itself_can_run_anything(site: Path) -> None:
    pictures = list(site.rglob("*.svg"))
    assert pictures
    for picture in pictures:
        for each in ET.parse(picture).iter():  # noqa: S314 - our own drawing
            assert each.tag.removeprefix(SVG) in DRAWN_WITH, picture
            assert not [name for name in each.attrib if name.lower().startswith("on") or "href" in name], picture
