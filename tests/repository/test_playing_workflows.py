"""What plays the workflows: it refuses what it does not know, so that it says of nothing that it went well unseen."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.project import ROOT
from support.workflows.expressions import Functions, Outputs, UnknownError, evaluated, holds
from support.workflows.gh import allowed, selected
from support.workflows.github import FOLDER, GitHub
from support.workflows.played import Played, results
from support.workflows.runs import Run, World

NAMES = {
    "een": "Een",
    "leeg": "",
    "waar": True,
    "needs": {"look-at-it": {"result": "success", "outputs": Outputs(found="3")}},
}
FUNCTIONS: Functions = {
    "success": lambda: False,
    "always": lambda: True,
    "format": lambda text, *values: text.format(*values),
}

WORKFLOW = """
name: probe
on: push
permissions: {}
jobs:
  first:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@v7
      - {name: make, run: make site, timeout-minutes: 5}
"""


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("een == 'een'", True),
        ("een != 'twee' && waar", True),
        ("leeg || 'anders'", "anders"),
        ("leeg && 'een' || 'twee'", "twee"),
        ("!leeg", True),
        ("!(waar && leeg)", True),
        ("needs.look-at-it.result", "success"),
        ("needs.look-at-it.outputs.found", "3"),
        ("needs.look-at-it.outputs.other", ""),
        ("'it''s'", "it's"),
        ("leeg == '' && 14 || 30", 14),
        ("format('run {0}', een)", "run Een"),
    ],
)
def test_an_expression_has_the_value_that_github_gives_it(expression: str, value: object) -> None:
    assert evaluated("${{ " + expression + " }}", NAMES, FUNCTIONS) == value


def test_a_text_has_the_values_filled_in() -> None:
    assert evaluated("${{ een }} is ${{ waar }}", NAMES, FUNCTIONS) == "Een is true"


@pytest.mark.parametrize(
    "expression",
    [
        "twee",
        "needs.other.result",
        "needs.*.result",
        "fromJSON(een)",
        "een == 3",
        "een <= 'twee'",
        "een 'twee'",
        "(een",
        "een ==",
        "needs['een']",
    ],
)
def test_what_is_not_known_of_an_expression_is_refused(expression: str) -> None:
    with pytest.raises(UnknownError):
        evaluated("${{ " + expression + " }}", NAMES, FUNCTIONS)


@given(st.text("abz'&|!=() .", max_size=12))
def test_any_other_text_is_refused_or_has_a_value(text: str) -> None:
    try:
        evaluated("${{" + text + "}}", NAMES, FUNCTIONS)
    except UnknownError:
        return


def test_a_condition_that_asks_for_no_status_asks_for_success() -> None:
    assert not holds("${{ waar }}", NAMES, FUNCTIONS)
    assert holds("${{ always() && waar }}", NAMES, FUNCTIONS)
    assert not holds(None, NAMES, FUNCTIONS)


def probe(folder: Path, text: str, **how: object) -> Run:
    played = Played(folder)
    played.run("test.yml")  # a machine with a stand-in of make
    world = World(played.github, played.machine(), played.host, workflows=lambda _: text, **how)  # type: ignore[arg-type]
    return Run(world, "probe.yml", played.event("push"))


def test_a_workflow_as_we_write_them_is_played(tmp_path: Path) -> None:
    assert results(probe(tmp_path, WORKFLOW)) == {"first": "success"}


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("on: push", "on: push\nenv: {EEN: een}"),
        ("on: push", "on: schedule"),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-24.04\n    container: een"),
        ("name: make,", "shell: sh,"),
        ("name: make,", "working-directory: een,"),
        ("actions/checkout@v7", "een/ander@v1"),
        ("actions/checkout@v7", "actions/checkout@v7\n        with: {ref: main}"),
        ("run: make site", "run: echo een >> $GITHUB_OUTPUT"),
        ("timeout-minutes: 10", "needs: first\n    timeout-minutes: 10"),
    ],
)
def test_what_is_not_known_of_a_workflow_is_refused(written: str, other: str, tmp_path: Path) -> None:
    assert WORKFLOW.count(written) == 1
    with pytest.raises(UnknownError):
        probe(tmp_path, WORKFLOW.replace(written, other))


def test_a_job_without_a_right_does_not_get_what_needs_it(tmp_path: Path) -> None:
    assert results(probe(tmp_path, WORKFLOW.replace("contents: read", "pages: read"))) == {"first": "failure"}


def test_a_job_that_is_stopped_at_its_limit_was_cancelled_and_the_run_was_not(tmp_path: Path) -> None:
    after = """
  after:
    needs: first
    if: ${{ !cancelled() && !failure() && needs.first.result == 'cancelled' }}
    runs-on: ubuntu-24.04
    timeout-minutes: 1
    permissions: {contents: read}
    steps: [{run: echo een}]
"""
    run = probe(tmp_path, WORKFLOW + after, faults={"first: actions/checkout": "hangs"})
    assert results(run) == {"first": "cancelled", "after": "success"}


def gh(tmp_path: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    environment = {"PYTHONPATH": str(ROOT / "tests"), FOLDER: str(tmp_path), **variables}
    command = [sys.executable, "-S", "-m", "support.workflows.gh", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("token", "arguments"),
    [
        ("job=een,issues=write", ["issue", "delete", "1"]),
        (
            "job=een,issues=write",
            ["issue", "list", "--limit", "1", "--json", "number", "--jq", "length"],
        ),
        ("job=een,issues=write", ["issue", "close", "1", "--comment", "een", "--reason", "completed"]),
        ("job=een,issues=read", ["issue", "create", "--title", "een", "--body-file", "/dev/null"]),
    ],
)
def test_the_stand_in_of_gh_refuses_what_it_does_not_know_or_may_not(
    token: str, arguments: list[str], tmp_path: Path
) -> None:
    code, said = gh(tmp_path, *arguments, GH_TOKEN=token, GH_REPO="een/twee")
    assert code != 0
    assert "Traceback" not in said
    assert GitHub(tmp_path).read("issues") == []


def test_who_may_write_may_read() -> None:
    assert allowed("issues=write", "issues: read")
    assert not allowed("issues=read", "issues: write")
    assert not allowed("", "issues: read")


def test_of_nothing_jq_says_nothing() -> None:
    assert selected([], ".[].databaseId") == []
    assert selected([{"databaseId": 3}], ".[].databaseId") == ["3"]
