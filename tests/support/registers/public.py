"""Public models, made without a register: small ones, and as many providers as a test needs to search among."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from support.registers.empty import CHARTER, FROZEN
from support.registers.reading import public_on
from support.settings import SETTINGS

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
    PublicRules,
    PublicService,
    Published,
    Rating,
    Reason,
    ResponseStep,
    Withheld,
)
from generator.site.origin import origin_of
from generator.site.profiles import Profile, profile_of
from generator.site.statistics.benchmarks import Benchmarks, benchmarks_of

RULES = PublicRules(
    applies_from=date(2000, 1, 1),
    reply_window_days=21,
    response_steps=(ResponseStep(20, Decimal(50)), ResponseStep(None, Decimal(30))),
    response_inferred=True,
    minimum_respondents=2,
    norm=NormRules(Decimal("6.5"), Decimal("5.5"), 5),
    certainty=CertaintyRules(10, 30, Decimal(2), Decimal(1)),
    disclosure=DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.ROUND),
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
        norm=RULES.norm,
        certainty=RULES.certainty,
        disclosure=RULES.disclosure,
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
    """A register of these providers, a year after the period that a report has by itself."""
    return PublicRegister(as_of=date(2022, 12, 31), charter=CHARTER, services=(), providers=providers, rules=(RULES,))


NOTHING_BESIDE = benchmarks_of(register())
"""What a rating is compared with where there is nothing: no average, and no pool."""


def profile(of: PublicProvider, beside: Benchmarks = NOTHING_BESIDE, as_of: date = date(2022, 12, 31)) -> Profile:
    """The profile of a provider beside others."""
    return profile_of(of, beside, replace(register(of), as_of=as_of))


def profiles(of: PublicRegister) -> tuple[Profile, ...]:
    """Those of all providers of a register, by name."""
    return origin_of(of, SETTINGS).profiles


NORTH = ("drenthe", "flevoland", "friesland", "groningen", "overijssel", "noord-holland")
SOUTH = ("gelderland", "limburg", "noord-brabant", "utrecht", "zeeland", "zuid-holland")
_STARTS = [consonant + vowel for consonant in "bdfghjklmnprstvwz" for vowel in "aeio"]
_ENDS = [*"klmnrt", "ng", "nd", "lt", "st"]
_KINDS = ("werk", "coaching", "re-integratie", "loopbaan", "traject", "begeleiding", "mobiliteit", "talent", "groep")
_FIRST_OF_MONTH = (date(2020, 1, 1), date(2020, 4, 1), date(2021, 1, 1), date(2021, 7, 1), date(2022, 1, 1))


@cache
def _nobody() -> PublicRegister:
    return public_on(FROZEN)


def services() -> tuple[PublicService, ...]:
    """The services of the frozen register, with the words that people use for them."""
    return _nobody().services


@cache
def invented(count: int) -> PublicRegister:
    """``count`` providers with one report each; about a third has no clients' grade."""
    chance = random.Random(count)  # noqa: S311 - no secret
    providers = [_any_provider(chance, number) for number in range(count)]
    return replace(_nobody(), providers=tuple(providers))


def named(provider: PublicProvider, name: str, **changes: object) -> PublicProvider:
    """``provider`` under another name, with an id to go with it."""
    return replace(provider, id="-".join(name.lower().split()), name=name, **changes)  # type: ignore[arg-type]


def _any_provider(chance: random.Random, number: int) -> PublicProvider:
    syllables = [chance.choice(_STARTS) for _ in range(chance.choice((2, 2, 3)))]
    name = f"{''.join(syllables)}{chance.choice(_ENDS)} {chance.choice(_KINDS)}".capitalize()
    given = chance.sample([each for each in services() if not each.retired_on], chance.randint(1, 5))
    return replace(
        provider(),
        id=f"verzonnen-{number}",
        name=name + chance.choice(("", "", " BV", " Nederland")),
        services=tuple(sorted(given, key=_id)),
        provinces=tuple(sorted(chance.sample(NORTH + SOUTH, chance.choice((0, 1, 1, 2, 3))))),
        ended_on=date(2022, 6, 1) if chance.random() < 0.05 else None,
        reports=(_any_report(chance, given),),
    )


def _id(service: PublicService) -> str:
    return service.id


def _any_report(chance: random.Random, given: Sequence[PublicService]) -> PublicReport:
    """A report about most of the services that are ``given``; of commissioners now and then about one of them too."""
    start = chance.choice(_FIRST_OF_MONTH)
    end = date.fromordinal(date(start.year + 1, start.month, 1).toordinal() - 1)
    measured = [each for each in services() if each in given and chance.random() < 0.8]
    by_clients = AudienceResults(_any_row(chance, 0.65), tuple(_any_row(chance, 0.5, each) for each in measured))
    asked_about = tuple(_any_row(chance, 0.9, each) for each in measured if chance.random() < 0.2)
    by_commissioners = AudienceResults(_any_row(chance, 0.9), asked_about)
    return replace(
        report(total=NOBODY),
        period_start=start,
        period_end=end,
        report_date=end,
        public_on=end,
        clients=by_clients,
        commissioners=by_commissioners if chance.random() < 0.8 else None,
    )


def _any_row(chance: random.Random, share_published: float, of: PublicService | None = None) -> PublicRow:
    invited = chance.randint(4, 200)
    if chance.random() < share_published:
        rating: Rating = Published(Decimal(chance.randint(65, 95)) / 10)
        if chance.random() < 0.1:
            rating = rounded(str(chance.randint(6, 9)))
        return PublicRow(of, invited, chance.randint(invited // 2 + 1, invited), rating)
    completed = chance.randint(0, invited // 4)
    if completed == 0:
        return PublicRow(of, invited, 0, NOBODY)
    if completed == 1:
        return PublicRow(of, invited, 1, Withheld(Reason.TOO_FEW_RESPONDENTS))
    return PublicRow(of, invited, completed, chance.choice((WITHHELD, Withheld(Reason.SECONDARY))))
