"""Asks everybody who answers by the plan: gives each row of the report with the single grades behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.demo.answers import Grades, client_grades, commissioner_grades
from generator.demo.chance import Chance
from generator.demo.plans import Plan, PlannedMeasurement, Sample
from generator.register.fields import TOTAL
from generator.register.records import Audience

# How far services, those of one provider, its periods and its commissioners lie from its quality, in points.
_OF_A_SERVICE, _OF_OWN_SERVICES, _OF_A_PERIOD, _OF_COMMISSIONERS = 0.2, 0.15, 0.12, 0.35


@dataclass(frozen=True, slots=True)
class InterviewedRow:
    """A row of table 1.1 before it is printed; ``grades`` has one from 1 to 10 for each person who answered."""

    provider: str
    period_end: date
    audience: Audience
    sample: Sample
    grades: Grades


def clients(seed: int, plan: Plan, measurement: PlannedMeasurement) -> Iterator[InterviewedRow]:
    """A row for each service, then the row of the total."""
    provider, end = plan.provider.id, measurement.end
    quality = plan.quality + _OF_A_PERIOD * Chance(seed, "period", provider, end).bell()
    rows = []
    for sample in measurement.clients:
        own = quality + _OF_A_SERVICE * Chance(seed, "service", sample.service).bell()
        own += _OF_OWN_SERVICES * Chance(seed, "service", sample.service, provider).bell()
        chance = Chance(seed, "clients", provider, end, sample.service)
        grades = sample.grades or client_grades(chance, own, sample.answered)
        rows.append(InterviewedRow(provider, end, Audience.CLIENT, sample, grades))
    yield from rows
    yield _total(row for row in rows if row.sample.service not in measurement.left_out)


def commissioners(seed: int, plan: Plan, measurement: PlannedMeasurement) -> Iterator[InterviewedRow]:
    """A row for each service that they were asked about, then the row of the total; nothing if nobody was asked."""
    provider, end = plan.provider.id, measurement.end
    own = plan.quality + _OF_COMMISSIONERS * Chance(seed, "commissioners", provider).bell()
    rows = []
    for sample in measurement.commissioners:
        chance = Chance(seed, "commissioners", provider, end, sample.service)
        grades = sample.grades or commissioner_grades(chance, own, sample.answered)
        rows.append(InterviewedRow(provider, end, Audience.COMMISSIONER, sample, grades))
    yield from rows
    if any(row.sample.service != TOTAL for row in rows):
        yield _total(rows)


def _total(rows: Iterable[InterviewedRow]) -> InterviewedRow:
    """All rows (at least one) together: all their people, and all their answers."""
    counted = list(rows)
    invited = sum(row.sample.invited for row in counted)
    answered = sum(row.sample.answered for row in counted)
    grades = [grade for row in counted for grade in row.grades]
    first = counted[0]
    return InterviewedRow(first.provider, first.period_end, first.audience, Sample(TOTAL, invited, answered), grades)
