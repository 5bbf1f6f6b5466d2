"""The index of the finder: the same for the same records, and no more of Pagefind than a browser loads."""

import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.registers.public import invented
from support.registers.reading import contents

from generator.engine.errors import EngineError
from generator.engine.indexing import write_index
from generator.site.finder.records import Record, records
from generator.site.words.catalogue import dutch

ERROR = base64.b64encode(json.dumps({"payload": {"type": "Error", "message": "no"}}).encode()).decode()
SOME = list(records(invented(40), dutch()))


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script in the place of Pagefind."""

    def put(script: str) -> None:
        path = tmp_path / "pagefind.sh"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(path))

    return put


def test_the_same_records_give_the_same_bytes_wherever_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times: what Pagefind leaves to chance are four sorts in any order."""
    written = []
    for name in ("a", "b", "another place", "d"):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PAGEFIND_VERBOSE", "true")
        write_index(SOME, tmp_path / name)
        written.append(contents(tmp_path / name))
    assert all(each == written[0] for each in written)


def test_nothing_is_published_that_no_browser_loads(tmp_path: Path) -> None:
    write_index(SOME, tmp_path)
    files = set(contents(tmp_path / "pagefind"))
    loose = {name for name in files if "/" not in name}
    assert len(loose) == 5
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind"} < loose
    assert sum(name.startswith("fragment/") for name in files) == len(SOME)
    assert not any("ui" in name or "highlight" in name or "filter" in name for name in files)


def test_another_record_gives_other_metadata(tmp_path: Path) -> None:
    """A browser that has the old metadata does not take them for the new."""
    write_index(SOME, tmp_path / "all")
    write_index(SOME[1:], tmp_path / "fewer")
    names = [{path.name for path in (tmp_path / which).rglob("*.pf_meta")} for which in ("all", "fewer")]
    assert names[0] != names[1]


def test_without_records_there_is_no_index(tmp_path: Path) -> None:
    write_index([], tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 3", "stopped after 0 of 3 steps"),
        ("echo panicked at nothing, ; exit 1", "panicked at nothing"),
        (f"echo {ERROR},; exec sleep 60", "Pagefind: no"),
    ],
)
def test_what_pagefind_says_when_it_fails_is_in_the_error(
    script: str, message: str, stand_in: Callable[[str], None], tmp_path: Path
) -> None:
    stand_in(script)
    with pytest.raises(EngineError, match=message):
        write_index([Record(("een",), {"naam": 0}, "{}")], tmp_path / "site")
    assert not (tmp_path / "site").exists()
