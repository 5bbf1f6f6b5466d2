"""The open data of one invented register, made once."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from support.made import files
from support.open_data import open_data
from support.registers.demos import public_demo
from support.registers.public import rounded_beside
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    return rounded_beside(public_demo(60))


@pytest.fixture(scope="session")
def made(public: PublicRegister) -> Mapping[str, bytes]:
    return open_data(public)


@pytest.fixture(scope="session")
def site_files(public: PublicRegister) -> Mapping[str, bytes]:
    """Every file of the site, pages as their Markdown."""
    return files(content(public, SETTINGS))


@pytest.fixture(scope="session")
def page(site_files: Mapping[str, bytes]) -> str:
    """The page about the open data."""
    return site_files["open-data/index.md"].decode()


@pytest.fixture(scope="session")
def folder(made: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files below open-data/, on disk."""
    place = tmp_path_factory.mktemp("open-data")
    for name, text in made.items():
        if name.startswith("open-data/"):
            (place / name.removeprefix("open-data/")).write_bytes(text)
    return place
