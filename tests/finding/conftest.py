"""The finder on a site of invented providers, in a real browser."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from finding.finder import Finder
from finding.sites import built
from playwright.sync_api import BrowserContext
from support.registers.public import invented
from support.sites import served

from generator.disclosure.public import PublicRegister

NAMES = ("Step by Step Priority", "Bèta Sarokel", "Beta Zimodan", "'t Éénveld-Mikado", "AM Plus")


@pytest.fixture(scope="session")
def register() -> PublicRegister:
    """Invented providers, the first of which have the names that tests look for."""
    some = invented(60)
    first = [
        replace(provider, name=name, id=f"met-naam-{number}")
        for number, (name, provider) in enumerate(zip(NAMES, some.providers, strict=False))
    ]
    return replace(some, providers=(*first, *some.providers[len(first) :]))


@pytest.fixture(scope="session")
def site(register: PublicRegister, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(register, tmp_path_factory.mktemp("finder"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def under_a_path(site: Path) -> Iterator[str]:
    with served(site, "/klantcijfer/") as address:
        yield address


@pytest.fixture
def finder(address: str, new_context: Callable[..., BrowserContext]) -> Finder:
    """The finder of the page of all providers, in a window of its own."""
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{address}aanbieders/")
    return Finder(page)
