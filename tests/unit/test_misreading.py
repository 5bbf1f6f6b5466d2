"""Text that was read in a wrong encoding is found whoever read it, and text that is right is not taken for such."""
# ruff: noqa: RUF001 - letters that look like others, and quotes and dashes as people write them

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.misreading import misread

# Letters of languages near us, each with its capitals.
ALPHABETS = ["éèêëçàâîïôûùœæ", "äöüß", "åæø", "ãõáéíóúâêôç", "ąćęłńśźż", "çğöşü", "áðéíóúýþæö", "ëïéèöü"]
ENCODINGS = ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"]

words = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(f"aeiknrstw{letters}", min_size=1, max_size=8))


@given(st.lists(words, min_size=1, max_size=4), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_words_of_our_languages_are_not_taken_for_misread(text: list[str], cased: object) -> None:
    assert callable(cased)
    assert misread(" ".join(map(cased, text))) is None


_RIGHT = [
    "cliënten",
    "CAFÉ’S",
    "à la carte, “Élan”",
    "Ünlü – “Ü”",
    "50 €",
    "Привет",
    "SÃO PAULO, IRMÃ MARIA",
    "naïveté’s",
    "½ van √9 ≈ 1,5",
    "« Élan » §§ 12–14",
    "┌──┬──┐ │ a │ ├──┼──┤ └──┴──┘",
    "=SOM(A1:B2)",
    "https://www.example.nl/?a=C3&b=1",
    "C:\\users\\u0041",
]


@pytest.mark.parametrize("text", _RIGHT)
def test_text_that_is_right_is_not_taken_for_misread(text: str) -> None:
    assert misread(text) is None


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", ["ë", "É", "ñ", "ł", "Ø", "ß", "Иван", "’", "€", "\N{GRINNING FACE}", "Ş"])
def test_any_letter_that_was_misread_is_found(text: str, encoding: str) -> None:
    wrong = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())
    found = misread(f"Werk {wrong} Werk")
    assert found
    assert (found[0], found[1][0]) == (5, text[0])


@given(st.sampled_from("éèêëçàïôûäöüßåøñ"), st.sampled_from(ENCODINGS))
def test_what_was_misread_twice_is_found(letter: str, encoding: str) -> None:
    once = letter.encode().decode(encoding)
    twice = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in once.encode())
    assert misread(f"Werk {twice}x") is not None


@pytest.mark.parametrize("text", ["Ã la carte", "voilÃ een"])
def test_a_hard_space_that_was_lost_on_the_way_makes_no_difference(text: str) -> None:
    found = misread(text)
    assert found
    assert found[1] == "à"


@given(words.filter(lambda word: not word.isascii()))
def test_letters_as_mail_spells_them_on_its_way_are_found(word: str) -> None:
    strange = next(place for place, letter in enumerate(word) if not letter.isascii())
    found = misread(quopri.encodestring(word.encode()).decode())
    assert found
    assert (found[0], found[1][0]) == (strange, word[strange])


@pytest.mark.parametrize("text", ["cli\ufffdnten", "\ufffdlan"])
def test_a_letter_that_was_lost_is_found(text: str) -> None:
    assert misread(text) == (text.index("\ufffd"), "")
