"""A page of the site, watched while it loads."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Each size and each scheme once; tests/visiting looks at every kind of page in all four ways.
LOOKS = (("phone", "light"), ("desktop", "dark"))

NewContext = Callable[..., BrowserContext]

# What the policy of a page refuses it, from the first byte on.
LISTEN = """
window.refused = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  refused.push([effectiveDirective, blockedURI, sample].filter(Boolean).join(' '));
});
"""
# Names of all that the site has put into the browser; other places than a cookie only exist where a page is secure.
_STORED = """
async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage).map(key => `session: ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `database: ${name}`),
  ...(await globalThis.caches?.keys() ?? []).map(key => `cache: ${key}`),
  ...(await navigator.serviceWorker?.getRegistrations() ?? []).map(({ scope }) => `worker: ${scope}`),
]
"""
# Which providers are to be compared, and, below the path of the site, the colours that were chosen.
_MAY_STAY = re.compile(r"[a-z0-9-]+\.[a-z-]+|/.*\.__palette")


@contextmanager
def watched(page: Page, address: str) -> Iterator[Page]:
    """Open ``address``; afterwards nothing may have gone wrong, no other host may have been asked for anything, and
    nothing may stay behind but what the page on privacy names.
    """
    wrong: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.add_init_script(LISTEN)
    response = page.goto(address)
    assert response is not None
    page.wait_for_load_state("networkidle")
    yield page
    if response.status == 404:
        wrong = [text for text in wrong if "404" not in text]
    assert page.evaluate("refused") == []
    assert wrong == []
    assert hosts == {urlsplit(address).netloc}
    assert page.context.cookies() == []
    assert [name for name in page.evaluate(_STORED) if not _MAY_STAY.fullmatch(name)] == []
