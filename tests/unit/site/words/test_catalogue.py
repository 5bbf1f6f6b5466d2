"""The catalogue of words."""

import pytest
from babel import Locale

from generator.site.words.catalogue import Words

WORDS = Words(
    {"greeting": "dag {name}", "group": {"people": {"zero": "niemand", "one": "{n} mens", "other": "{n} mensen"}}},
    Locale("nl"),
)


def test_a_phrase_is_filled_in() -> None:
    assert WORDS("greeting", name="wereld") == "dag wereld"


@pytest.mark.parametrize(("n", "phrase"), [(0, "niemand"), (1, "1 mens"), (2, "2 mensen"), (1500, "1.500 mensen")])
def test_the_first_number_chooses_the_form(n: int, phrase: str) -> None:
    assert WORDS("group.people", n=n) == phrase


def test_what_is_filled_in_is_not_a_pattern_itself() -> None:
    assert WORDS("greeting", name="{n} {name.__class__}") == "dag {n} {name.__class__}"


def test_a_group_is_handed_on_as_it_stands() -> None:
    assert WORDS.group("group.people") == {"zero": "niemand", "one": "{n} mens", "other": "{n} mensen"}


def test_a_phrase_that_is_not_there_is_a_mistake_in_the_code() -> None:
    with pytest.raises(KeyError):
        WORDS("group.animals", n=1)
    with pytest.raises(KeyError):
        WORDS.group("animals")
    with pytest.raises(TypeError, match="whole number"):
        WORDS("group.people", n="two")
