"""One delivery, in each way in which a spreadsheet may save it, is read as the same reports, or the reason is told."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from support.registers.empty import CHARTER, SERVICES
from support.report_writer import FIXED, delivery_csv
from support.spreadsheets import CsvWay, WorkbookWay, csv_ways, workbook_ways

from generator.findings.findings import Finding, has_errors
from generator.reports.reading import ReportFile, read_file
from generator.reports.survey import Survey
from generator.reports.terms import Terms

# Names with the marks of Markdown and of HTML, which are letters like others in a cell.
_PLAIN = "Talent* | _Werk_ `nu` \\* [A](b) <i>Thuis</i> &amp; # 1"
_REPORTS = [FIXED, replace(FIXED, name="Überzorg & Élan (\u2019t Gooi)"), replace(FIXED, name=_PLAIN)]
_Read = tuple[list[str], object, object, object]
_WARNINGS = {"I28", "I30", "I43", "I45", "I46", "I47"}


def read(path: Path) -> tuple[list[_Read], list[Finding]]:
    """What is read of each report of a delivery, and all findings."""
    surveys, findings = read_file(ReportFile(path, is_named=True), Terms(SERVICES.values(), CHARTER))
    return [said(each) for each in surveys], [*findings, *(found for each in surveys for found in each.findings)]


def said(survey: Survey) -> _Read:
    assert survey.period
    assert survey.report_date
    assert survey.status
    rows = [(r.audience, r.service, r.net_sample, r.completed, r.grade, r.publication) for r in survey.rows]
    strengths = [each.value for each in (*survey.staff_strengths, *survey.strengths)]
    return (
        [each.value for each in survey.names],
        (survey.period.value, survey.report_date.value, survey.status.value),
        (survey.promoter_score, survey.shares and survey.shares.value, strengths, survey.telephone_option),
        rows,
    )


def usual() -> list[_Read]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "delivery.csv")
        path.write_text(delivery_csv(_REPORTS), encoding="utf-8", newline="")
        reports, findings = read(path)
    assert not has_errors(findings)
    assert [each[0] for each in reports] == [[each.name] for each in _REPORTS]
    return reports


_USUAL = usual()


def assert_the_same(way: CsvWay | WorkbookWay) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reports, findings = read(way.write(_REPORTS, Path(folder)))
    assert {each.code for each in findings} <= _WARNINGS, findings
    assert reports == _USUAL


@settings(max_examples=150, deadline=None)
@given(csv_ways)
def test_each_way_of_saving_a_csv_gives_the_same_reports(way: CsvWay) -> None:
    assert_the_same(way)


@settings(max_examples=40, deadline=None)
@given(workbook_ways)
def test_each_way_of_saving_a_workbook_gives_the_same_reports(way: WorkbookWay) -> None:
    assert_the_same(way)
