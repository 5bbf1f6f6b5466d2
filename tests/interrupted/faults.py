"""What can happen to a process at one of its steps: a call that changes a file, as audit events tell."""

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from generator.disk import swap as swapping

_STEPS = {
    "ctypes.dlsym",  # just before two folders change places
    "os.chmod",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "subprocess.Popen",
}
_NEED_ROOM = {"open", "os.link", "os.mkdir", "os.rename"}
_WRITING = os.O_WRONLY | os.O_RDWR


def killed_at(step: int) -> None:
    """From now on: just before that step, counted from 1, this process is killed."""
    steps = count(1)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if _changes_a_file(event, arguments) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def disk_full_from(step: int, error: OSError) -> None:
    """From now on: from that step, counted from 1, whatever needs room fails with ``error``."""
    steps = count(1)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if _changes_a_file(event, arguments) and next(steps) >= step and event in _NEED_ROOM:
            raise error

    sys.addaudithook(hook)


def counted(file: Path) -> None:
    """From now on: each step is a byte more in ``file``."""
    steps = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if _changes_a_file(event, arguments):
            os.write(steps, b".")

    sys.addaudithook(hook)


def _changes_a_file(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & _WRITING)
    return event in _STEPS


def swap_in_two_steps(new: Path, place: Path) -> None:
    """What `swap` does on a system that cannot exchange two folders; for a process of its own."""
    swapping._exchange = _refuse  # noqa: SLF001 - there is no such system here
    swapping.swap(new, place)


def _refuse(one: Path, other: Path) -> bool:
    del one, other
    return False
