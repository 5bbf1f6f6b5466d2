"""The finder's form: what a visitor can choose. Its controls have the names of the parameters in the address."""

from dataclasses import dataclass

from generator.disclosure.public import PublicRegister
from generator.site.finder.listing import services_of
from generator.site.words.catalogue import Words

COMMISSIONERS = "opdrachtgevers"
"""The filter and the order by what commissioners gave; in a register that asks them."""
ORDERS = ("naam", "cijfer", COMMISSIONERS, "antwoorden", "nieuwste")
"""Values of the parameter `volgorde`."""
GRADES = (6, 7, 8, 9)
"""Grades from which a visitor can choose to see providers."""
ANSWERS = (10, 30)
"""Numbers of answers from which a visitor can choose to see providers."""
ANY_GRADE = "ja"


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
    """The form. It offers services and provinces that some provider has.

    Args:
        filters: the lists to choose from; on the page of a service or a province without a list of those.
        order: the list of orders.
        service: the id of the service that the page is about; else empty.
        province: the id of the province that the page is about; else empty.
        asks_commissioners: whether the list says what they gave.
    """

    filters: tuple[Control, ...]
    order: Control
    service: str = ""
    province: str = ""
    asks_commissioners: bool = True


def form_view(register: PublicRegister, words: Words, service: str = "", province: str = "") -> FormView:
    """The form of a page about all providers, or about those of one ``service`` or ``province``."""
    asks = register.charter.asks_commissioners
    filters = (
        None if service else _control("dienst", "service", _services(register), words),
        None if province else _control("provincie", "province", _provinces(register, words), words),
        _control("antwoorden", "answers", _answers(words), words),
        _control("cijfer", "clients", _grades(words), words),
        _control(COMMISSIONERS, "commissioners", _grades(words), words) if asks else None,
    )
    orders = tuple(Choice(order, words(f"finder.orders.{order}")) for order in ORDERS if asks or order != COMMISSIONERS)
    return FormView(
        filters=tuple(each for each in filters if each),
        order=Control("volgorde", words("finder.order"), orders),
        service=service,
        province=province,
        asks_commissioners=asks,
    )


def _control(name: str, key: str, choices: tuple[Choice, ...], words: Words) -> Control | None:
    """A list that also offers all; None if there is nothing to choose."""
    if not choices:
        return None
    return Control(name, words(f"finder.{key}"), (Choice("", words("finder.all")), *choices))


def _services(register: PublicRegister) -> tuple[Choice, ...]:
    offered = {identity for provider in register.providers for identity in services_of(provider)}
    return tuple(Choice(each.id, each.shown_name) for each in register.services if each.id in offered)


def _provinces(register: PublicRegister, words: Words) -> tuple[Choice, ...]:
    named = {province for provider in register.providers for province in provider.provinces}
    return tuple(Choice(each, words(f"province.{each}")) for each in words.group("province") if each in named)


def _answers(words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(str(each), words("finder.answers_from", count=each)) for each in ANSWERS)


def _grades(words: Words) -> tuple[Choice, ...]:
    from_each = (Choice(str(each), words("finder.grade_from", grade=each)) for each in GRADES)
    return (Choice(ANY_GRADE, words("finder.graded")), *from_each)
