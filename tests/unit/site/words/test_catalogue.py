"""The catalogue of words."""

import re
from unicodedata import bidirectional

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markupsafe import Markup
from support.words import WORDS

from generator.site.words.catalogue import Words

PHRASES = Words(
    {"greeting": "dag {name}", "group": {"people": {"zero": "niemand", "one": "{n} mens", "other": "{n} mensen"}}},
    WORDS.figures,
    WORDS.folders,
)


def test_a_phrase_is_filled_in() -> None:
    assert PHRASES("greeting", name="wereld") == "dag wereld"


@pytest.mark.parametrize(("n", "phrase"), [(0, "niemand"), (1, "1 mens"), (2, "2 mensen"), (1500, "1.500 mensen")])
def test_the_first_number_chooses_the_form(n: int, phrase: str) -> None:
    assert PHRASES("group.people", n=n) == phrase


def test_what_is_filled_in_is_not_a_pattern_itself() -> None:
    assert PHRASES("greeting", name="{n} {name.__class__}") == "dag {n} {name.__class__}"


def test_a_full_stop_of_a_name_ends_the_sentence() -> None:
    asked = Words({"ask": "Vraag {name}. Of mail."}, WORDS.figures, WORDS.folders)
    assert asked("ask", name="Bron") == "Vraag Bron. Of mail."
    assert asked("ask", name="Bron B.V.") == "Vraag Bron B.V. Of mail."
    assert asked.rich("ask", name=Markup("<bdi>Bron B.V.</bdi>")) == "Vraag <bdi>Bron B.V.</bdi> Of mail."
    assert asked.rich("ask", name=Markup("<bdi>Bron</bdi>")) == "Vraag <bdi>Bron</bdi>. Of mail."


def test_a_name_from_right_to_left_is_set_apart_once() -> None:
    nested = PHRASES("greeting", name=PHRASES("greeting", name="אבג 7"))
    assert nested == "dag dag \u2068אבג 7\u2069"
    assert PHRASES("greeting", name="Ünal €") == "dag Ünal €"
    assert PHRASES("greeting", name="\u0301Alfa") == "dag \u2068\u0301Alfa\u2069"
    assert PHRASES.rich("greeting", name="<مرحبا>") == "dag \u2068&lt;مرحبا&gt;\u2069"
    assert PHRASES.rich("greeting", name=Markup("<bdi>مرحبا</bdi>")) == "dag <bdi>مرحبا</bdi>"


@given(st.text(), st.text())
def test_nothing_from_right_to_left_stands_beside_other_text_without_a_wall(name: str, other: str) -> None:
    said = PHRASES("greeting", name=name) + PHRASES("greeting", name=other)
    bare = re.sub("\u2068.*?\u2069", "", said, flags=re.DOTALL)
    assume("\u2068" not in name + other)
    assume("\u2069" not in name + other)
    assert not any(bidirectional(each) in {"R", "AL"} and "\u0590" <= each <= "\u08ff" for each in bare)


def test_a_group_is_handed_on_as_it_stands() -> None:
    assert PHRASES.group("group.people") == {"zero": "niemand", "one": "{n} mens", "other": "{n} mensen"}


def test_a_phrase_that_is_not_there_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        PHRASES("group.animals", n=1)
    with pytest.raises(KeyError):
        PHRASES.group("animals")
    with pytest.raises(TypeError, match="whole number"):
        PHRASES("group.people", n="two")
