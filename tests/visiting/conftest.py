"""The site of the invented register in a real browser: `make test` builds it before the tests run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from published.watching import watched
from support.kinds import KINDS
from support.project import ROOT
from support.sites import served

from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.reading import read_register

DEMO = ROOT / "build" / "demo"


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = DEMO / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("there is no build/demo/site to visit: run `make demo` first")
    return folder


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session", params=KINDS)
def visited(request: pytest.FixtureRequest, home: str, browser: Browser) -> Iterator[Page]:
    """A page of each kind, at first on a phone in the dark: one visit for all tests that only look at it.

    They may choose a window and colours, and must leave the rest as it is. What goes wrong meanwhile is an error of the
    last of them.
    """
    kind = KINDS[request.param]
    page = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 740})
    with watched(page, home + kind.path):
        for selector in kind.shows:
            expect(page.locator(selector).first).to_be_visible()
        yield page
    page.close()


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    """What the site shows."""
    register, _ = read_register(DEMO / "data")
    policy, findings = read_policy(DEMO / "data")
    assert policy, findings
    return withhold(register, policy, REFERENCE_DAY)
