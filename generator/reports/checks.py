"""What must hold within one report, before it is compared with anything else."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.findings.findings import Finding
from generator.register.arithmetic import share_fits
from generator.register.fields import Unpublished
from generator.register.records import Audience, ReportStatus, YesNo
from generator.reports.survey import CLIENTS, COMMISSIONERS, SEPARATE, Invited, PrintedRow, Survey

_USUAL_DAYS = range(360, 373)  # twelve months, however they are counted
_USUAL_DELAY = timedelta(days=183)
_PEOPLE = {CLIENTS: "clients", COMMISSIONERS: "commissioners", SEPARATE: "clients in civic integration"}


def check_survey(survey: Survey, separate: str | None) -> list[Finding]:
    """Every finding about ``survey`` by itself; ``separate`` is the service that is reported separately."""
    return [
        *_responses(survey),
        *_empty_grades(survey),
        *_cut_off(survey),
        *_services(survey),
        *_sentence(survey, separate),
        *_absent(survey),
        *_period(survey),
        *_draft(survey),
    ]


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


def _cut_off(survey: Survey) -> Iterator[Finding]:
    """If nothing follows a table, rows may have been lost: the rows of the commissioners come last."""
    if not survey.ends_within_table or survey.is_delivered or not survey.rows:
        return
    none_asked = survey.invited and COMMISSIONERS not in survey.invited
    if not none_asked and not _total(survey, Audience.COMMISSIONER):
        last = survey.rows[-1]
        came = f"{last.quote} is the last line: the report ends within table 1.1"
        yield Finding(last.line.at, "I09", came, "the rest of the table, and what follows it")


def _services(survey: Survey) -> Iterator[Finding]:
    """A total without services: in every report the clients' total has at least one service above it."""
    total = _total(survey, Audience.CLIENT)
    if total and not survey.is_delivered and not any(_is_of_service(row) for row in survey.rows):
        yield Finding(
            total.line.at, "I09", f"{total.quote}, and no row of a service", "the rows that it is the total of"
        )


def _is_of_service(row: PrintedRow) -> bool:
    return row.audience is Audience.CLIENT and not row.is_total


def _total(survey: Survey, audience: Audience) -> PrintedRow | None:
    return next((row for row in survey.rows if row.audience is audience and row.is_total), None)


def _sentence(survey: Survey, separate: str | None) -> Iterator[Finding]:
    """Whether the sentence in section 2.3 of the report agrees with the table."""
    if survey.is_delivered or not survey.rows:
        return
    chapter = survey.chapter_of_commissioners
    if chapter and COMMISSIONERS not in survey.invited and not _total(survey, Audience.COMMISSIONER):
        came = f"{chapter.quote} is a chapter, and the table has no row of commissioners"
        yield Finding(chapter.at, "I16", came, "the same in both")
    if not survey.invited:
        expected = "the sentence under 2.3 with how many clients and commissioners were invited"
        yield Finding(survey.at, "I18", "the table could not be compared with what the text says of it", expected)
    rows = {CLIENTS: _total(survey, Audience.CLIENT), COMMISSIONERS: _total(survey, Audience.COMMISSIONER)}
    rows[SEPARATE] = next((row for row in survey.rows if row.service == separate), None)
    for group, invited in survey.invited.items():
        yield from _compare(invited, rows[group], _PEOPLE[group])
    clients = rows[CLIENTS]
    together = sum(row.net_sample for row in survey.rows if _is_of_service(row) and row.service != separate)
    if SEPARATE in survey.invited and clients and clients.net_sample != together:
        came = f"{clients.quote}: the services without civic integration, which 2.3 counts apart, sum to {together}"
        yield Finding(clients.line.at, "I16", came, "the same in both")
    commissioners = rows[COMMISSIONERS]
    if survey.invited and commissioners and COMMISSIONERS not in survey.invited and commissioners.net_sample:
        came = f"{commissioners.quote}, and the sentence under 2.3 says nothing of commissioners"
        yield Finding(commissioners.line.at, "I16", came, "the same in both")


def _compare(invited: Invited, row: PrintedRow | None, people: str) -> Iterator[Finding]:
    count, usable = invited.count, invited.usable
    if count and count.value != (row.net_sample if row else 0):
        of_table = f"the table {row.quote}" if row else "the table has no row of them"
        came = f"{count.line.quote}: {count.value} {people} were invited; {of_table}"
        yield Finding(count.line.at, "I16", came, "the same in both")
    elif usable and row and not share_fits(usable.value, 1, row.completed, row.net_sample):
        came = f"{usable.line.quote}: {usable.value}% of the {people} could be used; the table {row.quote}"
        yield Finding(usable.line.at, "I16", came, "the same in both")


def _absent(survey: Survey) -> Iterator[Finding]:
    """One warning about everything that a report usually says and this one does not."""
    absent = [
        name
        for name, value in (
            ("promoter score", survey.promoter_score),
            ("five shares", survey.shares),
            ("strength of the staff", survey.staff_strengths),
            ("strengths of the organisation", survey.strengths),
            ("telephone option", survey.telephone_option),
        )
        if not isinstance(value, YesNo) and (value is None or value == ())
    ]
    if absent and not survey.is_delivered:
        yield Finding(survey.at, "I19", f"the report has no {', no '.join(absent)}", "nothing, if it really has not")


def _period(survey: Survey) -> Iterator[Finding]:
    if survey.period:
        start, end = survey.period.value
        if start <= end and _days(start, end) not in _USUAL_DAYS:
            came = f"{survey.period.line.quote}: {_days(start, end)} days"
            yield Finding(survey.period.line.at, "I29", came, "twelve months, as in every report so far")
        if survey.report_date and survey.report_date.value > end + _USUAL_DELAY:
            came = f"{survey.report_date.line.quote}: over half a year after its period"
            yield Finding(survey.report_date.line.at, "I29", came, "a date soon after the period's end")


def _days(start: date, end: date) -> int:
    return (end - start + timedelta(days=1)).days


def _draft(survey: Survey) -> Iterator[Finding]:
    if survey.status and survey.status.value is ReportStatus.DRAFT:
        came = f"{survey.status.line.quote}: the report is a draft"
        yield Finding(survey.status.line.at, "I24", came, "the final report; nothing of a draft is ever public")
