"""What must hold between the text of a report and its table, and what no report leaves out."""

from collections.abc import Iterator

from generator.findings.findings import Finding
from generator.register.arithmetic import share_fits
from generator.register.records import Audience, YesNo
from generator.reports.panteia.groups import CLIENTS, COMMISSIONERS, SEPARATE, Groups, Invited
from generator.reports.rows import PrintedRow
from generator.reports.survey import Survey

_PEOPLE = {CLIENTS: "clients", COMMISSIONERS: "commissioners", SEPARATE: "clients in civic integration"}


def check_report(survey: Survey, groups: Groups, separate: str | None, *, ends_within_table: bool) -> list[Finding]:
    """Every finding about a report as a whole.

    Args:
        survey: what it says.
        groups: what its text says of the groups of people.
        separate: the service that is reported separately.
        ends_within_table: whether no text follows the last row: then rows may have been lost.
    """
    return [
        *(_cut_off(survey, groups) if ends_within_table and survey.rows else ()),
        *_services(survey),
        *_sentence(survey, groups, separate),
        *_absent(survey),
    ]


def _cut_off(survey: Survey, groups: Groups) -> Iterator[Finding]:
    """Rows may have been lost where none of the commissioners, which come last, is there."""
    none_asked = groups.invited and COMMISSIONERS not in groups.invited
    if not none_asked and not _total(survey, Audience.COMMISSIONER):
        last = survey.rows[-1]
        came = f"{last.quote} is the last line: the report ends within table 1.1"
        yield Finding(last.line.at, "I09", came, "the rest of the table, and what follows it")


def _services(survey: Survey) -> Iterator[Finding]:
    """A total without services: in every report the clients' total has at least one service above it."""
    total = _total(survey, Audience.CLIENT)
    if total and not any(_is_of_service(row) for row in survey.rows):
        yield Finding(
            total.line.at, "I09", f"{total.quote}, and no row of a service", "the rows that it is the total of"
        )


def _is_of_service(row: PrintedRow) -> bool:
    return row.audience is Audience.CLIENT and not row.is_total


def _total(survey: Survey, audience: Audience) -> PrintedRow | None:
    return next((row for row in survey.rows if row.audience is audience and row.is_total), None)


def _sentence(survey: Survey, groups: Groups, separate: str | None) -> Iterator[Finding]:
    """Whether the sentence in section 2.3 of the report agrees with the table."""
    if not survey.rows:
        return
    chapter = groups.chapter_of_commissioners
    if chapter and COMMISSIONERS not in groups.invited and not _total(survey, Audience.COMMISSIONER):
        came = f"{chapter.quote} is a chapter, and the table has no row of commissioners"
        yield Finding(chapter.at, "I16", came, "the same in both")
    if not groups.invited:
        expected = "the sentence under 2.3 with how many clients and commissioners were invited"
        yield Finding(survey.at, "I18", "the table could not be compared with what the text says of it", expected)
    rows = {CLIENTS: _total(survey, Audience.CLIENT), COMMISSIONERS: _total(survey, Audience.COMMISSIONER)}
    rows[SEPARATE] = next((row for row in survey.rows if row.service == separate), None)
    for group, invited in groups.invited.items():
        yield from _compare(invited, rows[group], _PEOPLE[group])
    clients = rows[CLIENTS]
    together = sum(row.net_sample for row in survey.rows if _is_of_service(row) and row.service != separate)
    if SEPARATE in groups.invited and clients and clients.net_sample != together:
        came = f"{clients.quote}: the services without civic integration, which 2.3 counts apart, sum to {together}"
        yield Finding(clients.line.at, "I16", came, "the same in both")
    commissioners = rows[COMMISSIONERS]
    if groups.invited and commissioners and COMMISSIONERS not in groups.invited and commissioners.net_sample:
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
    if absent:
        yield Finding(survey.at, "I19", f"the report has no {', no '.join(absent)}", "nothing, if it really has not")
