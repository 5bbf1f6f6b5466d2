"""What must hold within one report, before it is compared with anything else."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.findings.findings import Finding, counted
from generator.register.fields import Unpublished
from generator.register.records import ReportStatus
from generator.reports.survey import Survey

_USUAL_DAYS = range(360, 373)  # twelve months, however they are counted
_USUAL_DELAY = timedelta(days=183)


def check_survey(survey: Survey) -> list[Finding]:
    """Every finding about ``survey`` by itself."""
    return [*_responses(survey), *_empty_grades(survey), *_period(survey), *_draft(survey)]


def _responses(survey: Survey) -> Iterator[Finding]:
    for row in survey.rows:
        if row.net_sample and not row.is_proven:
            # Which of the figures is wrong is not known: one may be a grade in another cell.
            as_what = "; it may be a fraction, not a percentage" if row.response and row.response <= 1 else ""
            came = f"{row.quote}: the printed response is not that of the numbers before it{as_what}"
            yield Finding(row.line.at, "I15", came, "completed of invited, in per cent")


def _empty_grades(survey: Survey) -> Iterator[Finding]:
    """Rows with answers and without a grade: a report has a grade there, or `*`, so the cell may have been lost."""
    for row in survey.rows:
        lost = "nothing" if row.completed and row.grade is Unpublished.ABSENT else None
        lost = "`*`" if row.completed != 1 and row.grade is Unpublished.ANONYMISED else lost
        if lost:
            came = f"{row.quote}: {lost} in the grade cell"
            yield Finding(row.line.at, "I39", came, "a grade, or `*` for one person")


def _period(survey: Survey) -> Iterator[Finding]:
    if survey.period:
        start, end = survey.period.value
        if start <= end and _days(start, end) not in _USUAL_DAYS:
            came = f"{survey.period.line.quote}: {counted(_days(start, end), 'day')}"
            yield Finding(survey.period.line.at, "I29", came, "about twelve months")
        if survey.report_date and survey.report_date.value > end + _USUAL_DELAY:
            came = f"{survey.report_date.line.quote}: over half a year after its period"
            yield Finding(survey.report_date.line.at, "I29", came, "a date soon after the period's end")


def _days(start: date, end: date) -> int:
    return (end - start + timedelta(days=1)).days


def _draft(survey: Survey) -> Iterator[Finding]:
    if survey.status and survey.status.value is ReportStatus.DRAFT:
        came = f"{survey.status.line.quote}: the report is a draft"
        yield Finding(survey.status.line.at, "I24", came, "the final report; nothing of a draft is ever public")
