"""The hooks of git ask the guard about what a commit or a push would hold, and take its answer.

In all tests but one a recorder stands in for Python: what they ask is the hooks' own, what is answered is the guard's.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest
from support.project import ROOT
from support.registers.editing import cell
from support.registers.invented import ALFA_FIRST_2020, ALFA_TOTAL, GAMMA_LOW
from support.repositories import NO_DRAFT, attempt, commit, git, repository

RESULTS = "results/2021.csv"
LEAK = cell(GAMMA_LOW, "grade", "3.7")
OTHER = cell(ALFA_TOTAL, "grade", "8.2")
RECORDER = """\
#!/bin/sh
echo "$@" >>"{asked}"
exit "$(cat "{answer}")"
"""


class Project:
    """A repository with the hooks switched on; what they ask is recorded beside it, and answered as it says there."""

    def __init__(self, folder: Path) -> None:
        self.folder = repository(folder / "een map" / "project", NO_DRAFT)
        self.log, self.answer = folder / "asked", folder / "answer"
        self.answer.write_text("0", encoding="utf-8")
        shutil.copytree(ROOT / ".githooks", self.folder / ".githooks")
        git(self.folder, "add", ".githooks")
        commit(self.folder)
        git(self.folder, "config", "core.hooksPath", ".githooks")
        self.set_up(RECORDER.format(asked=self.log, answer=self.answer))

    def set_up(self, python: str) -> None:
        """Have a .venv with this program as its Python."""
        program = self.folder / ".venv" / "bin" / "python"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(python, encoding="utf-8")
        program.chmod(0o755)
        (self.folder / ".venv" / ".site").touch()

    def edit(self, *edits: object, folder: Path | None = None) -> None:
        for each in edits:
            assert callable(each)
            each((folder or self.folder) / "data")

    def asked(self) -> list[list[str]]:
        """What the guard was told, of each time that it was asked."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line.split(" ") for line in lines]

    def grades_asked(self) -> list[str]:
        """Alfa's total and gamma's withheld grade in the one version that the guard was asked to look at, alone."""
        ((module, name, command, tree, only, since),) = self.asked()
        assert (module, name, command, only, since) == ("-m", "generator", "guard", "--only", "--since=HEAD")
        lines = git(self.folder, "show", f"{tree}:data/{RESULTS}").splitlines()
        return [lines[row.index(lines)].split(",")[6] for row in (ALFA_TOTAL, GAMMA_LOW)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_commit_is_looked_at_as_it_is_staged(project: Project) -> None:
    project.edit(LEAK)
    git(project.folder, "add", "data")
    project.edit(OTHER, cell(GAMMA_LOW, "grade", ""))  # in the folder all is well
    assert attempt(project.folder, "commit", "--message=Een cijfer")[0] == 0
    assert project.grades_asked() == ["8.3", "3.7"]


def test_a_commit_of_some_paths_or_an_amended_one_is_looked_at_as_it_will_be(project: Project) -> None:
    project.edit(LEAK)
    (project.folder / "elders.txt").write_text("niets", encoding="utf-8")
    git(project.folder, "add", "elders.txt")
    git(project.folder, "commit", "--message=Een deel", f"data/{RESULTS}")
    assert project.grades_asked() == ["8.3", "3.7"]
    project.edit(OTHER)
    git(project.folder, "commit", "--amend", "--all", "--no-edit")
    assert project.grades_asked() == ["8.2", "3.7"]


def test_a_refusal_leaves_everything_as_it_was(project: Project) -> None:
    project.answer.write_text("1", encoding="utf-8")
    before = git(project.folder, "rev-parse", "HEAD")
    project.edit(LEAK)
    code, said = attempt(project.folder, "commit", "--all", "--message=Een cijfer")
    assert (code, said) == (1, "Nothing was committed.\n")
    assert git(project.folder, "rev-parse", "HEAD") == before


def test_a_commit_that_leaves_the_register_alone_is_looked_at_too(project: Project) -> None:
    (project.folder / "elders.txt").write_text("niets", encoding="utf-8")
    git(project.folder, "add", "elders.txt")
    git(project.folder, "commit", "--message=Iets anders")
    assert project.grades_asked() == ["8.3", ""]


def test_what_cannot_be_looked_at_is_not_committed(project: Project) -> None:
    shutil.rmtree(project.folder / ".venv")
    project.edit(OTHER)
    code, said = attempt(project.folder, "commit", "--all", "--message=Een cijfer")
    assert code == 1
    assert "Set it up with 'make site'" in said


def test_the_first_commit_of_a_repository_is_looked_at_too(project: Project) -> None:
    git(project.folder, "switch", "--quiet", "--orphan", "nieuw")
    git(project.folder, "checkout", "main", "--", ".")
    git(project.folder, "commit", "--message=Opnieuw begonnen")
    ((*_, tree, only),) = project.asked()
    assert only == "--only"
    assert tree == git(project.folder, "rev-parse", "HEAD^{tree}")


def test_another_worktree_uses_the_setup_of_the_first(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "een andere map"
    git(project.folder, "worktree", "add", "--quiet", "-b", "ander", other)
    project.edit(LEAK, folder=other)
    git(other, "commit", "--all", "--message=Een cijfer")
    assert project.grades_asked() == ["8.3", "3.7"]


def test_a_merge_is_looked_at_whether_or_not_it_has_conflicts(project: Project) -> None:
    git(project.folder, "switch", "--quiet", "--create", "branch")
    commit(project.folder, LEAK)
    git(project.folder, "switch", "--quiet", "main")
    commit(project.folder, cell(ALFA_FIRST_2020, "grade", "7.8"))
    project.answer.write_text("1", encoding="utf-8")
    assert attempt(project.folder, "merge", "--no-edit", "branch")[0] == 1
    assert project.grades_asked() == ["8.3", "3.7"]
    git(project.folder, "merge", "--abort")
    commit(project.folder, cell(GAMMA_LOW, "grade", "*"))
    assert attempt(project.folder, "merge", "--no-edit", "branch")[0] == 1
    git(project.folder, "checkout", "--theirs", "data")
    assert attempt(project.folder, "commit", "--all", "--no-edit")[0] == 1
    assert project.grades_asked() == ["8.3", "3.7"]


def test_a_push_is_looked_at_from_what_the_other_side_has(project: Project, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "daar")
    git(project.folder, "remote", "add", "origin", tmp_path / "daar")
    first = git(project.folder, "rev-parse", "HEAD")
    git(project.folder, "push", "--quiet", "origin", "main")
    assert project.asked() == [["-m", "generator", "guard", first]]
    second = commit(project.folder, LEAK)
    project.answer.write_text("1", encoding="utf-8")
    code, said = attempt(project.folder, "push", "origin", "main:elders")
    assert code == 1
    assert "Nothing was pushed." in said
    assert project.asked() == [["-m", "generator", "guard", second, f"--since={first}"]]
    project.answer.write_text("0", encoding="utf-8")
    git(project.folder, "push", "--quiet", "origin", "main:elders")
    project.asked()
    git(project.folder, "push", "--quiet", "--delete", "origin", "elders")
    assert project.asked() == []


def test_with_the_guard_itself_a_grade_is_refused_and_not_printed(project: Project) -> None:
    """From Python's start to the end of the commit, in a worktree, where git tells a hook more than elsewhere."""
    project.set_up(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n')
    git(project.folder, "worktree", "add", "--quiet", "../ander")
    other = project.folder.parent / "ander"
    project.edit(LEAK, folder=other)
    code, said = attempt(other, "commit", "--all", "--message=Een cijfer")
    assert code == 1
    assert said.startswith(
        f"data/{GAMMA_LOW.at('grade')} W02 error: a grade that is withheld, in a public repository\n"
    )
    assert "3.7" not in said


def test_with_the_guard_itself_a_report_is_refused_wherever_it_stands(project: Project) -> None:
    project.set_up(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n')
    (project.folder / "bijlage").write_bytes(b"%PDF-1.7\n")
    git(project.folder, "add", "bijlage")
    code, said = attempt(project.folder, "commit", "--message=Een bijlage")
    assert code == 1
    assert said.startswith("bijlage G03 error: a PDF\n")


def test_every_hook_can_be_run() -> None:
    hooks = sorted((ROOT / ".githooks").iterdir())
    assert [hook.name for hook in hooks] == ["guard.sh", "pre-commit", "pre-merge-commit", "pre-push"]
    assert all(os.access(hook, os.X_OK) for hook in hooks)
