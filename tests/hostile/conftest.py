"""A whole site of which every text tries to be more than text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import made
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
    return made.texts(content(public, SETTINGS))


@pytest.fixture(scope="session")
def files(public: PublicRegister) -> dict[str, bytes]:
    """Every file, as it goes to the engine."""
    return made.files(content(public, SETTINGS))


@pytest.fixture(scope="session")
def site(
    public: PublicRegister,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    return build_site(content(public, SETTINGS), tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    with served(site) as address:
        yield address
