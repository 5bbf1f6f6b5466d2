"""The map of the provinces: each one once, a link where there are providers, with outlines that fit together."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from support.made import texts
from support.registers.demos import public_demo
from support.registers.public import grade, provider, report
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content
from generator.site.pages.views.mapping import MapView, map_view, outlines

PROVINCES = WORDS.group("region")


def register(*places: tuple[str, ...]) -> PublicRegister:
    """A register of a provider for each of ``places``, which are the provinces that it names."""
    one = provider(report(total=grade("8.0")))
    providers = tuple(replace(one, id=f"p{number}", provinces=names) for number, names in enumerate(places))
    return replace(public_demo(60), providers=providers)


def drawn(*places: tuple[str, ...]) -> MapView:
    found = map_view(register(*places), WORDS)
    assert found
    return found


def corners(outline: str) -> list[tuple[int, int]]:
    """The corners of all parts of an outline, each part with its first corner at its end again."""
    found = []
    for part in outline.split("z")[:-1]:
        x, y, *steps = map(int, re.findall(r"-?\d+", part))
        places = [(x, y)]
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            places.append((places[-1][0] + across, places[-1][1] + down))
        found += [*places, places[0]]
    return found


def test_there_is_no_map_where_no_provider_names_a_province() -> None:
    assert map_view(register((), ()), WORDS) is None
    pages = texts(content(register((), ()), SETTINGS))
    assert "<svg" not in pages["provincies/index.md"]
    assert "kc-map" in texts(content(register(("utrecht",)), SETTINGS))["provincies/index.md"]


def test_a_province_says_how_many_providers_name_it() -> None:
    of = {each.id: each for each in drawn(("utrecht", "zuid-holland"), ("utrecht",)).regions}
    assert of.keys() == PROVINCES.keys()
    assert (of["utrecht"].title, of["utrecht"].lines) == ("Utrecht: 2 aanbieders", ("Utrecht", "2"))
    assert of["zuid-holland"].title == "Zuid-Holland: 1 aanbieder"
    assert of["zuid-holland"].lines == ("Zuid-", "Holland", "1")
    assert (of["drenthe"].title, of["drenthe"].lines) == ("Drenthe: geen aanbieders", ("Drenthe",))


def test_only_a_province_with_providers_is_a_link() -> None:
    page = texts(content(register(("utrecht",)), SETTINGS))["provincies/index.md"]
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert re.findall(r'<a [^>]*href="([^"]*)"', drawing) == ["utrecht/"]
    assert drawing.count("<path") == len(PROVINCES)
    assert len(drawing.encode()) < 8_000


def test_the_file_says_where_the_outlines_come_from_and_so_does_the_page() -> None:
    page = texts(content(register(("utrecht",)), SETTINGS))["provincies/index.md"]
    assert "Natural Earth (publiek domein)" in page


@pytest.mark.parametrize("province", PROVINCES)
def test_an_outline_and_its_label_lie_on_the_map(province: str) -> None:
    file = outlines("netherlands")
    places = [*corners(file["regions"][province]["outline"]), tuple(file["regions"][province]["label"])]
    for x, y in places:
        assert 0 <= x <= file["width"]
        assert 0 <= y <= file["height"]


def test_neighbours_share_their_border() -> None:
    """Each line of the border of a province inland is a line of another one too, but for those along the sea."""
    lines = Counter(
        frozenset(line)
        for each in outlines("netherlands")["regions"].values()
        for line in pairwise(corners(each["outline"]))
        if line[0] != line[1]
    )
    inland = [
        frozenset(line)
        for line in pairwise(corners(outlines("netherlands")["regions"]["utrecht"]["outline"]))
        if len(set(line)) > 1
    ]
    assert len(inland) > 20
    assert all(lines[line] == 2 for line in inland)
