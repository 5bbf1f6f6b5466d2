"""The ways to a provider without a search: links to the lists of a letter, a service, a region."""

from collections import Counter
from dataclasses import dataclass, replace

from generator.disclosure.public import PublicRegister
from generator.site.finder.listing import services_of
from generator.site.words.catalogue import Words
from generator.site.words.ordering import LETTERS, OTHER, letter_in_address, letter_of


@dataclass(frozen=True, slots=True)
class WayView:
    """A way to a list of providers, and how many are on it; ``about`` says in a sentence what a service is.

    What is empty is no link.
    """

    id: str
    name: str
    count: str
    is_empty: bool
    about: str | None = None


@dataclass(frozen=True, slots=True)
class BrowseView:
    """All ways: the letters, the services by their numbers, and the regions, none of them if nobody names any."""

    letters: tuple[WayView, ...]
    services: tuple[WayView, ...]
    regions: tuple[WayView, ...]


def browse_view(register: PublicRegister, words: Words) -> BrowseView:
    """The ways through the whole register."""
    letters = Counter(letter_of(provider.name) for provider in register.providers)
    services = Counter(identity for provider in register.providers for identity in services_of(provider))
    places = Counter(region for provider in register.providers for region in provider.provinces)
    regions = (_way(each, name, places[each], words) for each, name in register.charter.regions.items())
    return BrowseView(
        letters=tuple(
            _way(letter_in_address(each, words), letter_name(each, words), letters[each], words) for each in LETTERS
        ),
        services=tuple(
            replace(_way(each.id, each.shown_name, services[each.id], words), about=_first_sentence(each.about))
            for each in register.services
            if services[each.id] or not each.retired_on
        ),
        regions=tuple(regions) if places else (),
    )


def letter_name(letter: str, words: Words) -> str:
    """A letter as the site shows it."""
    return words("letter.other") if letter == OTHER else letter.upper()


def _way(identity: str, name: str, count: int, words: Words) -> WayView:
    return WayView(identity, name, words("browse.count", count=count), count == 0)


def _first_sentence(text: str) -> str | None:
    return f"{text.partition('. ')[0].rstrip('.')}." if text else None
