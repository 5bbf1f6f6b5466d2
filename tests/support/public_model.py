"""Small invented public models: what is not said is the same everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.disclosure.public import (
    Attacker,
    AudienceResults,
    CertaintyRules,
    DisclosureRules,
    Means,
    NoResponse,
    NormRules,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Rating,
    Reason,
    Withheld,
)

WITHHELD = Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))
NOBODY = NoResponse()


def grade(value: str, distribution: Sequence[int] | None = None) -> Published:
    """A published grade; ``distribution`` has ten counts."""
    return Published(Decimal(value), None if distribution is None else tuple(distribution))


def rounded(value: str) -> Published:
    """A published grade that is shown in whole numbers, and so without a distribution."""
    return Published(Decimal(value), is_rounded=True)


def rounded_beside(public: PublicRegister) -> PublicRegister:
    """``public`` with each grade of clients in whole numbers where one is withheld in the same report.

    It is more than rule 7 would round: a register to see how that is shown.
    """
    providers = tuple(replace(each, reports=tuple(map(_rounded_report, each.reports))) for each in public.providers)
    return replace(public, providers=providers)


def _rounded_report(report: PublicReport) -> PublicReport:
    clients = report.clients
    if not any(isinstance(row.rating, Withheld) for row in clients.rows):
        return report
    total, *services = map(_rounded_row, clients.rows)
    return replace(report, clients=replace(clients, total=total, services=tuple(services)))


def _rounded_row(row: PublicRow) -> PublicRow:
    if not isinstance(row.rating, Published):
        return row
    whole = row.rating.grade.quantize(Decimal(1), ROUND_HALF_UP)
    return replace(row, rating=Published(whole, is_rounded=True))


def service(identity: str) -> PublicService:
    """A service of that id."""
    return PublicService(identity, f"Verzonnen {identity}")


def row(rating: Rating, of: PublicService | None = None, completed: int = 10) -> PublicRow:
    """A row in which half of the invited answered."""
    return PublicRow(of, 2 * completed, 0 if isinstance(rating, NoResponse) else completed, rating)


def report(
    *,
    total: Rating,
    services: Mapping[PublicService, Rating] | None = None,
    commissioners: Rating | None = None,
    period_end: date = date(2021, 12, 31),
) -> PublicReport:
    """A report of one year; commissioners were asked when they have a rating."""
    rows = tuple(row(rating, of) for of, rating in (services or {}).items())
    return PublicReport(
        period_start=date(period_end.year, 1, 1),
        period_end=period_end,
        report_date=date(period_end.year + 1, 2, 1),
        public_on=date(period_end.year + 1, 2, 22),
        source="Verzonnen bureau",
        by_telephone=False,
        clients=AudienceResults(row(total), rows),
        commissioners=None if commissioners is None else AudienceResults(row(commissioners), ()),
        opinion=None,
        norm=NormRules(Decimal("6.5"), Decimal("5.5"), 5),
        certainty=CertaintyRules(10, 30),
        disclosure=DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.ROUND),
    )


def provider(*reports: PublicReport) -> PublicProvider:
    """A provider with these reports, the newest first."""
    return PublicProvider(
        id="verzonnen",
        name="Verzonnen",
        former_names=(),
        former_ids=(),
        website=None,
        services=(),
        provinces=(),
        ended_on=None,
        reports=reports,
    )


def register(*providers: PublicProvider) -> PublicRegister:
    """A register of these providers, without rules."""
    return PublicRegister(services=(), providers=providers, rules=())
