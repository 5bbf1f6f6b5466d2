"""The commands of docs/incident.md do what they are for, in a repository made for it."""

import re
import subprocess
import sys
from pathlib import Path

from support.project import ROOT
from support.registers.editing import all_of, appended, cell
from support.registers.invented import ALFA_TOTAL, GAMMA_LOW
from support.repositories import commit, environment, git, repository

TOLD = (ROOT / "docs" / "incident.md").read_text(encoding="utf-8")
REWRITE, PUSH = re.findall(r"^```sh\n(.*?)^```$", TOLD, re.MULTILINE | re.DOTALL)
RESULTS = "results/2021.csv"
ROW = "verzonnen-gamma,2021-12-31,client,eerste-hulp"
GRADES = ("3.7", "3,6")


def told(block: str, source: Path, row: str) -> str:
    """The commands with this repository and this row, and without what is not git's."""
    block = re.sub(r"^REPOSITORY=.*$", f"REPOSITORY='{source}'", block, flags=re.MULTILINE)
    block = re.sub(r"^ROW=.*$", f"ROW='{row}'", block, flags=re.MULTILINE)
    return block.replace("make history BASE=\n", "")


def test_a_grade_is_in_no_commit_branch_or_tag_after_the_history_is_rewritten(tmp_path: Path) -> None:
    project, remote = repository(tmp_path / "project"), tmp_path / "daar.git"
    leak = commit(project, cell(GAMMA_LOW, "grade", GRADES[0]))
    git(project, "tag", "oud")
    git(project, "switch", "--quiet", "--create", "branch")
    commit(
        project, all_of(cell(GAMMA_LOW, "grade", f'"{GRADES[1]}"'), appended("results/2020.csv", "# 3.7 is elsewhere"))
    )
    git(project, "switch", "--quiet", "main")
    commit(project, cell(GAMMA_LOW, "grade", ""), cell(ALFA_TOTAL, "grade", "8.2"))
    git(project, "clone", "--quiet", "--bare", f"file://{project}", remote)
    git(remote, "update-ref", "refs/pull/7/head", "branch")
    was = git(remote, "show", f"main:data/{RESULTS}")

    where = {"PATH": f"{Path(sys.executable).parent}:{environment()['PATH']}"}
    commands = f"set -eu\n{told(REWRITE, remote, ROW)}\n{told(PUSH, remote, ROW)}"
    done = subprocess.run(
        ["sh", "-c", commands],  # noqa: S607 - as a maintainer has it
        cwd=tmp_path,
        env=environment(where),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    for folder in (tmp_path / "rewritten", remote):
        held = git(folder, "log", "--all", "--patch", "--format=%H")
        rows = [line for line in held.splitlines() if line[1:].startswith(ROW)]
        assert set(rows) == {f"+{ROW},20,4,,nee"}
        assert "3.7 is elsewhere" in held
        assert len(git(folder, "rev-list", "--all").splitlines()) == 3  # one had nothing else
    assert git(remote, "show", f"main:data/{RESULTS}") == was
    assert re.search(r"refs/pull/7/head -> refs/pull/7/head \(forced update\)", done.stderr)
    changed = (tmp_path / "rewritten/.git/filter-repo/first-changed-commits").read_text(encoding="utf-8")
    assert changed.split()[0] == leak
    assert GAMMA_LOW.line in git(remote, "show", f"oud:data/{RESULTS}").splitlines()
