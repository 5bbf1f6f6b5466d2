"""The words that find a provider, and the ones that must not."""

import pytest

from generator.site.finder.searchwords import END, facet, found_by_name, found_by_phrases, plain, words_of


def begins(words: set[str], typed: str) -> bool:
    """Whether Pagefind finds one of the words by what was typed: it begins with that."""
    return any(word.startswith(typed) for word in words)


@pytest.mark.parametrize(
    ("text", "expected"), [("Bèta", "beta"), ("ÉÉN", "een"), ("Loopbaanoriëntatie", "loopbaanorientatie")]
)
def test_capitals_and_accents_make_no_difference(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Werk & Co.", ["werk", "co"]),
        ("Re-integratie", ["re", "integratie", "reintegratie"]),
        ("'t Werk", ["t", "werk"]),
        ("auto's", ["auto", "s", "autos"]),
        ("S.T.A.R.", ["s", "t", "a", "r", "star"]),
        ("(eerste en tweede spoor)", ["eerste", "en", "tweede", "spoor"]),
        ("Xs2more BV", ["xs2more", "bv"]),
        ("*** --", []),
    ],
)
def test_a_word_with_marks_in_it_is_there_in_parts_and_joined(text: str, expected: list[str]) -> None:
    assert list(words_of(text)) == expected


@pytest.mark.parametrize(
    "typed", ["step", "by", "prior", "priority", "riority", "ority", "ity", "stepbystep", "stepby"]
)
def test_a_name_is_found_by_the_begin_the_middle_and_the_end_of_its_words(typed: str) -> None:
    assert begins(found_by_name("Step by Step Priority"), typed)


@pytest.mark.parametrize("typed", ["ty", "stap", "priorities"])
def test_a_name_is_not_found_by_what_is_not_in_it(typed: str) -> None:
    assert not begins(found_by_name("Step by Step Priority"), typed)


def test_what_only_a_part_of_the_typed_word_is_carries_a_mark_that_nobody_can_type() -> None:
    """Pagefind falls back on the longest word that was typed the begin of: "am" must not answer "amsterdam"."""
    found = found_by_name("AM Traject")
    assert {"am_", "traject", "raject_"} <= found
    assert not any("amsterdam".startswith(word) for word in found)
    assert any("trajectbegeleiding".startswith(word) for word in found)
    assert list(words_of(END)) == []


def test_of_a_service_the_words_that_say_nothing_are_left_out() -> None:
    assert found_by_phrases(["Begeleiding op de werkplek", "2e spoor"], frozenset({"op", "de"})) == {
        "begeleiding",
        "werkplek",
        "2e_",
        "spoor",
    }


def test_a_facet_is_one_word_that_is_the_begin_of_no_other() -> None:
    assert facet("provincie", "noord-holland") == "qxprovincienoordholland_"
    assert facet("cijfer") == "qxcijfer_"
    assert not facet("dienst", "werk-en-meer").startswith(facet("dienst", "werk"))
