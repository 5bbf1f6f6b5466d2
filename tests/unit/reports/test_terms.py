"""The names of services in reports: those of today, and those that they had before."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from support.registers.empty import CHARTER
from support.registers.reading import judged
from support.words import ENGLISH_REGISTER

from generator.charter import Noun
from generator.register.fields import TOTAL
from generator.register.records import Audience
from generator.reports.terms import Terms, folded


@pytest.mark.parametrize("label", ["Bedachte hulp", "BEDACHTE HULP", "oude hulp (dienst 2)"])
def test_a_former_name_is_read_as_the_service_of_today(label: str, register_folder: Path) -> None:
    register = judged(register_folder).register
    meaning = Terms(register.services.values(), register.charter).meaning(label)
    assert meaning
    assert (meaning.service, meaning.alike) == ("tweede-hulp", 1)


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Ærø & Łódź", "aerolodz"),
        ("1e spoor (ﬁets)", "eerstespoorfiets"),
        ("Toeiden naar A.B.", "toeleidennaarab"),
        ("мир", "мир"),
    ],
)
def test_a_label_is_read_in_the_letters_in_which_names_are_found(label: str, read: str) -> None:
    assert folded(label) == folded(unicodedata.normalize("NFD", label.upper())) == read


@pytest.mark.parametrize(
    ("label", "audience"),
    [("Total", None), ("Totaal", None), ("Total learners", Audience.CLIENT), ("Learners, total", Audience.CLIENT)],
)
def test_a_total_is_told_in_either_language_by_the_nouns(label: str, audience: Audience | None) -> None:
    register = judged(ENGLISH_REGISTER).register
    meaning = Terms(register.services.values(), register.charter).meaning(label)
    assert meaning
    assert (meaning.service, meaning.audience) == (TOTAL, audience)


def test_a_word_that_could_be_either_audience_is_nobody() -> None:
    """Its grade would be shown as that of whoever pays, and be of somebody whose grade may be withheld."""
    nouns = replace(CHARTER.nouns, client=Noun("worker", "workers", "a"), commissioner=Noun("client", "clients", "a"))
    terms = Terms([], replace(CHARTER, nouns=nouns))
    assert terms.audience("Client") is None
    assert terms.audience("Workers") is Audience.CLIENT
    assert terms.audience("Clients") is Audience.COMMISSIONER
