"""Ctrl-C and what may not stay half done."""

import os
import signal
import threading
from pathlib import Path

import pytest

from generator.disk.interrupts import whole, written
from generator.disk.replacing import replace_files


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_waits_until_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a"

    def write() -> None:
        with whole(file):
            press()
            file.write_text("whole", encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        write()
    assert file.read_text(encoding="utf-8") == "whole"
    assert file in written()


def test_what_was_not_written_is_not_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), whole(tmp_path):
        raise OSError("full")
    assert tmp_path not in written()


def test_a_copy_that_is_gone_is_not_named(tmp_path: Path) -> None:
    with whole(tmp_path / "gone"):
        pass
    assert tmp_path / "gone" not in written()


def test_afterwards_it_works_as_before() -> None:
    with whole():
        pass
    with pytest.raises(KeyboardInterrupt):
        press()


def test_another_thread_writes_as_ever(tmp_path: Path) -> None:
    def write() -> None:
        with whole(tmp_path):
            pass

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert tmp_path in written()


def test_replaced_files_stay_when_it_came_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    replace = os.replace

    def replace_and_press(old: Path, new: Path) -> None:
        replace(old, new)
        press()

    monkeypatch.setattr(os, "replace", replace_and_press)
    with pytest.raises(KeyboardInterrupt):
        replace_files(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a": "new", "b": "new"}
