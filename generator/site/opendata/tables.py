"""The tables of the open data, each column said once: what it is called, what it holds, and where that comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from generator.disclosure.public import (
    NoResponse,
    PublicCorrection,
    PublicProvider,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.scale import WHOLE_GRADES
from generator.site.opendata.columns import Cell, Column, Filled, Kind, Table
from generator.site.origin import Origin
from generator.site.statistics import norm
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.statistics.certainty import Certainty, certainty, likely_of_clients
from generator.site.statistics.interval import Interval
from generator.site.words import grades
from generator.site.words.catalogue import Words
from generator.site.words.ratings import rated

# The service of a row that is about all services together.
TOTAL = "total"
PUBLISHED, WITHHELD, NO_RESPONSE = OUTCOMES = ("published", "withheld", "no_response")


@dataclass(frozen=True, slots=True)
class Measured:
    """One report of one provider."""

    provider: PublicProvider
    report: PublicReport


@dataclass(frozen=True, slots=True)
class Rated:
    """One row of one report."""

    provider: PublicProvider
    report: PublicReport
    audience: str
    row: PublicRow
    words: Words

    @property
    def published(self) -> Published | None:
        return self.row.rating if isinstance(self.row.rating, Published) else None

    @property
    def withheld(self) -> Withheld | None:
        return self.row.rating if isinstance(self.row.rating, Withheld) else None

    @property
    def certainty(self) -> Certainty | None:
        return certainty(self.row.completed, self.report.certainty) if self.published else None

    @property
    def interval(self) -> Interval | None:
        return interval(self.row, self.audience)

    def given(self, grade: int) -> int | None:
        counts = self.published.distribution if self.published else None
        return counts[grade - 1] if counts else None


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction of one report."""

    provider: PublicProvider
    report: PublicReport
    correction: PublicCorrection


Described: TypeAlias = tuple[PublicProvider, str]


def outcome(rating: Rating) -> str:
    """Whether there is a grade, in one word."""
    if isinstance(rating, NoResponse):
        return NO_RESPONSE
    return PUBLISHED if isinstance(rating, Published) else WITHHELD


def explanation(row: PublicRow, audience: str, report: PublicReport, words: Words) -> str | None:
    """Why there is no grade, in a sentence or two; None where there is one."""
    rating = rated(row, audience, report, words)
    return None if rating.is_graded else str(rating)


def interval(row: PublicRow, audience: str) -> Interval | None:
    """Between which grades the mean likely lies, as the provider's page says: only by the answers of this row."""
    return _interval(row) if audience == CLIENT else None


@lru_cache(maxsize=1 << 17)
def _interval(row: PublicRow) -> Interval | None:
    """Kept, because a row stands in the tables and in its provider's own file."""
    likely = likely_of_clients(row, None)
    return likely.interval if likely else None


def audiences(report: PublicReport) -> Iterator[tuple[str, PublicRow]]:
    """Each row of a report with who gave it: clients first, and of each all together first."""
    for audience, results in ((CLIENT, report.clients), (COMMISSIONER, report.commissioners)):
        for row in results.rows if results else ():
            yield audience, row


def _rated(origin: Origin) -> Iterator[Rated]:
    for provider in origin.register.providers:
        for report in provider.reports:
            for audience, row in audiences(report):
                yield Rated(provider, report, audience, row, origin.words)


def _measured(origin: Origin) -> Iterator[Measured]:
    return (Measured(provider, report) for provider in origin.register.providers for report in provider.reports)


def _described(origin: Origin) -> Iterator[Described]:
    return ((each, origin.settings.at(f"aanbieders/{each.id}/")) for each in origin.register.providers)


def _corrected(origin: Origin) -> Iterator[Corrected]:
    for each in _measured(origin):
        for correction in each.report.corrections:
            yield Corrected(each.provider, each.report, correction)


def _share(answer: str) -> Column[Measured]:
    def share(each: Measured) -> Cell:
        shares = each.report.opinion.shares if each.report.opinion else None
        return None if shares is None else int(getattr(shares, answer))

    return Column(answer, Kind.WHOLE, share, lowest=0, highest=100)


def _times(grade: int) -> Column[Rated]:
    return Column(f"grade_{grade}", Kind.WHOLE, lambda each: each.given(grade), lowest=0, about="grade_times")


def _grade(name: str, value: Any) -> Column[Rated]:  # noqa: ANN401 - a function of a row, as in Column
    return Column(name, Kind.DECIMAL, value, lowest=WHOLE_GRADES[0], highest=WHOLE_GRADES[-1], decimals=1)


def _total_without(each: Measured) -> tuple[str, ...]:
    return tuple(service.id for service in each.report.clients.total_without)


def _promoter_score(each: Measured) -> Decimal | None:
    return each.report.opinion.promoter_score if each.report.opinion else None


def _verdict(each: Measured) -> str | None:
    told = norm.assess(each.report)
    return None if told is None else str(told)


def _service(each: Rated) -> str:
    return each.row.service.id if each.row.service else TOTAL


def _service_name(each: Rated) -> str:
    return each.row.service.name if each.row.service else each.words("open_data.all_services")


def _retired_on(service: PublicService) -> date | None:
    return service.retired_on


RATINGS: Table[Rated] = Table(
    "ratings",
    (
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("provider_name", Kind.TEXT, lambda each: each.provider.name, required=True),
        Column("period_start", Kind.DAY, lambda each: each.report.period_start, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("newest", Kind.YES_NO, lambda each: each.report is each.provider.newest, required=True),
        Column("audience", Kind.TEXT, lambda each: each.audience, required=True, choices=(CLIENT, COMMISSIONER)),
        Column("service", Kind.TEXT, _service, required=True),
        Column("service_name", Kind.TEXT, _service_name, required=True),
        Column("net_sample", Kind.WHOLE, lambda each: each.row.net_sample, required=True, lowest=0),
        Column("completed", Kind.WHOLE, lambda each: each.row.completed, required=True, lowest=0),
        Column("response_rate", Kind.DECIMAL, lambda each: each.row.response_rate, lowest=0, highest=100, decimals=2),
        Column(
            "grade",
            Kind.GRADE,
            lambda each: grades.exact(each.published) if each.published else None,
            lowest=WHOLE_GRADES[0],
            highest=WHOLE_GRADES[-1],
            decimals=1,
        ),
        Column("outcome", Kind.TEXT, lambda each: outcome(each.row.rating), required=True, choices=OUTCOMES),
        Column(
            "reason",
            Kind.TEXT,
            lambda each: str(each.withheld.reason) if each.withheld else None,
            choices=tuple(map(str, Reason)),
        ),
        Column(
            "required_response",
            Kind.DECIMAL,
            lambda each: each.withheld.required_response if each.withheld else None,
            lowest=0,
            highest=100,
            decimals=2,
        ),
        Column("explanation", Kind.TEXT, lambda each: explanation(each.row, each.audience, each.report, each.words)),
        Column(
            "certainty",
            Kind.TEXT,
            lambda each: str(each.certainty) if each.certainty else None,
            choices=tuple(map(str, Certainty)),
        ),
        _grade("interval_low", lambda each: each.interval.low if each.interval else None),
        _grade("interval_high", lambda each: each.interval.high if each.interval else None),
        *map(_times, WHOLE_GRADES),
        Column("source", Kind.TEXT, lambda each: each.report.source, required=True),
        Column("report_date", Kind.DAY, lambda each: each.report.report_date, required=True),
        Column("rounded", Kind.YES_NO, lambda each: bool(each.published and each.published.is_rounded), required=True),
    ),
    _rated,
    key=("provider", "period_end", "audience", "service"),
    refers={("provider",): "providers", ("provider", "period_end"): "reports"},
)

REPORTS: Table[Measured] = Table(
    "reports",
    (
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("period_start", Kind.DAY, lambda each: each.report.period_start, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("newest", Kind.YES_NO, lambda each: each.report is each.provider.newest, required=True),
        Column("report_date", Kind.DAY, lambda each: each.report.report_date, required=True),
        Column("public_on", Kind.DAY, lambda each: each.report.public_on, required=True),
        Column("source", Kind.TEXT, lambda each: each.report.source, required=True),
        Column("by_telephone", Kind.YES_NO, lambda each: each.report.by_telephone, required=True),
        Column("commissioners_asked", Kind.YES_NO, lambda each: each.report.commissioners is not None, required=True),
        Column("total_without", Kind.TEXTS, _total_without),
        Column("norm", Kind.TEXT, _verdict, choices=tuple(map(str, norm.Verdict))),
        *map(_share, ("very_satisfied", "satisfied", "dissatisfied", "very_dissatisfied", "no_opinion")),
        Column("promoter_score", Kind.DECIMAL, _promoter_score, lowest=-100, highest=100, decimals=1),
        Column(
            "staff_strength",
            Kind.TEXT,
            lambda each: each.report.opinion.staff_strength if each.report.opinion else None,
        ),
        Column("strengths", Kind.TEXTS, lambda each: each.report.opinion.strengths if each.report.opinion else ()),
    ),
    _measured,
    key=("provider", "period_end"),
    refers={("provider",): "providers"},
)

PROVIDERS: Table[Described] = Table(
    "providers",
    (
        Column("provider", Kind.TEXT, lambda each: each[0].id, required=True),
        Column("provider_name", Kind.TEXT, lambda each: each[0].name, required=True),
        Column("page", Kind.TEXT, lambda each: each[1], required=True),
        Column("former_names", Kind.TEXTS, lambda each: each[0].former_names),
        Column("former_ids", Kind.TEXTS, lambda each: each[0].former_ids),
        Column("website", Kind.TEXT, lambda each: each[0].website),
        Column("services", Kind.TEXTS, lambda each: tuple(service.id for service in each[0].services)),
        Column("provinces", Kind.TEXTS, lambda each: each[0].provinces),
        Column("ended_on", Kind.DAY, lambda each: each[0].ended_on),
    ),
    _described,
    key=("provider",),
)

SERVICES: Table[PublicService] = Table(
    "services",
    (
        Column("service", Kind.TEXT, lambda each: each.id, required=True),
        Column("service_name", Kind.TEXT, lambda each: each.name, required=True),
        Column("also_called", Kind.TEXTS, lambda each: each.also_called),
        Column("retired_on", Kind.DAY, _retired_on),
    ),
    lambda origin: origin.register.services,
    key=("service",),
)

CORRECTIONS: Table[Corrected] = Table(
    "corrections",
    (
        Column("corrected_on", Kind.DAY, lambda each: each.correction.corrected_on, required=True),
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("what", Kind.TEXT, lambda each: each.correction.what, required=True),
        Column("why", Kind.TEXT, lambda each: each.correction.reason, required=True),
    ),
    _corrected,
    refers={("provider",): "providers", ("provider", "period_end"): "reports"},
)

REPLIES: Table[Measured] = Table(
    "replies",
    (
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("reply", Kind.TEXT, lambda each: each.report.reply, required=True),
    ),
    lambda origin: (each for each in _measured(origin) if each.report.reply),
    key=("provider", "period_end"),
    refers={("provider",): "providers", ("provider", "period_end"): "reports"},
)

TABLES: tuple[Table[Any], ...] = (RATINGS, REPORTS, PROVIDERS, SERVICES, CORRECTIONS, REPLIES)


def filled(origin: Origin) -> list[Filled]:
    """Every table with its lines."""
    return [table.filled(origin) for table in TABLES]
