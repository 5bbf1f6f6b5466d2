"""A browser that keeps nothing, as somebody can ask of it: all works on the page at hand, and nothing goes wrong."""

import pytest
from comparing.test_choosing import LIST, choose, tray_of
from playwright.sync_api import BrowserContext, Error, Page, expect
from support.registers.compared import LOOPBAAN, WERKHUIS

# What Chromium and Firefox do where site data are blocked: whoever only asks for a store gets an error.
BLOCKED = """
for (const [owner, names] of [
  [window, ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]],
  [Document.prototype, ["cookie"]],
  [Navigator.prototype, ["serviceWorker", "storage"]],
]) {
  for (const name of names) {
    const refuse = () => { throw new DOMException(`${name} is blocked`, "SecurityError"); };
    Object.defineProperty(owner, name, { get: refuse, set: refuse });
  }
}
"""
# What others do, such as a window inside an app: there is no store at all.
ABSENT = "Object.defineProperty(window, 'localStorage', { value: null });"
SCHEME = "document.body.dataset.mdColorScheme"
PAGES = ("", LIST, f"aanbieders/{WERKHUIS.id}/", "diensten/", "uitleg/", "privacy/", "aanbieders/?q=werk")


@pytest.fixture(params=[BLOCKED, ABSENT], ids=["blocked", "absent"])
def strict(request: pytest.FixtureRequest, desktop: BrowserContext) -> BrowserContext:
    desktop.add_init_script(request.param)
    return desktop


def opened(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A page, and what went wrong on it so far."""
    page, wrong = context.new_page(), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, wrong


@pytest.mark.parametrize("path", PAGES)
def test_colours_and_folds_work(path: str, home: str, strict: BrowserContext) -> None:
    page, wrong = opened(strict, home + path)
    before = page.evaluate(SCHEME)
    page.locator("[data-md-component=palette] label:visible").click()
    assert {before, page.evaluate(SCHEME)} == {"default", "slate"}
    for fold in page.locator("details:not([open]) > summary:visible").all()[::-1]:
        fold.click()
    expect(page.locator("details:not([open]) > summary:visible")).to_have_count(0)
    assert wrong == []


def test_providers_are_chosen_and_compared(home: str, strict: BrowserContext) -> None:
    page, wrong = opened(strict, f"{home}{LIST}")
    choose(page, WERKHUIS, LOOPBAAN)
    tray_of(page).get_by_role("link", name="Vergelijk (2)").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    page.reload()  # the address still says whom it compares
    expect(page.get_by_role("columnheader")).to_have_count(2)
    page.locator(".kc-compare").get_by_role("button", name="Verzonnen Werkhuis").first.click()
    expect(page.get_by_role("columnheader")).to_have_count(1)
    assert wrong == []


def test_what_is_blocked_throws(home: str, desktop: BrowserContext) -> None:
    """Else the tests above would look at nothing."""
    desktop.add_init_script(BLOCKED)
    page, _ = opened(desktop, home)
    for name in ("localStorage", "sessionStorage"):
        with pytest.raises(Error, match=f"{name} is blocked"):
            page.evaluate(f"window.{name}")
