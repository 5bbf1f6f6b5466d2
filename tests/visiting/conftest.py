"""The site of the invented register in a real browser: `make test` builds it before the tests run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.project import ROOT
from support.sites import served

from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.policy import read_policy
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.reading import read_register

DEMO = ROOT / "build" / "demo"


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
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def public() -> PublicRegister:
    """What the site shows."""
    register, _ = read_register(DEMO / "data")
    policy, findings = read_policy(DEMO / "data")
    assert policy, findings
    return withhold(register, policy, REFERENCE_DAY)
