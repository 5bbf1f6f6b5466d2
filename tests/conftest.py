"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings
from support.registers import write_register

# The same examples in every run: a test that fails, fails for everybody.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture
def register_folder(tmp_path: Path) -> Path:
    """A small register without a fault, to damage at will."""
    return write_register(tmp_path)


_BEING_REWRITTEN = ("tests/finding/", "tests/comparing/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Set aside what was written for the list that /aanbieders/ had before there were pages from A to Z."""
    for item in items:
        if item.nodeid.startswith(_BEING_REWRITTEN):
            item.add_marker(pytest.mark.skip(reason="written for the former list of providers; being rewritten"))
