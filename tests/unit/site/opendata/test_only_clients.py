"""The open data of a register that asks only clients and has no regions, and what it says of that: nothing."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace

import openpyxl
import pytest
from support.open_data import lines_of, open_data
from support.registers.reading import public_on
from support.schemas import validator
from support.settings import SETTINGS
from support.words import ENGLISH, ENGLISH_REGISTER

from generator.disclosure.public import PublicRegister
from generator.site.opendata import ratings
from generator.site.opendata.tables import NAMES
from generator.site.origin import origin_of

_ELSEWHERE = re.compile(r"commissioner|opdrachtgever|provinces", re.IGNORECASE)


@pytest.fixture(scope="module")
def public() -> PublicRegister:
    return public_on(ENGLISH_REGISTER)


@pytest.fixture(scope="module")
def made(public: PublicRegister) -> Mapping[str, bytes]:
    settings = replace(SETTINGS, charter=public.charter)
    origin = origin_of(public, settings)
    own = {
        f"{profile.provider.id}/{name}": content
        for profile in origin.profiles
        for name, content in ratings.provider_files(profile, settings, ENGLISH)
    }
    return {**open_data(public, settings), **own, "gone": ratings.withdrawn_file("gone", settings)}


def test_no_file_says_a_word_of_them(made: Mapping[str, bytes]) -> None:
    readable = {name: content.decode() for name, content in made.items() if name.endswith((".json", ".jsonld", ".csv"))}
    assert len(readable) > len(NAMES)
    assert {name: found[0] for name, text in readable.items() if (found := _ELSEWHERE.search(text))} == {}
    assert {name: line for name in NAMES for line in lines_of(made, name) if _ELSEWHERE.search(str(line))} == {}
    book = openpyxl.load_workbook(io.BytesIO(made[next(name for name in made if name.endswith(".xlsx"))]))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any("audience" in cell for cell in cells)
    assert [cell for cell in cells if _ELSEWHERE.search(cell)] == []


def test_what_is_there_keeps_to_its_schema(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    schema = json.loads(made["schema/ratings-1.json"])
    keeps = validator(schema)
    for of in (*(provider.id + "/ratings.json" for provider in public.providers), "gone"):
        read = json.loads(made[of])
        assert [error.message for error in keeps.iter_errors(read)] == [], of
    assert schema["$defs"]["PublishedRating"]["properties"]["audience"]["enum"] == ["client"]
    tables = json.loads(made["schema/open-data-2.json"])
    for name in NAMES:
        of_table = validator({**tables["$defs"][name], "$schema": tables["$schema"]})
        lines = json.loads(json.dumps(lines_of(made, name), default=float))
        assert [error.message for line in lines for error in of_table.iter_errors(line)] == []
