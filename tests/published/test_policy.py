"""Each page keeps to its Content-Security-Policy, search and charts in use, and leaves next to nothing behind."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from published.watching import KINDS, NewContext

_LISTEN = """
window.refused = [];
document.addEventListener('securitypolicyviolation', event => {
  refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
# The colour scheme, and which providers are to be compared.
_MAY_STAY = {"__palette", "klantcijfer.vergelijken"}


def _search(page: Page) -> None:
    page.get_by_role("searchbox").first.fill("werk")
    expect(page.locator(".kc-results > li").first).to_be_visible()


def _see_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for part in page.locator("main h2").all():
        part.evaluate("heading => heading.scrollIntoView()")


def _choose(page: Page) -> None:
    page.locator("button.kc-choose:visible").first.click()
    page.locator("[data-md-component=palette] label:visible").click()


DOINGS: dict[str, Callable[[Page], None]] = {"home": _search, "all providers": _search, "service": _choose}


def opened(context: BrowserContext, address: str) -> Page:
    context.add_init_script(_LISTEN)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_page_does_is_refused(kind: str, base_url: str, new_context: NewContext) -> None:
    context = new_context()
    page = opened(context, base_url + KINDS[kind])
    DOINGS.get(kind, _see_everything)(page)
    assert page.evaluate("refused") == []
    assert context.cookies() == []
    assert {key.removeprefix("/.") for key in page.evaluate("Object.keys(localStorage)")} <= _MAY_STAY
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_a_script_from_elsewhere_or_in_the_page_does_not_run(base_url: str, new_context: NewContext) -> None:
    page = opened(new_context(), f"{base_url}uitleg/")
    page.evaluate(
        """() => {
            const within = document.createElement('script');
            within.textContent = 'window.ran = true';
            const elsewhere = document.createElement('script');
            elsewhere.src = 'https://elders.example/x.js';
            document.body.append(within, elsewhere);
            document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran = true">');
        }"""
    )
    page.wait_for_function("refused.length >= 3")
    assert page.evaluate("window.ran") is None
    assert {each.split()[0] for each in page.evaluate("refused")} >= {"script-src-elem", "script-src-attr"}
