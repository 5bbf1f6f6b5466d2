"""The commands, as a maintainer meets them."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from support.project import ROOT
from support.registers.editing import private, removed, swapped, written
from support.registers.empty import empty_register
from support.registers.invented import ALFA_FIRST, BETA_TOTAL, CORRECTION, GAMMA_LOW
from support.registers.reading import contents
from support.report_writer import FIXED, with_tabs
from support.repositories import NO_DRAFT, commit, git, repository

from generator.commands.main import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_check_says_that_all_is_well(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    done = run("check", "--data", register_folder)
    assert done.exit_code == 0
    assert done.output == f"{register_folder}: no errors, no warnings\n"


def test_check_names_a_provider_without_a_report_where_everybody_can_read_the_register(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    written("providers/verzonnen-delta.yaml", "id: verzonnen-delta\nname: Delta\n")(register_folder)
    said = f"{register_folder}/providers/verzonnen-delta.yaml:1:1 P16 warning: verzonnen-delta has no report"
    assert said in run("check", "--data", register_folder).output
    private()(register_folder)
    assert run("check", "--data", register_folder).output == f"{register_folder}: no errors, no warnings\n"


def test_check_names_the_place_and_exits_with_1(register_folder: Path) -> None:
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    done = run("check", "--data", register_folder)
    assert done.exit_code == 1
    assert f"{register_folder}/{ALFA_FIRST.at('grade')} R07 error: grade 80 is not between 1.0 and 10.0" in done.output
    assert "did you mean 8?" in done.output or "did you mean 8.0?" in done.output


def test_check_looks_at_the_settings_of_the_project_too(
    register_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "site_src", tmp_path / "site_src")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    NO_DRAFT(register_folder)
    data = register_folder.relative_to(tmp_path)
    done = run("check", "--data", data)
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, f"{data}: no errors, 1 warning")
    assert done.output.startswith(f"{data}/register.yaml S01 warning: ")
    swapped("register.yaml", "scale:", "contact: {name: Wij, days: 5, email: wij@klantcijfer.example}\nscale:")(
        register_folder
    )
    assert run("check", "--data", data).output == f"{data}: no errors, no warnings\n"
    (tmp_path / "site_src" / "styles" / "tokens.css").write_text(":root {}\n", encoding="utf-8")
    refused = run("check", "--data", data)
    assert (refused.exit_code, "--kc-light-accent" in refused.output) == (2, True)
    swapped("register.yaml", "publisher:", "publishr:")(register_folder)
    first = run("check", "--data", data)
    assert (first.exit_code, "the key 'publishr'" in first.output, "site_src" in first.output) == (1, True, False)


def test_a_phrase_of_the_register_that_fits_nowhere_is_told_with_its_place(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    written("words/nl.yaml", "home:\n  lead: Verzonnen.\n  titel: Verzonnen.\n")(register_folder)
    said = f"{register_folder}/words/nl.yaml:3:3 S02 error: no phrase of the site has the key 'titel'"
    checked = run("check", "--data", register_folder)
    assert (checked.exit_code, said in checked.output) == (1, True)
    refused = run(
        "build", "--data", register_folder, "--site", register_folder.with_name("site"), "--as-of", "2026-01-01"
    )
    assert (refused.exit_code, said in refused.output) == (1, True)
    assert not register_folder.with_name("site").exists()


def test_a_name_of_which_no_address_can_be_made_is_told_of_register_yaml(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    swapped("register.yaml", "name: Klantcijfer", "name: '\u65e5\u672c'")(register_folder)
    done = run("check", "--data", register_folder)
    assert (done.exit_code, f"{register_folder}/register.yaml S02 error: register of" in done.output) == (1, True)


def test_a_correction_of_a_day_to_come_is_an_error_for_every_command(register_folder: Path) -> None:
    """Until that day nothing would tell of what changed already; the clock of this machine says what is to come."""
    swapped(CORRECTION, "2022-03-01", f"{date.today().year + 1}-03-01")(register_folder)  # noqa: DTZ011 - as the command
    for command in ("check", "audit"):
        done = run(command, "--data", register_folder)
        assert (done.exit_code, "D08" in done.output) == (1, True)


def test_check_prints_json(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    assert json.loads(run("check", "--data", register_folder, "--format", "json").stdout) == []
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    (finding,) = json.loads(run("check", "--data", register_folder, "--format", "json").stdout)
    assert (finding["code"], finding["line"], finding["column"]) == ("R07", 2, 7)


def test_check_prints_annotations_for_github(register_folder: Path) -> None:
    NO_DRAFT(register_folder)
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    done = run("check", "--data", register_folder, "--format", "github")
    assert done.output.startswith("::error file=")
    assert "line=2" in done.output


def test_a_warning_does_not_stop_anything(register_folder: Path) -> None:
    swapped(BETA_TOTAL, "12,8", "12,5")(register_folder)
    swapped(BETA_TOTAL, "7.0", "")(register_folder)
    (register_folder / "distributions" / "2021.csv").unlink()
    done = run("check", "--data", register_folder)
    assert "W01 warning" in done.output
    assert done.exit_code == 0


def test_seal_empties_what_is_withheld_and_check_is_content(register_folder: Path) -> None:
    sealed = contents(register_folder)
    swapped(GAMMA_LOW, "20,4,,nee", "20,4,6.5,nee")(register_folder)
    refused = run("check", "--data", register_folder)
    assert refused.exit_code == 1
    assert "W02" in refused.output
    assert "6.5" not in refused.output
    done = run("seal", "--data", register_folder)
    assert done.exit_code == 0
    assert "6.5" not in done.output
    assert contents(register_folder) == sealed
    assert run("check", "--data", register_folder).exit_code == 0


def test_a_wrong_number_beside_a_withheld_grade_is_mended_before_sealing(register_folder: Path) -> None:
    swapped(BETA_TOTAL, "total,12", "total,112")(register_folder)
    done = run("check", "--data", register_folder)
    assert "W01 warning" in done.output
    assert "mend this row's other finding first" in done.output


def test_a_terminal_that_cannot_show_a_character_gets_it_spelled_out(register_folder: Path) -> None:
    swapped(ALFA_FIRST, "8.0", "\N{FULLWIDTH DIGIT EIGHT}.0")(register_folder)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--data", str(register_folder)],
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"grade '\\uff18.0' is not a number" in done.stdout
    assert done.stderr == b""


def test_seal_refuses_a_register_with_other_errors(register_folder: Path) -> None:
    swapped(GAMMA_LOW, "20,4,,nee", "20,4,6.5,nee")(register_folder)
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    before = contents(register_folder)
    done = run("seal", "--data", register_folder)
    assert done.exit_code == 1
    assert "was not sealed" in done.output
    assert contents(register_folder) == before


def test_build_outside_the_project_is_wrong_usage(
    register_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("build", "--data", register_folder)
    assert done.exit_code == 2
    assert "run this in the project's folder" in done.output


def test_import_prints_and_writes_nothing_until_it_is_told_to(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    before = contents(data)
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    done = run("import", tmp_path / "report.txt", "--data", data, "--as-of", "2022-02-01")
    assert done.exit_code == 0
    assert "The public sees nothing of it before 2022-02-15" in done.output
    assert "van-werk-naar-werk" in done.output
    assert "withheld, too low a response" in done.output
    assert "+verzonnen-werk,2021-12-31,client,total,51,23,7.7,ja" in done.output
    assert "3.5" not in done.output
    assert "3,5" not in done.output
    assert "Nothing was written" in done.output
    assert contents(data) == before
    assert run("import", tmp_path / "report.txt", "--data", data, "--write").exit_code == 0
    assert run("check", "--data", data).exit_code == 0
    again = run("import", tmp_path / "report.txt", "--data", data, "--write")
    assert again.output.endswith("1 report, nothing new.\n")


def test_import_of_a_report_with_an_error_writes_nothing_and_exits_with_1(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    before = contents(data)
    (tmp_path / "good.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    (tmp_path / "bad.txt").write_text(with_tabs(FIXED).replace("20,0\t3,5", "25,0\t3,5"), encoding="utf-8")
    done = run("import", tmp_path / "good.txt", tmp_path / "bad.txt", "--data", data, "--write")
    assert done.exit_code == 1
    assert "I15 error: 'Jobcoaching" in done.output
    assert "nothing was written" in done.output
    assert "3,5" not in done.output
    assert contents(data) == before


def test_import_into_a_register_with_an_error_says_what_comes_first(register_folder: Path, tmp_path: Path) -> None:
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    done = run("import", tmp_path / "report.txt", "--data", register_folder)
    assert done.exit_code == 1
    assert "R07" in done.output


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--provider", "nobody"], "there is no provider 'nobody'"),
        (["--provider", "a", "--new-provider", "b"], "give one of the two"),
        (["--name", "Werk"], "give --new-provider"),
        (["--unsealed"], "is for a private repository"),
        (["--correction", " "], "give correction as text"),
        (["--correction", "a\u202eb"], "that can be seen"),
        (["--correction", "Tikfout.."], "ends in two full stops"),
        (["--new-provider", "../x"], "can be no id"),
        (["--new-provider", "index"], "can be no id"),
        (["--provider", ""], "there is no provider"),
        (["--new-provider", "werk", "{again}"], "about one report; here are 2"),
    ],
)
def test_import_with_options_that_cannot_be_is_wrong_usage(options: list[str], why: str, tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    for name in ("report.txt", "again.txt"):
        (tmp_path / name).write_text(with_tabs(FIXED), encoding="utf-8")
    options = [str(tmp_path / "again.txt") if each == "{again}" else each for each in options]
    done = run("import", tmp_path / "report.txt", "--data", data, *options)
    assert done.exit_code == 2
    assert why in done.output


def test_import_of_nothing_writes_nothing(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    (data / "corrections.csv").unlink()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "README.md").write_text("Read me.", encoding="utf-8")
    before = contents(data)
    done = run("import", tmp_path / "reports", "--data", data, "--write")
    assert done.exit_code == 0
    assert done.output.endswith("no reports, nothing new.\n")
    assert contents(data) == before


def test_import_of_an_early_report_says_not_to_push_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    for kind, said in (("public", True), ("private", False)):
        data = empty_register(tmp_path / kind, kind)
        done = run("import", tmp_path / "report.txt", "--data", data, "--write", "--as-of", "2022-02-14")
        assert ("Do not push it yet" in done.output) is said


def test_import_that_cannot_write_says_so(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    (data / "providers").write_text("a file in the place of the folder", encoding="utf-8")
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    done = run("import", tmp_path / "report.txt", "--data", data, "--write")
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert not (data / "reports").exists()


@pytest.mark.parametrize("command", ["check", "build", "seal"])
def test_a_folder_that_is_not_there_is_wrong_usage(command: str, tmp_path: Path) -> None:
    done = run(command, "--data", tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "does not exist" in done.output


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_of_another_age_is_wrong_usage(day: str, register_folder: Path) -> None:
    done = run("audit", "--data", register_folder, "--as-of", day)
    assert done.exit_code == 2
    assert f"{day} is far away" in done.output


def test_serve_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    done = run("serve", "--site", tmp_path / "site")
    assert done.exit_code == 2
    assert "make site" in done.output


@pytest.mark.parametrize("command", main.list_commands(click.Context(main)))
def test_every_command_is_in_the_readme_with_its_purpose(command: str) -> None:
    assert f"`generator {command}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert run(command, "--help").exit_code == 0


def test_it_says_which_version_it_is() -> None:
    assert run("--version").output == f"generator, version {version('generator')}\n"


def test_a_command_loads_no_other() -> None:
    loaded = "import sys; from generator.commands import guard; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, encoding="utf-8")
    rooms = {name.split(".")[1] for name in done.stdout.split() if name.startswith("generator.")}
    assert not rooms & {"site", "engine", "demo", "changes", "reports"}


def test_check_finds_an_address_that_was_lost_since_a_commit(tmp_path: Path) -> None:
    folder = repository(tmp_path / "project")
    data = folder / "data"

    def checked(*arguments: str) -> str:
        return run("check", "--data", data, *arguments).output

    commit(folder, NO_DRAFT, written("urls.txt", "/\n/aanbieders/\n/over/\n"))
    written("urls.txt", "/\n/over/\n/uitleg/\n")(data)
    assert checked() == f"{data}: no errors, no warnings\n"
    assert f"{data}/urls.txt V02 error: no line for /aanbieders/\n" in checked("--since", "HEAD")
    assert run("check", "--data", data, "--since", "HEAD").exit_code == 1
    assert checked("--since", "HEAD~1") == f"{data}: no errors, no warnings\n"
    removed("urls.txt")(data)
    assert "no line for /, /aanbieders/, /over/\n" in checked("--since", "HEAD")
    assert "git knows no version 'nowhere'" in checked("--since", "nowhere")


def test_an_address_that_main_promises_since_a_branch_began_is_not_lost(tmp_path: Path) -> None:
    folder = repository(tmp_path / "project")
    git(folder, "branch", "een-rapport")
    commit(folder, written("urls.txt", "/\n"))
    git(folder, "switch", "--quiet", "een-rapport")
    assert run("check", "--data", folder / "data", "--since", "main").exit_code == 0
