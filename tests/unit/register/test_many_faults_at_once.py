"""One run shows every fault. That no damage whatever ends in a traceback: tests/fuzz."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.registers import (
    FILES,
    all_of,
    appended,
    cell,
    findings_of,
    inserted,
    private,
    public_on,
    removed,
    swapped,
    written,
)

from generator.disclosure.opening import open_register
from generator.findings.codes import Severity
from generator.findings.findings import Finding

_RESULTS = "results/2021.csv"
_REPORTS = "reports/2021.csv"
# Line 7 has too few answers, line 10 just one; both have a place for a grade that nobody may see.
_WITHHELD_LINES = (7, 10)


def test_all_faults_come_out_in_one_run(register_folder: Path) -> None:
    all_of(
        removed("corrections.csv"),
        written("notes.txt", "remember"),
        swapped("providers/verzonnen-alfa.yaml", 12, "utrecht", "atlantis"),
        swapped("providers/verzonnen-beta.yaml", 2, "Verz", "!!str Verz"),
        swapped("policy.yaml", 5, "21", "three weeks"),
        cell(_REPORTS, 3, "report_date", "2021-06-01"),
        cell(_REPORTS, 4, "status", "finished"),
        cell(_RESULTS, 2, "net_sample", "9"),
        cell(_RESULTS, 4, "grade", "84"),
        cell(_RESULTS, 5, "publication", "nee"),
        cell(_RESULTS, 6, "service", "totaal"),
        appended(_RESULTS, "a,broken line"),
        inserted("services.csv", 3, "1,vijfde-hulp,,Fifth,,"),
    )(register_folder)
    assert findings_of(register_folder) == [
        "F06 corrections.csv",
        "F07 notes.txt",
        "Y06 policy.yaml:5:7",
        "P08 providers/verzonnen-alfa.yaml:12:5",
        "Y02 providers/verzonnen-beta.yaml:2:7",
        "M03 reports/2021.csv:3:4",
        "R03 reports/2021.csv:4:5",
        "R07 results/2021.csv:4:7",
        "R11 results/2021.csv:5:8",
        "P07 results/2021.csv:6:4",
        "F02 results/2021.csv:11",
        "R01 services.csv:3",
        "R02 services.csv:3:3",
    ]


def test_every_wrong_cell_of_a_row_has_its_finding(register_folder: Path) -> None:
    wrong = FILES[_RESULTS].replace("client,total,40,20,8.3,ja", "klant,total,-40,2O,8.25,yes")
    written(_RESULTS, wrong)(register_folder)
    assert findings_of(register_folder) == [
        f"R03 {_RESULTS}:3:3",
        f"R05 {_RESULTS}:3:5",
        f"R05 {_RESULTS}:3:6",
        f"R09 {_RESULTS}:3:7",
        f"R03 {_RESULTS}:3:8",
        f"F08 {_RESULTS}:4",
    ]


def test_a_fault_of_one_report_hides_none_of_another(register_folder: Path) -> None:
    all_of(
        cell(_RESULTS, 2, "completed", "six"),
        cell(_RESULTS, 8, "net_sample", "47"),
        written("distributions/2021.csv", "provider\n"),
    )(register_folder)
    assert [found for found in findings_of(register_folder) if found.startswith("R")] == [
        f"R05 {_RESULTS}:2:6",
        f"R13 {_RESULTS}:8:5",
    ]


def test_a_warning_hides_no_error(register_folder: Path) -> None:
    lines = FILES[_RESULTS].replace(",46,20,", ",47,20,").splitlines()
    written(_RESULTS, "\n".join([*lines[:5], *lines[6:], lines[5], ""]))(register_folder)
    assert findings_of(register_folder) == [f"R13 {_RESULTS}:7:5", f"F08 {_RESULTS}:10"]


def test_a_register_that_is_not_there_is_all_missing(tmp_path: Path) -> None:
    assert findings_of(tmp_path) == ["F06 policy.yaml", "F06 services.csv"]


def test_a_report_of_the_last_day_there_is_can_be_judged(register_folder: Path) -> None:
    cell(_REPORTS, 3, "report_date", "9999-12-31")(register_folder)
    assert not open_register(register_folder).findings
    shown = public_on(register_folder, date(2024, 1, 1))
    assert "verzonnen-beta" not in {provider.id for provider in shown.providers}


def _errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("line", _WITHHELD_LINES)
@pytest.mark.parametrize("repository", ["public", "private"])
def test_no_error_depends_on_a_withheld_grade_and_no_finding_quotes_it(
    line: int,
    repository: str,
    register_folder: Path,
) -> None:
    if repository == "private":
        private()(register_folder)
    for each in _WITHHELD_LINES:
        cell(_RESULTS, each, "grade", "8.4")(register_folder)
    cell(_RESULTS, 9, "grade", "8.0")(register_folder)  # unsealed, so that the total can be doubted
    errors, warnings = [], set()
    for tenths in range(10, 101, 9):
        grade = str(Decimal(tenths) / 10)
        cell(_RESULTS, line, "grade", grade if "." in grade else f"{grade}.0")(register_folder)
        findings = open_register(register_folder).findings
        assert not any(grade in finding.came + finding.expected for finding in findings)
        errors.append(_errors(findings))
        warnings |= {finding.code for finding in findings} - {"W02"}
    assert all(found == errors[0] for found in errors)
    assert warnings == {"W04"}
