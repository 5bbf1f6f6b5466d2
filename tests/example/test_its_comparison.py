"""A comparison in English, whose words are longer than those of Dutch."""

from playwright.sync_api import Page, ViewportSize, expect
from published.inspecting import OVERLAPS

# What A4 has within its margins.
_PAPER = ViewportSize(width=680, height=1000)


def test_four_beside_each_other_stay_apart_on_paper(base_url: str, page: Page) -> None:
    page.set_viewport_size(_PAPER)
    page.goto(f"{base_url}compare/?centres=acorn-house,duckling-lane,kite-and-string,ivy-cottage")
    expect(page.locator(".kc-compared data").first).to_be_visible()
    page.emulate_media(media="print")
    assert page.evaluate(OVERLAPS) == []
