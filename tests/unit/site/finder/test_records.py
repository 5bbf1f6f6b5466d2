"""The records that the finder searches: what finds a provider, in which order, and what a result shows."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.registers.public import invented, named, services

from generator.disclosure.public import (
    NoResponse,
    PublicProvider,
    PublicRegister,
    PublicRow,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.site.finder.listing import listing_view
from generator.site.finder.records import ORDERS, facets, head, is_large, records, searchable_words, sort_keys
from generator.site.words.catalogue import dutch
from generator.site.words.ratings import Absent

SOME = invented(20).providers[0]


def provider_of(*ids: str, name: str = "Verzonnen", **changes: object) -> PublicProvider:
    """A provider of these services and no place."""
    chosen = tuple(service for service in services() if service.id in ids)
    assert len(chosen) == len(ids)
    return named(SOME, name, services=chosen, **({"provinces": ()} | changes))


def rated(name: str, rating: Rating, completed: int, end: date = date(2021, 12, 31)) -> PublicProvider:
    provider = named(SOME, name)
    clients = replace(provider.newest.clients, total=PublicRow(None, 99, completed, rating))
    return replace(provider, reports=(replace(provider.newest, clients=clients, period_end=end),))


def register_of(*providers: PublicProvider) -> PublicRegister:
    return PublicRegister(services(), providers, ())


def is_found(provider: PublicProvider, typed: str) -> bool:
    """Whether each word that was typed is the begin of a word of the record."""
    words = searchable_words(provider, dutch())
    return all(any(word.startswith(part) for word in words) for part in typed.split())


def order(*providers: PublicProvider, by: str) -> list[str]:
    """The names as the finder shows them in an order; alphabetical among equals."""
    keys = {each.name: sort_keys(each, place) for place, each in enumerate(sorted(providers, key=lambda p: p.name))}
    return sorted(keys, key=lambda name: (keys[name][by], keys[name]["naam"]))


@pytest.mark.parametrize(
    ("typed", "service"),
    [
        ("coach", "jobcoaching"),
        ("jobcoach", "jobcoaching"),
        ("job coach", "jobcoaching"),
        ("2e spoor", "van-werk-naar-werk"),
        ("tweede spoor", "van-werk-naar-werk"),
        ("spoor 2", "van-werk-naar-werk"),
        ("1e spoor", "van-werk-naar-werk"),
        ("reintegratie", "naar-werk-zonder-werk"),
        ("re integratie", "naar-werk-zonder-werk"),
        ("bijstand", "naar-werk-zonder-werk"),
        ("burnout", "behandeling-of-begeleiding"),
        ("burn out", "behandeling-of-begeleiding"),
        ("ontslag", "outplacement"),
        ("nt2", "inburgering"),
        ("orientatie", "diagnose-en-loopbaanorientatie"),
    ],
)
def test_a_service_is_found_by_the_words_that_people_use(typed: str, service: str) -> None:
    assert is_found(provider_of(service), typed)
    assert not is_found(provider_of("organisatieadvies-en-onderzoek"), typed)


@pytest.mark.parametrize("typed", ["utrecht", "amersfoort", "brabant", "noord brabant", "bosch", "fryslan"])
def test_a_place_is_found_by_its_province_and_the_larger_places_in_it(typed: str) -> None:
    everywhere = provider_of("outplacement", provinces=("utrecht", "noord-brabant", "friesland"))
    assert is_found(everywhere, typed)
    assert not is_found(provider_of("outplacement"), typed)


def test_a_former_name_finds_the_provider_too() -> None:
    assert is_found(provider_of("outplacement", former_names=("Bedacht Vroeger",)), "bedacht vroeger")


def test_what_is_chosen_in_the_form_stands_in_the_record_as_a_word() -> None:
    provider = rated("Verzonnen", Published(Decimal("8.0")), 20)
    provider = replace(provider, services=services()[:1], provinces=("utrecht",))
    assert set(facets(provider)) >= {"qxdienstscholingenopleiding_", "qxprovincieutrecht_", "qxcijfer_"}


@pytest.mark.parametrize("rating", [Withheld(Reason.TOO_FEW_RESPONDENTS), NoResponse()])
def test_a_grade_that_is_not_public_is_no_facet(rating: Rating) -> None:
    assert "qxcijfer_" not in set(facets(rated("Verzonnen", rating, 1)))


def test_commissioners_that_were_not_asked_gave_no_grade() -> None:
    unasked = replace(SOME, reports=(replace(SOME.newest, commissioners=None),))
    assert "qxopdrachtgevers_" not in set(facets(unasked))


def test_in_every_order_who_has_no_clients_grade_is_behind_who_has_a_low_one() -> None:
    low, high = rated("C", Published(Decimal("1.0")), 2), rated("D", Published(Decimal("10.0")), 90)
    none, withheld = rated("A", NoResponse(), 0), rated("B", Withheld(Reason.TOO_FEW_RESPONDENTS), 1)
    assert order(low, high, none, withheld, by="cijfer") == ["D", "C", "A", "B"]


def test_the_other_orders_begin_with_most_answers_the_newest_period_and_the_first_name() -> None:
    few = rated("A", Published(Decimal("9.0")), 5, date(2020, 6, 30))
    many = rated("B", Published(Decimal("7.0")), 50, date(2019, 12, 31))
    assert order(few, many, by="antwoorden") == ["B", "A"]
    assert order(few, many, by="nieuwste") == ["A", "B"]
    assert order(few, many, by="naam") == ["A", "B"]


def test_records_stand_in_the_order_of_the_names() -> None:
    listed = register_of(*(named(SOME, name) for name in ("zeta", "'t Éta", "Alfa")))
    names = [json.loads(record.shown)["name"] for record in records(listed, dutch())]
    assert names == ["Alfa", "'t Éta", "zeta"]


def test_a_result_shows_the_listing_and_nothing_that_is_not_there() -> None:
    provider = rated("<b>\"A\" & 'B'</b>", Withheld(Reason.TOO_FEW_RESPONDENTS), 1)
    (record,) = records(register_of(provider), dutch())
    shown, listing = json.loads(record.shown), listing_view(provider, dutch())
    assert shown["name"] == listing.name
    assert shown["services"] == list(listing.services)
    assert isinstance(listing.clients, Absent)
    assert shown["clients"] == {"absence": listing.clients.absence, "reason": listing.clients.reason}
    assert "ended" not in shown


def test_the_words_of_a_reason_find_nobody() -> None:
    without = rated("Verzonnen", Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50)), 3)
    for word in ("respons", "vragenlijst", "clienten", "99"):
        assert not is_found(without, word)


def test_each_order_has_a_number_in_every_record() -> None:
    for record in records(invented(20), dutch()):
        assert tuple(record.orders) == ORDERS


def test_only_in_a_large_register_the_first_of_each_order_carry_a_word() -> None:
    small, large = invented(1000), invented(1001)
    assert not is_large(small)
    assert is_large(large)
    assert not any(head("cijfer") in record.words for record in records(small, dutch()))
    found = [record.words for record in records(large, dutch())]
    for name in ORDERS:
        assert sum(head(name) in words for words in found) == 500
    assert all((head("naam") in words) is (place < 500) for place, words in enumerate(found))


def test_the_same_register_gives_the_same_records() -> None:
    backwards = replace(invented(20), providers=invented(20).providers[::-1])
    assert list(records(backwards, dutch())) == list(records(invented(20), dutch()))
