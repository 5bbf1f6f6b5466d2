"""The finder's form: what a visitor can choose. Its controls have the names of the parameters in the address."""

from dataclasses import dataclass
from math import ceil

from generator.disclosure.public import PublicRegister
from generator.scale import Scale
from generator.site.finder.listing import services_of
from generator.site.words.catalogue import Words

COMMISSIONERS = "commissioners"
"""The filter and the order by what commissioners gave; in a register that asks them."""
ORDERS = ("name", "clients", COMMISSIONERS, "answers", "newest")
"""How a list can be ordered."""
ANSWERS = (10, 30)
"""Numbers of answers from which a visitor can choose to see providers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the ``value`` in the address, and its ``label``. An empty value asks for nothing."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """A list to choose from: the ``name`` of its parameter, its ``label``, and what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """The form. It offers services and regions that some provider has.

    Args:
        filters: the lists to choose from; on the page of a service or a region without a list of those.
        order: the list of orders.
        service: the id of the service that the page is about; else empty.
        region: the id of the region that the page is about; else empty.
        asks_commissioners: whether the list says what they gave.
    """

    filters: tuple[Control, ...]
    order: Control
    service: str = ""
    region: str = ""
    asks_commissioners: bool = True


def form_view(register: PublicRegister, words: Words, service: str = "", region: str = "") -> FormView:
    """The form of a page about all providers, or about those of one ``service`` or ``region``."""
    asks = register.charter.asks_commissioners
    filters = (
        None if service else _control("service", _services(register), words),
        None if region else _control("region", _regions(register), words),
        _control("answers", _answers(words), words),
        _control("clients", _grades(register.charter.scale, words), words),
        _control(COMMISSIONERS, _grades(register.charter.scale, words), words) if asks else None,
    )
    orders = tuple(
        Choice(words(f"address.asked.{order}"), words(f"finder.orders.{order}"))
        for order in ORDERS
        if asks or order != COMMISSIONERS
    )
    return FormView(
        filters=tuple(each for each in filters if each),
        order=Control(words("address.asked.order"), words("finder.order"), orders),
        service=service,
        region=region,
        asks_commissioners=asks,
    )


def _control(key: str, choices: tuple[Choice, ...], words: Words) -> Control | None:
    """A list that also offers all; None if there is nothing to choose."""
    if not choices:
        return None
    return Control(words(f"address.asked.{key}"), words(f"finder.{key}"), (Choice("", words("finder.all")), *choices))


def _services(register: PublicRegister) -> tuple[Choice, ...]:
    offered = {identity for provider in register.providers for identity in services_of(provider)}
    return tuple(Choice(each.id, each.shown_name) for each in register.services if each.id in offered)


def _regions(register: PublicRegister) -> tuple[Choice, ...]:
    named = {region for provider in register.providers for region in provider.provinces}
    return tuple(Choice(each, name) for each, name in register.charter.regions.items() if each in named)


def _answers(words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(str(each), words("finder.answers_from", count=each)) for each in ANSWERS)


def _grades(scale: Scale, words: Words) -> tuple[Choice, ...]:
    """Any grade, and the whole grades from the middle of the scale on to which a grade can come."""
    upper = range(ceil((scale.lowest + scale.highest) / 2), scale.highest)
    from_each = (Choice(str(each), words("finder.grade_from", grade=each)) for each in upper)
    return (Choice(words("address.asked.any"), words("finder.graded")), *from_each)
