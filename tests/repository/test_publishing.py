"""What a commit waits for until it is public, and what a build leaves to the next: publish, shards and test.yml."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.project import ROOT
from support.repositories import commit, environment, git, repository
from support.workflows.steps import hash_files

from generator.engine.manifest import place_of_manifest

Job = dict[str, Any]
Step = dict[str, Any]

FOLDER = ROOT / ".github" / "workflows"
PUBLISH: dict[Any, Any] = yaml.safe_load((FOLDER / "publish.yml").read_text(encoding="utf-8"))
JOBS: dict[str, Job] = PUBLISH["jobs"]
BUILD: list[Step] = JOBS["build"]["steps"]
LAST_BUILD = ("build/docs", "build/.docs.manifest", "site")
ON_MAIN = "${{ github.ref == 'refs/heads/main' }}"


def test_what_looks_at_commits_has_all_of_them() -> None:
    for job in ("changed", "register"):
        assert JOBS[job]["steps"][0]["with"]["fetch-depth"] == 0, job


def test_the_code_is_tested_beside_every_publication_that_does_not_wait_for_it() -> None:
    beside = yaml.safe_load((FOLDER / "test.yml").read_text(encoding="utf-8"))
    assert beside[True]["push"] == {"branches": ["main"], "paths": ["data/**"]}
    assert beside[True]["schedule"] == PUBLISH[True]["schedule"]
    assert beside["concurrency"]["group"] != PUBLISH["concurrency"]["group"]


# What is new, by the target of make that the job `changed` runs.


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "project")
    (folder / "generator").mkdir()
    (folder / "generator" / "code.py").write_text("een = 1\n", encoding="utf-8")
    git(folder, "add", "--all")
    commit(folder)
    return folder


def changed(project: Path, base: str) -> dict[str, str]:
    command = ["make", "--no-print-directory", f"--file={ROOT / 'Makefile'}", "changed"]
    done = subprocess.run(
        command, cwd=project, env=environment({"BASE": base}), capture_output=True, text=True, check=True
    )
    return dict(line.split("=") for line in done.stdout.splitlines())


def write(project: Path, name: str) -> None:
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as there:
        there.write("\n")
    git(project, "add", "--all")
    commit(project)


CODE = [path.replace("**", "iets") for path in PUBLISH[True]["push"]["paths"] if path != "data/**"]


@pytest.mark.parametrize("name", [*CODE, "iets-nieuws/data/iets", "mydata/iets", "data.py", "generator/docs/iets"])
def test_what_is_not_known_to_be_no_code_is_code(name: str, project: Path) -> None:
    base = git(project, "rev-parse", "HEAD")
    write(project, name)
    write(project, "data/results/2021.csv")
    assert changed(project, base) == {"code": "true", "since": base}


def test_a_commit_of_data_and_a_new_day_change_no_code(project: Path) -> None:
    base = git(project, "rev-parse", "HEAD")
    assert changed(project, base) == {"code": "false", "since": base}
    write(project, "data/results/2021.csv")
    write(project, "docs/data.md")
    assert changed(project, base) == {"code": "false", "since": base}


def remove(project: Path) -> None:
    git(project, "rm", "--quiet", "generator/code.py")


def move_into_data(project: Path) -> None:
    git(project, "mv", "generator/code.py", "data/code.py")


@pytest.mark.parametrize("change", [remove, move_into_data])
def test_code_that_is_gone_is_another_code(change: Callable[[Path], None], project: Path) -> None:
    base = git(project, "rev-parse", "HEAD")
    change(project)
    commit(project)
    assert changed(project, base)["code"] == "true"


@pytest.mark.parametrize("base", ["", "0" * 40, "f" * 40, "another"])
def test_where_the_last_good_commit_is_not_in_the_history_nothing_is_relied_on(base: str, project: Path) -> None:
    git(project, "branch", "another")
    git(project, "checkout", "--quiet", "another")
    commit(project)
    git(project, "checkout", "--quiet", "main")
    write(project, "data/results/2021.csv")
    assert changed(project, base) == {"code": "true", "since": git(project, "rev-parse", "HEAD^1")}


# The cache with the last build.


def test_the_cache_is_read_and_written_by_publications_of_main_and_by_nothing_else() -> None:
    assert "pull_request" not in PUBLISH[True]
    for file in FOLDER.glob("*.yml"):
        for name, job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].items():
            used = [step for step in job.get("steps", []) if step.get("uses", "").startswith("actions/cache")]
            assert not used or (file.name, name) == ("publish.yml", "build")
            assert all(step["if"] == ON_MAIN for step in used)


def caching() -> tuple[Step, Step]:
    (restore,) = (step for step in BUILD if step.get("uses", "").startswith("actions/cache/restore@"))
    (save,) = (step for step in BUILD if step.get("uses", "").startswith("actions/cache/save@"))
    return restore, save


def test_what_is_kept_is_what_the_next_build_can_use() -> None:
    restore, save = caching()
    assert tuple(restore["with"]["path"].split()) == tuple(save["with"]["path"].split()) == LAST_BUILD
    assert {"build/docs", "site", str(place_of_manifest(Path("build/docs")))} == set(LAST_BUILD)
    assert save["with"]["key"] == f"${{{{ steps.{restore['id']}.outputs.cache-primary-key }}}}"


def test_it_is_brought_before_anything_runs_and_kept_after_the_build() -> None:
    restore, save = caching()
    first, site = (
        next(i for i, step in enumerate(BUILD) if step.get("run", "").startswith(each))
        for each in ("make ", "make site")
    )
    assert BUILD.index(restore) < first
    assert BUILD.index(save) > site


def test_a_cache_is_taken_of_the_same_code_and_versions_only_and_a_run_by_hand_takes_none() -> None:
    restore, _ = caching()
    prefix = restore["with"]["restore-keys"]
    assert restore["with"]["key"] == prefix + "${{ github.run_id }}-${{ github.run_attempt }}"
    assert "${{ runner.os }}" in prefix
    assert "${{ steps.python.outputs.python-version }}" in prefix
    assert prefix.endswith(") }}-")
    assert restore["with"]["lookup-only"] == "${{ github.event_name == 'workflow_dispatch' }}"


def key(project: Path) -> str:
    """What the expression hashFiles of the key makes of a project."""
    (named,) = re.findall(r"hashFiles\((.*?)\)", caching()[0]["with"]["restore-keys"])
    return hash_files(project, tuple(re.findall("'(.*?)'", named)))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of each kind."""
    folder = tmp_path_factory.mktemp("project")
    for name in (*MAKES_THE_SITE, *MAKES_IT_NOT):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name}\n", encoding="utf-8")
    return folder


MAKES_THE_SITE = (
    "generator/engine/building.py",
    "generator/site/words/locale/nl.yaml",
    "site_src/pages/scripts/choice.js",
    "site_src/styles/tokens.css",
    "site_src/theme/main.html",
    "mkdocs.yml",
    "requirements/site.txt",
    "pyproject.toml",
)
MAKES_IT_NOT = ("data/policy.yaml", "data/results/2021.csv", "docs/data.md", "tests/conftest.py", "Makefile")


@pytest.mark.parametrize("name", [*MAKES_THE_SITE, *MAKES_IT_NOT])
def test_the_key_changes_with_each_kind_of_code_and_not_with_data(name: str, small: Path, tmp_path: Path) -> None:
    assert (ROOT / name).is_file() or name.startswith("data/")
    project = Path(shutil.copytree(small, tmp_path / "project"))
    assert key(project) == key(small)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert (key(project) != key(small)) == (name in MAKES_THE_SITE)


def uploads() -> list[tuple[str, Step]]:
    return [
        (f"{file.stem}, {name}", step)
        for file in sorted(FOLDER.glob("*.yml"))
        for name, job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].items()
        for step in job.get("steps", [])
        if re.match("actions/upload-(pages-)?artifact@", step.get("uses", ""))
    ]


@pytest.mark.parametrize(("where", "step"), uploads(), ids=lambda each: each if isinstance(each, str) else "")
def test_no_file_of_a_run_holds_a_manifest(where: str, step: Step) -> None:
    """It stands beside the pages, under a name that is hidden; and hidden files are left out."""
    assert "include-hidden-files" not in step["with"], where
    of_a_shard = place_of_manifest(Path("build/shards/1/docs"))
    for manifest in (place_of_manifest(Path("build/docs")), of_a_shard):
        for kept in map(Path, step["with"]["path"].split()):
            assert not manifest.is_relative_to(kept) or any(
                part.startswith(".") for part in manifest.relative_to(kept).parts
            ), where


# Four machines.


def test_the_shards_are_all_shares_of_one_site() -> None:
    jobs = yaml.safe_load((FOLDER / "shards.yml").read_text(encoding="utf-8"))["jobs"]
    shares = jobs["build"]["strategy"]["matrix"]["shard"]
    assert shares == [f"{number}/{len(shares)}" for number in range(1, len(shares) + 1)]
