"""A table as Parquet: numbers are decimals, days are dates, and text is unchanged."""

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from generator.site.opendata.columns import Column, Filled, Kind, Table
from generator.site.words.catalogue import Words

_DIGITS = 5  # enough for -100.0 and for 100.00


def parquet_file(filled: Filled, words: Words) -> bytes:
    """The table, with the title and the meaning of each column in its schema."""
    schema = arrow_schema(filled.table, words)
    columns = [pa.array([line[place] for line in filled.lines], each.type) for place, each in enumerate(schema)]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), sink)
    return sink.getvalue()


def arrow_schema(table: Table[Any], words: Words) -> pa.Schema:
    """The schema of a table."""
    return pa.schema(
        [
            pa.field(
                column.name,
                _type(column),
                nullable=not column.required,
                metadata={"title": column.title(words), "description": column.meaning(words)},
            )
            for column in table.columns
        ],
        metadata={"title": table.title(words), "description": table.meaning(words)},
    )


def _type(column: Column[Any]) -> pa.DataType:
    if column.kind in {Kind.DECIMAL, Kind.GRADE}:
        # Numbers of one column have the same decimals here: a rounded 8 is 8.0, and the column ``rounded`` tells.
        return pa.decimal128(_DIGITS, column.decimals)
    types: dict[Kind, pa.DataType] = {
        Kind.TEXT: pa.string(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.WHOLE: pa.int32(),
        Kind.DAY: pa.date32(),
        Kind.YES_NO: pa.bool_(),
    }
    return types[column.kind]
