"""What the finder knows of the words that people type: services in everyday words, regions, places, small words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from generator.disclosure.public import PublicRegister, PublicService
from generator.letters import words_of
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases and what they mean.

    Args:
        services: for each service, the phrases that mean it, by its id.
        regions: for each region, its name.
        places: for each region, the places in it.
        small: words that say nothing by themselves.
    """

    services: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, str]
    places: Mapping[str, tuple[str, ...]]
    small: tuple[str, ...]


def vocabulary(register: PublicRegister, words: Words) -> Vocabulary:
    """The vocabulary of a register."""
    return Vocabulary(
        services={each.id: _phrases(each) for each in register.services},
        regions=register.charter.regions,
        places=_places(register.charter.map),
        small=_small(register, words),
    )


def _small(register: PublicRegister, words: Words) -> tuple[str, ...]:
    """Those of the language, and what each provider and region is called: "school in district Northmere"."""
    nouns = filter(None, (register.charter.nouns.provider, register.charter.nouns.region))
    called = {word for noun in nouns for word in words_of(f"{noun.one} {noun.other}")}
    telling = {word for service in register.services for phrase in _phrases(service) for word in words_of(phrase)}
    small = words("search.small_words").split()
    return (*small, *sorted(called - telling - {*small}))


def _phrases(service: PublicService) -> tuple[str, ...]:
    """Every name of a service, and the words that people use for it."""
    names = (service.name, service.plain_name, *service.former_names, *service.also_called)
    return tuple(filter(None, names))


def _places(map_: str | None) -> Mapping[str, tuple[str, ...]]:
    """Those that the program knows: of the regions of its map."""
    return places() if map_ else {}


@cache
def places() -> Mapping[str, tuple[str, ...]]:
    """The places of each region of the map, by its id; their source and licence stand in the file.

    Raises:
        OSError: the package was installed without the file.
    """
    text = files("generator.site.finder").joinpath("places.yaml").read_text(encoding="utf-8")
    return {region: tuple(names) for region, names in yaml.load(text, Loader=yaml.CSafeLoader).items()}
