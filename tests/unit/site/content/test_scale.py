"""A whole register on a scale from 1 to 5: what its site says of grades, and what it keeps to itself."""

import csv
import io
import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.made import files
from support.registers.reading import contents, judged
from support.settings import SETTINGS
from support.words import ENGLISH_REGISTER

from generator.disclosure.attack import audit
from generator.disclosure.public import PublicRegister, Reason, Withheld
from generator.disclosure.withholding import withhold
from generator.site.content.content import content

AS_OF = date(2026, 1, 1)
CEDAR = "cedar-studio,2025-01-14,client,guitar,5,3,{},no"
FIR = "the-fir-academy,2024-12-31,client,theory,1,1,{},yes"
BIRCH = "birch-school-of-music,2024-12-31,client,violin,2,1,{},yes"


def public_of(data: Path) -> PublicRegister:
    there = judged(data)
    return withhold(there.register, there.policy, AS_OF)


def site_of(data: Path) -> dict[str, bytes]:
    """Every file of its site."""
    public = public_of(data)
    return files(content(public, replace(SETTINGS, charter=public.charter)))


@pytest.fixture(scope="module", name="site")
def _site() -> dict[str, bytes]:
    return site_of(ENGLISH_REGISTER)


def with_withheld(folder: Path, grade: str) -> Path:
    """A copy of the register in which ``grade`` stands in each cell that is withheld."""
    data = shutil.copytree(ENGLISH_REGISTER, folder / "data")
    for file in sorted(data.glob("results/*.csv")):
        text = file.read_text(encoding="utf-8")
        for row, was in ((CEDAR, "3.3"), (FIR, "*"), (BIRCH, "*")):
            text = text.replace(row.format(was), row.format(grade))
        file.write_text(text, encoding="utf-8")
    return data


@pytest.mark.parametrize("grade", ["1.0", "3.4", "5.0", ""])
def test_no_withheld_grade_makes_any_difference(grade: str, site: dict[str, bytes], tmp_path: Path) -> None:
    changed = with_withheld(tmp_path, grade)
    assert contents(changed) != contents(ENGLISH_REGISTER)
    assert site_of(changed) == site


def test_nothing_withheld_is_known_better_than_promised_and_more_is_hidden_than_on_ten() -> None:
    public = public_of(ENGLISH_REGISTER)
    assert [each for each in audit(public) if each.is_narrow] == []
    (fir,) = (each.newest.clients for each in public.providers if each.id == "the-fir-academy")
    # Of three who gave 5.0 each gave a 5: without decimals too there would be no doubt about the one.
    assert [row.rating for row in fir.rows if row.service is None] == [Withheld(Reason.SECONDARY)]


def test_the_drawn_scale_and_the_words_have_its_ends(site: dict[str, bytes]) -> None:
    page = site["academies/alder-academy.md"].decode()
    assert "<span>1</span><span>5</span>" in page
    assert "out of 5" in page
    assert re.search(r'<circle cx="\d+\.\d%"', page)
    texts = [made.decode() for name, made in site.items() if name.endswith((".md", ".html", ".svg", ".json", ".txt"))]
    assert [text for text in texts if re.search(r"(out of|to) 10\b", text)] == []


def test_a_grade_is_drawn_where_it_is_on_the_scale(site: dict[str, bytes]) -> None:
    """4.4 of 1 to 5 is 85% of the way."""
    assert 'cx="85.0%"' in site["academies/alder-academy.md"].decode()


def test_search_engines_and_scripts_are_told_its_ends(site: dict[str, bytes]) -> None:
    pages = " ".join(made.decode() for name, made in site.items() if re.fullmatch(r"academies/.*\.md", name))
    ends = re.findall(r'"bestRating":(\d+),"worstRating":(\d+)', pages)
    assert set(ends) == {("5", "1")}
    assert 'export const SCALE = {"lowest": 1, "highest": 5};' in site["scripts/charter.js"].decode()


def test_a_visitor_can_ask_for_grades_of_the_upper_half(site: dict[str, bytes]) -> None:
    page = site["academies/index.md"].decode()
    (offered,) = re.findall(r'<select[^>]*name="grade".*?</select>', page, re.DOTALL)
    assert re.findall(r'<option value="(\d*)"', offered) == ["", "3", "4"]


def test_open_data_has_a_column_for_each_of_its_grades(site: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(site["open-data/ratings.csv"].decode("utf-8-sig"))))
    assert [name for name in rows[0] if re.fullmatch(r"grade_\d+", name)] == [f"grade_{each}" for each in range(1, 6)]
    (total,) = (row for row in rows if row["provider"] == "alder-academy" and row["grade_5"] == "26")
    assert [total[f"grade_{each}"] for each in range(1, 6)] == ["0", "1", "5", "19", "26"]
    schema = json.loads(site["schema/ratings-1.json"])["$defs"]
    assert schema["PublishedRating"]["properties"]["grade"]["maximum"] == 5
    assert schema["Interval"]["properties"]["high"]["maximum"] == 5
    assert schema["PublishedRating"]["properties"]["grade_times"]["anyOf"][0]["maxItems"] == 5
