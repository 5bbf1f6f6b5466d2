"""Tab passes all that can be pressed or filled in, in the order of the page, and it is always seen where it is."""

import pytest
from playwright.sync_api import Page, expect
from published.watching import SIZES, NewContext
from support.kinds import KINDS
from support.under_policy import add_styles
from visiting.focus import found_wrong, unfold

WALKED = ("home", "finder with results", "provider with grades", "service", "provinces", "comparison")
FAULTS = {
    "without an outline": "main a:focus-visible { outline: 0 !important }",
    "behind": "main ~ footer, .kc-footer { position: fixed !important; inset: 50% 0 0 0; z-index: 9 }",
    "outside the window": "main a:focus-visible { position: absolute; left: -50px }",
    "after what is below it": "main ul { display: flex !important; flex-direction: column-reverse }",
}
SCRIPTS = {
    "after what is below it": "const [last] = [...document.querySelectorAll('a')].slice(-1); last.tabIndex = 1",
    "does not leave": "const [last] = [...document.querySelectorAll('a')].slice(-1);"
    "last.addEventListener('keydown', event => event.preventDefault())",
    "lost": "document.querySelector('main a').addEventListener('keydown', event => event.preventDefault())",
    "not reached": "document.querySelector('main a').addEventListener('focus', ({ target }) => target.blur())",
}


def opened(address: str, new_context: NewContext) -> Page:
    """A page with two providers in the tray if it has one."""
    page = new_context().new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    buttons = page.locator(".kc-choose")
    if buttons.count():
        expect(buttons.first).to_be_visible()
    for button in buttons.all()[:2]:
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    return page


@pytest.mark.parametrize("name", WALKED)
def test_tab_passes_all_there_is_in_its_order_and_is_always_seen(name: str, home: str, new_context: NewContext) -> None:
    page = opened(home + KINDS[name].path, new_context)
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.reload()  # so that nothing has the focus
        page.wait_for_load_state("networkidle")
        for selector in KINDS[name].shows:
            expect(page.locator(selector).first).to_be_visible()
        unfold(page)
        assert found_wrong(page) == [], size


def test_where_the_focus_is_not_seen_is_told(home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    for fault, rules in FAULTS.items():
        page.goto(home + KINDS["services"].path)
        add_styles(page, rules)
        assert any(fault in each for each in found_wrong(page)), fault


def test_where_the_focus_is_lost_is_told(home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    for fault, script in SCRIPTS.items():
        page.goto(home + KINDS["services"].path)
        page.evaluate(script)
        assert any(fault in each for each in found_wrong(page)), fault
