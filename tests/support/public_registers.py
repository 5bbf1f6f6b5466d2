"""A public register of as many invented providers as a test needs, the same for the same number."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from support.registers import ROOT_DATA, public_on

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

NORTH = ("drenthe", "flevoland", "friesland", "groningen", "overijssel", "noord-holland")
SOUTH = ("gelderland", "limburg", "noord-brabant", "utrecht", "zeeland", "zuid-holland")
_STARTS = [consonant + vowel for consonant in "bdfghjklmnprstvwz" for vowel in "aeio"]
_ENDS = [*"klmnrt", "ng", "nd", "lt", "st"]
_KINDS = ("werk", "coaching", "re-integratie", "loopbaan", "traject", "begeleiding", "mobiliteit", "talent", "groep")
_NORM = NormRules(Decimal("6.5"), Decimal("5.5"), 5)
_CERTAINTY = CertaintyRules(10, 30)
_FIRST_OF_MONTH = (date(2020, 1, 1), date(2020, 4, 1), date(2021, 1, 1), date(2021, 7, 1), date(2022, 1, 1))


@cache
def _real() -> PublicRegister:
    return public_on(ROOT_DATA)


def services() -> tuple[PublicService, ...]:
    """The services of this repository, with the words that people use for them."""
    return _real().services


@cache
def invented(count: int) -> PublicRegister:
    """``count`` providers with one report each; about a third has no clients' grade."""
    chance = random.Random(count)  # noqa: S311 - no secret
    providers = [_provider(chance, number) for number in range(count)]
    return replace(_real(), providers=tuple(providers))


def named(provider: PublicProvider, name: str, **changes: object) -> PublicProvider:
    """``provider`` under another name, with an id to go with it."""
    return replace(provider, id="-".join(name.lower().split()), name=name, **changes)  # type: ignore[arg-type]


def _provider(chance: random.Random, number: int) -> PublicProvider:
    syllables = [chance.choice(_STARTS) for _ in range(chance.choice((2, 2, 3)))]
    name = f"{''.join(syllables)}{chance.choice(_ENDS)} {chance.choice(_KINDS)}".capitalize()
    return PublicProvider(
        id=f"verzonnen-{number}",
        name=name + chance.choice(("", "", " BV", " Nederland")),
        former_names=(),
        former_ids=(),
        website=None,
        services=tuple(
            sorted(chance.sample([each for each in services() if not each.retired_on], chance.randint(1, 5)), key=_id)
        ),
        provinces=tuple(sorted(chance.sample(NORTH + SOUTH, chance.randint(1, 3)))),
        ended_on=date(2022, 6, 1) if chance.random() < 0.05 else None,
        reports=(_report(chance),),
    )


def _id(service: PublicService) -> str:
    return service.id


def _report(chance: random.Random) -> PublicReport:
    start = chance.choice(_FIRST_OF_MONTH)
    end = date.fromordinal(date(start.year + 1, start.month, 1).toordinal() - 1)
    asked = chance.random() < 0.8
    return PublicReport(
        period_start=start,
        period_end=end,
        report_date=end,
        public_on=end,
        source="Verzonnen bureau",
        by_telephone=False,
        clients=AudienceResults(_row(chance, 0.65), ()),
        commissioners=AudienceResults(_row(chance, 0.9), ()) if asked else None,
        opinion=None,
        norm=_NORM,
        certainty=_CERTAINTY,
        disclosure=DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.ROUND),
    )


def _row(chance: random.Random, share_published: float) -> PublicRow:
    invited = chance.randint(4, 200)
    if chance.random() < share_published:
        rating: Rating = Published(Decimal(chance.randint(65, 95)) / 10)
        return PublicRow(None, invited, chance.randint(invited // 2 + 1, invited), rating)
    completed = chance.randint(0, invited // 4)
    if completed == 0:
        return PublicRow(None, invited, 0, NoResponse())
    if completed == 1:
        return PublicRow(None, invited, 1, Withheld(Reason.TOO_FEW_RESPONDENTS))
    return PublicRow(None, invited, completed, Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50)))
