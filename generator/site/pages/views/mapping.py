"""The map of the provinces, beside their list: where a visitor finds one faster than by its name."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from generator.disclosure.public import PublicRegister
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """A province on the map: its outline as a path, and its name and count at ``x`` and ``y``, in units of the map.

    ``title`` says both in words. A province without providers is no link, and has no ``count``.
    """

    id: str
    title: str
    outline: str
    x: int
    y: int
    name: tuple[str, ...]
    count: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of its label; the count is the last."""
        return (*self.name, self.count) if self.count else self.name


@dataclass(frozen=True, slots=True)
class MapView:
    """The map: its size in its own units, and its provinces; those without providers come first, below the others."""

    width: int
    height: int
    provinces: tuple[ProvinceView, ...]


def map_view(register: PublicRegister, words: Words) -> MapView | None:
    """The map of the public register; None if no provider says in which province it works."""
    counts = Counter(province for provider in register.providers for province in provider.provinces)
    if not counts:
        return None
    known = outlines()
    provinces = [_province(each, known["provinces"][each], counts[each], words) for each in words.group("province")]
    return MapView(known["width"], known["height"], tuple(sorted(provinces, key=lambda each: bool(each.count))))


@cache
def outlines() -> Mapping[str, Any]:
    """The file of outlines: the size of the map, and of each province its ``outline`` and where its ``label`` stands.

    Raises:
        OSError: the package was installed without the file.
    """
    text = files("generator.site.pages").joinpath("provinces.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


def _province(identity: str, drawn: Mapping[str, Any], count: int, words: Words) -> ProvinceView:
    name = words(f"province.{identity}")
    across, down = drawn["label"]
    return ProvinceView(
        id=identity,
        title=words("map.province", count=count, name=name),
        outline=drawn["outline"],
        x=across,
        y=down,
        name=tuple(re.split(r"(?<=-)", name)),
        count=words.figures.count(count) if count else "",
    )
