"""What an import would do to data/, sealed, and what the public would see of it. Nothing is written here."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from generator.disclosure.confidential import confidential
from generator.disclosure.policy import Policy, PublicationRules, Repository
from generator.disclosure.public import Rating
from generator.disclosure.review import review
from generator.disclosure.rules import MissingGradeError, outcome
from generator.disclosure.sealing import sealed_records, sealed_text
from generator.register.checks import Gaps, check
from generator.register.findings import Finding, Location, has_errors
from generator.register.reading import CORRECTIONS, REPORTS, RESULTS
from generator.register.records import (
    Provider,
    Register,
    Report,
    ReportKey,
    ReportStatus,
    Result,
)
from generator.register.writing import cells, provider_text, with_rows
from generator.reports.differences import differences, what_changed
from generator.reports.measurements import Measurement, Measurements, Naming, Origin, measure
from generator.reports.survey import Survey

_SYNTHETIC = re.compile(r"(import/\d{4}\.csv):(\d+)(?::\d+)?")


class Change(StrEnum):
    """What an import does to a report of the register."""

    NEW = "new"
    UNCHANGED = "already there"
    FINAL = "takes the place of its draft"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the maintainer said with the command.

    Args:
        naming: whose the report is.
        correction: why a report that is there may change; None where it may not.
        is_sealed: whether withheld grades stay out of data/.
        as_of: the day on which the calendar is judged.
    """

    naming: Naming
    correction: str | None
    is_sealed: bool
    as_of: date


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that is imported.

    Args:
        provider: its provider, as the register will have it.
        report: its row, sealed.
        results: its rows, sealed, each with what the public may know of it; None where a grade is missing.
        change: what is done.
        public_from: the day from which the public sees it; None for a draft.
    """

    provider: Provider
    report: Report
    results: tuple[tuple[Result, Rating | None], ...]
    change: Change
    public_from: date | None


@dataclass(frozen=True, slots=True)
class Import:
    """A whole import.

    Args:
        entries: each report that could be read.
        findings: sorted; with an error among them nothing may be written.
        contents: the files of data/ that change, and what they will hold.
        shown: the same files before and after, sealed, for a difference that anybody may see.
    """

    entries: tuple[Entry, ...]
    findings: list[Finding]
    contents: Mapping[str, bytes]
    shown: Mapping[str, tuple[str, str]]


def prepare(data: Path, register: Register, policy: Policy, surveys: Sequence[Survey], decisions: Decisions) -> Import:
    """Work out what importing ``surveys`` does to the register in the folder ``data``.

    Args:
        register: what ``data`` holds, without an error.
        surveys: with the findings about each by itself.
    """
    readable = [survey for survey in surveys if not _is_unreadable(survey)]
    measurements = measure(readable, register, decisions.naming)
    preparing = _Preparing(data, register, policy, decisions, measurements)
    preparing.findings += [finding for survey in surveys for finding in survey.findings]
    preparing.findings += measurements.findings
    return preparing.prepared()


# A report with these can be read, and its rows say more of what is wrong.
_ABOUT_READABLE = frozenset({"I15", "I16"})


def _is_unreadable(survey: Survey) -> bool:
    return has_errors([finding for finding in survey.findings if finding.code not in _ABOUT_READABLE])


@dataclass(slots=True)
class _Preparing:
    """One import being worked out; what is wrong with it is added to its findings."""

    data: Path
    register: Register
    policy: Policy
    decisions: Decisions
    measurements: Measurements
    findings: list[Finding] = field(default_factory=list)

    def prepared(self) -> Import:
        measured = self.without_duplicates()
        unsealed = self.merged(measured)
        self.findings += self.judged(unsealed)
        before, after = sealed_records(self.register, self.policy), sealed_records(unsealed, self.policy)
        compared = (before, after) if self.decisions.is_sealed else (self.register, unsealed)
        changes = {key: change for key in measured if (change := self.change(key, *compared))}
        entries = tuple(self.entry(key, after, change) for key, change in changes.items())
        self.findings += [finding for entry in entries for finding in self.about(entry)]
        written = {key: change for key, change in changes.items() if change is not Change.UNCHANGED}
        contents = self.contents(self.old(), written, compared)
        shown = self.contents(self.old_sealed(), written, (before, after))
        return Import(
            entries,
            sorted(set(self.findings)),
            {file: text.encode() for file, text in contents.items()},
            {file: (self.old_sealed()(file), text) for file, text in shown.items()},
        )

    def without_duplicates(self) -> dict[ReportKey, Measurement]:
        """Each report once; a file that is there twice is no fault, two that differ are."""
        found: dict[ReportKey, Measurement] = {}
        for each in self.measurements.measured:
            first = found.setdefault(each.key, each)
            if _values(first.report, first.results) != _values(each.report, each.results):
                came = f"another report of {each.report.provider} for the period that ends on {each.report.period_end}"
                expected = f"the same as {self.origin(first).at}, or one of the two"
                self.findings.append(Finding(self.origin(each).at, "I38", came, expected))
        return found

    def origin(self, measurement: Measurement) -> Origin:
        return self.measurements.origins[measurement.report.at]

    def merged(self, measured: Mapping[ReportKey, Measurement]) -> Register:
        """The register with these reports in the place of what it holds of them."""
        kept = {key: row for key, row in self.register.results.items() if row.report_key not in measured}
        return replace(
            self.register,
            providers={**self.register.providers, **self.measurements.new_providers},
            reports={**self.register.reports, **{key: each.report for key, each in measured.items()}},
            results={**kept, **{row.key: row for each in measured.values() for row in each.results}},
        )

    def judged(self, unsealed: Register) -> Iterator[Finding]:
        """What the register's own checks and the rules find in it, that they did not find before."""
        known = set(self.judgements(self.register))
        for finding in self.judgements(unsealed):
            if finding not in known:
                yield self.relocated(finding)

    def judgements(self, register: Register) -> Iterator[Finding]:
        yield from check(register, Gaps(providers=set(register.providers)))
        # As in a private repository: that withheld grades are there is what sealing is for.
        yield from review(register, self.policy.model_copy(update={"repository": Repository.PRIVATE}))
        if self.policy.repository is Repository.PUBLIC:
            beside = (each for each in confidential(register, self.policy) if not each.name)
            for each in beside:
                expected = "none there: take the line out, or `generator seal` after the import"
                yield Finding(each.at, "W02", each.what, expected)

    def relocated(self, finding: Finding) -> Finding:
        """The finding at the line of the report from which its record was made, quoting that line."""
        origins = self.measurements.origins

        def place(match: re.Match[str]) -> str:
            return str(origins[Location(match[1], int(match[2]))].at)

        came, expected = (_SYNTHETIC.sub(place, text) for text in (finding.came, finding.expected))
        code = "I35" if finding.code == "W04" else finding.code
        if finding.at.in_column(0) not in origins:
            return Finding(finding.at, code, came, expected)
        origin = origins[finding.at.in_column(0)].of(finding.at.column)
        return Finding(origin.at, code, f"{origin.quote}: {came}", expected)

    def change(self, key: ReportKey, before: Register, after: Register) -> Change | None:
        """What is done with one report; None, with a finding, where that may not be done."""
        old, new = before.reports.get(key), after.reports[key]
        if old is None:
            return Change.NEW
        if _values(old, _results(before, key)) == _values(new, _results(after, key)):
            return Change.UNCHANGED
        at = self.measurements.origins[new.at].at
        if new.status is ReportStatus.DRAFT and old.status is ReportStatus.FINAL:
            came = f"a draft, and the final report is in the register ({old.at})"
            self.findings.append(Finding(at, "I34", came, "the final report"))
            return None
        if old.status is ReportStatus.DRAFT:
            return Change.FINAL
        if self.decisions.correction is not None:
            return Change.CORRECTED
        found = self.differences(key, before, after)
        came = f"the register has another report for this period ({old.at}); they differ in: {'; '.join(found)}"
        self.findings.append(Finding(at, "I33", came, 'the same report, or --correction "the reason"'))
        return None

    def differences(self, key: ReportKey, before: Register, after: Register) -> list[str]:
        old, new = ((each.reports[key], _results(each, key)) for each in (before, after))
        return differences(old, new, self.register.services)

    def entry(self, key: ReportKey, sealed: Register, change: Change) -> Entry:
        report = sealed.reports[key]
        rules = self.policy.rules_for(report.period_end)
        is_final = report.status is ReportStatus.FINAL
        return Entry(
            provider=sealed.providers[report.provider],
            report=report,
            results=tuple((row, _rating(row, rules)) for row in _results(sealed, key)),
            change=change,
            public_from=report.report_date + timedelta(days=rules.reply_window.days) if rules and is_final else None,
        )

    def about(self, entry: Entry) -> Iterator[Finding]:
        """What the maintainer should know of a report that can be imported."""
        at = self.measurements.origins[entry.report.at].at
        listed = entry.provider.services
        missing = sorted({row.service for row, _ in entry.results if not row.is_total and row.service not in listed})
        if missing:
            came = f"providers/{entry.provider.id}.yaml does not list {', '.join(missing)}"
            yield Finding(at, "I36", came, "its services listed there, once this report is public")
        is_early = entry.public_from is None or entry.public_from > self.decisions.as_of
        if is_early and self.policy.repository is Repository.PUBLIC and entry.change is not Change.UNCHANGED:
            until = f"before {entry.public_from}" if entry.public_from else "while it is a draft"
            came = f"a commit to a public repository shows this report, {until}"
            yield Finding(at, "I37", came, "the commit on or after that day, or a private repository")

    def old(self) -> "_Texts":
        def text(file: str) -> str:
            path = self.data / file
            return path.read_bytes().decode("utf-8") if path.is_file() else ""

        return text

    def old_sealed(self) -> "_Texts":
        """The files as they are, without what the rules withhold: for a difference that anybody may see."""
        places = [each.at for each in confidential(self.register, self.policy)]
        return lambda file: sealed_text(file, self.old()(file).encode(), places).decode()

    def contents(
        self, old: "_Texts", written: Mapping[ReportKey, Change], registers: tuple[Register, Register]
    ) -> dict[str, str]:
        """The files that change, whole."""
        before, after = registers
        years = sorted({end.year for _, end in written})
        contents: dict[str, str] = {}
        new = self.measurements.new_providers
        for identity in sorted({provider for provider, _ in written if provider in new}):
            contents[f"providers/{identity}.yaml"] = provider_text(after.providers[identity])
        for folder, schema in (("reports", REPORTS), ("results", RESULTS)):
            for year in years:
                file = f"{folder}/{year}.csv"
                keys = {key for key in written if key[1].year == year}
                rows = [after.reports[key] for key in keys] if schema is REPORTS else _results(after, *keys)
                contents[file] = with_rows(old(file), schema, map(cells, rows), _is_of(keys))
        corrections = [
            self.correction(key, before, after) for key, change in written.items() if change is Change.CORRECTED
        ]
        if corrections:
            contents[_CORRECTIONS] = with_rows(old(_CORRECTIONS), CORRECTIONS, corrections, lambda _: False)
        return contents

    def correction(self, key: ReportKey, before: Register, after: Register) -> Sequence[str]:
        on = self.decisions.as_of.isoformat()
        what = what_changed(self.differences(key, before, after), key, self.register.corrections, on)
        return on, key[0], key[1].isoformat(), what, self.decisions.correction or ""


_Texts = Callable[[str], str]
_CORRECTIONS = "corrections.csv"


def _results(register: Register, *keys: ReportKey) -> list[Result]:
    """The rows of these reports, those of the clients first, each service by its number and the total last."""
    rows = [row for row in register.results.values() if row.report_key in keys]
    return sorted(rows, key=lambda row: (row.report_key, row.audience, row.is_total, _number(row, register)))


def _number(row: Result, register: Register) -> int:
    service = register.services.get(row.service)
    return service.number if service else 0


def _values(report: Report, results: Iterable[Result]) -> tuple[object, ...]:
    return cells(report), frozenset(map(cells, results))


def _rating(row: Result, rules: PublicationRules | None) -> Rating | None:
    try:
        return outcome(row, rules) if rules else None
    except MissingGradeError:
        return None  # which is a finding of the review


def _is_of(keys: Collection[ReportKey]) -> Callable[[Mapping[str, str]], bool]:
    names = {(provider, end.isoformat()) for provider, end in keys}
    return lambda row: (row["provider"], row["period_end"]) in names
