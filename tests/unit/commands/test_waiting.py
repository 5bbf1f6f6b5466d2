"""What is early waits outside git, and comes into the register on its day by the checks of every import."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, WrittenReport, delivery_csv, with_tabs
from support.repositories import git

from generator.commands.main import main
from generator.engine import serving
from generator.register.records import ReportStatus

EARLY = "2022-02-14"  # the report is of 25 January: the day before its three weeks are over
DAY = "2022-02-15"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    empty_register(tmp_path, "public")
    return Path("data")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], prog_name="generator", catch_exceptions=False)


def done(*arguments: object) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def report(written: WrittenReport = FIXED, name: str = "report.txt") -> Path:
    path = Path("elders", name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(with_tabs(written), encoding="utf-8")
    return path


def of(written: WrittenReport = FIXED, **changes: object) -> WrittenReport:
    return replace(written, report=written.report.model_copy(update=changes))


def waiting(folder: str = "waiting") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*") if not path.name.startswith("."))


def providers(data: Path) -> list[str]:
    return sorted(path.stem for path in data.glob("providers/*.yaml"))


def other(**changes: object) -> WrittenReport:
    """A report of another provider."""
    return of(replace(FIXED, name="Tweede Baan"), **changes)


def test_an_early_report_waits_until_its_day_and_then_is_as_if_imported_on_it(data: Path, tmp_path: Path) -> None:
    before = contents(data)
    said = done("import", report(), "--wait", "--new-provider", "werk-nu", "--as-of", EARLY)
    assert said.endswith("waiting/report.txt: werk-nu, 2021-01-01 to 2021-12-31, waits until 2022-02-15\n")
    assert "I37" not in said
    assert contents(data) == before
    assert waiting() == ["report.txt", "report.txt.waiting.yaml"]
    assert "can be imported" not in done("release", "--as-of", EARLY)
    assert contents(data) == before

    assert "(werk-nu)" in done("release", "--as-of", DAY)
    assert waiting() == []
    again = empty_register(tmp_path / "ander", "public")
    done("import", report(), "--write", "--new-provider", "werk-nu", "--as-of", DAY, "--data", again)
    assert contents(data) == contents(again)
    assert done("release", "--as-of", DAY) == "waiting: nothing waits.\n"


def test_it_is_looked_at_first_if_that_is_asked(data: Path) -> None:
    done("import", report(), "--wait", "--as-of", EARLY)
    before = contents(data), waiting()
    said = done("release", "--dry-run", "--as-of", DAY)
    assert "The public sees:" in said
    assert said.endswith("2021-12-31, can be imported: generator release\n")
    assert (contents(data), waiting()) == before


def test_what_is_not_early_is_imported_as_ever(data: Path) -> None:
    delivery = Path("levering.csv")
    delivery.write_text(delivery_csv([FIXED, other(report_date=date(2022, 2, 1))]), encoding="utf-8")
    said = done("import", delivery, "--wait", "--as-of", DAY)
    assert "tweede-baan, 2021-01-01 to 2021-12-31, waits until 2022-02-22\n" in said
    assert providers(data) == []
    assert "--write" in said
    done("import", delivery, "--wait", "--write", "--as-of", DAY)
    assert providers(data) == ["verzonnen-werk"]
    assert waiting() == ["levering.csv", "levering.csv.waiting.yaml"]
    done("release", "--as-of", "2022-02-22")
    assert providers(data) == ["tweede-baan", "verzonnen-werk"]
    assert waiting() == []


def test_of_a_delivery_each_report_comes_on_its_own_day(data: Path) -> None:
    delivery = Path("levering.csv")
    delivery.write_text(delivery_csv([FIXED, other(report_date=date(2022, 2, 1))]), encoding="utf-8")
    done("import", delivery, "--wait", "--as-of", EARLY)
    said = done("release", "--as-of", DAY)
    assert providers(data) == ["verzonnen-werk"]
    assert said.endswith("waiting/levering.csv: tweede-baan, 2021-01-01 to 2021-12-31, waits until 2022-02-22\n")
    # What came in may be corrected meanwhile; the delivery that still waits does not undo that.
    corrected = report(of(promoter_score=None, strength_2=""), "beter.txt")
    done("import", corrected, "--write", "--correction", "Een tikfout.", "--as-of", DAY)
    done("release", "--as-of", "2022-02-22")
    assert providers(data) == ["tweede-baan", "verzonnen-werk"]
    lines = (data / "reports" / "2021.csv").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("verzonnen-werk,"))
    assert "Het nakomen van afspraken" not in line


def test_the_same_report_in_two_files_waits_whole(data: Path) -> None:
    report(name="a.txt"), report(name="b.txt")
    done("import", "elders", "--wait", "--write", "--as-of", EARLY)
    assert providers(data) == []
    done("release", "--as-of", DAY)
    assert providers(data) == ["verzonnen-werk"]


def test_a_faulty_report_does_not_wait(data: Path) -> None:
    assert data.is_dir()
    path = report()
    path.write_text(path.read_text(encoding="utf-8").replace("2021", "2019", 1), encoding="utf-8")
    assert run("import", path, report(name="goed.txt"), "--wait", "--as-of", EARLY).exit_code == 1
    assert waiting() == []


def test_a_draft_waits_for_its_final_report(data: Path) -> None:
    draft = report(of(status=ReportStatus.DRAFT), "concept.txt")
    said = done("import", draft, "--wait", "--as-of", EARLY)
    assert said.endswith("2021-12-31, waits for the final report: it is a draft\n")
    assert "is a draft" in done("release", "--as-of", "2025-01-01")
    assert providers(data) == []
    done("import", report(), "--wait", "--as-of", EARLY)
    assert waiting() == ["report.txt", "report.txt.waiting.yaml"]


def test_a_draft_is_forgotten_when_the_final_report_is_there(data: Path) -> None:
    draft = report(of(status=ReportStatus.DRAFT), "concept.txt")
    done("import", draft, "--wait", "--as-of", EARLY)
    done("import", report(), "--write", "--as-of", DAY)
    assert providers(data) == ["verzonnen-werk"]
    assert done("release", "--as-of", DAY) == "waiting: nothing waits.\n"
    assert waiting() == []


def test_another_report_by_the_same_name_takes_no_place(data: Path) -> None:
    assert data.is_dir()
    done("import", report(), "--wait", "--as-of", EARLY)
    done("import", report(other()), "--wait", "--as-of", EARLY)
    assert [name for name in waiting() if name.endswith(".txt")] == ["report-2.txt", "report.txt"]


def test_two_reports_of_a_provider_that_was_new_both_come_in(data: Path) -> None:
    naming = ("--new-provider", "werk-nu", "--wait", "--as-of", EARLY)
    done("import", report(), *naming)
    before = of(period_start=date(2020, 1, 1), period_end=date(2020, 12, 31))
    done("import", report(before, "vorig.txt"), *naming)
    done("release", "--as-of", DAY)
    assert providers(data) == ["werk-nu"]
    assert sorted(path.name for path in data.glob("reports/*.csv")) == ["2020.csv", "2021.csv"]


def test_what_cannot_be_imported_any_more_still_waits_and_stops_no_other(data: Path) -> None:
    done("import", report(name="a.txt"), "--wait", "--as-of", EARLY)
    done("import", report(other(), "b.txt"), "--wait", "--as-of", EARLY)
    done("import", report(of(promoter_score=None), "c.txt"), "--write", "--as-of", DAY)
    result = run("release", "--as-of", DAY)
    assert result.exit_code == 1
    assert "waiting/a.txt" in result.output
    assert "I33 error" in result.output
    assert providers(data) == ["tweede-baan", "verzonnen-werk"]
    assert waiting() == ["a.txt", "a.txt.waiting.yaml"]


def test_a_note_that_somebody_spoiled_is_a_finding(data: Path) -> None:
    assert data.is_dir()
    done("import", report(), "--wait", "--as-of", EARLY)
    note = Path("waiting/report.txt.waiting.yaml")
    right = note.read_text(encoding="utf-8")
    for wrong in ("[", right.replace("until: '2022", "until: '2022-"), f"{right}\nmeer: niets\n", ""):
        assert wrong != right
        note.write_text(wrong, encoding="utf-8")
        result = run("release", "--as-of", DAY)
        assert result.exit_code == 1
        assert "waiting/report.txt.waiting.yaml" in result.output
        assert "I42 error" in result.output
    note.write_text(right, encoding="utf-8")
    Path("waiting/report.txt").unlink()
    assert "I42 error: there is no report.txt" in run("release", "--as-of", DAY).output


def test_a_note_that_names_another_report_imports_nothing(data: Path) -> None:
    done("import", report(), "--wait", "--as-of", EARLY)
    note = Path("waiting/report.txt.waiting.yaml")
    note.write_text(note.read_text(encoding="utf-8").replace("named: Verzonnen Werk", "named: Iets"), encoding="utf-8")
    assert "I42 error: 1 of its reports cannot be found in it" in run("release", "--as-of", DAY).output
    assert providers(data) == []


def test_a_longer_reply_window_is_kept_to_on_the_day_itself(data: Path) -> None:
    done("import", report(), "--wait", "--as-of", EARLY)
    policy = data / "policy.yaml"
    rules = policy.read_text(encoding="utf-8")
    policy.write_text(rules.replace("days: 21", "days: 28"), encoding="utf-8")
    assert "waits until 2022-02-22" in done("release", "--as-of", DAY)
    assert providers(data) == []


def test_git_takes_nothing_of_what_waits_wherever_that_is(data: Path, tmp_path: Path) -> None:
    assert data.is_dir()
    git(tmp_path, "init", "--quiet", "--template=")
    git(tmp_path, "add", "data")
    done("import", report(), "--wait", "--waiting", "elders/wacht", "--as-of", EARLY)
    (tmp_path / "elders" / "report.txt").unlink()
    git(tmp_path, "add", "--all")
    assert [name for name in git(tmp_path, "ls-files").splitlines() if not name.startswith("data/")] == []
    assert waiting("elders/wacht") == ["report.txt", "report.txt.waiting.yaml"]


@pytest.mark.parametrize("place", [["--waiting", "wacht"], []])
def test_who_checks_hears_what_is_due(place: Sequence[str], data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAITING", "wacht")
    done("import", report(), "--wait", *place, "--as-of", EARLY)
    assert run("check", "--data", data, *place, "--as-of", EARLY).stderr == ""
    due = "wacht: 1 report that waited has reached the day on which it may be seen: generator release\n"
    assert run("check", "--data", data, *place, "--as-of", DAY).stderr == due
    for form in ("json", "github"):
        assert run("check", "--data", data, *place, "--as-of", DAY, "--format", form).stderr == ""


class Server:
    """A server that somebody stops at once."""

    server_port = 8000

    def serve_forever(self) -> None:
        raise KeyboardInterrupt

    def server_close(self) -> None:
        pass


def test_who_serves_hears_what_is_due(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert data.is_dir()
    monkeypatch.setattr(serving, "site_server", lambda *_: Server())
    Path("site").mkdir()
    Path("site/index.html").touch()
    assert run("serve").stderr == ""
    done("import", report(), "--wait", "--as-of", EARLY)
    assert run("serve").stderr.startswith("waiting: 1 report that waited has reached the day")


def test_an_early_report_in_data_is_a_warning_of_the_check_in_a_public_repository(data: Path, tmp_path: Path) -> None:
    done("import", report(), "--write", "--as-of", EARLY)
    said = done("check", "--data", data, "--as-of", EARLY)
    assert "data/reports/2021.csv:2:4 W12 warning: a report that nobody may see before 2022-02-15\n" in said
    assert "W12" not in done("check", "--data", data, "--as-of", DAY)
    private = empty_register(tmp_path / "ander", "private")
    done("import", report(), "--write", "--data", private, "--as-of", EARLY)
    assert "W12" not in done("check", "--data", private, "--as-of", EARLY)


def test_in_a_private_repository_nothing_waits_unsealed(data: Path) -> None:
    private = empty_register(Path("ander"), "private")
    result = run("import", report(), "--wait", "--unsealed", "--data", private, "--as-of", EARLY)
    assert result.exit_code == 2
    assert "nothing has to wait" in result.output
    assert data.is_dir()
