"""A lock: one holder at a time, gone with its holder, and no trace of it afterwards."""

import errno
import os
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.disk.locking import locked, shared


def nobody_waits() -> None:
    raise AssertionError("it is held by somebody")


def test_it_leaves_nothing_behind(tmp_path: Path) -> None:
    with locked(tmp_path / "lock", nobody_waits):
        assert (tmp_path / "lock").exists()
    with pytest.raises(KeyError), locked(tmp_path / "lock", nobody_waits):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    with locked(tmp_path / "lock", nobody_waits):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_second_says_that_it_waits_and_then_holds_a_lock_of_its_own(tmp_path: Path) -> None:
    file, order, waits = tmp_path / "lock", list[str](), Event()

    def second() -> None:
        with locked(file, waits.set):
            order.append("second")
            with pytest.raises(AssertionError), locked(file, nobody_waits):
                pass

    thread = Thread(target=second)
    with locked(file, nobody_waits):
        thread.start()
        assert waits.wait(60)
        order.append("first")
    thread.join(60)
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_followed_to_what_it_would_make(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"), locked(tmp_path / "lock", nobody_waits):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_readers_hold_it_together_and_the_last_of_them_removes_it(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with shared(file, nobody_waits):
        with shared(file, nobody_waits):
            pass
        assert file.exists()
        with pytest.raises(AssertionError), locked(file, nobody_waits):
            pass
    assert list(tmp_path.iterdir()) == []


def test_a_reader_waits_for_a_writer(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "lock", nobody_waits),
        pytest.raises(AssertionError),
        shared(tmp_path / "lock", nobody_waits),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_reader_needs_no_right_to_write(is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - pytest gives parameters by position
    """It waits for the lock of a writer, where there is one, and makes none."""
    opened, file = os.open, tmp_path / "lock"

    def refused(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, flags, mode)

    if is_there:
        file.touch()
    monkeypatch.setattr(os, "open", refused)
    with shared(file, nobody_waits):
        assert file.exists() is is_there
        monkeypatch.undo()
        if is_there:
            with pytest.raises(AssertionError), locked(file, nobody_waits):
                pass
