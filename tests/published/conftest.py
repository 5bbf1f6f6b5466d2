"""The published pages in a real browser: those of site/, or with --base-url those of a deployed site."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from published.browser import launch_options

from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.engine.serving import site_server
from generator.register.reading import read_register

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return launch_options() | browser_type_launch_args


@contextmanager
def served(prefix: str) -> Iterator[str]:
    """The address at which site/ is served below ``prefix``."""
    if not (SITE / "index.html").is_file():
        pytest.fail("there is no site/ to look at: run `make site` first, or give --base-url")
    server = site_server(SITE, prefix=prefix)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def base_url(base_url: str | None) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    if base_url:
        yield base_url.rstrip("/") + "/"
        return
    with served("/") as address:
        yield address


@pytest.fixture(scope="session")
def under_a_path(pytestconfig: pytest.Config) -> Iterator[str]:
    """Where the site is when it does not have a host of its own."""
    deployed = pytestconfig.getoption("--base-url")
    if deployed:
        yield str(deployed).rstrip("/") + "/"
        return
    with served("/klantcijfer/") as address:
        yield address


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    """What the public may know today of the data in this checkout."""
    register, _ = read_register(ROOT / "data")
    policy, findings = read_policy(ROOT / "data")
    assert policy, findings
    return withhold(register, policy, datetime.now(UTC).date())
