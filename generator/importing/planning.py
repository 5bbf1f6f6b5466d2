"""What an import would do to data/, sealed, and what the public would see of it. Nothing is written here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.disclosure.confidential import confidential
from generator.disclosure.opening import Judged
from generator.disclosure.policy import PublicationRules, Repository
from generator.disclosure.public import Rating
from generator.disclosure.review import review
from generator.disclosure.rules import MissingGradeError, is_public, outcome, public_from
from generator.disclosure.sealing import sealed_records, sealed_text
from generator.disclosure.verdicts import verdicts
from generator.findings.findings import Finding, has_errors
from generator.importing.differences import differences, values, what_changed
from generator.importing.prepared import Change, Decisions, Entry, Import
from generator.importing.recording import Origin, Recorded, RecordedReport, record
from generator.importing.relocating import relocated
from generator.register.checks import check
from generator.register.editing import with_corrections, with_reports
from generator.register.fields import Unpublished
from generator.register.gaps import Gaps
from generator.register.grades import Rounded, is_printed
from generator.register.records import Register, Report, ReportKey, ReportStatus, Result, YesNo
from generator.reports.survey import Survey


def prepare(data: Path, there: Judged, surveys: Sequence[Survey], decisions: Decisions) -> Import:
    """Work out what importing ``surveys`` does to the register in the folder ``data``.

    Args:
        data: the folder.
        there: the register in it, without errors, except those that an import mends.
        surveys: the reports, each with its own findings.
        decisions: what the maintainer said.
    """
    readable = [survey for survey in surveys if not _is_unreadable(survey)]
    recorded = record(readable, there.register, decisions.naming, decisions.as_of)
    planning = _Planning(data, there, decisions, recorded)
    planning.findings += [finding for survey in surveys for finding in survey.findings]
    reports = Counter(survey.at.file for survey in surveys)
    choices = tuple(each for each in recorded.choices if reports[each.file] == 1)
    return replace(planning.prepared(), choices=choices)


# A report with these findings can be read, and its rows tell more about what is wrong.
_ABOUT_READABLE = frozenset({"I16"})


def _is_unreadable(survey: Survey) -> bool:
    return has_errors([finding for finding in survey.findings if finding.code not in _ABOUT_READABLE])


class _Planning:
    """Works out one import, and gathers its findings."""

    def __init__(self, data: Path, there: Judged, decisions: Decisions, recorded: Recorded) -> None:
        self.data = data
        self.there = there
        self.policy = there.policy
        self.decisions = decisions
        self.recorded = recorded
        self.findings = list(recorded.findings)
        self.reports = {
            key: each
            for key, each in self.without_duplicates().items()
            if not (decisions.leaves_early and self.is_early(each.report))
        }
        self.register = there.register
        self.planned = self.merged()
        self.verdicts = verdicts(self.planned, self.policy)
        self.sealed_register = sealed_records(self.register, there.verdicts)
        self.sealed_plan = sealed_records(self.planned, self.verdicts)
        self.rows_before = _by_report(self.sealed_register)
        self.rows_after = _by_report(self.sealed_plan)

    def prepared(self) -> Import:
        self.findings += self.judged()
        changes = {key: change for key in self.reports if (change := self.change(key))}
        entries = tuple(self.entry(key, change) for key, change in changes.items())
        self.findings += [finding for entry in entries for finding in self.about(entry)]
        if has_errors(self.findings):
            return Import((), sorted(set(self.findings)), {}, {})
        written = {key for key, change in changes.items() if change is not Change.UNCHANGED}
        corrections = [self.correction(each) for each in entries if each.change is Change.CORRECTED]
        plan = self.sealed_plan if self.decisions.is_sealed else self.planned
        old_sealed = self.old_sealed()
        contents = self.contents(self.old, plan, written, corrections)
        shown = self.contents(old_sealed, self.sealed_plan, written, corrections)
        return Import(
            entries,
            sorted(set(self.findings)),
            {file: text.encode() for file, text in contents.items()},
            {file: (old_sealed(file), text) for file, text in shown.items()},
        )

    def without_duplicates(self) -> dict[ReportKey, RecordedReport]:
        """Each report once. The same report twice is no fault; two different reports of one period are."""
        found: dict[ReportKey, RecordedReport] = {}
        for each in self.recorded.reports:
            first = found.setdefault(each.key, each)
            if values(first.report, first.results) != values(each.report, each.results):
                came = f"another report of {each.report.provider} for the period that ends on {each.report.period_end}"
                expected = f"the same as {self.origin(first.report).at}, or one of the two"
                self.findings.append(Finding(self.origin(each.report).at, "I38", came, expected))
        return found

    def is_early(self, report: Report) -> bool:
        rules = self.policy.rules_for(report.period_end)
        return rules is not None and not is_public(report, rules, self.decisions.as_of)

    def origin(self, report: Report) -> Origin:
        return self.recorded.origins[report.at]

    def merged(self) -> Register:
        """The register with these reports in place of its own versions of them, not sealed."""
        new = self.recorded.new_providers
        kept = {key: row for key, row in self.register.results.items() if row.report_key not in self.reports}
        return replace(
            self.register,
            providers={**self.register.providers, **{key[0]: new[key[0]] for key in self.reports if key[0] in new}},
            reports={**self.register.reports, **{key: each.report for key, each in self.reports.items()}},
            results={**kept, **{row.key: row for each in self.reports.values() for row in each.results}},
        )

    def judged(self) -> Iterator[Finding]:
        """The findings of the register's checks and of the rules that are new in the plan."""
        known = set(self.there.findings)
        origins, root = self.recorded.origins, self.data.as_posix()
        return (relocated(finding, origins, root) for finding in self.of_plan() if finding not in known)

    def of_plan(self) -> Iterator[Finding]:
        yield from check(self.planned, Gaps(providers=set(self.planned.providers)))
        yield from review(self.planned, self.policy, self.verdicts)
        # Withheld grades in the plan are no fault: sealing removes them. But it removes no old line of the register.
        if self.policy.repository is Repository.PUBLIC:
            for each in confidential(self.planned, self.verdicts):
                if not each.name:
                    expected = "none there: take the line out first, with this report's correction in the same commit"
                    yield Finding(each.at, "W02", each.what, expected)

    def change(self, key: ReportKey) -> Change | None:
        """What the import does with one report; None, with a finding, if it may not change the report."""
        old, new = self.sealed_register.reports.get(key), self.sealed_plan.reports[key]
        if old is None:
            return Change.NEW
        if values(old, map(self.unmarked, self.rows_before[key])) == values(new, self.rows_after[key]):
            return Change.UNCHANGED if self.is_same(key) else Change.UNSEALED
        origin = self.origin(new)
        there = f"{self.data.as_posix()}/{old.at.in_column(0)}"
        if new.status is ReportStatus.DRAFT and old.status is ReportStatus.FINAL:
            came = f"{origin.quote}: a draft, and the final report is in the register ({there})"
            self.findings.append(Finding(origin.at, "I34", came, "the final report"))
            return None
        if old.status is ReportStatus.DRAFT:
            return Change.FINAL
        if self.decisions.correction is not None:
            return Change.CORRECTED
        # If anything else is wrong, we cannot say which values are withheld, so none is shown.
        differing = "; ".join(self.differing(key, with_values=not has_errors(self.findings)))
        came = f"{origin.quote}: the register has another report ({there}); they differ in: {differing}"
        self.findings.append(Finding(origin.at, "I33", came, 'the same report, or --correction "the reason"'))
        return None

    def unmarked(self, old: Result) -> Result:
        """A row of the register; if it has a mark of rule 7 instead of a grade, then with the new grade."""
        planned, sealed = self.planned.results.get(old.key), self.sealed_plan.results.get(old.key)
        if planned is None or sealed is None or not isinstance(planned.grade, Decimal):
            return old
        was_hidden = old.grade in {Unpublished.HIDDEN, Unpublished.SECONDARY}
        was_rounded = isinstance(old.grade, Rounded) and is_printed(planned.grade, old.grade)
        return old.model_copy(update={"grade": sealed.grade}) if was_hidden or was_rounded else old

    def is_same(self, key: ReportKey) -> bool:
        """Whether the import would write just what the register has."""
        if self.decisions.is_sealed:
            return values(self.sealed_register.reports[key], self.rows_before[key]) == values(
                self.sealed_plan.reports[key], self.rows_after[key]
            )
        before = [row for row in self.register.results.values() if row.report_key == key]
        new = self.reports[key]
        return values(self.register.reports[key], before) == values(new.report, new.results)

    def differing(self, key: ReportKey, *, with_values: bool = False) -> list[str]:
        """The differences between values that are not withheld."""
        old = (self.sealed_register.reports[key], self.rows_before[key])
        new = (self.sealed_plan.reports[key], self.rows_after[key])
        return differences(old, new, self.register, with_values=with_values)

    def entry(self, key: ReportKey, change: Change) -> Entry:
        report = self.sealed_plan.reports[key]
        rules = self.policy.rules_for(report.period_end)
        rows = sorted(self.rows_after[key], key=self.in_order)
        return Entry(
            at=self.reports[key].at,
            provider=self.sealed_plan.providers[report.provider],
            report=report,
            results=tuple((row, _rating(row, rules)) for row in rows),
            change=change,
            public_from=public_from(report, rules) if rules else None,
            labels={service.id: service.name for service in self.register.services.values()},
        )

    def in_order(self, row: Result) -> tuple[object, ...]:
        """The sort key: clients first, each service by its number, the total last."""
        service = self.register.services.get(row.service)
        return (row.audience, row.is_total, service.number if service else 0)

    def about(self, entry: Entry) -> Iterator[Finding]:
        """What the maintainer should know about a report that can be imported."""
        origin = self.origin(entry.report)
        listed = entry.provider.services
        missing = sorted({row.service for row, _ in entry.results if not row.is_total and row.service not in listed})
        if missing:
            came = f"{origin.quote}: providers/{entry.provider.id}.yaml does not list {', '.join(missing)}"
            yield Finding(origin.at, "I36", came, "its services there, from the day on which this report is public")
        if entry.report.report_date > self.decisions.as_of:
            dated = origin.of(Report.columns().index("report_date") + 1)
            came = f"{dated.quote}: the report is of a day that has yet to come"
            yield Finding(dated.at, "I08", came, f"a date up to {self.decisions.as_of}")
        if self.disappears(entry):
            came = f"{origin.quote}: the public sees this period now, and will not see it before {entry.public_from}"
            expected = (
                "that, if the provider may reply again: its line in corrections.csv then says that it was withdrawn; "
                "else the date of the first report"
            )
            yield Finding(origin.at, "I41", came, expected)
        if entry.is_early(self.decisions.as_of) and self.policy.repository is Repository.PUBLIC:
            until = f"before {entry.public_from}" if entry.public_from else "while it is a draft"
            came = f"{origin.quote}: a commit to a public repository shows this report, {until}"
            when = "on or after that day" if entry.public_from else "of the final report"
            yield Finding(origin.at, "I37", came, f"a commit {when}; until then `--wait`")

    def disappears(self, entry: Entry) -> bool:
        """Whether the public sees a period now, and would not see it for some weeks after the import."""
        old = self.sealed_register.reports.get(entry.report.key)
        rules = self.policy.rules_for(entry.report.period_end)
        if old is None or rules is None or entry.change is Change.UNCHANGED:
            return False
        is_later = entry.public_from is None or entry.public_from > self.decisions.as_of
        return is_later and is_public(old, rules, self.decisions.as_of)

    def old(self, file: str) -> str:
        path = self.data / file
        return path.read_bytes().decode("utf-8") if path.is_file() else ""

    def old_sealed(self) -> Callable[[str], str]:
        """The present files without withheld values, for a difference that anybody may see."""
        found = confidential(self.register, self.there.verdicts)

        @cache
        def text(file: str) -> str:
            return sealed_text(file, self.old(file).encode(), found).decode()

        return text

    def contents(
        self,
        old: Callable[[str], str],
        plan: Register,
        written: AbstractSet[ReportKey],
        corrections: Sequence[Sequence[str]],
    ) -> dict[str, str]:
        """The whole new text of the files that change."""
        if not written:
            return {}
        new = sorted({provider for provider, _ in written if provider in self.recorded.new_providers})
        providers = [plan.providers[identity] for identity in new]
        return with_reports(old, plan, written, providers) | with_corrections(old, corrections)

    def correction(self, entry: Entry) -> Sequence[str]:
        """The line of corrections.csv; it also says whether the public stops seeing the report."""
        key = entry.report.key
        on = self.decisions.as_of.isoformat()
        what = what_changed(self.differing(key), key, self.register, on)
        withdrawn = YesNo.YES if self.disappears(entry) else ""
        reason = self.decisions.correction or ""
        return on, key[0], key[1].isoformat(), what, reason, *self.corrected_grade(key), withdrawn

    def corrected_grade(self, key: ReportKey) -> tuple[str, str, str, str]:
        """Whose grade of which service, before and after, if that is all that differs and both are public exactly."""
        before = {row.key: row for row in self.rows_before[key]}
        same = {row.values() for row in before.values()}
        changed = [row for row in self.rows_after[key] if row.key in before and row.values() not in same]
        old_report = self.sealed_register.reports[key]
        rules = self.policy.rules_for(old_report.period_end)
        was_public = rules is not None and is_public(old_report, rules, self.decisions.as_of)
        if was_public and len(changed) == len(self.differing(key)) == 1:
            (row,), old = changed, before[changed[0].key]
            if isinstance(old.grade, Decimal) and isinstance(row.grade, Decimal) and old.grade != row.grade:
                return row.audience.value, row.service, str(old.grade), str(row.grade)
        return "", "", "", ""


def _by_report(register: Register) -> Mapping[ReportKey, list[Result]]:
    rows: dict[ReportKey, list[Result]] = defaultdict(list)
    for row in register.results.values():
        rows[row.report_key].append(row)
    return rows


def _rating(row: Result, rules: PublicationRules | None) -> Rating | None:
    try:
        return outcome(row, rules) if rules else None
    except MissingGradeError:
        return None  # which is a finding of the review
