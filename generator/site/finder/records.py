"""What the finder searches: each provider as a record of words, places in each order, and what a result shows."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.disclosure.public import AudienceResults, PublicProvider, PublicRegister, Published
from generator.site.finder.listing import ListingView, listing_view
from generator.site.finder.searchwords import facet, found_by_name, found_by_phrases
from generator.site.words.catalogue import Words
from generator.site.words.ordering import by_name

ORDERS = ("naam", "cijfer", "antwoorden", "nieuwste")  # values of the parameter `volgorde`
_WITHOUT_A_GRADE = 1000  # behind every grade
_LARGE, _HEAD = 1000, 500  # providers


def is_large(register: PublicRegister) -> bool:
    """Whether there are so many providers that the first results are looked for among the first of the order.

    Pagefind compares every result with every other one. The first ``_HEAD`` records of each order carry a word for
    that: with it, what many providers have is found at once, and what few have is found soon without it.
    """
    return len(register.providers) > _LARGE


@dataclass(frozen=True, slots=True)
class Record:
    """What finds a provider (``words``), where it stands in each order (from low to high), and what is ``shown`` of it.

    ``shown`` is a listing in JSON, without what is not there.
    """

    words: tuple[str, ...]
    orders: Mapping[str, int]
    shown: str


def records(register: PublicRegister, words: Words) -> Iterator[Record]:
    """The record of each provider, in the order of the names: it is also the order of who is equal in another one."""
    providers = sorted(register.providers, key=lambda provider: (by_name(provider.name), provider.id))
    keys = [sort_keys(provider, place) for place, provider in enumerate(providers)]
    heads = _heads(keys) if is_large(register) else {}
    for place, provider in enumerate(providers):
        first_in = {head(order) for order, places in heads.items() if place in places}
        yield Record(
            words=tuple(sorted(searchable_words(provider, words) | first_in)),
            orders=keys[place],
            shown=_json(listing_view(provider, words)),
        )


def searchable_words(provider: PublicProvider, words: Words) -> set[str]:
    """All that finds a provider: its names, its services and what else they are called, its places, its facets."""
    small = frozenset(words("search.small_words").split())
    found = set(facets(provider))
    for name in (provider.name, *provider.former_names):
        found |= found_by_name(name)
    for service in provider.services:
        found |= found_by_phrases((service.name, *service.also_called), small)
    for province in provider.provinces:
        found |= found_by_phrases((words(f"province.{province}"), words(f"search.places.{province}")), small)
    return found


def facets(provider: PublicProvider) -> Iterator[str]:
    """The words for what a visitor can choose in the form and this provider has."""
    for service in provider.services:
        yield facet("dienst", service.id)
    for province in provider.provinces:
        yield facet("provincie", province)
    if isinstance(provider.newest.clients.total.rating, Published):
        yield facet("cijfer")
    if _is_graded(provider.newest.commissioners):
        yield facet("opdrachtgevers")


def head(order: str) -> str:
    """The word of the first records of an order."""
    return facet("eerste", order)


def sort_keys(provider: PublicProvider, place: int) -> dict[str, int]:
    """For each order a number, from low to high; who is equal stands by name. ``place``: that of the name in all names.

    The grade's is in tenths of a point; a provider without a clients' grade is behind all that have one.
    """
    newest = provider.newest
    rating = newest.clients.total.rating
    return {
        "naam": place,
        "cijfer": -int(rating.grade * 10) if isinstance(rating, Published) else _WITHOUT_A_GRADE,
        "antwoorden": -newest.clients.total.completed,
        "nieuwste": -newest.period_end.toordinal(),
    }


def _heads(keys: Sequence[Mapping[str, int]]) -> dict[str, frozenset[int]]:
    """The places of the first records in each order."""
    return {
        order: frozenset(sorted(range(len(keys)), key=lambda place: (keys[place][order], place))[:_HEAD])
        for order in ORDERS
    }


def _is_graded(results: AudienceResults | None) -> bool:
    return results is not None and isinstance(results.total.rating, Published)


def _json(listing: ListingView) -> str:
    return json.dumps(asdict(listing, dict_factory=_present), ensure_ascii=False, separators=(",", ":"))


def _present(fields: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    return {name: value for name, value in fields if value not in (None, "", ())}
