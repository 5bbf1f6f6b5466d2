"""The JSON keeps to its schemas."""

import json
from collections.abc import Mapping

import pytest
from support.open_data import TABLES, lines_of
from support.schemas import validator
from support.settings import SETTINGS

NAMES = [table.name for table in TABLES]


def test_the_index_names_a_file_for_each_table(made: Mapping[str, bytes]) -> None:
    schema = json.loads(made["schema/open-data-2.json"])
    index = json.loads(made["open-data/klantcijfer.json"])
    assert schema["$id"] == index["$schema"] == SETTINGS.at("schema/open-data-2.json")
    assert [error.message for error in validator(schema).iter_errors(index)] == []
    assert [*index["tables"]] == NAMES
    for name, said in index["tables"].items():
        assert said["address"].removeprefix(SETTINGS.address) in made
        assert said["rows"] == len(lines_of(made, name))
    del index["tables"]["ratings"]
    assert not validator(schema).is_valid(index)


@pytest.mark.parametrize("table", NAMES)
def test_each_line_of_json_keeps_to_the_schema_of_its_table(table: str, made: Mapping[str, bytes]) -> None:
    schema = json.loads(made["schema/open-data-2.json"])
    keeps = validator({**schema["$defs"][table], "$schema": schema["$schema"]})
    # As anybody reads JSON, not with exact decimals.
    lines = json.loads(json.dumps(lines_of(made, table), default=float))
    assert [error.message for line in lines for error in keeps.iter_errors(line)] == []
    assert not keeps.is_valid({**lines[0], schema["$defs"][table]["required"][0]: 12})


def test_the_schema_of_the_first_version_still_describes_a_document_of_all_rows(made: Mapping[str, bytes]) -> None:
    """Of somebody who kept one."""
    schema = json.loads(made["schema/open-data-2.json"])
    # It refers to the rows of the second, which stand in it here: no address is asked.
    former = json.loads(made["schema/open-data-1.json"].decode().replace(f'"{schema["$id"]}#', '"#'))
    former["$defs"] = schema["$defs"]
    rows = json.loads(json.dumps({name: lines_of(made, name) for name in NAMES}, default=float))
    kept = {"$schema": SETTINGS.at("schema/open-data-1.json"), "version": 1, "released": "2026-10-05", "tables": rows}
    assert former["$id"] == kept["$schema"]
    assert [error.message for error in validator(former).iter_errors(kept)] == []
    rows["ratings"][0]["outcome"] = "geheim"
    assert not validator(former).is_valid(kept)
