"""The published pages in a real browser: those of site/, or with --base-url those of a deployed site."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from published.fixtures import base_url, places, providers, public, site_name, under_a_path, words
from support.project import ROOT

__all__ = ["base_url", "places", "providers", "public", "site_name", "under_a_path", "words"]


@pytest.fixture(scope="session")
def project() -> Path:
    """Whose site it is: the one in this checkout."""
    return ROOT


@pytest.fixture(scope="session")
def today() -> date:
    """The day of which the site tells."""
    return datetime.now(UTC).date()


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of the built site."""
    folder = project / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("there is no site/ to look at: run `make site` first, or give --base-url")
    return folder
