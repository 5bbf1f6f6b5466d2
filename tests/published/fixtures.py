"""What the tests of a published site look at: the project of which it was made, and where it is served."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from published.places import places as places_of
from support.sites import served

from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.reading import read_register
from generator.site.words.catalogue import Words, words_of


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
    with served(request.getfixturevalue("site"), "/below/") as address:
        yield address


@pytest.fixture(scope="session")
def site_name(public: PublicRegister) -> str:
    """What the site is called."""
    return public.charter.name


@pytest.fixture(scope="session")
def public(project: Path, today: date) -> PublicRegister:
    """What the public may know today of the project's data."""
    register, _ = read_register(project / "data")
    policy, findings = read_policy(project / "data")
    assert policy, findings
    return withhold(register, policy, today)


@pytest.fixture(scope="session")
def words(public: PublicRegister) -> Words:
    """The words of the site."""
    return words_of(public.charter)


@pytest.fixture(scope="session")
def places(public: PublicRegister, words: Words) -> dict[str, str]:
    """The path of a page of each kind."""
    return places_of(public, words)


@pytest.fixture(scope="session")
def providers(words: Words, base_url: str) -> str:
    """The address of the pages of providers, each below it by its id."""
    return f"{base_url}{words.folders.providers}/"
