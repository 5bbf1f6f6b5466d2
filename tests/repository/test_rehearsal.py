"""The parts of the rehearsal: what `make rehearse` joins, tried without a network, a venv or a wait."""

import re
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from published.answers import ask, shown
from rehearsal import changes, hosting
from rehearsal.breaking import break_site
from rehearsal.commands import RehearsalError, clean_environment, git, run
from rehearsal.runner import Runner
from rehearsal.steps import Steps
from rehearsal.waiting import from_commit_to_public
from support.made import texts
from support.registers.demos import public_demo
from support.registers.empty import empty_register
from support.repositories import repository
from support.settings import SETTINGS
from support.sites import served
from support.workflows.github import GitHub
from support.workflows.played import Played, takes

from generator.commands.main import main
from generator.site.content.content import content

PAGE = '<main><p><data value="8.3">8,3</data></p><p><data value="7.9">7,9</data></p></main>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two providers."""
    folder = tmp_path / "site"
    for identity in ("een", "twee"):
        page = folder / "aanbieders" / identity / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE, encoding="utf-8")
    return folder


def test_each_step_is_told_with_how_long_it_took_and_how_it_ended() -> None:
    told: list[str] = []
    times = iter([0.0, 1.0, 3.5, 10.0])
    steps = Steps(told.append, lambda: next(times))
    steps.part("Publish")
    with steps.step("deploy"):
        steps.show("een\ntwee\n")
    steps.done("verify", "failure", 0.25)
    assert told == ["\nPublish", "     | een", "     | twee", "  1. deploy: 2.5 s", "  2. verify: 0.2 s, failure"]
    assert steps.total() == "2 steps in 10 s"


def test_how_long_a_commit_waits_is_the_longest_way_to_what_deploys(tmp_path: Path) -> None:
    played = Played(tmp_path)
    plans = {"check": takes(1), "audit": takes(7), "verify": takes(3)}
    code = played.run("publish.yml", plans={**plans, "test": takes(10)})
    data = {"changed": "echo since=abc; echo code=false"}
    told = from_commit_to_public(code, played.run("publish.yml", plans={**plans, **data}))
    rows = {line[:32].strip(): [float(each) // 60 for each in line[32:].split()] for line in told.splitlines()[1:11]}
    assert rows["register"] == [1, 1]
    assert rows["test"] == [10, 0]
    # Of jobs that run at the same time the longest counts: the tests, or else the audit.
    assert rows["public after"] == [10, 7]
    assert rows["looked at after"] == [13, 10]


def test_packages_are_set_up_once_of_each_kind_and_count_for_each_machine(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "machine", GitHub(tmp_path / "github"))
    makefile = ".venv/.site .venv/.test:\n\tmkdir -p .venv; touch .venv/.site $@; echo $@ >> ../made\n"
    counted = []
    for kind in ("requirements/site.txt", "requirements/*.txt", "requirements/site.txt", "requirements/*.txt"):
        (runner.begin() / "Makefile").write_text(makefile, encoding="utf-8")
        runner.bring_packages(kind)
        assert (runner.work / ".venv" / ".test").is_file() == (kind != "requirements/site.txt")
        counted.append(runner.counts > 0)
        runner.counts = 0.0
        runner.keep_packages()
    assert counted == [False, False, True, True]
    assert (runner.folder / "made").read_text(encoding="utf-8").split() == [".venv/.site", ".venv/.test"]


def test_what_a_person_waits_for_counts_for_no_job(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "machine", GitHub(tmp_path / "github"))
    kept = runner.folder / "packages.site"
    kept.mkdir()
    (kept / "took").write_text("100", encoding="utf-8")
    work = runner.person(repository(tmp_path / "repository"))
    assert (work / "data").is_dir()
    assert (work / ".venv" / "took").is_file()
    assert runner.counts == 0


def test_a_job_that_changes_what_is_committed_ends_the_rehearsal(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "machine", GitHub(tmp_path / "github"))
    git(runner.begin(), "init", "--quiet")
    (runner.work / "new").write_text("", encoding="utf-8")
    with pytest.raises(RehearsalError, match="changed what is committed"):
        runner.keep_packages()


def test_a_command_that_ends_in_another_way_is_told_with_what_it_said(tmp_path: Path) -> None:
    speaks = [sys.executable, "-c", "print('dat ging mis'); raise SystemExit(3)"]
    assert "dat ging mis" in run(speaks, tmp_path, exits=(3,))
    with pytest.raises(RehearsalError, match=r"(?s)ended with 3, not with 0\..*dat ging mis"):
        run(speaks, tmp_path)


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(RehearsalError, match="took longer than 0 s"):
        run(["sleep", "60"], tmp_path, limit=0)


def test_a_command_gets_the_environment_of_a_fresh_shell() -> None:
    ours = {"MAKEFLAGS": "-k", "PYTHONPATH": "tests", "GIT_DIR": ".git", "PYTEST_ADDOPTS": "-x", "PATH": "/bin"}
    assert clean_environment(ours) == {"PATH": "/bin"}


def test_the_report_is_imported_as_the_mistakes_expect(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    report = changes.write_report(tmp_path)
    arguments = ["import", str(report), "--data", str(data), "--write", "--new-provider", changes.PROVIDER]
    done = CliRunner().invoke(main, [*arguments, "--as-of", "2026-01-01"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert changes.WITHHELD not in (tmp_path / changes.RESULTS).read_text(encoding="utf-8")
    changes.correct_without_a_reason(tmp_path)
    changes.put_a_withheld_grade(tmp_path)
    checked = CliRunner().invoke(main, ["check", "--data", str(data)])
    assert "W02" in checked.output
    with pytest.raises(RehearsalError, match="does not have the line"):
        changes.correct_without_a_reason(tmp_path)


def test_a_deployment_is_shown_at_once_and_the_last_one_can_come_back(tmp_path: Path, site: Path) -> None:
    host = hosting.Host(tmp_path / "host")
    good = host.deploy(site)
    host.on_the_way = lambda site: break_site(site, missing="twee", changed="een")
    with served(host.root / hosting.PATH) as address:
        page = f"{address}aanbieders/een/"
        assert shown(ask(page).body) == ["8.3", "7.9"]
        host.deploy(site)
        assert shown(ask(page).body) == ["1.1", "7.9"]
        assert ask(f"{address}aanbieders/twee/").status == 404
        host.show(good)
        assert shown(ask(page).body) == ["8.3", "7.9"]
        assert ask(f"{address}aanbieders/twee/").status == 200


def test_a_page_as_it_is_made_can_be_broken(tmp_path: Path) -> None:
    pages = texts(content(public_demo(3), SETTINGS))
    names = [name for name in pages if re.fullmatch(r"aanbieders/(?!index)[^/]+\.md", name)]
    made = next(pages[name] for name in names if "<data" in pages[name])
    page = tmp_path / "aanbieders" / "een" / "index.html"
    for folder in (page.parent, tmp_path / "aanbieders" / "weg"):
        folder.mkdir(parents=True)
    page.write_text(f"<main>{made}</main>", encoding="utf-8")
    before = shown(page.read_bytes())
    break_site(tmp_path, missing="weg", changed="een")
    after = shown(page.read_bytes())
    assert "1.1" in after
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_page_without_a_grade_cannot_be_broken(site: Path) -> None:
    (site / "aanbieders" / "een" / "index.html").write_text("<main></main>", encoding="utf-8")
    with pytest.raises(RehearsalError, match="has no grade to change"):
        break_site(site, missing="twee", changed="een")


@pytest.mark.parametrize("program", [hosting.nginx(), None])
def test_the_host_is_served_under_a_path(
    program: str | None, tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By nginx where it is installed, and by Python's server in any case."""
    monkeypatch.setattr(hosting, "nginx", lambda: program)
    tmp_path.chmod(0o700)
    host, port = hosting.Host(tmp_path / "host"), hosting.free_port()
    host.deploy(site)
    with hosting.serving(host, port) as name:
        assert (name == "nginx") == (program is not None)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{hosting.PATH}/aanbieders/een/") as answer:
            assert answer.read().decode() == PAGE
        assert ask(f"http://127.0.0.1:{port}/aanbieders/een/").status == 404
