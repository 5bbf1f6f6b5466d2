"""The finder on a site of invented providers, in a real browser."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from finding.finder import Finder
from finding.sites import built
from playwright.sync_api import BrowserContext
from support.registers.public import NOBODY, grade, invented
from support.sites import served

from generator.disclosure.public import PublicProvider, PublicRegister, PublicRow, Published, Reason, Withheld
from generator.letters import slug

NAMES = (
    "Step by Step Priority",
    "Bèta Sarokel",
    "Beta Zimodan",
    "'t Éénveld-Mikado",
    "Coach en Co",
    "A&O Loopbaan",
    "S.T.A.P.",
    "C++ Kansen",
    "Øst Vooruit",
    "Łódź Vooruit",
    "Ærø Vooruit",
    "Þór Vooruit",
    "Bever Vooruit",
    "Zwaluwveer Vooruit",
    "AM Plus",
    "Utrecht Vooruit",
)
# More than three years after some of the periods.
SOME_ARE_OLD = date(2024, 12, 31)
# What no invented provider has of itself.
TOTALS = (
    PublicRow(None, 40, 6, Withheld(Reason.INSUFFICIENT_RESPONSE)),
    PublicRow(None, 0, 0, NOBODY),
    PublicRow(None, 1, 1, grade("1.0")),
    PublicRow(None, 90, 60, grade("10.0")),
    PublicRow(None, 1200, 1000, Published(Decimal(10), is_rounded=True)),
)


@pytest.fixture(scope="session")
def register() -> PublicRegister:
    """Invented providers; the first have the names that tests look for, the last every kind of total."""
    some = invented(120)
    first = [replace(provider, name=name, id=slug(name)) for name, provider in zip(NAMES, some.providers, strict=False)]
    last = map(_with_total, some.providers[-len(TOTALS) :], TOTALS)
    return replace(some, as_of=SOME_ARE_OLD, providers=(*first, *some.providers[len(first) : -len(TOTALS)], *last))


def _with_total(provider: PublicProvider, total: PublicRow) -> PublicProvider:
    newest = provider.newest
    return replace(provider, reports=(replace(newest, clients=replace(newest.clients, total=total)),))


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
