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
from rehearsal.commands import RehearsalError, clean_environment, run
from rehearsal.machine import LAST_BUILD, Machine
from rehearsal.steps import Steps
from rehearsal.waiting import BESIDE, CHANGED, VERIFY, from_commit_to_public
from support.made import texts
from support.registers.demos import public_demo
from support.registers.empty import empty_register
from support.settings import SETTINGS
from support.sites import served

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


def test_each_step_is_told_with_how_long_it_took() -> None:
    told: list[str] = []
    times = iter([0.0, 1.0, 3.5, 10.0])
    steps = Steps(told.append, lambda: next(times))
    steps.part("Publish")
    with steps.step("deploy") as took:
        steps.show("een\ntwee\n")
    assert took.seconds == 2.5
    assert told == ["\nPublish", "  1. deploy", "     | een", "     | twee", "     2.5 s"]
    assert steps.total() == "1 steps in 10 s"


def test_how_long_a_commit_waits_is_the_sum_of_what_it_waits_for() -> None:
    cold = dict.fromkeys([key for job in (CHANGED, *BESIDE, VERIFY) for key in job], 1.0)
    told = from_commit_to_public(cold, {**cold, "changed": 0.5, "site": 30.0, "verify": 7.0})
    rows = {line[:32].strip(): line[32:].split() for line in told.splitlines()}
    assert rows["build"] == ["1.0", "30.0"]
    # Of jobs that run at the same time the longest counts: the register's when cold, else the build.
    assert rows["public after"] == ["4.0", "31.5"]
    assert rows["looked at after"] == ["6.0", "39.5"]


def test_the_last_build_comes_to_another_machine_with_its_times(tmp_path: Path) -> None:
    machines = [Machine(tmp_path / name, tmp_path / "downloads") for name in ("een", "twee")]
    for machine in machines:
        machine.folder.mkdir()
    for name in LAST_BUILD:
        file = machines[0].folder / name / "page"
        file.parent.mkdir(parents=True)
        file.write_text("een", encoding="utf-8")
    machines[0].keep_last_build(tmp_path / "cache.tar")
    machines[1].bring_last_build(tmp_path / "cache.tar")
    assert machines[1].times() == machines[0].times() != {}
    assert (machines[1].folder / "build" / ".docs.manifest" / "page").is_file()


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
    with served(host.root / hosting.PATH) as address:
        page = f"{address}aanbieders/een/"
        assert shown(ask(page).body) == ["8.3", "7.9"]
        break_site(site, missing="twee", changed="een")
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
