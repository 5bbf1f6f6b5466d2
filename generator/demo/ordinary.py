"""Ordinary providers: what they offer, where, how well and for how long, all by chance."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from generator.demo.chance import Chance
from generator.demo.history import history, is_new
from generator.demo.names import Names
from generator.demo.plans import REFERENCE_DAY, Plan, PlannedMeasurement, invented_provider
from generator.demo.samples import habits
from generator.register.charters import MAPS
from generator.register.records import YesNo

# How often each service is offered, by its id; a service that is not here has weight 1.
_POPULAR: Mapping[str, float] = MappingProxyType(
    {
        "van-werk-naar-werk": 6,
        "naar-werk-zonder-werk": 5,
        "jobcoaching": 5,
        "diagnose-en-loopbaanorientatie": 4,
        "outplacement": 4,
        "verzuimbegeleiding": 2.5,
        "sociale-activering": 2.5,
        "behandeling-of-begeleiding": 2,
        "scholing-en-opleiding": 2,
        "inburgering": 0.8,
    },
)
_SERVICES = {1: 26, 2: 26, 3: 22, 4: 14, 5: 5, 6: 3, 7: 2, 8: 1, 9: 1}
_PROVINCES = {0: 9, 1: 42, 2: 18, 3: 13, 5: 6, len(MAPS["netherlands"]): 12}
# Where the providers are, about as the people are.
_PEOPLE: Mapping[str, float] = MappingProxyType(
    {
        "drenthe": 5,
        "flevoland": 4,
        "friesland": 6,
        "gelderland": 21,
        "groningen": 6,
        "limburg": 11,
        "noord-brabant": 26,
        "noord-holland": 29,
        "overijssel": 12,
        "utrecht": 15,
        "zeeland": 4,
        "zuid-holland": 38,
    },
)
_TELEPHONE: Mapping[YesNo | None, float] = MappingProxyType({YesNo.NO: 15, YesNo.YES: 4, None: 1})
_QUALITY, _SPREAD_OF_QUALITY = 7.8, 0.6
_RENAMED, _WITH_WEBSITE, _ENDED = 0.04, 0.9, 0.04


def ordinary(seed: int, number: int, services: Sequence[str], outside_total: Collection[str], names: Names) -> Plan:
    """The provider with this ``number``; except for its name, it does not depend on other providers.

    Args:
        seed: the seed of the register.
        number: its place among the ordinary providers.
        services: the ids of the services that exist.
        outside_total: those that a total may leave out.
        names: gives it a name that no provider has yet.
    """
    chance = Chance(seed, "provider", number)
    offered = chance.several({each: _POPULAR.get(each, 1) for each in services}, chance.weighted(_SERVICES))
    identity, name = names.next(chance, offered)
    former = [names.next(chance, offered)] if chance.happens(_RENAMED) else []
    telephone = chance.weighted(_TELEPHONE)
    own = habits(chance, offered, outside_total, by_telephone=telephone is YesNo.YES)
    measurements = history(chance, own, telephone)
    provinces = chance.several(_PEOPLE, chance.weighted(_PROVINCES))
    provider = invented_provider(identity, name, offered, provinces, former, _ended_on(chance, measurements[0]))
    if not chance.happens(_WITH_WEBSITE):
        provider = provider.model_copy(update={"website": None})
    return Plan(provider, _QUALITY + _SPREAD_OF_QUALITY * chance.bell(), measurements)


def _ended_on(chance: Chance, newest: PlannedMeasurement) -> date | None:
    """The day on which a provider ended, after its last report; None for most providers."""
    if is_new(newest.report_date) or not chance.happens(_ENDED):
        return None
    return newest.report_date + timedelta(days=chance.whole(1, (REFERENCE_DAY - newest.report_date).days))
