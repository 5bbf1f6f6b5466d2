"""A clock that is ahead: what only it has seen is not promised for ever."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.project import ROOT
from support.registers.editing import cell
from support.registers.invented import BETA_TOTAL
from support.repositories import attempt, repository

from generator.commands.main import main
from generator.engine import building
from generator.history.versions import newest_day

# The report of alfa was public by then, that of beta was not.
SEEN = "2021-06-01"
PAGES = frozenset({"over/index.html", "aanbieders/verzonnen-alfa/index.html", "aanbieders/verzonnen-beta/index.html"})
LONG_AGO = datetime.fromisoformat(f"{SEEN}T12:00").timestamp()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The register of a repository in which nothing happened since."""
    project = repository(tmp_path / "project")
    day = {"GIT_COMMITTER_DATE": f"{SEEN}T12:00:00"}
    assert attempt(project, "commit", "--amend", "--quiet", "--no-edit", "--allow-empty", settings=day)[0] == 0
    return project / "data"


@pytest.fixture(autouse=True)
def instead_of_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(building, "build", lambda *_: PAGES)


def built(data: Path, *arguments: str) -> tuple[str, set[str]]:
    """What a build says, and the addresses of providers that it noted."""
    folders = ["--docs", str(data.parent / "docs"), "--site", str(data.parent / "site")]
    done = CliRunner().invoke(main, ["build", "--data", str(data), *folders, *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    noted = (data / "urls.txt").read_text(encoding="utf-8").split()
    assert "/over/" in noted
    return done.output, {each.split("/")[2] for each in noted if each.startswith("/aanbieders/")}


def test_what_became_public_after_all_that_is_there_is_not_noted(data: Path) -> None:
    said, noted = built(data)
    assert noted == {"verzonnen-alfa"}
    assert f"1 new addresses are not noted: they are of providers that became public after {SEEN}" in said
    assert built(data)[1] == {"verzonnen-alfa"}  # that this was noted just now says nothing about the clock


def test_whoever_names_the_day_is_believed(data: Path) -> None:
    assert built(data, "--as-of", "2022-01-01")[1] == {"verzonnen-alfa", "verzonnen-beta"}


def test_what_changed_since_has_seen_the_day(data: Path) -> None:
    cell(BETA_TOTAL, "completed", "7")(data)
    (data / "distributions" / "2021.csv").unlink()
    assert built(data)[1] == {"verzonnen-alfa", "verzonnen-beta"}


def test_the_newest_day_is_of_the_commit_or_of_what_differs_from_it(data: Path) -> None:
    assert newest_day(data, "urls.txt") == date.fromisoformat(SEEN)
    (data / "urls.txt").touch()
    assert newest_day(data, "urls.txt") == date.fromisoformat(SEEN)
    (data / "notes.txt").touch()
    os.utime(data / "notes.txt", (LONG_AGO + 86_400, LONG_AGO + 86_400))
    assert newest_day(data, "urls.txt") == date(2021, 6, 2)


def test_outside_a_repository_each_file_counts(register_folder: Path) -> None:
    for file in register_folder.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    assert newest_day(register_folder, "urls.txt") == date.fromisoformat(SEEN)
    os.utime(register_folder / "policy.yaml", (LONG_AGO + 86_400, LONG_AGO + 86_400))
    assert newest_day(register_folder, "urls.txt") == date(2021, 6, 2)
