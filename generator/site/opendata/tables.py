"""The tables of the open data. Each column is declared once: its name, what it holds, and where that comes from.

A register has those that are about something in it: without commissioners, no column says whether they were asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from generator.charter import Charter
from generator.disclosure.public import OtherProvider, PublicService, Reason
from generator.scale import Scale
from generator.site.news import changed_on, replied_later_on
from generator.site.opendata.columns import Cell, Column, Filled, Kind, Table
from generator.site.opendata.rows import (
    AUDIENCES,
    OUTCOMES,
    CorrectionRow,
    ProviderRow,
    RatingRow,
    ReportRow,
    audiences_of,
    correction_rows,
    explanation,
    outcome,
    provider_rows,
    rating_rows,
    report_rows,
)
from generator.site.origin import Origin
from generator.site.statistics import norm
from generator.site.statistics.certainty import Certainty
from generator.site.words import grades

# The service of a row that is about all services together.
TOTAL = "total"


def _share(answer: str) -> Column[ReportRow]:
    def share(each: ReportRow) -> Cell:
        shares = each.report.opinion.shares if each.report.opinion else None
        return None if shares is None else int(getattr(shares, answer))

    return Column(answer, Kind.WHOLE, share, lowest=0, highest=100)


def _times(grade: int) -> Column[RatingRow]:
    return Column(f"grade_{grade}", Kind.WHOLE, lambda each: each.given(grade), lowest=0, about="grade_times")


def _grade(name: str, value: Any, scale: Scale) -> Column[RatingRow]:  # noqa: ANN401 - a function of a row, as in Column
    return Column(name, Kind.DECIMAL, value, lowest=scale.lowest, highest=scale.highest, decimals=1)


def _total_without(each: ReportRow) -> tuple[str, ...]:
    return tuple(service.id for service in each.report.clients.total_without)


def _promoter_score(each: ReportRow) -> Decimal | None:
    return each.report.opinion.promoter_score if each.report.opinion else None


def _verdict(each: ReportRow) -> str | None:
    verdict = norm.assess(each.report, each.scale)
    return None if verdict is None else str(verdict)


def _service(each: RatingRow) -> str:
    return each.row.service.id if each.row.service else TOTAL


def _service_name(each: RatingRow) -> str:
    return each.row.service.name if each.row.service else each.words("open_data.all_services")


def _id_of(other: OtherProvider | None) -> str | None:
    return other.id if other else None


def _retired_on(service: PublicService) -> date | None:
    return service.retired_on


def _ratings(scale: Scale) -> Table[RatingRow]:
    """The ratings, with a column for each grade of the ``scale``."""
    return Table(
        "ratings",
        (
            Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
            Column("provider_name", Kind.TEXT, lambda each: each.provider.name, required=True),
            Column("period_start", Kind.DAY, lambda each: each.report.period_start, required=True),
            Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
            Column("newest", Kind.YES_NO, lambda each: each.report is each.provider.newest, required=True),
            Column("audience", Kind.TEXT, lambda each: each.audience, required=True, choices=AUDIENCES),
            Column("service", Kind.TEXT, _service, required=True),
            Column("service_name", Kind.TEXT, _service_name, required=True),
            Column("net_sample", Kind.WHOLE, lambda each: each.row.net_sample, required=True, lowest=0),
            Column("completed", Kind.WHOLE, lambda each: each.row.completed, required=True, lowest=0),
            Column(
                "response_rate", Kind.DECIMAL, lambda each: each.row.response_rate, lowest=0, highest=100, decimals=2
            ),
            Column(
                "grade",
                Kind.GRADE,
                lambda each: grades.exact(each.published) if each.published else None,
                lowest=scale.lowest,
                highest=scale.highest,
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
            Column(
                "explanation", Kind.TEXT, lambda each: explanation(each.row, each.audience, each.report, each.words)
            ),
            Column(
                "certainty",
                Kind.TEXT,
                lambda each: str(each.certainty) if each.certainty else None,
                choices=tuple(map(str, Certainty)),
            ),
            _grade("interval_low", lambda each: each.interval.low if each.interval else None, scale),
            _grade("interval_high", lambda each: each.interval.high if each.interval else None, scale),
            *map(_times, scale.grades),
            Column("source", Kind.TEXT, lambda each: each.report.source, required=True),
            Column("report_date", Kind.DAY, lambda each: each.report.report_date, required=True),
            Column(
                "rounded", Kind.YES_NO, lambda each: bool(each.published and each.published.is_rounded), required=True
            ),
        ),
        rating_rows,
        key=("provider", "period_end", "audience", "service"),
        refers={("provider",): "providers", ("provider", "period_end"): "reports"},
    )


REPORTS: Table[ReportRow] = Table(
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
        Column("published_on", Kind.DAY, lambda each: each.report.published_on, required=True),
    ),
    report_rows,
    key=("provider", "period_end"),
    refers={("provider",): "providers"},
)

PROVIDERS: Table[ProviderRow] = Table(
    "providers",
    (
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("provider_name", Kind.TEXT, lambda each: each.provider.name, required=True),
        Column("page", Kind.TEXT, lambda each: each.page, required=True),
        Column("former_names", Kind.TEXTS, lambda each: each.provider.former_names),
        Column("former_ids", Kind.TEXTS, lambda each: each.provider.former_ids),
        Column("website", Kind.TEXT, lambda each: each.provider.website),
        Column("services", Kind.TEXTS, lambda each: tuple(service.id for service in each.provider.services)),
        Column("provinces", Kind.TEXTS, lambda each: each.provider.provinces),
        Column("ended_on", Kind.DAY, lambda each: each.provider.ended_on),
        Column("merged_into", Kind.TEXT, lambda each: _id_of(each.provider.merged_into)),
        Column("changed_on", Kind.DAY, lambda each: changed_on(each.provider), required=True),
    ),
    provider_rows,
    key=("provider",),
)

SERVICES: Table[PublicService] = Table(
    "services",
    (
        Column("service", Kind.TEXT, lambda each: each.id, required=True),
        Column("service_name", Kind.TEXT, lambda each: each.name, required=True),
        Column("also_called", Kind.TEXTS, lambda each: each.also_called),
        Column("retired_on", Kind.DAY, _retired_on),
        Column("service_plain_name", Kind.TEXT, lambda each: each.plain_name or None),
        Column("service_about", Kind.TEXT, lambda each: each.about or None),
        Column("service_former_names", Kind.TEXTS, lambda each: each.former_names),
    ),
    lambda origin: origin.register.services,
    key=("service",),
)

CORRECTIONS: Table[CorrectionRow] = Table(
    "corrections",
    (
        Column("corrected_on", Kind.DAY, lambda each: each.correction.corrected_on, required=True),
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("what", Kind.TEXT, lambda each: each.correction.what, required=True),
        Column("why", Kind.TEXT, lambda each: each.correction.reason, required=True),
        Column("provider_name", Kind.TEXT, lambda each: each.provider.name, required=True),
        Column("withdrawn", Kind.YES_NO, lambda each: each.correction.is_withdrawal, required=True),
    ),
    # It refers to no other table: a report that was withdrawn is in none.
    correction_rows,
)

REPLIES: Table[ReportRow] = Table(
    "replies",
    (
        Column("provider", Kind.TEXT, lambda each: each.provider.id, required=True),
        Column("period_end", Kind.DAY, lambda each: each.report.period_end, required=True),
        Column("reply", Kind.TEXT, lambda each: each.report.reply, required=True),
        Column("replied_on", Kind.DAY, lambda each: replied_later_on(each.report)),
    ),
    lambda origin: (each for each in report_rows(origin) if each.report.reply),
    key=("provider", "period_end"),
    refers={("provider",): "providers", ("provider", "period_end"): "reports"},
)

NAMES = ("ratings", "reports", "providers", "services", "corrections", "replies")


def tables_of(charter: Charter) -> tuple[Table[Any], ...]:
    """The tables of a register, in the order of `NAMES`."""
    tables: tuple[Table[Any], ...] = (
        _ratings(charter.scale),
        REPORTS,
        PROVIDERS,
        SERVICES,
        CORRECTIONS,
        REPLIES,
    )
    return tuple(replace(table, columns=tuple(_columns(table.columns, charter))) for table in tables)


def absent(charter: Charter) -> frozenset[str]:
    """The names of columns, and of fields of ``ratings.json``, that are about something that the register has not."""
    there = {
        "commissioners_asked": charter.asks_commissioners,
        "norm": charter.quality_mark is not None,
        "provinces": bool(charter.regions),
    }
    return frozenset(name for name, is_there in there.items() if not is_there)


def _columns(columns: Iterable[Column[Any]], charter: Charter) -> Iterator[Column[Any]]:
    without = absent(charter)
    for column in columns:
        if column.name == "audience":
            yield replace(column, choices=audiences_of(charter))
        elif column.name not in without:
            yield column


def filled(origin: Origin) -> list[Filled]:
    """Every table with its lines."""
    return [table.filled(origin) for table in tables_of(origin.register.charter)]
