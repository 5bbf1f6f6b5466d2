"""One version: what changes while it is read is read again."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disk.reading import unchanged

_FILES = ("one.csv", "below/other.csv")


def _folder(place: Path) -> Path:
    (place / "below").mkdir()
    for name in _FILES:
        (place / name).write_text("old", encoding="utf-8")
    return place


def _replaced(folder: Path, name: str) -> None:
    """As a command does it: another file of the same size takes the name."""
    (folder / ".new").write_text("new", encoding="utf-8")
    (folder / ".new").replace(folder / name)


def _edited(folder: Path, name: str) -> None:
    (folder / name).write_text("new", encoding="utf-8")


def _removed(folder: Path, name: str) -> None:
    (folder / name).unlink()


def _added(folder: Path, name: str) -> None:
    (folder / f"{name}.more").touch()


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("change", [_replaced, _edited, _removed, _added])
def test_what_changes_meanwhile_is_read_again(change: Callable[[Path, str], None], name: str, tmp_path: Path) -> None:
    folder, reads = _folder(tmp_path), list[int]()

    def read() -> int:
        reads.append(len(reads))
        if len(reads) == 1:
            change(folder, name)
        return reads[-1]

    assert unchanged(folder, read) == 1


def test_what_stands_still_is_read_once(tmp_path: Path) -> None:
    folder, reads = _folder(tmp_path), list[str]()

    def read() -> str:
        (folder / ".lock").touch()
        reads.append((folder / _FILES[0]).read_text(encoding="utf-8"))
        return reads[-1]

    assert (unchanged(folder, read), reads) == ("old", ["old"])


def test_what_never_stands_still_is_an_error(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with pytest.raises(OSError, match="change each time"):
        unchanged(folder, lambda: _replaced(folder, _FILES[0]))


@given(st.permutations(range(4)), st.permutations(range(4)), st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_no_reader_gets_two_versions(written: list[int], read_in: list[int], after: list[int]) -> None:
    """Whatever the order in which a writer replaces files while a reader reads them, one after another."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(4):
            (folder / str(number)).write_text("old", encoding="utf-8")
        left = list(written)

        def some(many: int) -> None:
            for _ in range(min(many, len(left))):
                _replaced(folder, str(left.pop()))

        def read() -> set[str]:
            found = set()
            for many, number in zip(after, read_in, strict=False):
                some(many)
                found.add((folder / str(number)).read_text(encoding="utf-8"))
            some(len(left))
            return found

        assert unchanged(folder, read) in ({"new"}, {"old"})
