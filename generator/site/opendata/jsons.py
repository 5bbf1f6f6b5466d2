"""Values as JSON. A Decimal becomes a number with exactly its own decimals, such as 8.0 or 8."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.site.opendata.columns import Filled

_ENCODER = json.JSONEncoder(ensure_ascii=False)  # `json.dumps` makes one for each value


def encoded(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """``value`` as JSON.

    Raises:
        TypeError: JSON cannot hold the value, or not exactly.
    """
    if value is None or isinstance(value, str | bool | int):
        return _ENCODER.encode(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, Mapping):
        return _object((encoded(str(name)), encoded(each)) for name, each in value.items())
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(encoded, value))}]"
    message = f"{type(value).__name__} cannot be written as JSON"
    raise TypeError(message)


def tables_file(head: Mapping[str, Any], tables: Iterable[Filled]) -> bytes:
    """All tables in one object, after the fields of ``head``; each row is an object on its own line."""
    sink = io.BytesIO()
    # Line by line: as one text, the file of a large register would be in memory several times.
    sink.writelines(line.encode() for line in _lines(head, tables))
    return sink.getvalue()


def _lines(head: Mapping[str, Any], tables: Iterable[Filled]) -> Iterator[str]:
    yield "{\n"
    for name, value in head.items():
        yield f"{encoded(name)}: {encoded(value)},\n"
    yield '"tables": {'
    for number, table in enumerate(tables):
        yield f"{',' if number else ''}\n{encoded(table.table.name)}: ["
        yield from _rows(table)
        yield "\n]"
    yield "\n}\n}\n"


def _rows(filled: Filled) -> Iterator[str]:
    names = [encoded(column.name) for column in filled.table.columns]
    for number, line in enumerate(filled.lines):
        yield f"{',' if number else ''}\n{_object(zip(names, map(encoded, line), strict=True))}"


def _object(fields: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields) + "}"
