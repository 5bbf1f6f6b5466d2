"""Rule 7 over the register itself, for its maintainers: every report, public or not, that has no other fault."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.disclosure.measurements import Linked, Measurement, is_secret, key_of, linked, measurements
from generator.disclosure.pictures import Precision, Seen
from generator.disclosure.policy import Policy, PublicationRules
from generator.disclosure.protecting import Shown, shown
from generator.disclosure.public import PublicRegister
from generator.disclosure.rules import withheld
from generator.disclosure.withholding import by_rows
from generator.register.arithmetic import Part, total_is_possible
from generator.register.fields import Unpublished
from generator.register.grades import Printed
from generator.register.records import Audience, Register, ReportStatus, Result, ResultKey, Service
from generator.register.totals import counted_in


@dataclass(frozen=True, slots=True)
class Judgement:
    """What rule 7 says of rows of a measurement that bound each other."""

    measurement: Measurement
    rows: Linked
    shown: Shown

    def keys_of(self, services: Iterable[str]) -> list[ResultKey]:
        """The rows of the register, in each publication, of ``services`` (or ``total``)."""
        wanted = set(services)
        return [
            (view.provider.id, view.report.period_end, Audience.CLIENT, key_of(row))
            for view in self.measurement
            for row in view.rows
            if key_of(row) in wanted
        ]

    @property
    def secrets(self) -> list[ResultKey]:
        """The rows that are withheld for themselves."""
        return [
            (view.provider.id, view.report.period_end, Audience.CLIENT, key_of(row))
            for view in self.measurement
            for row in view.rows
            if is_secret(row) and key_of(row) in {each.key for each in self.rows.group.rows}
        ]


def judgements(register: Register, policy: Policy) -> list[Judgement]:
    """Rule 7 for every report that has no other fault, judged as if it were public."""
    return [
        Judgement(measurement, rows, shown(rows, measurement[0].report.disclosure))
        for measurement in measurements(_judged(register, policy))
        for rows in linked(measurement)
    ]


def protected(register: Register, policy: Policy) -> Mapping[ResultKey, Seen]:
    """The rows with an exact grade that rule 7 rounds or hides, and what it shows instead."""
    return {
        key: seen
        for judgement in judgements(register, policy)
        for service, seen in judgement.shown.grades.items()
        if seen.precision is not Precision.EXACT
        for key in judgement.keys_of([service])
        if isinstance(register.results[key].grade, Decimal) and not _is_withheld(register.results[key], policy)
    }


def _judged(register: Register, policy: Policy) -> PublicRegister:
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


def _is_withheld(row: Result, policy: Policy) -> bool:
    rules = policy.rules_for(row.period_end)
    return rules is None or withheld(row, rules) is not None


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
    parts = [Part(row.completed, None if row.service in hidden else printed(row)) for row in counted]
    if services and total.completed != sum(part.completed for part in parts):
        return False
    grade = None if total.service in hidden else printed(total)
    return grade is None or total_is_possible(grade, parts)


def printed(row: Result) -> Printed | None:
    """The grade of a row, exact or rounded, if it holds one."""
    return None if isinstance(row.grade, Unpublished) else row.grade
