"""A brace that is missing hides all the rules after it, and no browser says so."""

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[2] / "site_src/pages/stylesheets").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_stylesheet_closes_what_it_opens_and_nests_only_in_a_condition(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    open_rules: list[str] = []
    for before, brace in re.findall(r"([^{};]*)([{};])", text):
        if brace == "{":
            assert all(each.startswith("@") for each in open_rules), f"{before.strip()} stands in {open_rules}"
            open_rules.append(before.strip())
        elif brace == "}":
            open_rules.pop()
    assert open_rules == []
