"""One folder in the place of another."""

from pathlib import Path

import pytest

from generator.disk import swap as swapping
from generator.disk.swap import swap


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "page.html").write_text(word, encoding="utf-8")
    return path


def word(path: Path) -> str:
    return (path / "page.html").read_text(encoding="utf-8")


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert word(tmp_path / "site") == "new"
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("atomic", [True, False])
def test_the_new_site_and_the_old_one_change_places(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    atomic: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    if not atomic:
        monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    place, new = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new")
    (place / "gone.html").touch()
    swap(new, place)
    assert [path.name for path in place.iterdir()] == ["page.html"]
    assert (word(place), word(new)) == ("new", "old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "site"]


def test_when_the_new_site_cannot_be_moved_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    place = folder(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "missing", place)
    assert word(place) == "old"
