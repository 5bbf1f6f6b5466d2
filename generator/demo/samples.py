"""How many are asked and how many answer: many small groups and a few large ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.demo.chance import Chance
from generator.demo.plans import Sample
from generator.register.fields import TOTAL

# How many clients of one provider are asked in a period: the share of providers with at most so many.
_CLIENTS = ((0.0, 1), (0.04, 3), (0.12, 8), (0.3, 20), (0.5, 42), (0.7, 90), (0.86, 180), (0.96, 350), (1.0, 800))
_COMMISSIONERS = ((0.0, 0), (0.12, 1), (0.4, 5), (0.7, 18), (0.9, 60), (1.0, 220))
# In a period, a provider's size is its usual size times a factor in this range.
_CHANGE = (0.7, 1.35)

# The share that answers: its mean, and how far providers and services lie from that.
_RESPONSE, _OF_PROVIDERS, _OF_SERVICES = 0.46, 0.1, 0.04
# A small group is known by name and gets reminders. People who are called answer more often.
_FEW, _MORE_OF_FEW, _MORE_BY_TELEPHONE = 25, 0.12, 0.1
_COMMISSIONERS_RESPONSE, _OF_COMMISSIONERS = 0.36, 0.11
_LEAST, _MOST = 0.04, 0.97
_COMMISSIONERS_BY_SERVICE = 0.3


@dataclass(frozen=True, slots=True)
class Habits:
    """What the samples of one provider have in common over the years.

    Args:
        clients: how many clients are asked in a usual period.
        response: the share of them that answers, 0 to 1.
        parts: the services, with the part of the clients that each has.
        outside_total: those that a total may leave out.
        commissioners: how many commissioners are asked; None if they are never asked.
    """

    clients: float
    response: float
    parts: Mapping[str, float]
    outside_total: frozenset[str]
    commissioners: float | None
    commissioners_response: float


def habits(chance: Chance, services: Iterable[str], outside_total: Iterable[str], *, by_telephone: bool) -> Habits:
    """The habits of a provider with these ``services``, of which a total may leave out those ``outside_total``."""
    clients = chance.quantile(_CLIENTS)
    response = _RESPONSE + _OF_PROVIDERS * chance.bell()
    response += (clients < _FEW) * _MORE_OF_FEW + by_telephone * _MORE_BY_TELEPHONE
    return Habits(
        clients=clients,
        response=response,
        parts=MappingProxyType({service: chance.between(0.2, 1) ** 2 for service in services}),
        outside_total=frozenset(outside_total),
        commissioners=chance.quantile(_COMMISSIONERS) if chance.happens(0.86) else None,
        commissioners_response=_COMMISSIONERS_RESPONSE + _OF_COMMISSIONERS * chance.bell(),
    )


def client_samples(chance: Chance, own: Habits) -> tuple[Sample, ...]:
    """The clients of one period by service. Services without clients are left out, but at least one service stays."""
    asked = own.clients * chance.between(*_CHANGE)
    whole = sum(own.parts.values())
    invited = {service: int(asked * part / whole + chance.between(0, 1)) for service, part in own.parts.items()}
    if not any(invited.values()):
        invited[next(iter(invited))] = 1
    return tuple(
        Sample(service, number, chance.times(number, _share(own.response + _OF_SERVICES * chance.bell())))
        for service, number in invited.items()
        if number
    )


def commissioner_samples(chance: Chance, own: Habits, clients: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """The commissioners of one period; for some providers by the services that clients were asked about."""
    if own.commissioners is None:
        return ()
    number = int(own.commissioners * chance.between(*_CHANGE) + 0.5)
    share = _share(own.commissioners_response)
    if len(clients) == 1 or not chance.happens(_COMMISSIONERS_BY_SERVICE):
        return (Sample(TOTAL, number, chance.times(number, share)),)
    everybody = sum(sample.invited for sample in clients)
    parts = [int(number * sample.invited / everybody + 0.5) for sample in clients]
    return tuple(
        Sample(sample.service, part, chance.times(part, share)) for sample, part in zip(clients, parts, strict=True)
    )


def _share(response: float) -> float:
    return min(max(response, _LEAST), _MOST)
