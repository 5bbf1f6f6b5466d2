"""Whose a report is, where a person must say so: the command to type is printed whole, and asked for once."""

import shlex
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers.editing import written
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, WrittenReport, delivery_csv, with_tabs

from generator.commands.main import main
from generator.importing.choices import offered

_SPELLED = replace(FIXED, name="Kompas / Baanplus")


def spelled(folder: Path, report: WrittenReport = _SPELLED, name: str = "report.txt") -> Path:
    """A report whose title page has one letter less than who commissioned it, and whose sentences have their own."""
    right = report.name
    told = with_tabs(report)
    for before, after, slip in (
        ("\n", "\n\nmeetperiode", right[:-1]),
        ("De medewerkers van ", " scoren", f"{right[:-2]}vs"),
        ("opdrachtgevers van ", " is gevraagd", f"{right[:-3]}uls"),
    ):
        assert f"{before}{right}{after}" in told
        told = told.replace(f"{before}{right}{after}", f"{before}{slip}{after}", 1)
    (folder / name).write_text(told, encoding="utf-8")
    return folder / name


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], prog_name="generator")


def commands(output: str) -> list[list[str]]:
    """The commands that were printed to copy, as a shell would take them, without the program."""
    return [shlex.split(line, comments=True)[1:] for line in output.splitlines() if line.startswith("  generator ")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return empty_register(tmp_path, "public")


def test_who_copies_what_is_printed_comes_from_the_report_to_the_register(data: Path, tmp_path: Path) -> None:
    """A maintainer who types nothing of their own: a question, its first answer, a look, and it is written."""
    asked = run("import", spelled(tmp_path), "--data", data, "--as-of", "2026-11-28")
    assert "I17 error" in asked.output
    first, *others = commands(asked.output)
    assert first[-4:] == ["--new-provider", "kompas-baanplus", "--name", "Kompas / Baanplus"]
    assert others
    assert "--as-of 2026-11-28" in " ".join(first)
    looked = run(*first)
    assert looked.exit_code == 0
    (write,) = commands(looked.output)
    assert run(*write).exit_code == 0
    assert "name: Kompas / Baanplus\n" in (data / "providers" / "kompas-baanplus.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [[], ["--new-provider", "kompas-baanplus"], ["--provider", "kompas-baanplus"]])
def test_a_report_that_is_there_is_not_asked_about_again(options: list[str], data: Path, tmp_path: Path) -> None:
    report = spelled(tmp_path)
    naming = ("--new-provider", "kompas-baanplus", "--name", _SPELLED.name)
    assert run("import", report, "--data", data, "--write", *naming).exit_code == 0
    before = contents(data)
    again = run("import", report, "--data", data, "--write", *options)
    assert again.exit_code == 0
    assert again.output.endswith(f"{data}: 1 report, nothing new.\n")
    assert contents(data) == before


def test_another_report_of_a_known_one_is_asked_about_with_its_id(data: Path, tmp_path: Path) -> None:
    naming = ("--new-provider", "kompas-baanplus", "--name", _SPELLED.name)
    assert run("import", spelled(tmp_path), "--data", data, "--write", *naming).exit_code == 0
    later = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31), "report_date": date(2023, 1, 31)}
    report = replace(_SPELLED, report=_SPELLED.report.model_copy(update=later))
    asked = run("import", spelled(tmp_path, report, "later.txt"), "--data", data)
    assert "I17 error" in asked.output
    assert [command[-2:] for command in commands(asked.output)] == [["--provider", "kompas-baanplus"]]
    assert run(*commands(asked.output)[0]).exit_code == 0


def test_a_name_like_anothers_can_be_theirs_or_new(data: Path, tmp_path: Path) -> None:
    written("providers/verzonnen-werk.yaml", "id: verzonnen-werk\nname: Verzonnen Werk\n")(data)
    (tmp_path / "it's a report.txt").write_text(with_tabs(replace(FIXED, name="Verzonnen Werk B.V.")), encoding="utf-8")
    asked = run("import", tmp_path / "it's a report.txt", "--data", data, "--write")
    assert "I22 error" in asked.output
    theirs, new = commands(asked.output)
    assert theirs[-2:] == ["--provider", "verzonnen-werk"]
    assert new[-2:] == ["--new-provider", "verzonnen-werk-bv"]
    assert "--write" not in [*theirs, *new], "who answers looks first at what that gives"
    assert run(*theirs).exit_code == run(*new).exit_code == 0


def test_a_new_provider_is_written_by_the_command_that_is_printed(data: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    looked = run("import", tmp_path / "report.txt", "--data", data)
    assert "I26 warning" in looked.output
    write, otherwise = commands(looked.output)
    assert otherwise[-2:] == ["--new-provider", "ANOTHER-ID"]
    assert run(*otherwise).exit_code == 2, "an id that nobody has filled in is none"
    assert run(*write).exit_code == 0
    assert commands(run(*write).output) == []


def test_an_id_that_is_taken_leads_to_its_provider_where_that_may_be_meant(data: Path, tmp_path: Path) -> None:
    written("providers/alfa.yaml", "id: alfa\nname: Verzonnen werk\n")(data)
    written("providers/beta.yaml", "id: beta\nname: Iets anders\n")(data)
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    asked = run("import", tmp_path / "report.txt", "--data", data, "--new-provider", "alfa")
    assert "I25 error" in asked.output
    assert [command[-2:] for command in commands(asked.output)] == [
        ["--provider", "alfa"],
        ["--new-provider", "ANOTHER-ID"],
    ]
    asked = run("import", tmp_path / "report.txt", "--data", data, "--new-provider", "beta")
    assert [command[-2:] for command in commands(asked.output)] == [["--new-provider", "ANOTHER-ID"]]


def test_without_a_name_the_likeliest_spelling_is_taken(data: Path, tmp_path: Path) -> None:
    looked = run("import", spelled(tmp_path), "--data", data, "--new-provider", "kompas")
    assert "I31 warning" in looked.output
    assert "+name: Kompas / Baanplus\n" in looked.output
    write, *others = commands(looked.output)
    assert write[-1] == "--write"
    assert all(command[-4:-1] == ["--new-provider", "kompas", "--name"] for command in others)


def test_a_name_by_hand_that_the_report_has_nowhere_is_a_warning(data: Path, tmp_path: Path) -> None:
    naming = ("--new-provider", "kompas", "--name", "Kompass")
    looked = run("import", spelled(tmp_path), "--data", data, *naming)
    assert looked.exit_code == 0
    assert "I23 warning: the name 'Kompass', by --name, stands nowhere in the report" in looked.output


def test_nothing_is_offered_where_a_file_holds_several_reports(data: Path, tmp_path: Path) -> None:
    """What is named by hand is one report: a delivery has a column for it."""
    written("providers/verzonnen-werk.yaml", "id: verzonnen-werk\nname: Verzonnen Werk\n")(data)
    both = [replace(FIXED, name="Verzonnen Werk B.V."), replace(FIXED, name="Heel anders")]
    (tmp_path / "delivery.csv").write_text(delivery_csv(both), encoding="utf-8", newline="")
    asked = run("import", tmp_path / "delivery.csv", "--data", data)
    assert "I22 error" in asked.output
    assert commands(asked.output) == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Werkpunt", "Werkpumt", "Werkpnut"], ["Werkpunt", "Werkpumt", "Werkpnut"]),
        (["Werkpumt", "Werkpunt", "Werkpnut"], ["Werkpunt", "Werkpumt", "Werkpnut"]),
        (["2de Kans", "2de kans"], ["2de Kans", "2de kans"]),
        # A figure beside the name may be a grade.
        (["Werkpunt 8", "Werkpunt"], []),
        (["Werkpunt", "Werkpunt 8"], ["Werkpunt"]),
        (["Werkpunt", "Een heel andere zin"], ["Werkpunt"]),
        (["Werkpunt", "Werkpun\u202et"], ["Werkpunt"]),
        ([], []),
    ],
)
def test_the_spellings_that_are_offered(names: list[str], expected: list[str]) -> None:
    assert offered(names) == expected
