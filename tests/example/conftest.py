"""The site of examples/childcare in a real browser: `make test` builds it before the tests run."""

from datetime import date
from pathlib import Path

import pytest
from published.fixtures import base_url, places, providers, public, site_name, under_a_path, words
from support.project import ROOT

__all__ = ["base_url", "places", "providers", "public", "site_name", "under_a_path", "words"]

_SITE = ROOT / "build" / "example" / "site"


# So that a test of theirs says what it compared.
for _name in ("deployed", "every_page", "figures_on_the_pages", "page_policy", "promised_addresses"):
    pytest.register_assert_rewrite(f"published.test_{_name}")


@pytest.fixture(scope="session")
def project() -> Path:
    """Whose site it is."""
    return ROOT / "examples" / "childcare"


@pytest.fixture(scope="session")
def today() -> date:
    """The day of which the site tells: that of `make example`."""
    return date(2026, 1, 1)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    if not (_SITE / "index.html").is_file():
        pytest.fail("there is no build/example/site to look at: run `make example` first")
    return _SITE
