"""Values as JSON. A Decimal becomes a number with exactly its own decimals, such as 8.0 or 8."""

import gzip
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.site.opendata.columns import Column, Filled, Kind, lines_as_texts

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # `json.dumps` makes one for each value


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
        return f"[{','.join(map(encoded, value))}]"
    message = f"{type(value).__name__} cannot be written as JSON"
    raise TypeError(message)


def lines_file(filled: Filled) -> bytes:
    """The table as JSON Lines, an object a row, compressed."""
    sink = io.BytesIO()
    with gzip.GzipFile(fileobj=sink, mode="wb", filename="", mtime=0) as file:
        file.writelines(f"{{{','.join(line)}}}\n".encode() for line in lines_as_texts(filled, _members))
    return sink.getvalue()


def _members(cells: Iterable[Any], column: Column[Any]) -> list[str]:
    """The cells of a column, each with its name before it."""
    name = f"{encoded(column.name)}:"
    written = _EXACT.get(column.kind, _repeated)
    return [f"{name}null" if cell is None else name + written(cell) for cell in cells]


# Equal decimals can be written in more than one way; other values come many times.
_EXACT: Mapping[Kind, Callable[[Any], str]] = {Kind.DECIMAL: encoded, Kind.GRADE: encoded, Kind.WHOLE: str}
_repeated = lru_cache(10_000, typed=True)(encoded)


def _object(fields: Iterable[tuple[str, str]]) -> str:
    return "{" + ",".join(f"{name}:{value}" for name, value in fields) + "}"
