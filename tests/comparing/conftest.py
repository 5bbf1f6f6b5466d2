"""Choosing and comparing in a real browser, on the site of an invented register."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from published.watching import NewContext
from support.building import build_site
from support.registers.compared import write_compared
from support.registers.reading import public_on
from support.settings import SETTINGS
from support.sites import served

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> PublicRegister:
    return public_on(write_compared(tmp_path_factory.mktemp("register")))


@pytest.fixture(scope="session")
def built(public: PublicRegister, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    return build_site(content(public, SETTINGS), folder)


@pytest.fixture(scope="session")
def home(built: Path) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def under_a_path(built: Path) -> Iterator[str]:
    with served(built, "/klantcijfer/") as address:
        yield address


@pytest.fixture(scope="module")
def plain(home: str, browser: Browser) -> Iterator[Page]:
    """A page of the site to call its modules in: one for all tests of a file, none of which may change it."""
    page = browser.new_page()
    page.goto(f"{home}vergelijken/")
    yield page
    page.close()


@pytest.fixture
def phone(new_context: NewContext) -> BrowserContext:
    return new_context(viewport={"width": 360, "height": 740})


@pytest.fixture
def desktop(new_context: NewContext) -> BrowserContext:
    return new_context(viewport={"width": 1280, "height": 900})
