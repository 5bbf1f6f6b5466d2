"""check, test, scheduled, shards and restore, played: what runs, what does not, and what maintainers are told."""

from pathlib import Path

import pytest
import yaml
from support.workflows.played import Played, results, takes
from support.workflows.runs import FOLDER

LINK = 'mkdir -p build; echo "- https://een.example/" > build/links.md; exit 2'
ATTACKS = ("test", "hostile", "kills", "fuzz")


@pytest.fixture
def played(tmp_path: Path) -> Played:
    return Played(tmp_path)


# check.yml


def check(played: Played, **plans: str) -> dict[str, str]:
    names = {name.replace("_", "-"): script for name, script in plans.items()}
    return results(played.run("check.yml", "pull_request", plans=names, ref="refs/pull/1/merge"))


def test_a_pull_request_is_looked_at_in_every_way(played: Played) -> None:
    assert set(check(played).values()) == {"success"}
    asked = ["history", "check", "audit", "audit-correction", "difference", "lint", "test", "site"]
    assert played.made() == asked
    assert all(" BASE=HEAD^1 " in played.told(target) for target in ("history", "check", "difference"))


def test_nothing_is_said_or_kept_of_a_pull_request_that_holds_what_is_withheld(played: Played) -> None:
    assert check(played, history="exit 2") == {"history": "failure", "register": "skipped", "code": "skipped"}
    assert played.made() == ["history"]
    assert played.github.artifacts(1001) == []


@pytest.mark.parametrize("target", ["check", "audit", "difference", "lint", "test", "site"])
def test_what_is_wrong_makes_it_red_and_hides_nothing_else(target: str, played: Played) -> None:
    found = check(played, **{target: "exit 2"})
    assert sorted(found.values()) == ["failure", "success", "success"]
    assert len(played.made()) == 8


def test_what_was_public_and_cannot_be_taken_back_is_for_a_maintainer_to_judge(played: Played) -> None:
    assert set(check(played, audit_correction="exit 2").values()) == {"success"}


def test_a_check_that_ends_at_its_limit_is_red(played: Played) -> None:
    assert check(played, difference=takes(40))["register"] == "failure"


def test_the_whole_difference_is_kept_too(played: Played) -> None:
    """A summary may hold so much that GitHub does not show it."""
    assert check(played, difference="mkdir -p build; echo Alles > build/difference.md")["register"] == "success"
    assert "difference" in {artifact.name for artifact in played.github.artifacts(1001)}
    assert " FORMAT=markdown " in played.told("difference")


def test_the_difference_stands_in_the_summary(played: Played) -> None:
    run = played.run("check.yml", "pull_request", ref="refs/pull/1/merge")
    assert [step.summary for step in run.jobs["register"].steps if step.summary] == ["Een verschil\n"]


# test.yml


@pytest.mark.parametrize("plan", ["exit 2", takes(40)])
def test_tests_that_fail_beside_a_publication_open_an_issue_until_they_go_well(plan: str, played: Played) -> None:
    for times in (1, 2):
        played.run("test.yml", plans={"test": plan})
        issue = played.issue()
        assert issue is not None
        assert len(issue["said"]) == times
        assert issue["said"][-1].startswith("The site was published all the same.")
    played.run("test.yml", "schedule")
    assert played.issue() is None


def test_a_machine_that_does_not_begin_is_told_too(played: Played) -> None:
    played.run("test.yml", faults={"test: actions/setup-python": "hangs"})
    assert played.issue() is not None


def test_tests_that_a_newer_commit_stops_are_no_failure(played: Played) -> None:
    assert played.run("test.yml", person="test: Tests").conclusion == "cancelled"
    assert played.github.read("issues") == []


# scheduled.yml


def test_a_monday_on_which_nothing_is_found_says_nothing(played: Played) -> None:
    assert played.run("scheduled.yml", "schedule").conclusion == "success"
    assert played.made() == ["links", "audit-dependencies", *ATTACKS]
    assert played.github.read("issues") == []


def titles(played: Played) -> list[str]:
    return [issue["title"] for issue in played.github.open_issues()]


def test_a_website_that_does_not_answer_is_an_issue_and_no_red_run(played: Played) -> None:
    assert played.run("scheduled.yml", "schedule", plans={"links": LINK}).conclusion == "success"
    issue = played.issue()
    assert issue is not None
    assert "https://een.example/" in issue["said"][0]
    played.run("scheduled.yml", "schedule")
    assert played.issue() is None


@pytest.mark.parametrize(
    ("how", "title"),
    [
        ({"plans": {"links": "exit 2"}}, "Websites of providers that do not answer"),
        ({"plans": {"links": takes(60)}}, "Websites of providers that do not answer"),
        ({"faults": {"links: actions/setup-python": "fails"}}, "Websites of providers that do not answer"),
        ({"plans": {"audit-dependencies": "exit 2"}}, "Packages with a known weakness"),
        ({"faults": {"dependencies: actions/checkout": "hangs"}}, "Packages with a known weakness"),
        ({"faults": {"attack: actions/setup-python": "hangs"}}, "An attack found something"),
    ],
    ids=str,
)
def test_a_look_that_could_not_be_had_is_no_look_that_found_nothing(
    how: dict[str, dict[str, str]], title: str, played: Played
) -> None:
    played.run("scheduled.yml", "schedule", plans=how.get("plans"), faults=how.get("faults"))
    assert titles(played) == [title]


@pytest.mark.parametrize("plan", ["exit 2", takes(80)])
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_that_finds_something_opens_an_issue_and_stops_no_other(
    attack: str, plan: str, played: Played
) -> None:
    played.run("scheduled.yml", "schedule", plans={attack: plan})
    assert set(ATTACKS) < set(played.made())
    issue = played.issue()
    assert issue is not None
    assert issue["title"] == "An attack found something"
    assert issue["said"][0].count("failure") == 1


# shards.yml


@pytest.mark.parametrize("compare", [True, False])
def test_four_machines_make_a_share_each_and_a_fifth_merges_them(compare: bool, played: Played) -> None:  # noqa: FBT001
    run = played.run("shards.yml", "workflow_dispatch", inputs={"compare": compare})
    assert run.conclusion == "success"
    assert played.made() == ["shard"] * 4 + ["merge"] + ["compare"] * compare
    kept = {each.name for each in played.github.artifacts(run.number)}
    assert ("github-pages" in kept) != compare
    assert played.shown() == ""


def test_without_all_shares_nothing_is_merged(played: Played) -> None:
    run = played.run("shards.yml", "workflow_dispatch", plans={"shard-2": "exit 2"})
    assert results(run) == {"build": "failure", "merge": "skipped"}


# restore.yml, by hand


def test_an_older_site_comes_back_by_hand_and_stays_till_the_next_run_of_publish(played: Played) -> None:
    first = played.run("publish.yml")
    played.run("publish.yml")
    run = played.run("restore.yml", "workflow_dispatch", inputs={"run": str(first.number)})
    assert run.conclusion == "success"
    assert played.shown() == "1"
    assert "switch it off" in run.jobs["restore"].steps[-1].summary
    played.run("publish.yml", "schedule")
    assert played.shown() == "4"


def test_without_a_number_it_is_the_last_good_one(played: Played) -> None:
    played.run("publish.yml")
    played.run("publish.yml", faults={"verify: actions/checkout": "fails"}, plans={"sbom": "exit 2"})
    assert played.run("restore.yml", "workflow_dispatch").jobs["find"].outputs == {"run": "1001"}
    assert played.shown() == "1"


@pytest.mark.parametrize("asked", ["", "4711"])
def test_where_there_is_no_such_site_nothing_is_deployed_and_the_run_is_red(asked: str, played: Played) -> None:
    assert played.run("restore.yml", "workflow_dispatch", inputs={"run": asked}).conclusion == "failure"
    assert played.shown() == ""


def test_a_site_that_publish_did_not_make_of_main_is_not_deployed(played: Played) -> None:
    played.run("publish.yml")
    branch = played.run("publish.yml", "workflow_dispatch", ref="refs/heads/een-tak")
    shards = played.run("shards.yml", "workflow_dispatch", inputs={"compare": False})
    for run in (branch, shards):
        assert played.run("restore.yml", "workflow_dispatch", inputs={"run": str(run.number)}).conclusion == "failure"
    assert played.shown() == "1"


def test_only_main_puts_a_site_back(played: Played) -> None:
    played.run("publish.yml")
    run = played.run("restore.yml", "workflow_dispatch", ref="refs/heads/een-tak")
    assert run.conclusion == "failure"


def test_a_question_that_github_does_not_answer_is_no_answer(played: Played) -> None:
    """Bash takes a command that fails inside another for one that says nothing."""
    played.run("publish.yml")
    played.github.write("faults", [{}])
    run = played.run("restore.yml", "workflow_dispatch")
    assert results(run) == {"find": "failure", "restore": "skipped"}
    assert run.jobs["find"].outputs["run"] == ""


# All of them


def test_every_right_of_a_job_is_used_and_none_is_missing(played: Played) -> None:
    """The stand-ins refuse what a job has no right to; here is nothing that it has for nothing."""
    played.run("publish.yml")
    played.run("publish.yml", plans={"verify": "exit 2"})
    played.run("shards.yml", "workflow_dispatch", inputs={"compare": False})
    check(played)
    played.run("test.yml")
    played.run("scheduled.yml", "schedule")
    used = {(each["job"], each["right"]) for each in played.github.read("used")}
    for file in sorted(FOLDER.glob("*.yml")):
        for name, job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].items():
            if "steps" in job:
                has = {(f"{file.name}/{name}", f"{right}: {level}") for right, level in job["permissions"].items()}
                assert has <= used
