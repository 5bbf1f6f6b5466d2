"""Attacks on a reader, and what is kept of one that succeeded."""

from collections.abc import Callable
from pathlib import Path

from fuzz.targets import Files, Target
from hypothesis import HealthCheck, given, seed, settings


def attack(target: Target, examples: int, number: int, tried: Callable[[Files], object] = lambda _: None) -> None:
    """Try so many examples, those of the seed ``number``; ``tried`` gets each before it is.

    Raises:
        AssertionError: one of them succeeded. The last that was tried is the smallest like it that was found.
    """

    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(target.files())
    def attacks(files: Files) -> None:
        tried(files)
        target.attack(files)

    attacks()


def keep(folder: Path, files: Files, why: str) -> None:
    """Write down the files of an attack that succeeded, and what it did."""
    for name, raw in files.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    (folder / "why.txt").write_text(why, encoding="utf-8", errors="backslashreplace")


def kept(folder: Path) -> Files:
    """The files of an attack that :func:`keep` wrote down."""
    inside = folder / "files"
    return {path.relative_to(inside).as_posix(): path.read_bytes() for path in inside.rglob("*") if path.is_file()}
