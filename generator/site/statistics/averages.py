"""The average provider: what a grade can be compared with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.disclosure.public import PublicRegister, PublicRow, Published

# From how many providers on there is an average: docs/certainty.md.
MINIMUM_PROVIDERS = 5


@dataclass(frozen=True, slots=True)
class Average:
    """A mean of published grades, in points, rounded half up to one decimal; each of ``providers`` counts the same."""

    grade: Decimal
    providers: int


@dataclass(frozen=True, slots=True)
class Averages:
    """The averages of a register; there is no average of fewer than ``MINIMUM_PROVIDERS`` providers.

    Args:
        total: the average of the clients' grades of all services together.
        services: the average of the clients' grades for each service, by the service's id.
        commissioners: the average of the commissioners' grades.
    """

    total: Average | None
    services: Mapping[str, Average]
    commissioners: Average | None


def averages_of(register: PublicRegister) -> Averages:
    """The averages over all providers of ``register`` that still exist, with only the newest report of each.

    A withheld grade is not in it, and no older grade takes its place. Who chooses a provider can't choose one that has
    ended, and its last grades may be of long ago.
    """
    newest = [provider.newest for provider in register.providers if provider.ended_on is None]
    services: Mapping[str, list[PublicRow]] = defaultdict(list)
    for report in newest:
        for row in report.clients.services:
            if row.service is not None:
                services[row.service.id].append(row)
    averages = {service: _average(rows) for service, rows in services.items()}
    return Averages(
        total=_average(report.clients.total for report in newest),
        services={service: average for service, average in averages.items() if average is not None},
        commissioners=_average(report.commissioners.total for report in newest if report.commissioners is not None),
    )


def _average(rows: Iterable[PublicRow]) -> Average | None:
    return average_of(row.rating.grade for row in rows if isinstance(row.rating, Published))


def average_of(published: Iterable[Decimal]) -> Average | None:
    """The average of the ``published`` grades, in points; None if they are fewer than ``MINIMUM_PROVIDERS``."""
    grades = list(published)
    if len(grades) < MINIMUM_PROVIDERS:
        return None
    mean = sum(grades, Decimal()) / len(grades)
    return Average(mean.quantize(Decimal("0.1"), ROUND_HALF_UP), len(grades))
