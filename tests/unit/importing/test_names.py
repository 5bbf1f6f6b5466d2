"""Ids that are made of names, and names that may be slips for each other."""

import unicodedata

import pytest
from support.registers.drawn import NOWHERE

from generator.importing.names import KnownNames, known_names, resembles
from generator.letters import slug
from generator.register.fields import is_provider_id
from generator.register.records import Provider


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Step Voor Step", "step-voor-step"),
        ("XS4niets BV", "xs4niets-bv"),
        ("Stichting Élan & Co.", "stichting-elan-co"),
        ("'t Nieuwe Spoor", "t-nieuwe-spoor"),
        ("Coöperatie Zó (Oost)", "cooperatie-zo-oost"),
        ("Smørrebrød — Straße", "smorrebrod-strasse"),
        ("../../etc", "etc"),
        ("x" * 300, "x" * 80),
    ],
)
def test_the_id_of_a_name(name: str, identity: str) -> None:
    assert slug(name) == identity
    assert is_provider_id(slug(name))


def test_a_name_without_a_letter_for_an_address_has_no_id() -> None:
    assert not slug("東京")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verzonnen Werk BV", "Verzonnen Werk B.V."),
        ("Verzonnen Werk", "VERZONNEN WERK"),
        ("Verzonnen Werk", "Verzonnenwerk"),
        ("Verzonnen Werk", "Verzonen Werk"),
        ("Verzonnen Werk", "Verzonnen Werk Oost"),
        ("Stichting Verzonnen Werk", "Verzonnen Werk"),
        ("Élan", "Elan"),
    ],
)
def test_names_that_may_be_slips(one: str, other: str) -> None:
    assert resembles(one, other)
    assert resembles(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verzonnen Werk 1", "Verzonnen Werk 2"),
        ("Verzonnen A", "Verzonnen B"),
        ("Werkpad Oost", "Werkpad West"),
        ("Werk", "Een heel andere naam met Werk"),
        ("東京", "Verzonnen Werk"),
        ("...", "Verzonnen Werk"),
    ],
)
def test_names_that_are_others(one: str, other: str) -> None:
    assert not resembles(one, other)
    assert not resembles(other, one)


def test_a_provider_is_known_by_each_of_its_names_and_by_nothing_less() -> None:
    known = known_names(
        [
            Provider(at=NOWHERE, id="alfa", name="Verzonnen Alfa", former_names=("Bedacht Alfa",), places={}),
            Provider(at=NOWHERE, id="beta", name="Verzonnen Beta", former_names=("Bedacht Alfa",), places={}),
        ],
    )
    assert known.ids("Verzonnen Alfa") == {"alfa"}
    assert known.ids("Bedacht Alfa") == {"alfa", "beta"}
    assert known.ids("verzonnen alfa") == set()
    assert known.like("verzonnen alfa") == {"alfa"}


@pytest.mark.parametrize("name", ["Élan Zorg", "Łódź & Ørsted", "İş", "Ångström", "Việt", "שָׁלוֹם"])
def test_a_name_is_the_same_in_both_normal_forms(name: str) -> None:
    forms = [unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name)]
    for written, asked in (forms, forms[::-1]):
        known = KnownNames()
        known.add(written, "het-id")
        assert known.ids(asked) == {"het-id"}
