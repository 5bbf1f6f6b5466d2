"""From answers to records: a report as the invented agency would make it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from generator.demo.answers import STEPS, counts, mean, on, opinion
from generator.demo.chance import Chance
from generator.demo.history import is_new
from generator.demo.interviews import InterviewedRow, clients, commissioners
from generator.demo.periods import start_of
from generator.demo.plans import REFERENCE_DAY, Plan, PlannedMeasurement, Printed
from generator.demo.texts import STAFF_PRAISE, WHAT_GOES_WELL
from generator.disclosure.policy import PublicationRules
from generator.findings.findings import Location
from generator.register.fields import Unpublished
from generator.register.records import (
    SHARES,
    STRENGTHS,
    Audience,
    Distribution,
    Publication,
    Report,
    ReportStatus,
    Result,
    distribution_of,
)
from generator.scale import Scale

_TITLES = {ReportStatus.FINAL: "definitief rapport", ReportStatus.DRAFT: "conceptrapport"}

# Of some reports and replies the mail is read later.
_LATE, _REPLIES_LATE = 0.1, 0.3


@dataclass(frozen=True, slots=True)
class InventedReport:
    """The records of one report, unsealed: with every grade, also those that must be withheld."""

    report: Report
    results: tuple[Result, ...]
    distributions: tuple[Distribution, ...]


def measured(
    seed: int, plan: Plan, measurement: PlannedMeasurement, rules: PublicationRules, scale: Scale
) -> InventedReport:
    """Ask everybody who is in the plan of ``measurement``, and write down their answers.

    Args:
        seed: the same seed and plan give the same answers, whatever else is in the register.
        plan: the provider.
        measurement: the plan of its measurement.
        rules: the policy's rules for this period; the invented agency decides by them.
        scale: of the grades that it asks for.
    """
    of_clients = list(clients(seed, plan, measurement))
    rows = [*of_clients, *commissioners(seed, plan, measurement)]
    answers = [int(grade) for grade in of_clients[-1].grades]
    report = _report(plan, measurement).model_copy(update=dict(_days(seed, plan, measurement, rules)))
    if answers and measurement.has_opinion:
        columns = _opinion(Chance(seed, "opinion", plan.provider.id, measurement.end), answers)
        report = report.model_copy(update=dict(columns))
    given = [replace(row, grades=on(scale, row.grades, STEPS[row.audience])) for row in rows]
    counted = [row for row in given if row.audience in measurement.counted and row.grades]
    return InventedReport(
        report, tuple(_result(row, rules) for row in given), tuple(_distribution(row, scale) for row in counted)
    )


def _result(row: InterviewedRow, rules: PublicationRules) -> Result:
    """A row as the agency prints it."""
    result = Result.model_construct(
        at=_place("results", row),
        provider=row.provider,
        period_end=row.period_end,
        audience=row.audience,
        service=row.sample.service,
        net_sample=row.sample.invited,
        completed=row.sample.answered,
        grade=mean(row.grades) if row.grades else Unpublished.ABSENT,
        publication=Publication.YES,
    )
    if row.audience is Audience.COMMISSIONER:
        return result
    if not rules.response_suffices(result):
        return result.model_copy(update={"publication": Publication.NO})
    if row.sample.printed is Printed.ASTERISK or (row.sample.printed is Printed.USUAL and result.completed == 1):
        return result.model_copy(update={"grade": Unpublished.ANONYMISED})
    return result


def _distribution(row: InterviewedRow, scale: Scale) -> Distribution:
    columns: dict[str, Any] = {
        f"grade_{grade}": count for grade, count in zip(scale.grades, counts(row.grades, scale), strict=True)
    }
    return distribution_of(scale).model_construct(
        at=_place("distributions", row),
        provider=row.provider,
        period_end=row.period_end,
        audience=row.audience,
        service=row.sample.service,
        **columns,
    )


def _place(table: str, row: InterviewedRow) -> Location:
    """A unique place for each record; sealing needs it to find the record."""
    return Location(f"{table}/{row.provider}/{row.period_end}/{row.audience}/{row.sample.service}", 1)


def _report(plan: Plan, measurement: PlannedMeasurement) -> Report:
    """The report, without the other answers of clients."""
    title = _TITLES[measurement.status]
    return Report.model_construct(
        at=Location(f"reports/{plan.provider.id}/{measurement.end}", 1),
        provider=plan.provider.id,
        period_start=start_of(measurement.end),
        period_end=measurement.end,
        report_date=measurement.report_date,
        status=measurement.status,
        source=f"Verzonnen onderzoeksbureau, tevredenheidsonderzoek {plan.provider.name}, {title}",
        promoter_score=None,
        very_satisfied=None,
        satisfied=None,
        dissatisfied=None,
        very_dissatisfied=None,
        no_opinion=None,
        staff_strength="",
        strength_1="",
        strength_2="",
        strength_3="",
        strength_4="",
        telephone_option=measurement.telephone,
    )


def _days(
    seed: int, plan: Plan, measurement: PlannedMeasurement, rules: PublicationRules
) -> Iterator[tuple[str, date | None]]:
    """When report and reply came in: most reports on their first public day, most replies by then."""
    if is_new(measurement.report_date):
        return
    chance = Chance(seed, "days", plan.provider.id, measurement.end)
    public_on = measurement.report_date + timedelta(days=rules.reply_window.days)
    late = public_on + timedelta(days=chance.whole(1, 40) if chance.happens(_LATE) else 0)
    entered_on = measurement.entered_on or min(late, REFERENCE_DAY)
    yield "entered_on", entered_on
    if measurement.reply and (measurement.replied_on or chance.happens(_REPLIES_LATE)):
        replied = entered_on + timedelta(days=chance.whole(1, 60))
        yield "replied_on", measurement.replied_on or min(replied, REFERENCE_DAY)


def _opinion(chance: Chance, grades: Sequence[int]) -> Iterator[tuple[str, object]]:
    """The columns of the other answers of the clients that gave these ``grades``, with their values."""
    besides = opinion(chance, grades)
    strengths = chance.several(dict.fromkeys(WHAT_GOES_WELL, 1.0), chance.whole(2, len(STRENGTHS)))
    yield "promoter_score", besides.promoter_score
    yield "staff_strength", chance.one_of(STAFF_PRAISE)
    yield from zip(SHARES, besides.shares, strict=True)
    yield from zip(STRENGTHS, strengths, strict=False)
