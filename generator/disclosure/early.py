"""Reports that a public repository may not hold yet: whoever reads it would see them before the provider replied."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from generator.disclosure.policy import Policy, Repository
from generator.disclosure.rules import is_public, public_from
from generator.findings.findings import Finding
from generator.register.records import Register, Report, ReportKey


@dataclass(frozen=True, slots=True)
class Early:
    """A report that is a draft, or whose right of reply is not over; ``until`` is the day on which it is, if known."""

    report: Report
    until: date | None

    def finding(self, code: str) -> Finding:
        """The finding about its row in reports/."""
        if self.until is None:
            return Finding(self.report.place("status"), code, "a draft", "no row of it before the final report is here")
        came = f"a report that nobody may see before {self.until}"
        return Finding(self.report.place("report_date"), code, came, f"no row of it before {self.until}")


def early_reports(
    register: Register, policy: Policy, as_of: date, also: AbstractSet[ReportKey] = frozenset()
) -> Iterator[Early]:
    """The reports of ``register`` that nobody may see on the day ``as_of``, whatever kind of repository it is in.

    Args:
        register: may have faults.
        policy: a report that is older than its first version is judged by that one.
        as_of: the day.
        also: reports that are early for another reason; for them ``until`` is what their own row says.
    """
    for key, report in register.reports.items():
        rules = policy.rules_for(report.period_end) or policy.versions[0]
        if key in also or not is_public(report, rules, as_of):
            yield Early(report, public_from(report, rules))


def review_early(register: Register, policy: Policy, as_of: date) -> list[Finding]:
    """The warnings about early reports, if the repository is public.

    They stop no build: the site shows nothing early, and whether it is built must not tell of an early report either.
    The guard is what refuses them (docs/decisions/0026).
    """
    if policy.repository is not Repository.PUBLIC:
        return []
    return sorted(early.finding("W12") for early in early_reports(register, policy, as_of))
