"""One folder in the place of another."""

from pathlib import Path

import pytest

from generator.engine import swap as swapping
from generator.engine.swap import swap


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "page.html").write_text(word, encoding="utf-8")
    return path


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "page.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("atomic", [True, False])
def test_a_new_site_replaces_the_old_one_and_nothing_is_left_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    atomic: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    if not atomic:
        monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    place = folder(tmp_path / "site", "old")
    (place / "gone.html").touch()
    swap(folder(tmp_path / "new", "new"), place)
    assert [path.name for path in place.iterdir()] == ["page.html"]
    assert (place / "page.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_when_the_new_site_cannot_be_moved_the_old_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    place = folder(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "missing", place)
    assert (place / "page.html").read_text(encoding="utf-8") == "old"
