"""A register in English, of another sector and on another scale: its deliveries need no code of their own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.english_delivery import ROWS, Rows, as_csv, as_xlsx, with_values
from support.imports import imported
from support.registers.empty import empty_english_register, empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, delivery_csv, with_tabs, write_pdf

from generator.commands.main import main
from generator.importing.prepared import Change

RESULTS = """\
provider,period_end,audience,service,net_sample,completed,grade,publication
maple-academy-ltd,2024-12-31,client,harp,30,5,,no
maple-academy-ltd,2024-12-31,client,piano,1040,320,4.3,yes
maple-academy-ltd,2024-12-31,client,total,1071,326,4.3,yes
maple-academy-ltd,2024-12-31,client,violin,1,1,*,yes
"""
# Every word of a Dutch delivery that is not a name, in English; longer ones before those that stand in them.
_IN_ENGLISH = {
    "Dienstverlener": "Name of provider",
    "Begin meetperiode": "Start of period",
    "Einde meetperiode": "End of period",
    "Rapportdatum": "Date of report",
    "Doelgroep": "Group",
    "Dienst;": "Service;",
    "Netto steekproef": "Invited",
    "Ingevuld": "Number completed",
    "Respons (%)": "Response",
    "Rapportcijfer": "Mean grade",
    "Publicatie": "Publication",
    "definitief": "Final report",
    "Cliënten": "client",
    "Opdrachtgevers": "commissioner",
    "Totaal opdrachtgevers": "Total",
    "Totaal": "Total",
    ";ja;": ";yes;",
    ";nee": ";no",
    "31-12-2021": "December 31, 2021",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return empty_english_register(tmp_path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], prog_name="generator", catch_exceptions=False)


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_a_delivery_is_imported_and_checked_and_is_there_the_second_time(
    write: Callable[[Rows, Path], Path], data: Path, tmp_path: Path
) -> None:
    delivery = write(ROWS, tmp_path)
    done = run("import", delivery, "--data", data, "--write", "--as-of", "2025-06-01")
    assert done.exit_code == 0, done.output
    assert "3.9" not in done.output
    files = contents(data)
    assert files["results/2024.csv"].decode() == RESULTS
    assert b'"Invented Survey Office, Learner Survey Maple Academy Ltd, final report"' in files["reports/2024.csv"]
    assert b",60,30,5,3,2,,,,,,no," in files["reports/2024.csv"]
    assert b"name: Maple Academy Ltd\n" in files["providers/maple-academy-ltd.yaml"]
    assert "no errors, no warnings" in run("check", "--data", data).output
    again = run("import", delivery, "--data", data, "--write", "--as-of", "2025-06-02")
    assert "1 report, nothing new." in again.output
    assert contents(data) == files


def test_a_correction_is_told_in_the_words_of_the_register(data: Path, tmp_path: Path) -> None:
    imported(data, as_csv(ROWS, tmp_path))
    imported(
        data, as_csv(with_values(Mean_grade=4.4), tmp_path), correction="A grade was mistyped", as_of=date(2025, 6, 2)
    )
    (_, line) = contents(data)["corrections.csv"].decode().splitlines()
    what = '"learners, Keyboard instruments: piano: grade"'
    assert line == f"2025-06-02,maple-academy-ltd,2024-12-31,{what},A grade was mistyped,client,piano,4.3,4.4,"


@pytest.mark.parametrize(
    ("rows", "code", "told"),
    [
        (with_values(Mean_grade=8.3), "I11", "a grade from 1.0 to 5.0"),
        (with_values(Group="Commissioners"), "I10", "audience cannot be read"),
        (with_values(Course="Total commissioners"), "I20", "is no known service"),
        (with_values(Publication="Maybe"), "I10", "publication cannot be read"),
        (with_values(Invited=2000), "I15", " Yes': the printed response is not that"),
        (with_values(Report_status="Provisional"), "I08", "final or draft"),
        (with_values(Report_date="2/3/2025"), "I08", "with slashes"),
    ],
)
def test_what_cannot_be_of_this_register_is_refused(
    rows: Rows, code: str, told: str, data: Path, tmp_path: Path
) -> None:
    found = imported(data, as_csv(rows, tmp_path)).findings
    assert [each for each in found if each.code == code and told in f"{each.came}; {each.expected}"], found


@pytest.mark.parametrize("kind", ["report.pdf", "report.txt"])
def test_a_report_in_the_layout_of_another_agency_is_refused(kind: str, data: Path, tmp_path: Path) -> None:
    path = tmp_path / kind
    if kind.endswith(".pdf"):
        write_pdf(FIXED, path, lines=True)
    else:
        path.write_text(with_tabs(FIXED), encoding="utf-8")
    before = contents(data)
    done = run("import", path, "--data", data, "--write")
    assert done.exit_code == 1
    assert f"{path} I01 error: a file of another kind ({path.suffix})" in done.output
    assert "a .csv or .xlsx delivery" in done.output
    assert contents(data) == before


def test_in_a_folder_it_is_passed_over(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    as_csv(ROWS, folder)
    (folder / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    done = imported(data, folder)
    assert [each.code for each in done.findings if each.at.file.endswith(".txt")] == ["I30"]
    assert contents(data)["results/2024.csv"].decode() == RESULTS


def test_a_column_provider_may_hold_names_or_ids(data: Path, tmp_path: Path) -> None:
    told = as_csv(ROWS, tmp_path).read_text(encoding="utf-8")
    as_names = told.replace("Academy,", "Provider,", 1)
    as_ids = as_names.replace("Maple Academy Ltd,", "maple-academy-ltd,")
    both = told.replace("Academy,", "Provider ID,Provider,", 1)
    both = both.replace("Maple Academy Ltd,", "maple-academy-ltd,Maple Academy Ltd,")
    for written in (as_names, as_ids, both):  # the first makes the academy known, the others find it there
        (tmp_path / "delivery.csv").write_text(written, encoding="utf-8")
        done = imported(data, tmp_path / "delivery.csv")
        assert [entry.provider.id for entry in done.prepared.entries] == ["maple-academy-ltd"], done.findings
    assert contents(data)["results/2024.csv"].decode() == RESULTS


def test_a_register_in_dutch_reads_the_same_delivery_in_english(tmp_path: Path) -> None:
    """What is there after the Dutch one is not changed by the English one."""
    data = empty_register(tmp_path)
    told = delivery_csv([FIXED])
    (tmp_path / "dutch.csv").write_text(told, encoding="utf-8")
    imported(data, tmp_path / "dutch.csv")
    before = contents(data)
    for dutch, english in _IN_ENGLISH.items():
        assert dutch in told
        told = told.replace(dutch, english)
    (tmp_path / "english.csv").write_text(told, encoding="utf-8")
    (entry,) = imported(data, tmp_path / "english.csv").prepared.entries
    assert (entry.change, contents(data)) == (Change.UNCHANGED, before)
