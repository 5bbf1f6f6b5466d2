"""Where a page of each kind stands on the site of a register, whatever it is about and whatever providers it has."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.disclosure.public import AudienceResults, PublicProvider, PublicRegister, Published
from generator.site.words.catalogue import Words
from generator.site.words.ordering import OTHER, letter_in_address, letter_of

KINDS = (
    "home",
    "finder",
    "provider with grades",
    "provider with absences",
    "service",
    "region",
    "letter",
    "comparison",
    "explanation",
    "corrections",
    "open data",
    "about",
    "accessibility",
    "privacy",
    "not found",
)
"""The kinds of pages of a register that has regions."""
_COMPARED = 4  # as many as a comparison can have


def places(register: PublicRegister, words: Words) -> dict[str, str]:
    """The path of a page of each kind that is looked at: of more pages of a kind, one with much on it.

    Where no provider has a page yet, the list of them is looked at instead.
    """
    folders, providers = words.folders, register.providers
    services = [row.service.id for one in providers for row in one.newest.clients.services if row.service]
    letter = letter_in_address(letter_of(providers[0].name) if providers else OTHER, words)
    found = {
        "home": "",
        "finder": f"{folders.providers}/",
        "provider with grades": _most(providers, _grades, folders.providers),
        "provider with absences": _most(providers, _absences, folders.providers),
        "service": f"{folders.services}/{_most_common(services) or register.services[0].id}/",
        "letter": f"a-z/{letter}/",
        "comparison": f"{folders.compare}/?{folders.providers}={','.join(one.id for one in providers[:_COMPARED])}",
        "explanation": f"{folders.explanation}/",
        "corrections": f"{folders.corrections}/",
        "open data": f"{folders.open_data}/",
        "about": f"{folders.about}/",
        "accessibility": f"{folders.accessibility}/",
        "privacy": f"{folders.privacy}/",
        "not found": "0/",
    }
    return found | dict(_of_regions(register, folders.regions))


def _of_regions(register: PublicRegister, folder: str) -> Iterator[tuple[str, str]]:
    if folder:
        named = [region for one in register.providers for region in one.provinces]
        yield "region", f"{folder}/{_most_common(named) or next(iter(register.charter.regions))}/"


def _most(providers: Sequence[PublicProvider], count: Callable[[PublicProvider], int], folder: str) -> str:
    """The path of the page of the provider that has the most of something."""
    return f"{folder}/{max(providers, key=count).id}/" if providers else f"{folder}/"


def _most_common(names: list[str]) -> str | None:
    return Counter(names).most_common(1)[0][0] if names else None


def _grades(provider: PublicProvider) -> int:
    return sum(isinstance(row.rating, Published) for results in _results(provider) for row in results.rows)


def _absences(provider: PublicProvider) -> int:
    return sum(not isinstance(row.rating, Published) for results in _results(provider) for row in results.rows)


def _results(provider: PublicProvider) -> list[AudienceResults]:
    return [each for each in (provider.newest.clients, provider.newest.commissioners) if each]
