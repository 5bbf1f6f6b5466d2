"""The names of columns: each stands for one column, and those of the register's sector are understood too."""

from collections import Counter

import pytest
from support.registers.empty import CHARTER
from support.words import ENGLISH_REGISTER

from generator.charter import Nouns
from generator.register.charters import read_charter
from generator.reports.delivery.columns import COLUMNS, columns_of
from generator.reports.terms import folded


def _english() -> Nouns:
    charter, findings = read_charter(ENGLISH_REGISTER)
    assert charter, findings
    return charter.nouns


def test_no_name_stands_for_two_columns() -> None:
    meant = Counter(name for names in COLUMNS.values() for name in {folded(each) for each in names})
    assert [name for name, columns in meant.items() if columns > 1] == []


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Academy", "name"),
        ("Name of academy", "name"),
        ("Academy ID", "provider"),
        ("Course", "service"),
        ("Kind of course", "service"),
        ("Provider", "provider"),
    ],
)
def test_the_nouns_of_a_register_name_its_columns(name: str, column: str) -> None:
    assert columns_of(_english())[folded(name)] == column


@pytest.mark.parametrize("nouns", [CHARTER.nouns, _english()])
def test_a_column_is_known_in_both_languages_whatever_that_of_the_register(nouns: Nouns) -> None:
    column_of = columns_of(nouns)
    pairs = (("Rapportdatum", "Date of report"), ("Netto steekproef", "Invited"), ("Doelgroep", "Group"))
    assert all(column_of[folded(dutch)] == column_of[folded(english)] for dutch, english in pairs)
