"""The order of names in an index, and the letter under which each stands."""

import pytest

from generator.site.words.ordering import OTHER, by_name, letter_of


def test_capitals_accents_and_marks_make_no_difference() -> None:
    names = ["The Fir Academy", "'t Werk", "Élan", "eland", "IJsland", "iglo"]
    assert sorted(names, key=by_name) == [
        "Élan",
        "eland",
        "iglo",
        "IJsland",
        "'t Werk",
        "The Fir Academy",
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("The Fir Academy", "t"),
        ("'t Werk", "t"),
        ("Élan", "e"),
        ("IJsland", "i"),
        ("2de spoor", OTHER),
        ("Ωmega", OTHER),
    ],
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert letter_of(name) == letter
