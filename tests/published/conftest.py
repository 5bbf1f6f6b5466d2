"""The published pages in a real browser: those of site/, or with --base-url those of a deployed site."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from published.places import places as places_of
from support.project import ROOT
from support.sites import served

from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.reading import read_register

SITE = ROOT / "site"


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    if not (SITE / "index.html").is_file():
        pytest.fail("there is no site/ to look at: run `make site` first, or give --base-url")
    return SITE


@pytest.fixture(scope="session")
def base_url(base_url: str | None, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    if base_url:
        yield base_url.rstrip("/") + "/"
        return
    with served(request.getfixturevalue("site")) as address:
        yield address


@pytest.fixture(scope="session")
def under_a_path(pytestconfig: pytest.Config, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the site is when it does not have a host of its own."""
    deployed = pytestconfig.getoption("--base-url")
    if deployed:
        yield str(deployed).rstrip("/") + "/"
        return
    with served(request.getfixturevalue("site"), "/klantcijfer/") as address:
        yield address


@pytest.fixture(scope="session")
def site_name(public: PublicRegister) -> str:
    """What the site is called."""
    return public.charter.name


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    """What the public may know today of the data in this checkout."""
    register, _ = read_register(ROOT / "data")
    policy, findings = read_policy(ROOT / "data")
    assert policy, findings
    return withhold(register, policy, datetime.now(UTC).date())


@pytest.fixture(scope="session")
def places(public: PublicRegister) -> dict[str, str]:
    """The path of a page of each kind."""
    return places_of(public)
