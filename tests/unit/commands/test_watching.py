"""Progress on a terminal."""

import io
from collections.abc import Iterator
from itertools import count

import pytest
from rich.console import Console

from generator.commands.watching import Shown
from generator.progress import heard, tracked, work

ERASED = "\x1b[2K"  # a line
HIDDEN, BACK = "\x1b[?25l", "\x1b[?25h"  # the cursor


@pytest.fixture
def screen() -> io.StringIO:
    return io.StringIO()


def shown(screen: io.StringIO, clock: Iterator[float]) -> Shown:
    return Shown(Console(file=screen, force_terminal=True, width=80, color_system=None), lambda: next(clock))


def test_long_work_is_shown_and_gone_at_the_end(screen: io.StringIO) -> None:
    with heard(shown(screen, count(0, 1.0))):
        list(tracked("abc", "Reading reports", of="abc"))
    said = screen.getvalue()
    assert "Reading reports" in said
    assert "2/3" in said
    last_seen = said.rindex("Reading reports")
    assert ERASED in said[last_seen:]
    assert said.rindex(BACK) > said.rindex(HIDDEN)


def test_of_work_that_is_soon_done_nothing_is_shown(screen: io.StringIO) -> None:
    with heard(shown(screen, count(0, 0.01))):
        list(tracked("abc", "Reading reports", of="abc"))
    assert screen.getvalue() == ""


def test_it_is_not_drawn_for_every_item(screen: io.StringIO) -> None:
    with heard(shown(screen, count(0, 0.01))):
        list(tracked(range(1000), "Reading", of=range(1000)))
    assert 50 < screen.getvalue().count("Reading") <= 110


def test_work_within_work_stands_beneath_it(screen: io.StringIO) -> None:
    with heard(shown(screen, count(0, 1.0))), work("Versions", 2) as done:
        done(1)
        list(tracked("abc", "Reading", of="abc"))
        assert "Versions" in screen.getvalue().split("Reading")[-2]
        assert BACK not in screen.getvalue()
        done(2)
    assert "Reading" not in screen.getvalue().rsplit("Versions", 1)[-1]


def test_an_error_finds_an_empty_screen(screen: io.StringIO) -> None:
    listener = shown(screen, count(0, 1.0))
    with heard(listener):
        left = tracked("abc", "Reading", of="abc")
        next(left), next(left)
    listener.clear()
    said = screen.getvalue()
    assert ERASED in said[said.rindex("Reading") :]
    assert said.rindex(BACK) > said.rindex(HIDDEN)
