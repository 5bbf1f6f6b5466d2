"""What is decided about an invented provider before anybody answers: who is asked, and how many answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.findings.findings import Location
from generator.register.records import Audience, Provider, ProviderStatus, ReportStatus, YesNo

#: The day of the invented register; judge it as of this day. With a clock, the register would differ each day.
REFERENCE_DAY = date(2026, 10, 31)


class Printed(Enum):
    """What the invented agency prints in a grade cell."""

    USUAL = auto()  # a `*` where one client answered and enough did, else the grade
    GRADE = auto()
    ASTERISK = auto()


@dataclass(frozen=True, slots=True)
class Sample:
    """Those who were asked about one service, or about all (``total``).

    Args:
        service: an id of services.csv, or ``total`` for commissioners that were not asked by service.
        invited: the net sample.
        answered: how many completed.
        grades: a grade from 1 to 10 for each person who answered; drawn by chance if there are none.
        printed: what the grade cell holds.
    """

    service: str
    invited: int
    answered: int
    grades: tuple[int, ...] = ()
    printed: Printed = Printed.USUAL


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction of a report: the day, what was changed and why."""

    day: date
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedMeasurement:
    """One period of twelve months and its report.

    Args:
        end: the period's last day.
        clients: a sample for each service; the total is made of them.
        commissioners: samples by service or one ``total``; empty if they were not asked.
        left_out: services that the clients' total leaves out.
        counted: the audiences with counts of each grade.
        has_opinion: whether the report has the other answers of clients.
        reply: Markdown; empty if there is none.
        entered_on, replied_on: the days on which report and reply came in; left to chance if they are None.
    """

    end: date
    report_date: date
    clients: tuple[Sample, ...]
    commissioners: tuple[Sample, ...] = ()
    status: ReportStatus = ReportStatus.FINAL
    left_out: frozenset[str] = frozenset()
    counted: frozenset[Audience] = frozenset()
    has_opinion: bool = True
    telephone: YesNo | None = YesNo.NO
    reply: str = ""
    amendments: tuple[Amendment, ...] = ()
    entered_on: date | None = None
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A provider and its measurements, in any order.

    Args:
        quality: the mean around which its clients' grades lie, from 1.0 to 10.0 points.
    """

    provider: Provider
    quality: float
    measurements: tuple[PlannedMeasurement, ...]


def invented_provider(  # noqa: PLR0913, PLR0917 - the keys of its file
    identity: str,
    name: str,
    services: Iterable[str],
    provinces: Iterable[str],
    former: Sequence[tuple[str, str]] = (),
    ended_on: date | None = None,
) -> Provider:
    """A provider with a website that cannot exist; ``former`` has its former ids with their names."""
    return Provider.model_construct(
        at=Location(f"providers/{identity}.yaml", 1),
        id=identity,
        name=name,
        former_names=tuple(each for _, each in former),
        former_ids=tuple(each for each, _ in former),
        website=f"https://{identity}.example",
        services=tuple(sorted(services)),
        provinces=tuple(sorted(provinces)),
        status=ProviderStatus.ENDED if ended_on else ProviderStatus.ACTIVE,
        since=ended_on,
        places={},
    )
