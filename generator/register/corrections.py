"""What must hold of corrections: their day, their words, and the grade that they tell."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.findings.findings import Finding
from generator.register.gaps import Gaps
from generator.register.records import Correction, Register, ReportKey

_TWO_STOPS = re.compile(r"(?<!\.)\.\s*\.$")
_ONE_STOP = "a sentence that ends in one full stop, or in none: pages add it"


def check_corrections(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Every finding about the corrections of ``register``."""
    yield from _without_report(register, gaps)
    yield from _grades(register, gaps)
    yield from _days(register)
    for each in register.corrections:
        for name, text in (("what", each.what), ("reason", each.reason)):
            if ends_badly(text):
                yield Finding(each.place(name), "D09", f"{name} ends in two full stops", _ONE_STOP)


def ends_badly(text: str) -> bool:
    """Whether a sentence ends in two full stops; three are a pause."""
    return _TWO_STOPS.search(text) is not None


def days_to_come(register: Register, last: date) -> Iterator[Finding]:
    """Corrections that are dated after the day ``last``: until then nothing would tell of what changed already."""
    for each in register.corrections:
        if each.corrected_on > last:
            came = f"corrected on {each.corrected_on}, which has yet to come"
            yield Finding(each.place("corrected_on"), "D08", came, "the day on which the figures were changed")


def _days(register: Register) -> Iterator[Finding]:
    """Corrections from before the report: its period must end first, and the last of them knows the report's date.

    A report that is corrected may get a new date, and one that is withdrawn another report: so earlier ones may be from
    before the date that is there now.
    """
    present = register.present_ids()
    by_report: dict[ReportKey, list[Correction]] = defaultdict(list)
    for each in register.corrections:
        by_report[present.get(each.provider, each.provider), each.period_end].append(each)
    for key, corrections in by_report.items():
        report, latest = register.reports.get(key), max(each.corrected_on for each in corrections)
        for each in corrections:
            first, what = each.period_end, "period ends on"
            if report and each.corrected_on == latest and not each.is_withdrawal:
                first, what = report.report_date, "report is of"
            if each.corrected_on < first:
                came = f"corrected on {each.corrected_on}, and the {what} {first}"
                yield Finding(each.place("corrected_on"), "D08", came, "the day on which the figures were changed")


def _grades(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Corrections that tell of a grade, but not all of it, or of a row that is not there."""
    for each in register.corrections:
        is_whole = bool(each.audience) == bool(each.service) and bool(each.old) == bool(each.new)
        if not is_whole or (each.old and not each.audience):
            expected = "audience, service, old and new, or none of them"
            yield Finding(each.place("audience"), "D07", "not all that tells of a grade is there", expected)
        elif each.row_key is None:
            continue
        elif each.row_key not in register.results and not gaps.touch("results", (each.provider, each.period_end)):
            came = f"the report has no row of {each.audience} {each.service}"
            is_there = (each.provider, each.period_end) in register.reports
            expected = "a row of results/" if is_there else "nothing, for the report is not there"
            yield Finding(each.place("service"), "D07", came, expected)


def _without_report(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Corrections of a report that does not exist, and of which no line says that it was withdrawn.

    Under a former id a provider has the reports that it has now.
    """
    present = register.present_ids()
    keys = [(present.get(each.provider, each.provider), each.period_end) for each in register.corrections]
    withdrawn = {key for key, each in zip(keys, register.corrections, strict=True) if each.is_withdrawal}
    for key, each in zip(keys, register.corrections, strict=True):
        if key not in register.reports and key not in withdrawn and not gaps.touch("reports", key):
            came = f"{each.provider} has no report that ends on {each.period_end}"
            expected = "the period's end of a report in reports/, or a line that says `withdrawn`"
            yield Finding(each.place("period_end"), "D05", came, expected)
