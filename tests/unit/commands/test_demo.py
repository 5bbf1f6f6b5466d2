"""The command `demo`, as a contributor meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers.demos import files_of
from support.registers.editing import swapped
from support.registers.empty import FROZEN
from support.registers.invented import write_register
from support.registers.reading import contents

from generator.commands.main import main


def run(*arguments: str | Path | int) -> Result:
    return CliRunner().invoke(main, ["demo", *map(str, arguments)], catch_exceptions=False)


def make(out: Path, providers: int = 3, *more: str | Path) -> Result:
    return run("--providers", providers, "--out", out, "--data", FROZEN, *more)


def test_it_writes_a_register_that_check_accepts(tmp_path: Path) -> None:
    done = make(tmp_path / "new" / "demo", 20)
    assert done.exit_code == 0
    assert "20 providers" in done.output
    assert "--as-of 2026-10-31" in done.output
    checked = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "new" / "demo"), "--as-of", "2027-01-01"])
    # It is never committed: that it has drafts is what it is for.
    found = [line for line in checked.output.splitlines() if " warning: " in line or " error: " in line]
    without_report = "P16 warning: haverhaven-advies has no report"
    assert all(line.endswith((" W12 warning: a draft", without_report)) for line in found)
    assert checked.exit_code == 0


def test_one_provider_is_no_providers(tmp_path: Path) -> None:
    assert ": 1 provider, " in make(tmp_path / "demo", 1).output


def test_services_and_policy_are_those_of_the_data(tmp_path: Path) -> None:
    make(tmp_path / "demo")
    for file in ("services.csv", "policy.yaml"):
        assert (tmp_path / "demo" / file).read_bytes() == (FROZEN / file).read_bytes()


def test_an_earlier_demo_is_replaced_whole(tmp_path: Path) -> None:
    make(tmp_path, 60, "--seed", "2")
    make(tmp_path, 3)
    assert contents(tmp_path) == files_of(3)


def test_what_else_stands_beside_an_earlier_demo_stays(tmp_path: Path) -> None:
    make(tmp_path, 20)
    own = [tmp_path / ".git" / "config", tmp_path / "replies" / "notes.txt"]
    for path in own:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine", encoding="utf-8")
    assert make(tmp_path, 3).exit_code == 0
    assert [path.read_text(encoding="utf-8") for path in own] == ["mine", "mine"]


def test_a_folder_that_no_demo_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("mine", encoding="utf-8")
    done = make(tmp_path)
    assert done.exit_code == 2
    assert "holds something that no demo made" in done.output
    assert contents(tmp_path) == {"thesis.md": b"mine"}


def test_a_register_is_never_written_into(tmp_path: Path) -> None:
    make(tmp_path)
    before = contents(tmp_path)
    for out in (tmp_path, tmp_path / "providers"):
        done = run("--providers", 5, "--out", out, "--data", tmp_path)
        assert done.exit_code == 2
        assert "the register itself" in done.output
    assert contents(tmp_path) == before


@pytest.mark.parametrize("providers", [0, -1, 20_001])
def test_a_number_that_makes_no_sense_is_wrong_usage(providers: int, tmp_path: Path) -> None:
    assert make(tmp_path / "demo", providers).exit_code == 2
    assert not (tmp_path / "demo").exists()


def test_a_file_in_the_place_of_the_folder_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine", encoding="utf-8")
    assert make(tmp_path / "demo").exit_code == 2


def test_other_services_are_wrong_usage(tmp_path: Path) -> None:
    data = write_register(tmp_path)
    done = run("--providers", 1, "--out", tmp_path / "demo", "--data", data)
    assert done.exit_code == 2
    assert "services.csv has no jobcoaching" in done.output
    assert not (tmp_path / "demo").exists()


def test_a_register_with_errors_gives_nothing(tmp_path: Path) -> None:
    data = write_register(tmp_path)
    swapped("policy.yaml", "public", "secret")(data)
    done = run("--providers", 1, "--out", tmp_path / "demo", "--data", data)
    assert done.exit_code == 1
    assert "policy.yaml:1" in done.output
    assert not (tmp_path / "demo").exists()
