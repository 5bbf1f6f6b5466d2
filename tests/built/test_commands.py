"""The commands, as a maintainer meets them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers import contents, swapped

from generator.cli import main

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_check_says_that_all_is_well(register_folder: Path) -> None:
    done = run("check", "--data", register_folder)
    assert done.exit_code == 0
    assert done.output == f"{register_folder}: no errors, no warnings\n"


def test_check_names_the_place_and_exits_with_1(register_folder: Path) -> None:
    swapped("results/2021.csv", 2, "8.0", "80")(register_folder)
    done = run("check", "--data", register_folder)
    assert done.exit_code == 1
    assert f"{register_folder}/results/2021.csv:2:7 R07 error: grade 80 is not between 1.0 and 10.0" in done.output
    assert "did you mean 8?" in done.output or "did you mean 8.0?" in done.output


def test_check_prints_json(register_folder: Path) -> None:
    assert json.loads(run("check", "--data", register_folder, "--format", "json").stdout) == []
    swapped("results/2021.csv", 2, "8.0", "80")(register_folder)
    (finding,) = json.loads(run("check", "--data", register_folder, "--format", "json").stdout)
    assert (finding["code"], finding["line"], finding["column"]) == ("R07", 2, 7)


def test_check_prints_annotations_for_github(register_folder: Path) -> None:
    swapped("results/2021.csv", 2, "8.0", "80")(register_folder)
    done = run("check", "--data", register_folder, "--format", "github")
    assert done.output.startswith("::error file=")
    assert "line=2" in done.output


def test_a_warning_does_not_stop_anything(register_folder: Path) -> None:
    swapped("results/2021.csv", 6, "12,8", "12,5")(register_folder)
    swapped("results/2021.csv", 6, "7.0", "")(register_folder)
    (register_folder / "distributions" / "2021.csv").unlink()
    done = run("check", "--data", register_folder)
    assert "W01 warning" in done.output
    assert done.exit_code == 0


def test_seal_empties_what_is_withheld_and_check_is_content(register_folder: Path) -> None:
    sealed = contents(register_folder)
    swapped("results/2021.csv", 7, "20,4,,nee", "20,4,6.5,nee")(register_folder)
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
    swapped("results/2021.csv", 6, "total,12", "total,112")(register_folder)
    done = run("check", "--data", register_folder)
    assert "W01 warning" in done.output
    assert "mend this row's other finding first" in done.output


def test_a_terminal_that_cannot_show_a_character_gets_it_spelled_out(register_folder: Path) -> None:
    swapped("results/2021.csv", 2, "8.0", "\N{FULLWIDTH DIGIT EIGHT}.0")(register_folder)
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "check", "--data", str(register_folder)],
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"grade '\\uff18.0' is not a number" in done.stdout
    assert done.stderr == b""


def test_seal_refuses_a_register_with_other_errors(register_folder: Path) -> None:
    swapped("results/2021.csv", 7, "20,4,,nee", "20,4,6.5,nee")(register_folder)
    swapped("results/2021.csv", 2, "8.0", "80")(register_folder)
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


@pytest.mark.parametrize("command", ["check", "build", "seal"])
def test_a_folder_that_is_not_there_is_wrong_usage(command: str, tmp_path: Path) -> None:
    done = run(command, "--data", tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "does not exist" in done.output


def test_serve_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    done = run("serve", "--site", tmp_path / "site")
    assert done.exit_code == 2
    assert "make site" in done.output


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme_with_its_purpose(command: str) -> None:
    assert f"`generator {command}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert run(command, "--help").exit_code == 0
