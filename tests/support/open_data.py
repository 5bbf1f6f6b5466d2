"""The open data of an invented register, read back with what others read it with."""

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import openpyxl
import pyarrow.parquet as pq
from openpyxl.utils.escape import unescape
from support.registers.empty import CHARTER
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.opendata.columns import Column, Kind
from generator.site.opendata.files import files
from generator.site.opendata.formulas import harmless
from generator.site.opendata.tables import tables_of
from generator.site.origin import origin_of
from generator.site.settings import Settings

Rows: TypeAlias = list[dict[str, Any]]
TABLES = tables_of(CHARTER)
READERS = ("csv", "xlsx", "json", "parquet")


def open_data(register: PublicRegister, settings: Settings = SETTINGS) -> dict[str, bytes]:
    """Every file by its path below the site."""
    return dict(files(origin_of(register, settings))[1])


def read_json(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """JSON with its numbers as they are written."""
    return json.loads(content, parse_float=Decimal)


def lines_of(made: Mapping[str, bytes], table: str) -> list[Any]:
    """The objects in the JSON Lines of a table."""
    return [read_json(line) for line in gzip.decompress(made[f"open-data/{table}.jsonl.gz"]).splitlines()]


def rows_of(made: Mapping[str, bytes], table: str, form: str) -> Rows:
    """The rows of a table as one format holds them: each a value for each column, and None where a cell is empty.

    Texts are as the CSV has them, several in one, and what a spreadsheet would run harmless.
    """
    columns = next(each for each in TABLES if each.name == table).columns
    read = {"csv": _of_csv, "xlsx": _of_workbook, "json": _of_json, "parquet": _of_parquet}[form]
    return [
        {column.name: _value(cell, column) for cell, column in zip(line, columns, strict=True)}
        for line in read(made, table)
    ]


def _of_csv(made: Mapping[str, bytes], table: str) -> Iterator[list[Any]]:
    head, *lines = csv.reader(io.StringIO(made[f"open-data/{table}.csv"].decode(), newline=""))
    assert head == [column.name for each in TABLES if each.name == table for column in each.columns]
    return iter(lines)


def _of_json(made: Mapping[str, bytes], table: str) -> Iterator[list[Any]]:
    return (list(row.values()) for row in lines_of(made, table))


def _of_parquet(made: Mapping[str, bytes], table: str) -> Iterator[list[Any]]:
    rows = pq.read_table(io.BytesIO(made[f"open-data/{table}.parquet"])).to_pylist()
    return (list(row.values()) for row in rows)


def _of_workbook(made: Mapping[str, bytes], table: str) -> Iterator[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]), read_only=True)[table]
    width = next(len(each.columns) for each in TABLES if each.name == table)
    for line in sheet.iter_rows(min_row=2, max_col=width, values_only=True):
        # A reader leaves out empty cells at the end of a line, and the format's own escapes in text.
        cells = [unescape(cell) if isinstance(cell, str) else cell for cell in line]
        yield [*cells, *[None] * (width - len(line))]


def _value(cell: Any, column: Column[Any]) -> Any:  # noqa: ANN401 - a cell as its format gives it
    if cell is None or cell == "":
        return None
    if column.kind in {Kind.DECIMAL, Kind.GRADE}:
        return Decimal(str(cell)).quantize(Decimal(1).scaleb(-column.decimals))
    if column.kind is Kind.WHOLE:
        return int(cell)
    if column.kind is Kind.YES_NO:
        return cell if isinstance(cell, bool) else {"true": True, "false": False}[cell]
    if column.kind is Kind.DAY:
        return cell.date() if isinstance(cell, datetime) else date.fromisoformat(str(cell))
    text = "; ".join(cell) if isinstance(cell, list) else cell
    # Excel ends a line as Unix does.
    return harmless(text.replace("\r\n", "\n")) if text else None
