"""Rule 7 over the register itself, for its maintainers: every report, public or not, that has no other fault."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.disclosure.policy import Policy, PublicationRules
from generator.disclosure.protecting import also_hidden
from generator.disclosure.public import Means, PublicRegister
from generator.disclosure.rules import withheld
from generator.disclosure.withholding import by_rows
from generator.register.arithmetic import Part, total_is_possible
from generator.register.fields import Unpublished
from generator.register.records import Audience, Register, ReportStatus, Result, ResultKey, Service
from generator.register.totals import counted_in


def secondary(register: Register, policy: Policy) -> frozenset[ResultKey]:
    """The rows that rule 7 withholds, with every report judged as if it were public; none where the policy forbids."""
    return frozenset(
        (provider, end, Audience.CLIENT, service)
        for (provider, end), services in also_hidden(judged(register, policy)).items()
        if (rules := policy.rules_for(end)) and rules.disclosure.means is not Means.FAIL
        for service in services
    )


def judged(register: Register, policy: Policy) -> PublicRegister:
    """What rules 2 to 6 leave of the clients in every report that has no other fault, whether it is public or not."""
    groups: Mapping[object, list[Result]] = defaultdict(list)
    for row in register.results.values():
        if row.audience is Audience.CLIENT:
            groups[row.report_key].append(row)
    reports = {
        key: report.model_copy(update={"status": ReportStatus.FINAL})
        for key, report in register.reports.items()
        if (rules := policy.rules_for(report.period_end)) and _can_be_judged(groups[key], rules, register.services)
    }
    rows = {row.key: row for key in reports for row in groups[key]}
    return by_rows(replace(register, reports=reports, results=rows), policy, date.max)


def _can_be_judged(rows: Sequence[Result], rules: PublicationRules, known: Mapping[str, Service]) -> bool:
    """Whether all that the clients' rows of one report must hold is there, and could be true; else it is a finding."""
    totals = [row for row in rows if row.is_total]
    services = [row for row in rows if not row.is_total]
    if len(totals) != 1 or any(row.service not in known for row in services):
        return False
    hidden = {row.service for row in rows if withheld(row, rules)}
    if any(row.completed and row.service not in hidden and isinstance(row.grade, Unpublished) for row in rows):
        return False
    total, counted = totals[0], counted_in(totals[0], services, known)
    parts = [Part(row.completed, None if row.service in hidden else _number(row)) for row in counted]
    if services and total.completed != sum(part.completed for part in parts):
        return False
    grade = None if total.service in hidden else _number(total)
    return grade is None or total_is_possible(grade, parts)


def _number(row: Result) -> Decimal | None:
    return row.grade if isinstance(row.grade, Decimal) else None
