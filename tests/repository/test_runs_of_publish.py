"""publish.yml, played: who waits for what, what the public sees in the end, and what the maintainers are told."""

from pathlib import Path

import pytest
from support.workflows.played import ADDRESS, Played, results, takes
from support.workflows.runs import Run

DATA = {"changed": "echo since=abc; echo code=false"}
FAILS = {"verify": "exit 2"}
TITLE = "Publishing failed"


@pytest.fixture
def played(tmp_path: Path) -> Played:
    return Played(tmp_path)


def publish(played: Played, **how: object) -> Run:
    return played.run("publish.yml", **how)  # type: ignore[arg-type]


def said(played: Played) -> str:
    issue = played.issue()
    assert issue is not None
    assert issue["title"] == TITLE
    last: str = issue["said"][-1]
    return last


def test_where_all_goes_well_the_site_is_public_and_there_is_no_issue(played: Played) -> None:
    run = publish(played)
    assert set(results(run).values()) == {"success", "skipped"}
    assert results(run)["restore"] == "skipped"
    assert played.shown() == "1"
    assert played.github.read("issues") == []
    assert f"SITE_URL={ADDRESS.rstrip('/')} " in played.told("site")
    assert f"URL={ADDRESS} " in played.told("verify")


def test_a_commit_of_data_waits_for_no_test_and_another_code_does(played: Played) -> None:
    run = publish(played, plans=DATA)
    assert run.conclusion == "success"
    assert "test" not in played.made()
    publish(played)
    assert "test" in played.made()


def test_a_first_run_relies_on_none_and_the_next_on_the_last_of_which_all_went_well(played: Played) -> None:
    publish(played)
    assert " BASE= " in played.told("changed")
    publish(played, plans={"test": "exit 2"})
    publish(played)
    assert f" BASE={1:040x} " in played.told("changed")
    assert " BASE=abc " in played.told("history")
    assert " BASE=abc " in played.told("check")


def test_a_run_by_hand_relies_on_no_test_and_compares_with_what_is_public_all_the_same(played: Played) -> None:
    publish(played)
    publish(played, event="workflow_dispatch", plans=DATA)
    assert "test" in played.made()
    assert f" BASE={1:040x} " in played.told("changed")
    assert " BASE=abc " in played.told("check")


BEFORE = [
    *({"plans": {target: "exit 2"}} for target in ("changed", "test", "check", "history", "audit", "site")),
    *({"plans": {target: takes(40)}} for target in ("changed", "test", "check", "history", "audit", "site")),
    {"faults": {"attest: actions/attest-build-provenance": "fails"}},
    {"faults": {"attest: actions/download-artifact": "hangs"}},
    {"faults": {"build: actions/configure-pages": "hangs"}},
]


@pytest.mark.parametrize("how", BEFORE, ids=str)
def test_what_fails_before_it_is_deployed_leaves_the_site_and_opens_an_issue(
    how: dict[str, dict[str, str]], played: Played
) -> None:
    publish(played)
    run = publish(played, **how)
    assert results(run)["deploy"] == "skipped"
    assert run.conclusion != "success"
    assert played.shown() == "1"
    signed = [each for each in played.github.read("attestations") if each["signer"].endswith("/publish.yml")]
    assert len(signed) == 3, "the first site, and both lists of packages"
    assert "Nothing was deployed" in said(played)
    assert f"/actions/runs/{run.number}" in said(played)


@pytest.mark.parametrize("fault", ["fails", "hangs"])
def test_a_deployment_that_fails_is_told(fault: str, played: Played) -> None:
    run = publish(played, faults={"deploy: actions/deploy-pages": fault})
    assert run.conclusion != "success"
    assert "The deployment itself failed" in said(played)


LOOKS = [
    {"plans": FAILS},
    {"plans": {"verify": takes(40)}},
    {"faults": {"verify: actions/setup-python": "fails"}},
    {"faults": {"verify: actions/setup-python": "hangs"}},
]


@pytest.mark.parametrize("how", LOOKS, ids=str)
def test_after_a_look_that_fails_or_ends_at_its_limit_the_last_good_site_comes_back(
    how: dict[str, dict[str, str]], played: Played
) -> None:
    good = publish(played)
    run = publish(played, **how)
    assert results(run)["restore"] == "success"
    assert played.shown() == "1"
    assert f"The site of run {good.number}, the last good one, is public again" in said(played)
    publish(played, **how)
    assert played.shown() == "1"
    issue = played.issue()
    assert issue is not None
    assert len(issue["said"]) == 2


def test_what_the_look_saw_stands_in_the_issue(played: Played) -> None:
    publish(played, plans={"verify": 'mkdir -p build; echo "FAILED een" > build/verification.md; exit 2'})
    assert "FAILED een" in said(played)


def test_an_issue_is_no_longer_than_github_takes(played: Played) -> None:
    publish(played, plans={"verify": "mkdir -p build; yes een | head -n 50000 > build/verification.md; exit 2"})
    assert 50_000 < len(said(played)) <= 60_000


def test_a_look_that_fails_once_is_repeated_and_then_counts(played: Played) -> None:
    run = publish(played, plans={"verify-1": "exit 2"})
    assert played.made().count("verify") == 2
    assert run.conclusion == "success"
    assert played.issue() is None


def test_a_first_publication_that_fails_its_look_has_nothing_to_put_back_and_says_so(played: Played) -> None:
    publish(played, plans=FAILS)
    assert played.shown() == "1"
    assert "there is no earlier one to put back: what failed is what the public sees now" in said(played)
    assert "null" not in said(played)


def test_where_the_last_good_site_is_no_longer_kept_the_issue_says_what_the_public_sees(played: Played) -> None:
    played.forget(publish(played))
    publish(played, plans=FAILS)
    assert played.shown() == "2"
    assert "could not be put back: what failed is what the public sees now" in said(played)


def test_a_site_that_nobody_signed_is_not_put_back(played: Played) -> None:
    publish(played)
    played.github.write("attestations", [])
    publish(played, plans=FAILS)
    assert played.shown() == "2"
    assert "could not be put back" in said(played)


def test_the_list_of_packages_that_fails_is_told_and_the_site_stays(played: Played) -> None:
    publish(played, plans={"sbom": "exit 2"})
    assert played.shown() == "1"
    assert "The new site is public, and it is good." in said(played)


@pytest.mark.parametrize("step", ["register: Findings", "build: The site as of today", "verify: Look at it"])
def test_who_cancels_a_run_gets_no_issue_and_no_older_site(step: str, played: Played) -> None:
    publish(played)
    run = publish(played, person=step)
    assert run.conclusion == "cancelled"
    assert results(run)["restore"] == results(run)["report"] == "skipped"
    assert played.shown() == ("2" if step.startswith("verify") else "1")
    assert played.github.read("issues") == []


def test_the_next_run_that_goes_well_closes_the_issue(played: Played) -> None:
    publish(played, plans={"site": "exit 2"})
    assert played.issue() is not None
    publish(played)
    assert played.issue() is None
    (issue,) = played.github.read("issues")
    assert issue["said"][-1].startswith("All went well.")


def test_what_a_person_wrote_under_the_same_title_hides_nothing(played: Played) -> None:
    mine = {"number": 1, "title": TITLE, "author": {"is_bot": False, "login": "iemand"}, "state": "open", "said": [""]}
    played.github.write("issues", [mine])
    publish(played, plans={"site": "exit 2"})
    logins = [issue["author"]["login"] for issue in played.github.open_issues()]
    assert logins == ["iemand", "app/github-actions"]
    publish(played)
    assert played.github.open_issues() == [mine]


def test_the_last_build_is_there_for_the_next_of_main_and_a_run_by_hand_makes_all_anew(played: Played) -> None:
    was_there = 'test -f site/index.html && echo "$0" > site/kept; mkdir -p site; echo {n} > site/index.html'
    kept = played.host.root / "klantcijfer" / "kept"
    publish(played)
    publish(played, plans={"site": was_there})
    assert kept.is_file()
    publish(played, event="workflow_dispatch", plans={"site": was_there})
    assert not kept.is_file()


def test_only_main_deploys(played: Played) -> None:
    run = publish(played, event="workflow_dispatch", ref="refs/heads/een-tak")
    assert results(run)["deploy"] == "failure"
    assert played.shown() == ""
