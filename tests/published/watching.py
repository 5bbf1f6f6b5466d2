"""A page of the site, watched while it loads."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

# One of each kind of page; the names are of the real register.
KINDS = {
    "home": "",
    "all providers": "aanbieders/",
    "service": "diensten/jobcoaching/",
    "province": "provincies/utrecht/",
    "letter": "a-z/j/",
    "provider with grades": "aanbieders/step-by-step-priority/",
    "provider with absences": "aanbieders/jop-coaching/",
    "comparison": "vergelijken/?aanbieders=step-by-step-priority,jop-coaching,xs2more-bv",
    "explanation": "uitleg/",
    "corrections": "correcties/",
    "accessibility": "toegankelijkheid/",
    "open data": "open-data/",
    "about": "over/",
    "privacy": "privacy/",
    "not found": "bestaat-niet/",
}
SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")
# Each size and each scheme once; tests/visiting looks at every kind of page in all four ways.
LOOKS = (("phone", "light"), ("desktop", "dark"))

NewContext = Callable[..., BrowserContext]


@contextmanager
def watched(page: Page, address: str) -> Iterator[Page]:
    """Open ``address``; afterwards nothing may have gone wrong, and no other host may have been asked for anything."""
    wrong: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    response = page.goto(address)
    assert response is not None
    page.wait_for_load_state("networkidle")
    yield page
    if response.status == 404:
        wrong = [text for text in wrong if "404" not in text]
    assert wrong == []
    assert hosts == {urlsplit(address).netloc}
