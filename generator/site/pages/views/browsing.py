"""The lists that lead to a provider without a search: from A to Z, by service, by province."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.finder.listing import ListingView, listing_view, services_of
from generator.site.words.catalogue import Words
from generator.site.words.ordering import LETTERS, OTHER, letter_of


@dataclass(frozen=True, slots=True)
class WayView:
    """A link to a list of providers, and how many are on it; ``about`` says in a sentence what a service is."""

    id: str
    name: str
    count: str
    is_empty: bool
    about: str | None = None


@dataclass(frozen=True, slots=True)
class BrowseView:
    """All lists: the letters, the services by their numbers, the provinces."""

    letters: tuple[WayView, ...]
    services: tuple[WayView, ...]
    provinces: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class LetterView:
    """The providers whose names begin with one letter."""

    id: str
    name: str
    count: str
    listings: tuple[ListingView, ...]


def browse_view(register: PublicRegister, words: Words) -> BrowseView:
    """The lists of the whole register."""
    letters = Counter(letter_of(provider.name) for provider in register.providers)
    services = Counter(identity for provider in register.providers for identity in services_of(provider))
    places = Counter(province for provider in register.providers for province in provider.provinces)
    return BrowseView(
        letters=tuple(_way(each, _letter_name(each, words), letters[each], words) for each in LETTERS),
        services=tuple(
            replace(_way(each.id, each.shown_name, services[each.id], words), about=_about(each.id, words))
            for each in register.services
            if services[each.id] or not each.retired_on
        ),
        provinces=tuple(_way(each, words(f"province.{each}"), places[each], words) for each in words.group("province")),
    )


def letter_views(providers: Iterable[PublicProvider], words: Words) -> Iterator[LetterView]:
    """All pages from A to Z, with ``providers`` in the given order."""
    by_letter: Mapping[str, list[PublicProvider]] = defaultdict(list)
    for provider in providers:
        by_letter[letter_of(provider.name)].append(provider)
    for letter in LETTERS:
        found = by_letter[letter]
        yield LetterView(
            id=letter,
            name=_letter_name(letter, words),
            count=words("letter.count", count=len(found)),
            listings=tuple(listing_view(each, words) for each in found),
        )


def _letter_name(letter: str, words: Words) -> str:
    return words("letter.other") if letter == OTHER else letter.upper()


def _way(identity: str, name: str, count: int, words: Words) -> WayView:
    return WayView(identity, name, words("browse.count", count=count), count == 0)


def _about(service: str, words: Words) -> str | None:
    """What a service is: the first sentence of what its page says."""
    said = words.find(f"group.service.about.{service}")
    return f"{said.partition('. ')[0].rstrip('.')}." if said else None
