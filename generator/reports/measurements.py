"""Surveys as records of the register: whose each is, and what its rows become."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.register.fields import RESERVED_IDS, TOTAL, Unpublished
from generator.register.findings import Finding, Location
from generator.register.records import (
    Provider,
    Register,
    Report,
    ReportKey,
    ReportStatus,
    Result,
)
from generator.register.validation import validated
from generator.reports.lines import Line
from generator.reports.names import KnownNames, known_names, resembles, slug
from generator.reports.survey import PrintedRow, Survey

# The agency whose reports these are; it is named with every figure.
_AGENCY = "Panteia"
_TITLES = {ReportStatus.FINAL: "definitief rapport", ReportStatus.DRAFT: "conceptrapport"}


@dataclass(frozen=True, slots=True)
class Naming:
    """What the maintainer decided about the provider of a report.

    Args:
        provider: the id of a known one.
        new_provider: the id that a new one gets.
        name: the name that a new one gets, where the report spells it in more than one way.
    """

    provider: str | None = None
    new_provider: str | None = None
    name: str | None = None

    @property
    def is_given(self) -> bool:
        return bool(self.provider or self.new_provider)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read, and how a finding quotes it; ``columns`` are read from lines of their own."""

    at: Location
    quote: str
    columns: Mapping[int, "Origin"] = field(default_factory=dict)

    def of(self, column: int) -> "Origin":
        """Where one of its columns was read."""
        return self.columns.get(column, self)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One survey as the register holds it.

    Args:
        report: its row in reports/.
        results: its rows in results/, in their order.
    """

    report: Report
    results: tuple[Result, ...]

    @property
    def key(self) -> ReportKey:
        return self.report.key


@dataclass(slots=True)
class Measurements:
    """All that was made of the surveys.

    Args:
        measured: one for each survey that could be made into records.
        new_providers: those that no survey was imported of before, by id.
        origins: where each record was read; a record's own place is a key of this, and no place of a file.
        findings: why others could not.
    """

    measured: list[Measurement] = field(default_factory=list)
    new_providers: dict[str, Provider] = field(default_factory=dict)
    origins: dict[Location, Origin] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def measure(surveys: Iterable[Survey], register: Register, naming: Naming) -> Measurements:
    """The surveys as records, each with its provider in ``register`` or a new one.

    Args:
        surveys: those without an error of their own.
        register: the services and providers that are known.
        naming: about the one survey that is imported; nothing for many.
    """
    measuring = _Measuring(register, naming)
    for survey in surveys:
        measuring.add(survey)
    return measuring.done


class _Measuring:
    """The surveys of one run, which share the providers that are new in it."""

    def __init__(self, register: Register, naming: Naming) -> None:
        self.register = register
        self.naming = naming
        self.known: KnownNames = known_names(register.providers.values())
        self.taken = {*register.providers, *(each for p in register.providers.values() for each in p.former_ids)}
        self.done = Measurements()
        self.new = self.done.new_providers

    def add(self, survey: Survey) -> None:
        provider = self.provider(survey)
        if provider is None or not (survey.period and survey.report_date and survey.status and survey.rows):
            return
        _, end = survey.period.value
        at = self.origin(end.year, _origin_of_report(survey.period.line, survey))
        values = _report_cells(survey, provider)
        report, findings = validated(Report, values, lambda _: survey.at, at=at)
        self.done.findings += findings
        if report is None:
            return
        rows = (self.result(row, provider, end) for row in survey.rows)
        results = tuple(sorted(rows, key=lambda result: result.key))
        if provider.id in self.new:
            self.offers(provider.id, {result.service for result in results} - {TOTAL})
        self.done.measured.append(Measurement(report, results))

    def offers(self, identity: str, services: Iterable[str]) -> None:
        """Note that a new provider gives these services, in the order of their numbers."""
        provider = self.new[identity]
        together = sorted({*provider.services, *services}, key=lambda each: self.register.services[each].number)
        self.new[identity] = provider.model_copy(update={"services": tuple(together)})

    def origin(self, year: int, origin: Origin) -> Location:
        """A place for a record that no other has; the year is where the register's checks look for it."""
        place = Location(f"import/{year}.csv", len(self.done.origins) + 1)
        self.done.origins[place] = origin
        return place

    def result(self, row: PrintedRow, provider: Provider, period_end: date) -> Result:
        at = self.origin(period_end.year, Origin(row.line.at, row.quote))
        cells = {
            "provider": provider.id,
            "period_end": period_end.isoformat(),
            "audience": row.audience.value,
            "service": row.service,
            "net_sample": str(row.net_sample),
            "completed": str(row.completed),
            "grade": row.grade.value if isinstance(row.grade, Unpublished) else str(row.grade),
            "publication": row.publication.value,
        }
        return Result.model_validate({**cells, "at": at})

    def provider(self, survey: Survey) -> Provider | None:
        """Whose survey it is; None with a finding where a person must say so."""
        if self.naming.is_given:
            return self.named_by_hand(survey)
        if survey.provider:
            return self.by_id(survey, survey.provider)
        if not survey.names:
            return None  # which is a finding of the survey
        if len(survey.names) > 1:
            self.fault(survey, "I17", f"the name is spelled {_spellings(survey)}", _CHOOSE)
            return None
        return self.by_name(survey, survey.names[0].value)

    def fault(self, survey: Survey, code: str, came: str, expected: str) -> None:
        at = survey.names[-1].line.at if survey.names else survey.at
        self.done.findings.append(Finding(at, code, came, expected))

    def by_id(self, survey: Survey, identity: str) -> Provider | None:
        if identity in self.register.providers:
            return self.register.providers[identity]
        self.fault(survey, "P06", f"there is no provider {identity!r}", f"a file providers/{identity}.yaml")
        return None

    def by_name(self, survey: Survey, name: str) -> Provider | None:
        ids = self.known.ids(name)
        if len(ids) == 1:
            return self.register.providers[next(iter(ids))]
        if ids:
            self.fault(survey, "I32", f"{name!r} is a name of {_listed(ids)}", "--provider with one of these")
            return None
        same = next((each for each in self.new.values() if each.name == name), None)
        if same:
            return same
        like = {*self.known.like(name), *(each.id for each in self.new.values() if resembles(each.name, name))}
        if like:
            came = f"{name!r} resembles the name of {_listed(like)}, and is not the same"
            self.fault(survey, "I22", came, f"--provider {min(like)} if it is theirs; {_CHOOSE_NEW} if it is not")
            return None
        return self.new_provider(survey, name, slug(name))

    def named_by_hand(self, survey: Survey) -> Provider | None:
        """The provider that the maintainer named; a name of the report that is another's is a warning."""
        if self.naming.provider:
            provider = self.register.providers[self.naming.provider]
            names = (provider.name, *provider.former_names)
            strange = [said for said in survey.names if not any(resembles(said.value, name) for name in names)]
            if strange:
                came = f"{strange[0].line.quote}: the report is of {strange[0].value!r}"
                self.fault(survey, "I23", came, f"a report of {provider.name!r}, as you said with --provider")
            return provider
        name = self.naming.name or (survey.names[0].value if survey.names else "")
        if not name:
            return None
        if len(survey.names) > 1 and not self.naming.name:
            came = f"the name is spelled {_spellings(survey)}; {name!r} is taken"
            self.fault(survey, "I31", came, "the right name: say it with --name if it is another")
        return self.new_provider(survey, name, self.naming.new_provider or "", is_given=True)

    def new_provider(self, survey: Survey, name: str, identity: str, *, is_given: bool = False) -> Provider | None:
        if identity in self.taken or identity in self.new or identity in RESERVED_IDS or not identity:
            came = f"{name!r} would get the id {identity!r}, which is taken"
            self.fault(survey, "I25", came, _CHOOSE_NEW)
            return None
        if not is_given:
            came = f"{name!r} is new: its id would be {identity!r}, for ever"
            self.fault(survey, "I26", came, f"{_CHOOSE_NEW} for another id; --provider ID if it is a known one")
        values = {"id": identity, "name": name, "status": "active"}
        provider, findings = validated(Provider, values, lambda _: survey.at, at=survey.at, places={})
        self.done.findings += findings
        if provider:
            self.new[identity] = provider
        return provider


_CHOOSE_NEW = "--new-provider ID"
_CHOOSE = f"one spelling; say whose it is with --provider ID or {_CHOOSE_NEW}"


def _origin_of_report(period: Line, survey: Survey) -> Origin:
    lines = {"report_date": survey.report_date, "very_satisfied": survey.shares}
    columns = {
        Report.columns().index(name) + 1: Origin(said.line.at, said.line.quote) for name, said in lines.items() if said
    }
    return Origin(period.at, period.quote, columns)


def _spellings(survey: Survey) -> str:
    return ", ".join(f"{said.value!r} ({_place(said.line.at)})" for said in survey.names)


def _place(at: Location) -> str:
    return f"page {at.line}, line {at.column}" if at.column else f"line {at.line}"


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))


def _report_cells(survey: Survey, provider: Provider) -> Mapping[str, str]:
    """A survey as a row of reports/."""
    if not (survey.period and survey.report_date and survey.status):  # for the type checker: `add` saw to it
        return {}
    start, end = survey.period.value
    shares: Sequence[int | str] = survey.shares.value if survey.shares else ("",) * 5
    strengths = [*survey.strengths, "", "", "", ""]
    columns = Report.columns()
    values: Sequence[object] = (
        provider.id,
        start,
        end,
        survey.report_date.value,
        survey.status.value.value,
        f"{_AGENCY}, Tevredenheidsonderzoek {provider.name}, {_TITLES[survey.status.value]}",
        "" if survey.promoter_score is None else survey.promoter_score,
        *shares,
        survey.staff_strength,
        *strengths[:4],
        survey.telephone_option.value if survey.telephone_option else "",
    )
    return {name: str(value) for name, value in zip(columns, values, strict=True)}
