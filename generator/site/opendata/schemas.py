"""The tables as schemas: Table Schema for the Data Package, JSON Schema for the lines of JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.site.opendata.columns import Column, Kind, Table
from generator.site.opendata.tables import NAMES
from generator.site.settings import Settings
from generator.site.words.catalogue import Words

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Raise it if a column or a field is removed or changes its meaning; not if one is added.
VERSION = 2
OPEN_DATA = f"schema/open-data-{VERSION}.json"
FORMER_OPEN_DATA = "schema/open-data-1.json"  # of one document with all rows, which somebody may have kept
RATINGS = "schema/ratings-1.json"

_TABLE_TYPES = {
    Kind.TEXT: "string",
    Kind.TEXTS: "string",
    Kind.WHOLE: "integer",
    Kind.DECIMAL: "number",
    Kind.GRADE: "number",
    Kind.DAY: "date",
    Kind.YES_NO: "boolean",
}
_TEXT: Mapping[str, Any] = {"type": "string"}
_JSON_TYPES: Mapping[Kind, Mapping[str, Any]] = {
    Kind.TEXT: _TEXT,
    Kind.TEXTS: {"type": "array", "items": _TEXT},
    Kind.WHOLE: {"type": "integer"},
    Kind.DECIMAL: {"type": "number"},
    Kind.GRADE: {"type": "number"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.YES_NO: {"type": "boolean"},
}


def table_schema(table: Table[Any], words: Words) -> dict[str, Any]:
    """The table as the Data Package describes its CSV."""
    schema: dict[str, Any] = {"fields": [_field(column, words) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": list(columns), "reference": {"resource": other, "fields": list(columns)}}
            for columns, other in table.refers.items()
        ]
    return schema


def _field(column: Column[Any], words: Words) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    constraints |= _limits(column)
    return {
        "name": column.name,
        "type": _TABLE_TYPES[column.kind],
        "title": column.title(words),
        "description": column.meaning(words),
        **({"constraints": constraints} if constraints else {}),
    }


def _limits(column: Column[Any]) -> dict[str, int]:
    limits = {"minimum": column.lowest, "maximum": column.highest}
    return {name: limit for name, limit in limits.items() if limit is not None}


def open_data_schema(tables: Sequence[Table[Any]], settings: Settings, words: Words) -> dict[str, Any]:
    """The JSON Schema of the document that says where the tables are; ``$defs`` has that of a line of each."""
    where = {
        "type": "object",
        "required": ["address", "rows"],
        "properties": {"address": {"type": "string", "format": "uri"}, "rows": {"type": "integer", "minimum": 0}},
    }
    return {
        **_document(OPEN_DATA, VERSION, dict.fromkeys(NAMES, where), settings),
        "title": words("open_data.package_title"),
        "$defs": {table.name: _row(table, words) for table in tables},
    }


def former_open_data_schema(settings: Settings) -> dict[str, Any]:
    """The JSON Schema of the first version, in which one document held all rows."""
    row = f"{settings.at(OPEN_DATA)}#/$defs/"
    tables = {name: {"type": "array", "items": {"$ref": row + name}} for name in NAMES}
    return _document(FORMER_OPEN_DATA, 1, tables, settings)


def _document(path: str, version: int, tables: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """The schema, with that address, of a document with something for each of ``tables``."""
    return {
        "$schema": DRAFT,
        "$id": settings.at(path),
        "type": "object",
        "required": ["$schema", "version", "tables"],
        "properties": {
            "$schema": {"const": settings.at(path)},
            "version": {"const": version},
            "released": {"type": ["string", "null"], "format": "date"},
            "data_version": {"type": "string"},
            "tables": {"type": "object", "required": list(tables), "properties": tables},
        },
    }


def _row(table: Table[Any], words: Words) -> dict[str, Any]:
    return {
        "title": table.title(words),
        "description": table.meaning(words),
        "type": "object",
        "required": [column.name for column in table.columns],
        "properties": {column.name: _property(column, words) for column in table.columns},
    }


def _property(column: Column[Any], words: Words) -> dict[str, Any]:
    said = {**_JSON_TYPES[column.kind], **_limits(column)}
    choices: Sequence[str | None] = column.choices
    if not column.required and column.kind is not Kind.TEXTS:
        said["type"] = [said["type"], "null"]
        choices = (*choices, None)
    if column.choices:
        said["enum"] = list(choices)
    return {**said, "title": column.title(words), "description": column.meaning(words)}
