"""The workbook opens well in a Dutch Excel."""

import io
import json
import re
from collections.abc import Mapping
from datetime import datetime

import openpyxl
import pytest
from support.open_data import TABLES
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.site.news import news_of
from generator.site.opendata import documenting
from generator.site.opendata.workbooks import sheet_name

NAMES = [table.name for table in TABLES]


def test_the_workbook_opens_well(made: Mapping[str, bytes], public: PublicRegister) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))
    assert workbook.sheetnames == ["Toelichting", *NAMES]
    told = {cell for line in workbook["Toelichting"].iter_rows(values_only=True) for cell in line}
    release = news_of(public)[0].day
    assert {documenting.citation(SETTINGS, release, WORDS), WORDS.figures.day(release)} <= told
    assert json.loads(made["open-data/datapackage.json"])["version"] in told
    assert f"{SETTINGS.charter.licence.title} ({SETTINGS.licence_address})" in told
    assert {column.name for table in TABLES for column in table.columns} <= told
    sheet = workbook["ratings"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    places = {cell.value: place for place, cell in enumerate(sheet[1])}
    graded = next(line for line in sheet.iter_rows(min_row=2) if line[places["grade"]].value is not None)
    assert graded[places["grade"]].number_format == "0.0"
    assert graded[places["grade"]].data_type == "n"
    assert isinstance(graded[places["period_end"]].value, datetime)


def test_the_formula_on_the_page_names_the_columns_of_the_workbook(page: str, made: Mapping[str, bytes]) -> None:
    names = {"L": "grade", "E": "newest", "F": "audience", "G": "service"}
    assert sorted(set(re.findall(r"ratings!(\w):\1", page))) == sorted(names)
    sheet = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))["ratings"]
    assert {letter: sheet[f"{letter}1"].value for letter in names} == names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Toelichting", "Toelichting"),
        ("Wat? [1/2]: 'alles'*", "Wat 1 2 alles"),
        ("Over de cijfers van alle aanbieders", "Over de cijfers van alle aanbie"),
        ("Ratings", "Ratings."),
        ("/", "."),
    ],
)
def test_whatever_the_first_sheet_is_called_excel_takes_it(said: str, name: str) -> None:
    """A register may say it otherwise; Excel allows no more than 31 characters, and none of its own signs."""
    assert sheet_name(said, NAMES) == name
    openpyxl.Workbook().create_sheet(sheet_name(said, NAMES))
