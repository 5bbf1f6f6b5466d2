"""Each kind of page, on a phone in the dark; the demo of the tests shows them on a desktop in the light as well."""

import pytest
from published.inspecting import inspect
from published.places import KINDS
from published.watching import NewContext, watched
from support.under_policy import add_styles

from generator.site.words.catalogue import Words

MOST_KEYS = 8  # until every link of the header was reached


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_quiet_and_asks_no_other_host(
    kind: str, places: dict[str, str], words: Words, base_url: str, new_context: NewContext
) -> None:
    if kind not in places:
        pytest.skip(f"the site has no {kind}")
    page = new_context(color_scheme="dark", viewport={"width": 360, "height": 740}).new_page()
    with watched(page, base_url + places[kind]):
        inspect(page, "phone", "dark", words.language.tag)


def test_each_kind_of_page_is_looked_at(places: dict[str, str]) -> None:
    assert places.keys() <= set(KINDS)


def test_every_text_is_still_there_at_twice_the_size(
    places: dict[str, str], base_url: str, new_context: NewContext
) -> None:
    page = new_context(viewport={"width": 640, "height": 900}).new_page()
    page.goto(base_url + places["provider with absences"])
    page.wait_for_load_state("networkidle")  # what a script adds is text too
    before = page.locator("main").inner_text()
    add_styles(page, "html { font-size: 250% !important }")
    assert page.locator("main").inner_text() == before
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


def test_the_keyboard_reaches_the_content_and_each_link_of_the_header(
    providers: str, site_name: str, words: Words, new_context: NewContext
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(providers)
    wanted = {site_name, *(words(f"frame.page.{each}") for each in ("providers", "services", "compare", "explanation"))}
    reached: list[str] = []
    while not wanted.issubset(reached):
        assert len(reached) < MOST_KEYS, reached
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate("window.scrollY") < 100, "focus went where nobody sees it"
    assert reached[0] == words("frame.skip")
