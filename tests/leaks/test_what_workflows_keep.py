"""What a workflow keeps, shows or hands on: nothing in which data/ of a private repository can stand."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from published import verify
from support.project import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# What may leave a run, and what makes it. All is made of the public model, or knows of no register.
KEPT = {
    "site/": "the site",
    "artifact.tar": "the site, as an earlier step kept it",
    "build/sbom.json": "which packages a site is made with",
    "sbom.json": "the same, as an earlier step kept it",
    "build/shards/": "the site in shares, and its Markdown",
    "build/docs": "the Markdown of the site",
    "build/.docs.manifest": "fingerprints of what the site shows, names and sizes of its files",
    "site": "the site",
    "build/verification.md": "what a look at the deployed site says",
    "build/difference.md": "what the public would see change",
    "build/links.md": "which websites on the site do not answer",
    "build/weaknesses.md": "which packages have a known weakness",
}
# Actions that move files in or out of a run, with the parameters that say which.
MOVING = {
    "actions/upload-artifact": {"path"},
    "actions/upload-pages-artifact": {"path"},
    "actions/attest-build-provenance": {"subject-path"},
    "actions/cache/restore": {"path"},
    "actions/cache/save": {"path"},
    "actions/download-artifact": set(),
    "actions/deploy-pages": set(),
    "actions/configure-pages": set(),
    "actions/checkout": set(),
    "actions/setup-python": set(),
}


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in WORKFLOWS:
        for name, job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].items():
            for step in job.get("steps", []):
                yield f"{file.stem}, {name}", step


@pytest.mark.parametrize(("where", "step"), [each for each in steps() if "uses" in each[1]])
def test_an_action_keeps_only_what_may_be_kept(where: str, step: dict[str, Any]) -> None:
    action = step["uses"].partition("@")[0]
    told = step.get("with", {})
    assert action in MOVING, f"{where}: say which parameters of {action} name files"
    for parameter in MOVING[action]:
        assert set(told[parameter].split()) <= KEPT.keys(), where
    # Hidden folders hold what tests leave: .hypothesis, .pytest_cache.
    assert "include-hidden-files" not in told, where
    # Of what a tool itself would keep only packages.
    assert told.get("cache", "pip") == "pip", where
    assert re.fullmatch(r"requirements/(\*|site)\.txt", told.get("cache-dependency-path", "requirements/*.txt")), where


@pytest.mark.parametrize(("where", "step"), [each for each in steps() if "run" in each[1]])
def test_a_command_shows_only_what_may_be_shown(where: str, step: dict[str, Any]) -> None:
    command = step["run"]
    shown = set(re.findall(r'>>? *"?\$?([\w.]+)', command))
    assert shown <= {"GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "said.txt"}, where
    if "GITHUB_STEP_SUMMARY" in shown:
        assert command == 'make difference FORMAT=markdown >> "$GITHUB_STEP_SUMMARY"' or re.match(
            r'echo "[^$`]*" >>', command
        ), where
    if "GITHUB_OUTPUT" in shown:
        assert "gh run list " in command or "gh issue list " in command or command.startswith("make changed "), where
    assert "said.txt" not in shown or where == "issue, issue"
    assert set(re.findall(r"--body-file (\S+)", command)) <= {"said.txt;"}, where
    assert "--body " not in command, where


def test_an_issue_says_how_jobs_ended_and_what_was_kept_of_the_run() -> None:
    """It is made of `says` and of a file of the run, which is one of KEPT."""
    calls = [
        job["with"]
        for file in WORKFLOWS
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values()
        if job.get("uses", "").endswith("/issue.yml")
    ]
    assert len(calls) == 5
    for told in calls:
        assert f"build/{told['file']}.md" in KEPT if "file" in told else True
        for expression in re.findall(r"\$\{\{(.*?)\}\}", told["says"], re.DOTALL):
            named = re.findall(r"\b[a-z]+(?:\.[\w-]+)+", re.sub(r"'[^']*'", "", expression))
            assert named, expression
            for name in named:
                assert re.fullmatch(
                    r"needs\.[\w-]+\.(result|outputs\.\w+)|github\.(server_url|repository|run_id)", name
                )


def recipe(target: str) -> str:
    (lines,) = re.findall(rf"^{target}: .*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    return str(lines)


@pytest.mark.parametrize("target", ["links", "audit-dependencies"])
def test_a_report_of_what_changes_without_a_commit_does_not_look_into_the_register(target: str) -> None:
    assert "--output build/" in recipe(target)
    assert "data/" not in recipe(target)


def test_what_a_failed_look_says_is_no_value_of_the_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its output goes into an issue: without the local variables of a test, among which the register could be."""
    asked: list[str] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401 - as it is called
        asked.extend(command)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(verify, "REPORT", tmp_path / "verification.md")
    monkeypatch.setattr(subprocess, "run", run)
    assert verify.main("https://example.org/") == 0
    assert {"--no-showlocals", "--tb=short"} <= set(asked)


def test_no_workflow_imports_a_report() -> None:
    """Whether an import is refused may depend on a withheld grade (docs/decisions/0004)."""
    runs = [str(step.get("run", "")) for _, step in steps()]
    assert any("make check" in run for run in runs)
    assert not [text for text in (*runs, MAKEFILE) if re.search(r"\bgenerator (import|release)\b", text)]
