"""One run shows every fault. That no damage whatever ends in a traceback: tests/fuzz."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.registers.editing import (
    Row,
    all_of,
    appended,
    cell,
    inserted,
    private,
    removed,
    ruled,
    swapped,
    without,
    written,
)
from support.registers.invented import (
    ALFA_COMMISSIONERS,
    ALFA_FIRST,
    ALFA_SECOND,
    ALFA_TOTAL,
    BETA_REPORT,
    BETA_TOTAL,
    GAMMA_LOW,
    GAMMA_REPORT,
    GAMMA_SINGLE,
    GAMMA_TOTAL,
    SECOND_HELP,
    UNSEALED,
)
from support.registers.reading import findings_of, public_on

from generator.disclosure.opening import open_register
from generator.findings.codes import Severity
from generator.findings.findings import Finding

_RESULTS = "results/2021.csv"
# Both have a place for a grade that nobody may see.
_WITHHELD = (GAMMA_LOW, GAMMA_SINGLE)


def test_all_faults_come_out_in_one_run(register_folder: Path) -> None:
    all_of(
        removed("corrections.csv"),
        written("notes.txt", "remember"),
        swapped("providers/verzonnen-alfa.yaml", "utrecht", "atlantis"),
        swapped("providers/verzonnen-beta.yaml", "Verz", "!!str Verz"),
        ruled("versions.0.reply_window.days", "three weeks"),
        cell(BETA_REPORT, "report_date", "2021-06-01"),
        cell(GAMMA_REPORT, "status", "finished"),
        cell(ALFA_FIRST, "net_sample", "9"),
        cell(ALFA_SECOND, "grade", "84"),
        cell(ALFA_COMMISSIONERS, "publication", "nee"),
        cell(BETA_TOTAL, "service", "totaal"),
        appended(_RESULTS, "a,broken line"),
        inserted("1,vijfde-hulp,,,,,,", above=SECOND_HELP),
    )(register_folder)
    assert findings_of(register_folder) == [
        "F06 corrections.csv",
        "F07 notes.txt",
        "Y06 policy.yaml:5:7",
        "P08 providers/verzonnen-alfa.yaml:12:5",
        "Y02 providers/verzonnen-beta.yaml:2:7",
        f"M03 {BETA_REPORT.at('report_date')}",
        f"R03 {GAMMA_REPORT.at('status')}",
        f"R07 {ALFA_SECOND.at('grade')}",
        f"R11 {ALFA_COMMISSIONERS.at('publication')}",
        f"P07 {BETA_TOTAL.at('service')}",
        "F02 results/2021.csv:11",
        f"R01 {SECOND_HELP}",
        f"R02 {SECOND_HELP.at('name')}",
    ]


def test_every_wrong_cell_of_a_row_has_its_finding(register_folder: Path) -> None:
    swapped(ALFA_TOTAL, "client,total,40,20,8.3,ja", "klant,total,-40,2O,8.25,maybe")(register_folder)
    assert findings_of(register_folder) == [
        f"R03 {ALFA_TOTAL.at('audience')}",
        f"R05 {ALFA_TOTAL.at('net_sample')}",
        f"R05 {ALFA_TOTAL.at('completed')}",
        f"R09 {ALFA_TOTAL.at('grade')}",
        f"R03 {ALFA_TOTAL.at('publication')}",
        f"F08 {ALFA_SECOND}",
    ]


def test_a_fault_of_one_report_hides_none_of_another(register_folder: Path) -> None:
    all_of(
        cell(ALFA_FIRST, "completed", "six"),
        cell(GAMMA_TOTAL, "net_sample", "47"),
        written("distributions/2021.csv", "provider\n"),
    )(register_folder)
    assert [found for found in findings_of(register_folder) if found.startswith("R")] == [
        f"R05 {ALFA_FIRST.at('completed')}",
        f"R13 {GAMMA_TOTAL.at('net_sample')}",
    ]


def test_a_warning_hides_no_error(register_folder: Path) -> None:
    out_of_order = all_of(without(BETA_TOTAL), appended(_RESULTS, BETA_TOTAL.line))
    all_of(cell(GAMMA_TOTAL, "net_sample", "47"), out_of_order)(register_folder)
    assert findings_of(register_folder) == [f"R13 {GAMMA_TOTAL.at('net_sample', below=-1)}", f"F08 {_RESULTS}:10"]


def test_a_register_that_is_not_there_is_all_missing(tmp_path: Path) -> None:
    assert findings_of(tmp_path) == ["F06 policy.yaml", "F06 register.yaml", "F06 services.csv"]


def test_a_report_of_the_last_day_there_is_can_be_judged(register_folder: Path) -> None:
    cell(BETA_REPORT, "report_date", "2199-12-31")(register_folder)
    assert not open_register(register_folder).findings
    shown = public_on(register_folder, date(2024, 1, 1))
    assert "verzonnen-beta" not in {provider.id for provider in shown.providers}


def _errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("row", _WITHHELD, ids=str)
@pytest.mark.parametrize("repository", ["public", "private"])
def test_no_error_depends_on_a_withheld_grade_and_no_finding_quotes_it(
    row: Row,
    repository: str,
    register_folder: Path,
) -> None:
    if repository == "private":
        private()(register_folder)
    for each in _WITHHELD:
        cell(each, "grade", "8.4")(register_folder)
    UNSEALED(register_folder)  # so that the total can be doubted
    errors, warnings = [], set()
    for tenths in range(10, 101, 9):
        grade = str(Decimal(tenths) / 10)
        cell(row, "grade", grade if "." in grade else f"{grade}.0")(register_folder)
        findings = open_register(register_folder).findings
        assert not any(grade in finding.came + finding.expected for finding in findings)
        errors.append(_errors(findings))
        warnings |= {finding.code for finding in findings} - {"W02"}
    assert all(found == errors[0] for found in errors)
    assert warnings == {"W04"}
