"""Values as JSON in which a Decimal is a number with just its own decimals: 8.0, where a float would be 8.0 by luck."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.site.opendata.columns import Filled


def encoded(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """``value`` as JSON.

    Raises:
        TypeError: JSON has no way to say it, or not exactly.
    """
    if value is None or isinstance(value, str | bool | int):
        return json.dumps(value, ensure_ascii=False)
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
    """All tables in one object, below what is said of them; each row is an object on a line of its own."""
    fields = [(encoded(name), encoded(value)) for name, value in head.items()]
    lines = [f"{name}: {value}" for name, value in fields]
    lines.append('"tables": {\n' + ",\n".join(map(_table, tables)) + "\n}")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _table(filled: Filled) -> str:
    names = [encoded(column.name) for column in filled.table.columns]
    rows = (_object(zip(names, map(encoded, line), strict=True)) for line in filled.lines)
    return f"{encoded(filled.table.name)}: [\n" + ",\n".join(rows) + "\n]"


def _object(fields: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields) + "}"
