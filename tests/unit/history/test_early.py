"""No commit on the way to the head holds a report before its day, and the day is that of looking."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.registers.editing import cell, private, ruled
from support.registers.invented import ALFA_REPORT, BETA_REPORT, GAMMA_REPORT
from support.repositories import NO_DRAFT, commit, git, repository

from generator.commands.main import main

# The reports of alfa and gamma are of 1 February 2022.
EARLY, DAY = "2022-02-21", "2022-02-22"
AT = f"{ALFA_REPORT.at('report_date')} G02", f"{GAMMA_REPORT.at('report_date')} G02"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "project", NO_DRAFT)
    monkeypatch.chdir(folder)
    return folder


def refused(as_of: str, *arguments: str) -> list[str]:
    """The places and codes of what is refused; nothing when all is well."""
    done = CliRunner().invoke(main, ["guard", "--as-of", as_of, *arguments], catch_exceptions=False)
    places = [line.split(" error: ")[0] for line in done.output.splitlines() if " error: " in line]
    assert done.exit_code == bool(places)
    return places


def in_commit(sha: str, *places: str) -> list[str]:
    return [f"{sha[:12]}:data/{place}" for place in places]


def test_a_report_is_refused_until_its_day_and_never_after(project: Path) -> None:
    head = git(project, "rev-parse", "HEAD")
    assert refused(EARLY) == in_commit(head, *AT)
    assert refused(DAY) == []


def test_the_finding_says_until_when_and_what_to_do(project: Path) -> None:
    assert project.is_dir()
    done = CliRunner().invoke(main, ["guard", "--as-of", EARLY, "--only"])
    assert done.output.startswith(
        f"data/{ALFA_REPORT.at('report_date')} G02 error: a report that nobody may see before 2022-02-22\n"
    )
    assert "generator import --wait" in done.output


def test_an_early_report_that_the_next_commit_takes_back_is_refused_in_the_commit_that_had_it(project: Path) -> None:
    early = commit(project, cell(BETA_REPORT, "report_date", "2022-02-10"))
    git(project, "revert", "--no-edit", "HEAD")
    assert refused("2022-03-02", "--since", "HEAD~2") == in_commit(early, f"{BETA_REPORT.at('report_date')} G02")
    assert refused("2022-03-03", "--since", "HEAD~2") == []


def test_a_draft_is_early_on_every_day_also_on_the_way(project: Path) -> None:
    draft = commit(project, cell(GAMMA_REPORT, "status", "draft"))
    assert refused("2030-01-01", "--since", "HEAD~1") == in_commit(draft, f"{GAMMA_REPORT.at('status')} G02")
    commit(project, NO_DRAFT)
    assert refused("2030-01-01", "--since", "HEAD~2") == in_commit(draft, f"{GAMMA_REPORT.at('status')} G02")


def test_a_date_that_is_wrong_in_one_commit_lets_nothing_in(project: Path) -> None:
    wrong = commit(project, cell(ALFA_REPORT, "report_date", "2022-01-03"))
    commit(project, cell(ALFA_REPORT, "report_date", "2022-02-01"))
    assert in_commit(wrong, AT[0])[0] in refused(EARLY)
    assert refused(DAY) == []


def test_what_is_public_already_is_refused_at_the_head_alone(project: Path) -> None:
    commit(project, cell(ALFA_REPORT, "telephone_option", "yes"))
    head = commit(project, cell(ALFA_REPORT, "telephone_option", "no"), cell(BETA_REPORT, "telephone_option", "no"))
    assert refused(EARLY, "--since", "HEAD~2") == in_commit(head, *AT)


def test_the_window_is_that_of_the_head(project: Path) -> None:
    commit(project, ruled("versions.1.reply_window.days", "1"))
    head = commit(project, ruled("versions.1.reply_window.days", "28"))
    assert refused("2022-02-28", "--since", "HEAD~2") == in_commit(head, *AT)
    assert refused("2022-03-01", "--since", "HEAD~2") == []


def test_a_private_repository_may_hold_them(project: Path) -> None:
    commit(project, private())
    assert refused(EARLY, "--since", "HEAD") == []
    assert refused(EARLY, "--only") == []
