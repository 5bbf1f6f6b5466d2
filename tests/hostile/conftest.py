"""A whole site of which every text tries to be more than text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.building import build_site
from support.registers.hostile import write_hostile
from support.registers.reading import public_on
from support.settings import SETTINGS
from support.sites import served

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> PublicRegister:
    return public_on(write_hostile(tmp_path_factory.mktemp("register")))


@pytest.fixture(scope="session")
def texts(public: PublicRegister) -> dict[str, str]:
    """What goes to MkDocs."""
    return dict(content(public, SETTINGS).pages)


@pytest.fixture(scope="session")
def made(public: PublicRegister) -> dict[str, bytes]:
    """Every file that needs no engine."""
    return dict(content(public, SETTINGS).files)


@pytest.fixture(scope="session")
def site(
    public: PublicRegister,
    texts: dict[str, str],
    made: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    whole = replace(content(public, SETTINGS), pages=texts.items(), files=made.items())
    return build_site(whole, folder)


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    with served(site) as address:
        yield address
