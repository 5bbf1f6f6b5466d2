"""What must hold of the days on which reports and replies came in."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.findings.findings import Finding
from generator.register.records import ProviderStatus, Register

_CAME_IN = ("entered_on", "replied_on")


def check_days(register: Register) -> Iterator[Finding]:
    """Days of what is not there, and ends of periods that name two reports the same."""
    replied = {(reply.provider, reply.period_end) for reply in register.replies}
    for report in register.reports.values():
        if report.replied_on and report.key not in replied:
            expected = f"a file replies/{report.provider}/{report.period_end}.md, or no day"
            yield Finding(report.place("replied_on"), "D10", "the day of a reply that is not there", expected)
        elif report.replied_on and report.replied_on < report.report_date:
            came = f"replied on {report.replied_on}, and the report is of {report.report_date}"
            yield Finding(report.place("replied_on"), "D10", came, "the day on which the reply came in")
    for provider in register.providers.values():
        if provider.entered_on and provider.status is not ProviderStatus.ENDED:
            came = "the day of an end, and it has not ended"
            yield Finding(provider.place("entered_on"), "D10", came, "`status: ended`, or no day")
    yield from _former_ends(register)


def days_to_come(register: Register, last: date) -> Iterator[Finding]:
    """Reports and replies that came in after the day ``last``: until then they are news of an earlier day."""
    for report in register.reports.values():
        for name in _CAME_IN:
            day = getattr(report, name)
            if day and day > last:
                yield Finding(report.place(name), "D10", f"{day} has yet to come", "the day on which it came in")


def _former_ends(register: Register) -> Iterator[Finding]:
    ends = Counter((each.provider, each.former_period_end or each.period_end) for each in register.reports.values())
    for report in register.reports.values():
        former = report.former_period_end
        if former and (former == report.period_end or ends[report.provider, former] > 1):
            came = f"{former}, by which a report is known already"
            yield Finding(report.place("former_period_end"), "D11", came, "the end that this period had before")
