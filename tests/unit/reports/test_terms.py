"""The names of services in reports: those of today, and those that they had before."""

import unicodedata
from pathlib import Path

import pytest
from support.registers.reading import judged

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
