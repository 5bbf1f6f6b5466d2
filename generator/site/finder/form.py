"""The finder's form: what a visitor can choose, with the words of the index that stand for it, and its phrases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.disclosure.public import PublicRegister, PublicService
from generator.site.finder.records import ORDERS, head, is_large
from generator.site.finder.searchwords import facet
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the ``value`` in the address, its ``label``, and the ``word`` of the index (None: no word).

    For a sort order in a large register, ``word`` is the word of the first records in that order.
    """

    value: str
    label: str
    word: str | None


@dataclass(frozen=True, slots=True)
class FinderView:
    """The form. It offers services and provinces that some provider has; ``phrases`` are for the script."""

    services: tuple[Choice, ...]
    provinces: tuple[Choice, ...]
    graded: Choice
    graded_by_commissioners: Choice
    orders: tuple[Choice, ...]
    phrases: Mapping[str, object]


def finder_view(register: PublicRegister, words: Words) -> FinderView | None:
    """The finder of a register, with services in its order and provinces by name. None if there are no providers."""
    if not register.providers:
        return None
    large = is_large(register)
    offered = {service.id for provider in register.providers for service in provider.services}
    named = {province for provider in register.providers for province in provider.provinces}
    return FinderView(
        services=_services(service for service in register.services if service.id in offered),
        provinces=tuple(
            Choice(province, words(f"province.{province}"), facet("provincie", province)) for province in sorted(named)
        ),
        graded=Choice("ja", words("finder.graded"), facet("cijfer")),
        graded_by_commissioners=Choice("ja", words("finder.graded_by_commissioners"), facet("opdrachtgevers")),
        orders=tuple(
            Choice(order, words(f"finder.orders.{order}"), head(order) if large else None) for order in ORDERS
        ),
        phrases={
            "found": words.group("finder.found"),
            "shown": words("finder.shown", shown="{shown}", count="{count}"),
            "searching": words("finder.searching"),
            "failed": words("finder.failed"),
            "smallWords": words("search.small_words").split(),
            "places": [words(f"province.{province}") for province in sorted(named)],
        },
    )


def _services(services: Iterable[PublicService]) -> tuple[Choice, ...]:
    return tuple(Choice(service.id, service.shown_name, facet("dienst", service.id)) for service in services)
