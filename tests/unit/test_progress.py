"""How far long work is: who listens hears it, and the work is the same."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from generator.progress import Done, heard, tracked, work


class _Ear:
    """Remembers what it hears."""

    def __init__(self) -> None:
        self.said: list[object] = []

    @contextmanager
    def __call__(self, doing: str, items: int) -> Iterator[Done]:
        self.said.append((doing, items))
        yield self.said.append
        self.said.append("ended")


def test_who_listens_hears_of_each_item() -> None:
    ear = _Ear()
    with heard(ear):
        assert list(tracked(iter("abc"), "Reading", of="abc")) == ["a", "b", "c"]
    assert ear.said == [("Reading", 3), 0, 1, 2, "ended"]


def test_nobody_needs_to_listen() -> None:
    assert list(tracked("abc", "Reading", of="abc")) == ["a", "b", "c"]
    with work("Reading", 3) as done:
        done(1)


def test_after_the_block_nobody_listens_any_more() -> None:
    ear = _Ear()
    with pytest.raises(ValueError, match="wrong"), heard(ear):
        raise ValueError("wrong")
    assert list(tracked("abc", "Reading", of="abc")) == ["a", "b", "c"]
    assert ear.said == []
