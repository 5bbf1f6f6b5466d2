"""docs/security.md names what keeps a promise and what attacks it: all of that is there, and each attack has tests."""

import re
from pathlib import Path

import pytest
from support.project import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line]
PROMISES = [row for row in ROWS if row[0] != "promise"]
_FILE = re.compile(r"`([\w./-]+/[\w.-]+|Makefile|pyproject\.toml)`")
_TARGET = re.compile(r"`make ([a-z-]+)")


def test_there_are_promises() -> None:
    assert len(PROMISES) > 20
    assert all(len(row) == 3 for row in ROWS)


@pytest.mark.parametrize("row", PROMISES, ids=lambda row: row[0][:60])
def test_what_keeps_and_what_attacks_a_promise_is_there(row: list[str]) -> None:
    _, kept, attacked = row
    named = [name for name in (*_FILE.findall(kept), *_FILE.findall(attacked)) if not name.startswith("data/")]
    assert [name for name in named if not (ROOT / name).is_file()] == []
    tests = _FILE.findall(attacked)
    assert any(Path(name).name.startswith("test_") or name == "tests/published/watching.py" for name in tests), tests


def test_every_target_of_make_is_there() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = _TARGET.findall(TEXT)
    assert named
    assert set(named) <= set(targets)
