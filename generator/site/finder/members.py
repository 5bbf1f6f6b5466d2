"""Who stands in which list: of a service, of a region, of a letter."""

from collections.abc import Iterable, Mapping

from generator.disclosure.public import PublicService
from generator.site.finder.listing import services_of
from generator.site.profiles import Profile
from generator.site.words.ordering import LETTERS, letter_of


def of_service(service: PublicService, profiles: Iterable[Profile]) -> list[Profile]:
    """Those that give ``service``, or were measured for it in their newest report."""
    return [each for each in profiles if service.id in services_of(each.provider)]


def of_region(region: str, profiles: Iterable[Profile]) -> list[Profile]:
    """Those that name ``region``."""
    return [each for each in profiles if region in each.provider.provinces]


def by_letter(profiles: Iterable[Profile]) -> Mapping[str, list[Profile]]:
    """The profiles under each of ``LETTERS``, in the given order; also where there are none."""
    found: Mapping[str, list[Profile]] = {letter: [] for letter in LETTERS}
    for each in profiles:
        found[letter_of(each.provider.name)].append(each)
    return found
