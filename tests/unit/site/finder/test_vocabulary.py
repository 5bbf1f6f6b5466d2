"""What the finder knows of the words that people type."""

from dataclasses import replace
from importlib.resources import files

import pytest
from support.registers.demos import public_demo
from support.words import WORDS

from generator.charter import Noun
from generator.letters import words_of
from generator.site.finder.vocabulary import Vocabulary, places, vocabulary


@pytest.fixture
def known() -> Vocabulary:
    return vocabulary(public_demo(60), WORDS)


def test_every_province_has_places_each_once_and_without_blanks() -> None:
    assert list(places()) == list(WORDS.group("region"))
    for province, names in places().items():
        assert len(names) > 10, province
        assert len(set(names)) == len(names), province
        assert all(name == " ".join(name.split()) and words_of(name) for name in names), province


@pytest.mark.parametrize(
    ("place", "province"),
    [
        ("Zeist", "utrecht"),
        ("Den Haag", "zuid-holland"),
        ("'s-Gravenhage", "zuid-holland"),
        ("Den Bosch", "noord-brabant"),
        ("Haarlemmermeer", "noord-holland"),
        ("Fryslân", "friesland"),
        ("Weert", "limburg"),
    ],
)
def test_a_place_lies_where_it_lies(place: str, province: str) -> None:
    assert [each for each, names in places().items() if place in names] == [province]


def test_the_name_of_a_province_is_no_place_elsewhere() -> None:
    """Who types Zeeland means the province."""
    for province, name in WORDS.group("region").items():
        lying = {each for each, names in places().items() if any(words_of(town) == words_of(name) for town in names)}
        assert lying <= {province}


def test_where_the_places_come_from_stands_with_them() -> None:
    text = files("generator.site.finder").joinpath("places.yaml").read_text(encoding="utf-8")
    head = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("#"))
    assert "Source: GeoNames" in head
    assert "CC BY 4.0" in head
    assert "Changed:" in head


def test_a_service_is_known_by_its_names_and_by_what_people_call_it(known: Vocabulary) -> None:
    for service in public_demo(60).services:
        assert known.services[service.id][0] == service.name
        assert {*service.also_called, *service.former_names} < set(known.services[service.id])
        assert None not in known.services[service.id]


def test_small_words_are_single_words_in_plain_letters(known: Vocabulary) -> None:
    assert {"ik", "ben", "beste", "in", "aanbieder", "aanbieders", "provincie", "provincies"} <= set(known.small)
    assert [words_of(each) for each in known.small] == [[each] for each in known.small]


def test_what_a_provider_is_called_still_tells_a_service_that_has_the_word() -> None:
    public = public_demo(60)
    nouns = replace(public.charter.nouns, provider=Noun("jobcoach bureau", "jobcoach bureaus", "het"))
    small = vocabulary(replace(public, charter=replace(public.charter, nouns=nouns)), WORDS).small
    assert {"bureau", "bureaus"} < set(small)
    assert "jobcoach" not in small


def test_no_phrase_of_a_service_consists_of_small_words(known: Vocabulary) -> None:
    """It could never be found."""
    for phrases in known.services.values():
        for phrase in phrases:
            assert set(words_of(phrase)) - set(known.small), phrase
