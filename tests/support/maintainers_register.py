"""Refuses tests to read the register of maintainers, data/: or a commit of data breaks tests of code."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.project import ROOT

_DATA = ROOT / "data"
_READING = frozenset({"open", "os.listdir", "os.scandir"})
_refuses = False


class ReadsDataError(Exception):
    """A test reads data/: only those of the published site may."""


@contextmanager
def refused() -> Iterator[None]:
    """Meanwhile this process cannot read data/."""
    global _refuses  # noqa: PLW0603 - an audit hook stays for ever, so what it does is switched on and off
    before, _refuses = _refuses, True
    try:
        yield
    finally:
        _refuses = before


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if not _refuses or event not in _READING or not isinstance(arguments[0], str | os.PathLike):
        return
    is_low = event == "open" and arguments[1] is None  # of `os.open`, whose path may be below another folder
    if not is_low and _is_in_data(arguments[0]):
        raise ReadsDataError(os.fspath(arguments[0]))


def _is_in_data(path: str | os.PathLike[str]) -> bool:
    """Whether it is below data/: what looks for modules lists that folder itself, as all that stand beside it."""
    # Most paths are of other files, and to follow a link is to read.
    return "data" in os.fspath(path) and _DATA in Path(os.path.abspath(path)).parents  # noqa: PTH100


sys.addaudithook(_refuse)
