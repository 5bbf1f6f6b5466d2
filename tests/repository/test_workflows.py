"""What holds for every workflow, beyond what zizmor and the schemas say (`make lint`)."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.project import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# What is no target of make cannot be tried at home: it is played in test_runs_of_publish.py and its neighbour.
MAKE = re.compile(r"make [a-z-]+( [A-Z]+=[\w-]+)*( >> \"\$GITHUB_(OUTPUT|STEP_SUMMARY)\")?")
BY_ITSELF = {"issue", "restore", "publish"}
# Minutes, where three quarters of an hour are not enough: attacks at length, once a week.
LONGEST = {"attack": 120}
BEGINS = 5  # minutes that a machine may take for all that is no command of ours
SHARED_BY_ALL = {"name", True, "permissions", "concurrency", "jobs"}  # YAML reads `on` as True

ISSUE = "$/.github/workflows/issue.yml"

each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def read(file: Path) -> Any:  # noqa: ANN401 - as YAML has it
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in read(file)["jobs"].values():
        yield from job.get("steps", [])


def test_the_workflows_are_those_of_the_documentation() -> None:
    assert [file.stem for file in WORKFLOWS] == ["check", "issue", "publish", "restore", "scheduled", "shards", "test"]


@each_workflow
def test_every_action_is_pinned_by_its_commit_with_the_version_beside_it(file: Path) -> None:
    lines = [line.strip(" -") for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    lines = [line for line in lines if not line.startswith("uses: $/.github/workflows/")]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_an_action_has_the_same_version_everywhere() -> None:
    versions: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for step in steps(file):
            if "uses" in step:
                name, commit = step["uses"].split("@")
                versions.setdefault(name, set()).add(commit)
    assert {name for name, commits in versions.items() if len(commits) > 1} == set()


@each_workflow
def test_a_workflow_starts_without_any_right_and_a_job_takes_few(file: Path) -> None:
    workflow = read(file)
    assert set(workflow) == SHARED_BY_ALL
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], f"{name} does not say what it needs"
        assert "contents" not in job["permissions"] or job["permissions"]["contents"] == "read", name
        assert "uses" in job or job["timeout-minutes"] <= LONGEST.get(name, 45), name


@each_workflow
def test_every_command_has_a_limit_of_its_own_and_all_of_them_fit_into_that_of_the_job(file: Path) -> None:
    """A step that is stopped has failed; a job that is stopped was cancelled, as if a person had wished it."""
    for name, job in read(file)["jobs"].items():
        if "steps" in job:
            commands = [step["timeout-minutes"] for step in job["steps"] if "run" in step]
            assert sum(commands) + BEGINS <= job["timeout-minutes"], name


def test_what_comes_from_a_fork_gets_no_secret_and_can_write_nothing() -> None:
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        assert "secrets." not in text, file.name
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(read(file)[True]), file.name
    check = read(GITHUB / "workflows" / "check.yml")
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}] * len(check["jobs"])
    assert "github.token" not in (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")


@each_workflow
def test_no_checkout_leaves_its_credentials_behind(file: Path) -> None:
    for step in steps(file):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each_workflow
def test_every_command_is_a_make_target_or_played_and_holds_no_expression(file: Path) -> None:
    makefile = (GITHUB.parent / "Makefile").read_text(encoding="utf-8")
    for step in steps(file):
        command = step.get("run", "").strip()
        assert "${{" not in command, command
        assert not command or MAKE.fullmatch(command) or file.stem in BY_ITSELF, command
        for target in re.findall(r"make ([a-z-]+)", command):
            assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target


def test_only_what_opens_an_issue_can_write_one() -> None:
    for file in WORKFLOWS:
        for name, job in read(file)["jobs"].items():
            can_write = job["permissions"].get("issues") == "write"
            assert can_write == (file.stem == "issue" or job.get("uses") == ISSUE), f"{file.name}: {name}"


def test_a_job_that_calls_a_workflow_has_the_rights_that_this_needs_and_no_other() -> None:
    for file in WORKFLOWS:
        for name, job in read(file)["jobs"].items():
            if "uses" in job:
                called = read(GITHUB.parent / job["uses"].removeprefix("$/"))["jobs"].values()
                needed = {right for each in called for right in each["permissions"].items()}
                assert set(job["permissions"].items()) == needed, f"{file.name}: {name}"


def test_a_site_is_kept_as_long_as_it_can_be_the_last_good_one_and_a_night_s_not_so_long() -> None:
    """Each night makes a new one, so it is a fortnight of failures until there is none to put back."""
    jobs = read(GITHUB / "workflows" / "publish.yml")["jobs"]
    kept = [
        step["with"]["retention-days"]
        for name in ("build", "packages")
        for step in jobs[name]["steps"]
        if "upload" in step.get("uses", "")
    ]
    assert kept == ["${{ github.event_name == 'schedule' && 14 || 30 }}"] * 2


def test_no_file_of_a_run_is_kept_for_as_long_as_github_likes() -> None:
    for file in WORKFLOWS:
        for step in steps(file):
            assert "upload" not in step.get("uses", "") or "retention-days" in step["with"], file.name


def test_new_versions_wait_as_long_as_in_the_lock() -> None:
    pyproject = tomllib.loads((GITHUB.parent / "pyproject.toml").read_text(encoding="utf-8"))
    days, unit = pyproject["tool"]["uv"]["exclude-newer"].split()
    assert (int(days) >= 7, unit) == (True, "days")
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}
    assert {update["cooldown"]["default-days"] for update in updates} == {int(days)}


def test_nothing_is_made_or_kept_of_a_pull_request_before_every_commit_was_looked_at() -> None:
    workflow = read(GITHUB / "workflows" / "check.yml")
    jobs = workflow["jobs"]
    checkout, _, look = jobs["history"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert (look["run"], look["env"]) == ("make history FORMAT=github", {"BASE": "HEAD^1"})
    keeping = {name for name, job in jobs.items() if any("artifact" in str(step.get("uses")) for step in job["steps"])}
    assert keeping == {"code", "register"}
    assert [jobs[name]["needs"] for name in keeping] == ["history", "history"]
    # A push that follows at once must not stop the look at the one before it.
    assert "concurrency" not in jobs["history"]
    assert "head.sha" in workflow["concurrency"]["group"]


def test_what_is_deployed_is_attested_and_so_is_what_it_was_made_with() -> None:
    jobs = read(GITHUB / "workflows" / "publish.yml")["jobs"]
    kept = [step["with"]["path"] for step in jobs["build"]["steps"] if "artifact" in step.get("uses", "")]
    assert kept == ["site/"]
    assert jobs["attest"]["steps"][-1]["with"]["subject-path"] == "artifact.tar"
    assert jobs["deploy"]["needs"] == ["build", "attest"]
    (made_with,) = (step for step in jobs["packages"]["steps"] if "artifact" in step.get("uses", ""))
    assert made_with["with"]["path"] == "build/sbom.json"
    assert jobs["attest-packages"]["steps"][-1]["with"]["subject-path"] == "sbom.json"


def test_the_rules_of_publication_have_an_owner() -> None:
    owned = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")
    assert re.search(r"^/data/policy\.yaml +@", owned, re.MULTILINE)


def test_the_settings_name_what_the_workflows_rely_on() -> None:
    told = (GITHUB.parent / "docs" / "maintaining.md").read_text(encoding="utf-8")
    settings = told.partition("## At GitHub, once\n")[2].partition("\n## ")[0]
    for job in read(GITHUB / "workflows" / "check.yml")["jobs"].values():
        assert f"*{job['name']}*" in settings
    environments = {job.get("environment", {}).get("name") for file in WORKFLOWS for job in read(file)["jobs"].values()}
    assert environments == {None, "github-pages"}
    for label in read(GITHUB / "ISSUE_TEMPLATE" / "provider.yml")["labels"]:
        assert f"a label `{label}`" in settings
    used = {step["uses"].partition("/")[0] for file in WORKFLOWS for step in steps(file) if "uses" in step}
    assert used == {"actions"}, "the settings allow no other"
    by_itself = told.partition("## What runs by itself\n")[2].partition("\n## ")[0]
    assert {file.stem for file in WORKFLOWS if f"| {file.stem} |" not in by_itself} == {"issue"}


def test_every_target_that_the_maintainers_are_told_is_there() -> None:
    pages = ("docs/maintaining.md", "docs/incident.md", "CONTRIBUTING.md")
    told = "\n".join((GITHUB.parent / page).read_text(encoding="utf-8") for page in pages)
    makefile = (GITHUB.parent / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:`|&& |^    )make ([a-z-]+)", told, re.MULTILINE))
    assert {"check", "difference", "history", "hooks", "verify", "rehearse"} <= targets
    assert {target for target in targets if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)} == set()
