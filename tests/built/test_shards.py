"""Several machines make a share of the site each, and `merge` makes of these the bytes of a whole build."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.building import build_site
from support.project import ROOT
from support.registers.demos import public_demo
from support.registers.editing import private
from support.registers.reading import contents
from support.settings import SETTINGS

from generator.commands.main import main
from generator.engine.building import build_shard, merge
from generator.engine.errors import EngineError
from generator.engine.reservation import reserved
from generator.engine.shards import Shard, ShardFolder
from generator.progress import Done, heard, nobody
from generator.site.content.content import Content, content

_COUNT = 3


def whole() -> Content:
    return content(public_demo(12), SETTINGS)


def make(shards: Path, number: int, count: int = _COUNT, of: Content | None = None) -> None:
    folder = ShardFolder(shards / str(number))
    with reserved(folder.docs, folder.site) as reservation:
        build_shard(of or whole(), ROOT, Shard(number, count), reservation)


def merged(shards: Path, to: Path, published_before: frozenset[str] = frozenset()) -> frozenset[str]:
    with reserved(to / "docs", to / "site") as reservation:
        return merge(shards, reservation, SETTINGS.charter.folders, published_before)


@pytest.fixture(scope="module")
def all_shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shards = tmp_path_factory.mktemp("shards")
    for number in range(1, _COUNT + 1):
        make(shards, number)
    return shards


@pytest.fixture
def shards(all_shards: Path, tmp_path: Path) -> Path:
    """A copy, to damage."""
    return Path(shutil.copytree(all_shards, tmp_path / "shards"))


def test_merged_shards_are_a_whole_build(all_shards: Path, tmp_path: Path) -> None:
    files = merged(all_shards, tmp_path / "merged")
    build_site(whole(), tmp_path / "whole")
    for folder in ("docs", "site"):
        assert contents(tmp_path / "merged" / folder) == contents(tmp_path / "whole" / folder)
    assert files == contents(tmp_path / "merged" / "site").keys()
    assert (tmp_path / "merged" / "site").stat().st_mode & 0o777 == 0o755


def test_each_makes_a_share_and_no_page_is_made_twice(all_shards: Path) -> None:
    pages = [contents(all_shards / str(number) / "docs").keys() for number in range(1, _COUNT + 1)]
    assert all(len(each) > sum(map(len, pages)) / _COUNT / 2 for each in pages)
    assert sum(map(len, pages)) == len(set().union(*pages))


@pytest.mark.parametrize(
    "linked", ["aanbieders/{provider}.md", "open-data/index.md", "correcties.md", "diensten/index.md"]
)
def test_a_page_written_by_hand_can_link_to_any_page(linked: str, tmp_path: Path) -> None:
    """The first machine has what it links to, whoever else would make that."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "site_src", project / "site_src")
    shutil.copy(ROOT / "mkdocs.yml", project)
    page = linked.format(provider=public_demo(12).providers[-1].id)
    text = f"---\ntitle: Over\n---\n\n# Over\n\n[Daar]({page})\n"
    (project / "site_src" / "pages" / "over.md").write_text(text, encoding="utf-8")
    of = content(public_demo(12), replace(SETTINGS, hand_written={**SETTINGS.hand_written, "over.md": text}))
    folder = ShardFolder(tmp_path / "1")
    with reserved(folder.docs, folder.site) as reservation:
        build_shard(of, project, Shard(1, 64), reservation)
    assert (folder.docs / page).is_file()


def one_is_missing(shards: Path) -> None:
    shutil.rmtree(shards / "2")


def a_file_was_lost(shards: Path) -> None:
    next((shards / "2" / "site" / "aanbieders").rglob("ratings.json")).unlink()


def of_another_register(shards: Path) -> None:
    shutil.rmtree(shards / "2")
    make(shards, 2, of=content(public_demo(11), SETTINGS))


def of_another_count(shards: Path) -> None:
    shutil.rmtree(shards / "2")
    make(shards, 2, count=_COUNT + 1)


def without_a_note(shards: Path) -> None:
    (shards / "2" / "shard.json").unlink()


def two_that_differ(shards: Path) -> None:
    (shards / "2" / "site" / "404.html").write_text("Iets anders.", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (one_is_missing, "shard 2 of 3 is missing"),
        (a_file_was_lost, r"2: has \d+ files, and \d+ were made"),
        (of_another_register, "the shards are not of the same site"),
        (of_another_count, "the shards are not of the same site"),
        (without_a_note, "no shard was built here, or it was not brought whole"),
        (two_that_differ, r"404\.html: another shard has another file of that name"),
        (shutil.rmtree, "there are no shards"),
    ],
)
def test_what_is_no_whole_site_is_not_published(
    damage: Callable[[Path], object], said: str, shards: Path, tmp_path: Path
) -> None:
    damage(shards)
    with pytest.raises(EngineError, match=said):
        merged(shards, tmp_path / "merged")
    assert not (tmp_path / "merged" / "site").exists()


def test_a_merge_loses_no_address(all_shards: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="published before, and would be gone:\n  /diensten/weg/"):
        merged(all_shards, tmp_path, frozenset({"/", "/diensten/weg/"}))


def ran(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


@pytest.mark.parametrize("share", ["0/4", "5/4", "2", "a/b", "1/257", "-1/4"])
def test_a_share_that_is_none_is_refused(share: str, register_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = ran("build", "--data", register_folder, f"--shard={share}")
    assert done.exit_code == 2
    assert "is no share such as 2/4" in done.output


def test_by_the_command_line(register_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    private()(register_folder)
    to = ("--data", register_folder, "--shards", tmp_path / "shards")
    for share in ("1/2", "2/2"):
        done = ran("build", *to, "--shard", share)
        assert done.exit_code == 0, done.output
        assert f"2 providers, share {share}, from" in done.output
    assert not (register_folder / "urls.txt").exists()
    done = ran("merge", *to, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 0, done.output
    assert "/aanbieders/verzonnen-alfa/" in (register_folder / "urls.txt").read_text(encoding="utf-8").split()
    other = tmp_path / "whole"
    ran("build", "--data", register_folder, "--docs", other / "docs", "--site", other / "site")
    assert contents(other / "site") == contents(tmp_path / "site")


def test_bringing_them_together_says_how_far_it_is(all_shards: Path, tmp_path: Path) -> None:
    heard_of: dict[str, int] = {}

    def listener(doing: str, items: int) -> AbstractContextManager[Done]:
        heard_of[doing] = items
        return nobody(doing, items)

    with heard(listener):
        merged(all_shards, tmp_path / "merged")
    assert heard_of["Bringing shards together"] == sum(
        len(contents(folder / part)) for folder in all_shards.iterdir() for part in ("docs", "site")
    )
