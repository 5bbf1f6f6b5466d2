"""The phrases of a site: those of the program, and what a register says instead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from support.registers.empty import CHARTER

from generator.charter import Noun
from generator.site.words.catalogue import words_of
from generator.site.words.phrases import address_faults, faults


def test_a_register_says_in_its_own_words_what_it_wants() -> None:
    own = {"home": {"title": "Hoe goed zijn {providers}?"}, "list": {"count": {"one": "één {provider}"}}}
    words = words_of(replace(CHARTER, phrases=own))
    assert words("home.title") == "Hoe goed zijn aanbieders?"
    assert [words("list.count", count=count) for count in (0, 1, 2)] == [
        "Geen aanbieders",
        "één aanbieder",
        "2 aanbieders",
    ]


def test_what_asks_of_the_other_audience_is_said_otherwise_where_there_is_none() -> None:
    nouns = replace(CHARTER.nouns, commissioner=None)
    words = words_of(replace(CHARTER, nouns=nouns))
    assert "opdrachtgever" in words_of(CHARTER)("home.description")
    assert "opdrachtgever" not in words("home.description")
    assert words.find("rating.card.commissioner") is None


def test_a_full_stop_of_a_name_ends_the_sentence() -> None:
    charter = replace(CHARTER, agency=replace(CHARTER.agency, name="Bureau Kwaliteit B.V."))
    assert words_of(charter)("contact.provider.nobody").endswith("aan Bureau Kwaliteit B.V.")


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ({"home": {"title": "Hoe goed zijn {providers} in {register}?"}}, None),
        ({"list": {"count": {"one": "{count} bureau"}}}, None),
        ({"corrections": {"count": {"one": "{count} correctie"}}}, None),
        ({"homes": {"title": "Hoe goed?"}}, ("homes",)),
        ({"home": {"titel": "Hoe goed?"}}, ("home", "titel")),
        ({"home": {"title": {"nl": "Hoe goed?"}}}, ("home", "title")),
        ({"home": {"title": ["Hoe goed?"]}}, ("home", "title")),
        ({"home": {"title": None}}, ("home", "title")),
        ({"home": {"title": " "}}, ("home", "title")),
        ({"home": {"title": "Hoe {goed?"}}, ("home", "title")),
        ({"home": {"title": "Hoe {register.name}?"}}, ("home", "title")),
        ({"address": {"asked": {"query": "zoek-{service}"}}}, None),
        ({"address": {"asked": {"query": "zoek op"}}}, ("address", "asked", "query")),
        ({"address": {"anchor": {"terms": "Termen"}}}, ("address", "anchor", "terms")),
        ({"home": {"title": "Hoe goed?\n"}}, ("home", "title")),
        ({"home": "Hoe goed?"}, ("home",)),
        ({"list": {"count": "{count} bureaus"}}, ("list", "count")),
        ({"list": {"count": {"many": "{count} bureaus"}}}, ("list", "count", "many")),
        ({"list": {"count": {"one": "{number} bureau"}}}, ("list", "count", "one")),
        ({"home": {"title": "Hoe goed is {name}?"}}, ("home", "title")),
        # That a grade is missing is said with its reason, and with the numbers that decided it.
        ({"reason": {"secondary": "Dat zeggen wij niet."}}, ("reason", "secondary")),
        ({"reason": {"no_response": {"other": "niemand van de {people}."}}}, ("reason", "no_response", "other")),
        ({"listing": {"no_grade": {"no_response": "niemand"}}}, ("listing", "no_grade", "no_response")),
        ({"reason": {"nobody_invited": "niemand is gevraagd."}}, None),
    ],
)
def test_what_fits_nowhere_is_told_with_its_keys(own: Mapping[str, Any], found: tuple[str, ...] | None) -> None:
    told = [way for way, _, _ in faults(replace(CHARTER, phrases=own))]
    assert told == ([found] if found else [])
    words_of(replace(CHARTER, phrases=own))  # also of a version whose phrases were of another program


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"name": "\u65e5\u672c"}, [("address", "file", "register")]),
        (
            {"name": "\u65e5\u672c", "phrases": {"address": {"file": {"register": "cijfers"}}}},
            [],
        ),
        ({"nouns": replace(CHARTER.nouns, service=Noun("pagina", "pagina's", "de"))}, [("address", "asked", "page")]),
        ({"phrases": {"address": {"anchor": {"terms": "meting"}}}}, [("address", "anchor", "terms")]),
    ],
)
def test_words_of_the_register_make_addresses_that_can_be_told_apart(
    change: Mapping[str, Any], found: list[tuple[str, ...]]
) -> None:
    assert [way for way, _, _ in address_faults(replace(CHARTER, **change))] == found
