"""A check that looked at nothing never says that all is well: each is given nothing to look at, and fails."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import asked
from support.project import ROOT
from support.repositories import environment, git

BIN = Path(sys.executable).parent
NOBODY = {"total": 0, "excludes": 0, "unsupported": 0, "successful": 0, "error_map": {}, "timeout_map": {}}
LOCK = "een-pakket==1.0 \\\n    --hash=sha256:00\n    # via ander\nAnder_Pakket==2.0 ; python_version < '4' \\\n"
SOUND: list[dict[str, Any]] = [
    {"name": "een-pakket", "version": "1.0", "vulns": []},
    {"name": "ander-pakket", "version": "2.0", "vulns": []},
]


def audited(*dependencies: dict[str, Any]) -> list[str]:
    return list(asked.weaknesses({"dependencies": dependencies}, LOCK))


def test_packages_without_a_known_weakness_give_no_line() -> None:
    assert audited(*SOUND) == []


def test_each_package_that_was_not_asked_about_is_named() -> None:
    skipped = {"name": "een-pakket", "skip_reason": "it could not be audited"}
    assert audited(skipped, SOUND[1]) == ["een-pakket was not asked about: it could not be audited"]
    assert audited(SOUND[0]) == ["ander-pakket was not asked about: it is in the lock alone"]
    assert len(audited()) == 2
    assert list(asked.weaknesses({"dependencies": []}, "")) == ["nothing was asked: the lock names no package"]


def test_a_weakness_is_named_with_its_mend() -> None:
    weak = {**SOUND[0], "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}]}
    assert audited(weak, SOUND[1]) == [
        "een-pakket 1.0: PYSEC-1, mended in 1.1",
        "een-pakket 1.0: PYSEC-2, mended in no version",
    ]


def test_links_are_fine_only_where_a_website_answered() -> None:
    some = {**NOBODY, "total": 3, "excludes": 1, "successful": 2}
    assert list(asked.links(some)) == []
    assert "no website was asked" in next(asked.links(NOBODY))
    assert "no website was asked" in next(asked.links({**NOBODY, "total": 4, "excludes": 4}))
    lost = {"url": "https://alfa.example/", "status": {"text": "Failed"}}
    silent = {**NOBODY, "total": 1, "error_map": {"a.json": [lost]}}
    first, second = asked.links(silent)
    assert first == "https://alfa.example/ (a.json): Failed"
    assert "no network" in second


@pytest.mark.parametrize(("content", "ends"), [(None, 1), (NOBODY, 1), ({**NOBODY, "total": 1, "successful": 1}, 0)])
def test_what_was_found_is_told_in_a_file_too(content: object, ends: int, tmp_path: Path) -> None:
    if content:
        (tmp_path / "links.json").write_text(json.dumps(content), encoding="utf-8")
    assert asked.main("links", str(tmp_path / "links.json"), str(tmp_path / "links.md")) == ends
    assert bool((tmp_path / "links.md").read_text(encoding="utf-8")) is bool(ends)


def test_lychee_reports_in_the_form_that_is_read(tmp_path: Path) -> None:
    """An address of this machine is left out: nothing is asked, and lychee itself says that all is well."""
    (tmp_path / "ratings.json").write_text('{"a": "http://127.0.0.1/"}', encoding="utf-8")
    said = subprocess.run(
        [BIN / "lychee", "--no-progress", "--exclude-all-private", "--format", "json", "ratings.json"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert next(asked.links(json.loads(said.stdout))) == "no website was asked: of 1 addresses 1 are left out"


NOTHING = {
    "zizmor": ["--offline", "--quiet", "--no-progress", "--strict-collection", "."],
    "check-jsonschema": ["--quiet", "--builtin-schema", "vendor.github-workflows", "*.yml"],
    "mypy": ["--no-error-summary"],
    "lint-imports": ["--no-logo"],
    "deptry": ["."],
}


@pytest.mark.parametrize("tool", NOTHING)
def test_a_linter_in_an_empty_folder_fails(tool: str, tmp_path: Path) -> None:
    done = subprocess.run([BIN / tool, *NOTHING[tool]], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode


def test_an_attack_that_had_no_time_did_not_succeed_nor_fail() -> None:
    """In a process of its own: it takes away memory for as long as it lives."""
    there = {**os.environ, "FUZZ_MINUTES": "0", "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "fuzz"]
    done = subprocess.run(command, cwd=ROOT, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "No file was tried on" in done.stdout


def recipe(target: str) -> list[str]:
    """The lines of a target of the Makefile."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^{target}:.*\n((?:\t.*\n|[ \t].*\n)+)", text, re.MULTILINE)
    return [str(line).strip() for line in found.splitlines()]


def ran(line: str, folder: Path) -> int:
    """How a line of a recipe ends in a folder."""
    said = line.removeprefix("@").replace("$(BIN)", str(BIN)).replace("$$", "$")
    return subprocess.run(
        ["/bin/sh", "-c", said], cwd=folder, env={**os.environ, **environment()}, capture_output=True, check=False
    ).returncode


def test_lint_asks_first_whether_ruff_finds_any_code(tmp_path: Path) -> None:
    first = next(line for line in recipe("lint-code") if "--show-files" in line)
    assert ran(first, tmp_path) == 1
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__main__.py").touch()
    assert ran(first, tmp_path) == 0


def test_without_a_site_there_is_nothing_to_compare(tmp_path: Path) -> None:
    first = recipe("compare")[0]
    assert ran(first, tmp_path) == 2
    (tmp_path / "site").mkdir()
    assert ran(first, tmp_path) == 2
    (tmp_path / "site" / "index.html").touch()
    assert ran(first, tmp_path) == 0


def test_what_cannot_be_compared_with_its_base_is_code(tmp_path: Path) -> None:
    line = " ".join(each.rstrip("\\") for each in recipe("changed"))
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "--template=")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Een")
    for base in ("HEAD", "nowhere", "0" * 40, ""):
        said = subprocess.run(
            ["/bin/sh", "-c", line.removeprefix("@").replace("$$", "$")],
            cwd=tmp_path,
            env={**environment(), "BASE": base},
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        assert ("code=false" if base == "HEAD" else "code=true") in said


def test_a_guard_of_a_folder_that_no_version_has_is_no_answer(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "--template=")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=Een")
    (tmp_path / "data").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "guard", "--data", "data"],
        cwd=tmp_path,
        env={**environment(), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "there is no data/" in done.stderr
