"""How the browser is started, in all tests that use one. In a register that `generator init` lays out: conftest.py."""

from typing import Any

import pytest
from published.browser import launch_options


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Playwright's own arguments, and those for the browser that is here."""
    return launch_options() | browser_type_launch_args
