"""What all tests share."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support import maintainers_register
from support.mkdocs_once import once
from support.project import ROOT
from support.registers.invented import write_register

from generator.engine.mkdocs import run_mkdocs

pytest_plugins = ["support.browser_fixtures"]

# The same examples in every run: a test that fails, fails for everybody. `make test EXAMPLES=300` tries more of them.
_EXAMPLES = int(os.environ.get("EXAMPLES", "20"))
# No example is refused for being slow: how fast a machine is proves nothing.
settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=_EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Only tests of the published site may read the register of maintainers."""
    may_read = item.path.is_relative_to(ROOT / "tests" / "published")
    with nullcontext() if may_read else maintainers_register.refused():
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def _mkdocs_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Many tests build a site, and most of them of the same few pages for MkDocs."""
    folder = tmp_path_factory.getbasetemp()
    kept = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "mkdocs"
    kept.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.engine.filling.run_mkdocs", once(run_mkdocs, kept))
        yield


@pytest.fixture
def register_folder(tmp_path: Path) -> Path:
    """A small register without a fault, to damage at will."""
    return write_register(tmp_path)
