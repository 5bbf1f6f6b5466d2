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
    """Whether the register is so large that a search first looks among the first records of the order.

    Pagefind compares every result with every other one, which is slow for many results. So the first ``_HEAD`` records
    of each order have an extra word. With it, a common word gives few results, fast. A rare word is fast without it.
    """
    return len(register.providers) > _LARGE


@dataclass(frozen=True, slots=True)
class Record:
    """The ``words`` that find a provider, its place in each order (from low to high), and what a result shows.

    ``shown`` is a listing in JSON, without empty values.
    """

    words: tuple[str, ...]
    orders: Mapping[str, int]
    shown: str


def records(register: PublicRegister, words: Words) -> Iterator[Record]:
    """The record of each provider, in the order of the names; providers that are equal in another order keep it."""
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
    """All words that find a provider: its names, its services and their other names, its places, its facets."""
    small = frozenset(words("search.small_words").split())
    found = set(facets(provider))
    for name in (provider.name, *provider.former_names):
        found |= found_by_name(name)
    for service in provider.services:
        found |= found_by_phrases((service.name, service.plain_name, *service.also_called), small)
    for province in provider.provinces:
        found |= found_by_phrases((words(f"province.{province}"), words(f"search.places.{province}")), small)
    return found


def facets(provider: PublicProvider) -> Iterator[str]:
    """The words for the choices in the form that fit this provider."""
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
    """A sort number for each order, from low to high. ``place`` is the place of the name in all names; it breaks ties.

    The number for the grade comes from tenths of a point; a provider without a clients' grade comes last.
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
