"""A maintainer's year: each piece of work, done to a repository, ends where it should."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.project import ROOT
from support.registers.editing import Edit
from support.registers.reading import contents
from support.registers.real import REAL
from support.repositories import commit, environment, git
from year.work import YEAR, Work

from generator.commands.main import main

PUBLIC = [work for work in YEAR if work.shown]
WAITING = [work for work in YEAR if not work.shown and not work.refused]
REFUSED = [work for work in YEAR if work.refused]


# But for what has a site of its own, and axe, which finds no other markup here than on the site of data/.
LOOKING = [f"tests/published/test_{name}.py" for name in ("deployed", "figures_on_the_pages", "promised_addresses")]


def named(work: Work) -> str:
    return work.what


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the first reports, with its site."""
    project = tmp_path_factory.mktemp("year") / "project"
    shutil.copytree(REAL, project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "site_src", project / "site_src")
    git(project, "init", "--quiet", "--initial-branch=main", "--template=")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run("build") == ""
    git(project, "add", "--all")
    commit(project)
    return project


@pytest.fixture
def project(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to work in."""
    project = Path(shutil.copytree(published, tmp_path / "project"))
    monkeypatch.chdir(project)
    return project


def run(*arguments: str) -> str:
    """Run a command here: nothing if all is well, else what it said."""
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.output if done.exit_code else ""


def publish() -> dict[str, str]:
    """What the pull request and then publish.yml run on the last commit: what each command that refuses it said."""
    commands = {
        "guard": ("guard", "--since=HEAD~1"),
        "check": ("check", "--since=HEAD~1"),
        "audit": ("audit",),
        "diff": ("diff", "HEAD~1"),
        "build": ("build",),
    }
    return {name: said for name, arguments in commands.items() if (said := run(*arguments))}


@pytest.mark.parametrize("work", PUBLIC, ids=named)
def test_what_a_maintainer_does_becomes_public(work: Work, project: Path) -> None:
    page, words = work.shown or ("", "")
    file = project / "site" / page / "index.html"
    assert not file.exists() or words not in file.read_text(encoding="utf-8")
    commit(project, work.edit)
    assert publish() == {}
    assert words in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("work", REFUSED, ids=named)
def test_what_may_not_become_public_is_refused_with_its_reason(work: Work, project: Path) -> None:
    commit(project, work.edit)
    command, said = work.refused or ("", "")
    assert said in publish()[command]


@pytest.mark.parametrize("work", WAITING, ids=named)
def test_what_waits_for_its_day_is_kept_and_changes_nothing(work: Work, project: Path) -> None:
    before = contents(project / "data")
    work.edit(project / "data")
    assert contents(project / "data") == before
    assert "waits until" in CliRunner().invoke(main, ["release"]).output
    commit(project)
    assert publish() == {}


def pass_on(project: Path, data: Path, edits: Iterable[Edit], *looking: str) -> None:
    """Build the site of a register, and have it pass tests that publish.yml runs on what was deployed."""
    for folder in ("generator", "tests", "site_src"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / file, project)
    shutil.copytree(data, project / "data")
    for edit in edits:
        edit(project / "data")
    there = {**environment(), "PYTHONPATH": f"{project}{os.pathsep}{project / 'tests'}"}
    for command in (["generator", "build"], ["pytest", "-q", "-p", "no:cacheprovider", *looking]):
        done = subprocess.run(
            [sys.executable, "-m", *command], check=False, cwd=project, env=there, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_after_the_whole_year_the_published_site_passes_its_tests(tmp_path: Path) -> None:
    pass_on(tmp_path / "project", REAL, [work.edit for work in PUBLIC], *LOOKING)
