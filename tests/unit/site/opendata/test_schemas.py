"""The file with all tables keeps to its schema."""

import json
from collections.abc import Mapping

from jsonschema import Draft202012Validator
from support.settings import SETTINGS


def test_the_json_with_all_tables_keeps_to_its_schema(made: Mapping[str, bytes]) -> None:
    schema = json.loads(made["schema/open-data-1.json"])
    content = json.loads(made["open-data/klantcijfer.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == content["$schema"] == SETTINGS.at("schema/open-data-1.json")
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(content)] == []
    content["tables"]["ratings"][0]["outcome"] = "geheim"
    assert not validator.is_valid(content)
