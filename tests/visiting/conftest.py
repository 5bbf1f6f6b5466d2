"""The site of the invented register in a real browser: `make test` builds it before the tests run."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from published.browser import launch_options

from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.engine.serving import site_server
from generator.register.reading import read_register

DEMO = Path(__file__).parents[2] / "build" / "demo"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return launch_options() | browser_type_launch_args


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = DEMO / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("there is no build/demo/site to visit: run `make demo` first")
    return folder


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Where the site is, with a slash behind it."""
    server = site_server(site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    """What the site shows."""
    register, _ = read_register(DEMO / "data")
    policy, findings = read_policy(DEMO / "data")
    assert policy, findings
    return withhold(register, policy, REFERENCE_DAY)
