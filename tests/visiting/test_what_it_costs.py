"""What a visit costs: bytes, and lines that move while somebody reads them."""

from typing import Any

import pytest
from charting.test_charts_on_a_page import DRAWN, WATCH_SHIFTS, shifts
from playwright.sync_api import Locator, Page, expect
from published.watching import SIZES, NewContext, watched
from support.kinds import KINDS
from support.under_policy import until

MOST_BYTES = 150_000
MOST_SHIFT = 0.01
GOOD_SHIFT = 0.1  # as Core Web Vitals call it
CHARTS = {"provider with grades": ".kc-chart--trend", "service": ".kc-chart--scatter"}


def wheel_to(page: Page, place: Locator) -> None:
    """Scroll down as a visitor does, until the place is in the window."""
    expect(place).to_be_attached()
    while place.evaluate("each => each.getBoundingClientRect().bottom > innerHeight"):
        before = page.evaluate("scrollY")
        page.mouse.wheel(0, 300)
        until(page, "before => scrollY > before", before)


# One on either screen: tests/charting/test_charts_on_a_page.py draws both kinds on both.
@pytest.mark.parametrize(("kind", "size"), [*zip(CHARTS, SIZES, strict=True)])
def test_nothing_moves_while_charts_come(kind: str, size: str, home: str, new_context: NewContext) -> None:
    width, height = SIZES[size]
    page = new_context(viewport={"width": width, "height": height}).new_page()
    page.add_init_script(WATCH_SHIFTS)
    with watched(page, home + KINDS[kind].path):
        chart = page.locator(CHARTS[kind])
        wheel_to(page, chart)
        chart.get_by_role("button").click()
        expect(chart.locator(".plot-container .points path").first).to_be_attached(timeout=DRAWN)
        wheel_to(page, page.locator("main ~ footer"))
        moved = shifts(page)
    assert moved < MOST_SHIFT, f"{moved:.4f} moved"


@pytest.mark.parametrize("kind", ["finder with results", "finder without results"])
def test_nothing_moves_while_an_answer_comes(kind: str, home: str, new_context: NewContext) -> None:
    """On a slow telephone, which paints the page before it knows the answer."""
    width, height = SIZES["phone"]
    context = new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(WATCH_SHIFTS)
    page.goto(home + KINDS[kind].path)
    expect(page.locator('.kc-list[aria-busy="false"]')).to_be_attached()
    assert shifts(page) < GOOD_SHIFT  # the heading shrinks, to make room for the answer
    below = page.locator(".kc-finder + *")
    expect(below).to_be_visible()


def test_a_provider_is_light_before_any_chart(home: str, new_context: NewContext) -> None:
    width, height = SIZES["phone"]
    context = new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def asked(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["request"]["url"].removeprefix(home)

    def came(event: dict[str, Any]) -> None:
        sizes[names[event["requestId"]]] = int(event["encodedDataLength"])

    wire.on("Network.requestWillBeSent", asked)
    wire.on("Network.loadingFinished", came)
    page.goto(home + KINDS["provider with grades"].path)
    page.wait_for_load_state("networkidle")
    assert sizes.keys() == set(names.values())
    assert not any("plotly" in name or name.endswith("chart.json") for name in sizes)
    total = sum(sizes.values())
    heaviest = sorted(sizes.items(), key=lambda each: -each[1])
    assert total <= MOST_BYTES, f"{total} bytes on the wire, of which {heaviest}"
    print(f"{total} bytes on the wire for {len(sizes)} files: {heaviest}")
