"""Surveys as records of the register: whose each is, and what its rows become."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.charter import Charter
from generator.findings.findings import Finding, Location
from generator.importing.choices import Choice
from generator.importing.identifying import Identifying, Naming
from generator.importing.written import WRITTEN
from generator.register.documents import Route
from generator.register.fields import TOTAL
from generator.register.records import (
    OPINION,
    SHARES,
    STRENGTHS,
    Provider,
    Register,
    Report,
    ReportKey,
    ReportStatus,
    Result,
)
from generator.register.validation import validated
from generator.register.writing import cells as cells_of
from generator.reports.lines import Line
from generator.reports.rows import PrintedRow
from generator.reports.survey import Survey

# What a report's row says of the register itself, and no survey does.
_OWN = {"entered_on", "replied_on", "former_period_end"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read, and how a finding quotes it.

    Args:
        shows_figures: whether a finding may name its figures: none of them can be a grade or an answer of clients.
        columns: the lines of columns that were read from another line.
    """

    at: Location
    quote: str
    shows_figures: bool = True
    columns: Mapping[int, "Origin"] = field(default_factory=dict)

    def of(self, column: int) -> "Origin":
        """The origin of one of its columns."""
        return self.columns.get(column, self)


@dataclass(frozen=True, slots=True)
class RecordedReport:
    """One survey as the register holds it.

    Args:
        at: where the survey begins.
        report: its row in reports/.
        results: its rows in results/, in their order.
    """

    at: Location
    report: Report
    results: tuple[Result, ...]

    @property
    def key(self) -> ReportKey:
        return self.report.key


@dataclass(frozen=True, slots=True)
class Recorded:
    """The records that were made from the surveys.

    Args:
        reports: one for each survey that could be made into records.
        new_providers: providers that were not in the register before, by id.
        origins: where each record was read; the key is the place of the record, which is not a place in a file.
        findings: why other surveys could not be made into records.
        choices: the possible answers to some of these findings.
    """

    reports: Sequence[RecordedReport]
    new_providers: Mapping[str, Provider]
    origins: Mapping[Location, Origin]
    findings: Sequence[Finding]
    choices: Sequence[Choice]


def record(surveys: Iterable[Survey], register: Register, naming: Naming, entered_on: date) -> Recorded:
    """The surveys as records, each with its provider in ``register`` or a new one.

    Args:
        surveys: surveys without errors.
        register: has the known services and providers.
        naming: what the maintainer said about the provider, if there is only one survey.
        entered_on: the day of the import. A final report that is in ``register`` keeps its own: what is corrected in it
            has a day in corrections.csv, and what nobody may see leaves no trace.
    """
    recording = _Recording(register, Identifying(register, naming), entered_on)
    for survey in surveys:
        recording.add(survey)
    identifying = recording.identifying
    findings = [*identifying.findings, *recording.findings]
    return Recorded(recording.reports, identifying.new, recording.origins, findings, identifying.choices)


class _Recording:
    """Makes the surveys of one run into records."""

    def __init__(self, register: Register, identifying: Identifying, entered_on: date) -> None:
        self.register = register
        self.identifying = identifying
        self.entered_on = entered_on
        self.reports: list[RecordedReport] = []
        self.origins: dict[Location, Origin] = {}
        self.findings: list[Finding] = []

    def add(self, survey: Survey) -> None:
        if not (survey.period and survey.report_date and survey.status and survey.rows):
            return  # each of which is a finding of the survey
        _, end = survey.period.value
        provider = self.identifying.provider(survey)
        if provider is None:
            return
        origin = _origin_of_report(survey.period.line, survey)
        at = self.origin(end.year, origin)
        values = {
            "provider": provider.id,
            "period_start": survey.period.value[0],
            "period_end": end,
            "report_date": survey.report_date.value,
            "status": survey.status.value.value,
            "source": _source(provider, survey.status.value, self.register.charter),
            **_opinion(survey),
            "telephone_option": survey.telephone_option.value if survey.telephone_option else "",
            "entered_on": self.entered_on,
        }
        cells = {name: "" if value is None else str(value) for name, value in values.items()}
        known = self.register.reports.get((provider.id, end))
        if known:
            kept = dict(zip(known.columns(), cells_of(known, self.register.charter.language), strict=True))
            own = _OWN if known.status is ReportStatus.FINAL else _OWN - {"entered_on"}
            cells |= {name: kept[name] for name in {*survey.unsaid, *own}}
        report, findings = validated(Report, cells, lambda route: origin.of(_column(route)).at, at=at)
        self.findings += findings
        if report is None:
            return
        rows = (self.result(row, provider, end) for row in survey.rows)
        results = tuple(sorted(rows, key=lambda result: result.key))
        if provider.id in self.identifying.new:
            self.identifying.offers(provider.id, {result.service for result in results} - {TOTAL})
        self.reports.append(RecordedReport(survey.at, report, results))

    def origin(self, year: int, origin: Origin) -> Location:
        """A unique place for a record; its file name has the ``year``, because the register's checks look there."""
        place = Location(f"import/{year}.csv", len(self.origins) + 1)
        self.origins[place] = origin
        return place

    def result(self, row: PrintedRow, provider: Provider, period_end: date) -> Result:
        return Result.model_construct(
            at=self.origin(period_end.year, Origin(row.line.at, row.quote, shows_figures=row.is_proven)),
            provider=provider.id,
            period_end=period_end,
            audience=row.audience,
            service=row.service,
            net_sample=row.net_sample,
            completed=row.completed,
            grade=row.grade,
            publication=row.publication,
        )


def _source(provider: Provider, status: ReportStatus, charter: Charter) -> str:
    """How the site names the report of a provider below its figures."""
    return f"{charter.agency.name}, {charter.agency.study} {provider.name}, {WRITTEN[charter.language].titles[status]}"


def _origin_of_report(period: Line, survey: Survey) -> Origin:
    said = {"report_date": survey.report_date, SHARES[0]: survey.shares}
    lines = {name: each.line for name, each in said.items() if each}
    items = [
        *zip(("staff_strength",), survey.staff_strengths, strict=False),
        *zip(STRENGTHS, survey.strengths, strict=False),
    ]
    lines |= {name: each.line for name, each in items}
    columns = {
        _column((name,)): Origin(line.at, line.quote if name not in OPINION else "this line", name not in OPINION)
        for name, line in lines.items()
    }
    return Origin(period.at, period.quote, columns=columns)


def _column(route: Route) -> int:
    """The number of the column that a finding is about."""
    return Report.columns().index(str(route[0])) + 1 if route and str(route[0]) in Report.columns() else 0


def _opinion(survey: Survey) -> Mapping[str, object]:
    """The other answers of clients, as columns of reports/."""
    shares: Sequence[int | None] = survey.shares.value if survey.shares else (None,) * len(SHARES)
    strengths = [said.value for said in survey.strengths] + [""] * len(STRENGTHS)
    return {
        "promoter_score": survey.promoter_score,
        **dict(zip(SHARES, shares, strict=True)),
        "staff_strength": next((said.value for said in survey.staff_strengths), ""),
        **dict(zip(STRENGTHS, strengths, strict=False)),
    }
