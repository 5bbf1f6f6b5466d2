"""One reading of letters for ids, order, A to Z, search and names that are alike."""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import unicodedata
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.names import resembles
from generator.letters import plain, slug, words_of
from generator.register.fields import is_provider_id
from generator.site.words.ordering import OTHER, by_name, letter_of

# The letters of languages that are written in Latin letters. Those of phonetics, tones and clicks are read as none.
LATIN = [
    chr(number)
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if unicodedata.name(chr(number), "").startswith(("LATIN SMALL L", "LATIN CAPITAL L"))
]
NO_LETTERS = {"TONE", "DELTA", "LAMBDA", "GAMMA", "GLOTTAL"}


@pytest.mark.parametrize("letter", [each for each in LATIN if not NO_LETTERS & {*unicodedata.name(each).split()}])
def test_a_letter_of_a_name_has_its_place_everywhere(letter: str) -> None:
    read = plain(letter)
    assert read.isascii()
    assert read.isalpha()
    assert words_of(letter) == [read]
    assert slug(letter) == slug(f"{letter} {letter}").partition("-")[0] == read
    assert is_provider_id(slug(letter))
    assert letter_of(letter) == read[0]
    assert letter_of(letter) in ascii_lowercase
    assert by_name(f"{letter}b") == f"{read}b"
    assert resembles(f"Werk{letter}huis", f"Werk{read}huis")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Øst", "ost"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Ærø", "aero"),
        ("Đorđe", "dorde"),
        ("ılgaz İş", "ilgaz is"),
        ("Ǿ ǽ", "o ae"),  # which Unicode takes apart into a letter that it does not
        ("Ĳsselmeer", "ijsselmeer"),
        ("Colŀectiu", "collectiu"),
        ("Werk™", "werktm"),
    ],
)
def test_a_name_in_plain_letters(name: str, read: str) -> None:
    assert plain(name) == by_name(name) == read
    assert slug(name) == read.replace(" ", "-")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("A.B. Coaching", ["ab", "coaching"]),
        ("a. b. coaching", ["ab", "coaching"]),
        ("Werk B.V.", ["werk", "bv"]),
        ("S.T.A.P", ["stap"]),
        ("A. Werk", ["a", "werk"]),
        ("A.Werk", ["a", "werk"]),
        ("Werk 2.0", ["werk", "2", "0"]),
        ("X", ["x"]),
        ("ʼt Werk", ["t", "werk"]),
        ("’s-Gravenzande", ["s", "gravenzande"]),
        ("ir. A.B. Werk", ["ir", "ab", "werk"]),
        ("drs. a. b. c. Werk", ["drs", "abc", "werk"]),
        ("J.P.de Werk", ["jp", "de", "werk"]),
    ],
)
def test_initials_are_one_word_everywhere(name: str, words: list[str]) -> None:
    assert words_of(name) == words
    assert slug(name).replace("-", "") == "".join(words)
    assert letter_of(name) == words[0][0]
    assert by_name(name).replace(" ", "") == "".join(words)


APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿˈˊˋ՚׳′‵Ꞌꞌ＇"
HYPHENS = "-\u2010‑‒–—―⁃−﹣－"


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_each_mark_that_stands_for_an_apostrophe_is_read_as_one(mark: str) -> None:
    assert plain(f"{mark}t d{mark}Arc") == "'t d'arc"
    assert slug(f"{mark}t d{mark}Arc") == "t-darc"
    assert letter_of(f"{mark}t Werk") == "t"


@pytest.mark.parametrize("mark", HYPHENS)
def test_each_mark_that_stands_for_a_hyphen_is_read_as_one(mark: str) -> None:
    assert plain(f"Jean{mark}Luc") == "jean-luc"
    assert by_name(f"Jean{mark}Luc") == by_name("Jean-Luc")


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e"])
def test_what_cannot_be_seen_parts_no_word(mark: str) -> None:
    assert words_of(f"Werk{mark}huis") == ["werkhuis"]


@given(st.text(st.sampled_from([*LATIN, *APOSTROPHES, *HYPHENS, ".", " ", "é", "İ", "ﬁ"])))
def test_both_normal_forms_of_a_name_are_read_the_same(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text)) == plain(text)


@pytest.mark.parametrize("name", ["東京", "Ωμέγα", "2Werk", "...", ""])
def test_what_begins_with_no_letter_of_ours_is_listed_apart(name: str) -> None:
    assert letter_of(name) == OTHER


@pytest.mark.parametrize(("one", "other"), [("A", "B"), ("X", "XY"), ("Ø", "Æ"), ("A.B.", "C.D.")])
def test_names_of_one_letter_are_no_slips_for_each_other(one: str, other: str) -> None:
    assert not resembles(one, other)


@given(st.text())
def test_what_was_read_is_in_small_letters_without_marks(text: str) -> None:
    read = plain(text)
    assert not [each for each in read if unicodedata.category(each)[0] == "M"]
    assert read == read.lower()
    assert all(word in read for word in words_of(text))
    assert set(slug(text)) <= {*ascii_lowercase, *"0123456789-"}
