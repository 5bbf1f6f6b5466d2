"""The map of the regions, beside their list: where a visitor finds one faster than by its name."""

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
class RegionView:
    """A region on the map: its outline as a path, and its name and count at ``x`` and ``y``, in units of the map.

    ``title`` says both in words. A region without providers is no link, and has no ``count``.
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
    """The map: its size in its own units, and its regions; those without providers come first, below the others."""

    width: int
    height: int
    regions: tuple[RegionView, ...]


def map_view(register: PublicRegister, words: Words) -> MapView | None:
    """The map of the public register; None if there is none of its regions, or no provider says in which it works."""
    counts = Counter(region for provider in register.providers for region in provider.provinces)
    if not counts or register.charter.map is None:
        return None
    known = outlines(register.charter.map)
    regions = [_region(each, known["regions"][each], counts[each], words) for each in register.charter.regions]
    return MapView(known["width"], known["height"], tuple(sorted(regions, key=lambda each: bool(each.count))))


@cache
def outlines(name: str) -> Mapping[str, Any]:
    """A map of the program: its size, and of each region its ``outline`` and where its ``label`` stands.

    Raises:
        OSError: the package was installed without the file.
    """
    text = files("generator.site.pages").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


def _region(identity: str, drawn: Mapping[str, Any], count: int, words: Words) -> RegionView:
    name = words(f"region.{identity}")
    across, down = drawn["label"]
    return RegionView(
        id=identity,
        title=words("map.region", count=count, name=name),
        outline=drawn["outline"],
        x=across,
        y=down,
        name=tuple(re.split(r"(?<=-)", name)),
        count=words.figures.count(count) if count else "",
    )
