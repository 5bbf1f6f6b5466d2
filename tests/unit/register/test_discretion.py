"""A finding tells where a cell is wrong, and what it holds only where the public may see it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registers.editing import Edit, all_of, cell, swapped, written
from support.registers.invented import ALFA_FIRST, BETA_REPORT, corrected

from generator.disclosure.opening import open_register
from generator.findings.findings import Finding, Location
from generator.register.discretion import discreet
from generator.register.records import Result

_BADLY_WRITTEN = ("84", "8,4", "8.43", "8.4?", "acht komma vier", "8 . 4")
_COUNTS = "distributions/2021.csv"


def _said(data: Path) -> str:
    return "\n".join(f"{each.came} {each.expected}" for each in open_register(data).findings)


_IN_DUTCH = ("nee", "Nee", "NEE", "neen", "n", "", "Ja", "JA", "ja.", "j", "ja nee", "--")
_IN_ENGLISH = ("no", "No", "Yes", "YES", "yes.", "y", "yes no", "ja yes")


@pytest.mark.parametrize("says", [*_IN_DUTCH, *_IN_ENGLISH])
@pytest.mark.parametrize("grade", _BADLY_WRITTEN)
def test_a_badly_written_grade_is_told_only_where_the_row_plainly_says_ja(
    says: str, grade: str, register_folder: Path
) -> None:
    edits = [cell(ALFA_FIRST, "grade", f'"{grade}"'), cell(ALFA_FIRST, "publication", says)]
    all_of(*edits)(register_folder)
    found = open_register(register_folder).findings
    assert ALFA_FIRST.at("grade", register_folder) in {each.at for each in found}
    assert not [each for each in found if grade in each.came + each.expected or "8.4" in each.came + each.expected]


@pytest.mark.parametrize("says", ["ja", "yes"])
@pytest.mark.parametrize("grade", _BADLY_WRITTEN)
def test_it_is_told_where_the_row_says_ja(grade: str, says: str, register_folder: Path) -> None:
    swapped(ALFA_FIRST, "8.0,ja", f'"{grade}",{says}')(register_folder)
    assert grade in _said(register_folder)


_OTHER_PLACES: dict[str, Edit] = {
    "in the column before": swapped(ALFA_FIRST, "6,8.0,ja", "8.0,6,nee"),
    "in the column after": swapped(ALFA_FIRST, "6,8.0,ja", "6,,8.0"),
    "in place of the service": swapped(ALFA_FIRST, "eerste-hulp,10,6,8.0,ja", "8.0,10,6,,nee"),
    "in place of the audience": swapped(ALFA_FIRST, "client,eerste-hulp,10,6,8.0,ja", "8.0,eerste-hulp,10,6,,nee"),
    "in a table without its first line": swapped(
        "results/2021.csv", "provider,period_end,audience,service,net_sample,completed,grade,publication\n", ""
    ),
    "beside a withheld total": cell(BETA_REPORT, "promoter_score", '"8,0"'),
    "in the column before, in English": swapped(ALFA_FIRST, "6,8.0,ja", "8.0,6,no"),
    "in a row that says both": swapped(ALFA_FIRST, "eerste-hulp,10,6,8.0,ja", "8.0,no,6,,yes"),
    "as a share": cell(BETA_REPORT, "satisfied", "8.0"),
    "as a count of grades": swapped(_COUNTS, "0,2,4,2,0,0", "0,2,8.0,2,0,0"),
    "in a correction": written("corrections.csv", corrected('client,eerste-hulp,"8.0?",7.0')),
}


@pytest.mark.parametrize("edit", _OTHER_PLACES.values(), ids=_OTHER_PLACES)
def test_nor_is_it_told_in_another_place(edit: Edit, register_folder: Path) -> None:
    edit(register_folder)
    said = _said(register_folder)
    assert said
    assert "8.0" not in said.replace("such as 8.0", "")
    assert "8,0" not in said


_CELLS = ("provider", "period_end", "audience", "service", "net_sample", "completed", "grade", "publication")


@given(st.text(), st.sampled_from(_CELLS), st.text())
def test_no_grade_of_a_row_that_does_not_say_ja_is_ever_quoted(says: str, field: str, other: str) -> None:
    cells = dict.fromkeys(_CELLS, other) | {"publication": says, field: "8.4" if field != "publication" else says}
    finding = Finding(Location("results/2021.csv", 2, 7), "R07", f"{field} {cells[field]!r}", "8.4", field)
    told = discreet(finding, Result, cells)
    assert told.at == finding.at
    if says not in {"ja", "yes"} and field != "publication":
        assert "8.4" not in told.came
