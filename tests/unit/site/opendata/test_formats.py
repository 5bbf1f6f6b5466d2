"""A table says the same in every format, and in each as that format has it."""

import csv
import gzip
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from support.open_data import READERS, TABLES, rows_of

from generator.disclosure.public import NoResponse, PublicRegister, PublicRow, Published
from generator.site.opendata import jsons
from generator.site.opendata.columns import exact
from generator.site.opendata.rows import audiences

NAMES = [table.name for table in TABLES]


def first_of_each(public: PublicRegister) -> Iterator[tuple[int, str]]:
    """On what line of the ratings the first exact grade stands and the first rounded one, and how each is written."""
    ratings = [
        row.rating for provider in public.providers for report in provider.reports for _, row in audiences(report)
    ]
    for is_rounded in (False, True):
        yield next(
            (line, f"{rating.grade}")
            for line, rating in enumerate(ratings)
            if isinstance(rating, Published) and rating.is_rounded is is_rounded
        )


def ratings_in_json(made: Mapping[str, bytes]) -> str:
    """As it stands there."""
    return gzip.decompress(made["open-data/ratings.jsonl.gz"]).decode()


def test_a_rounded_grade_is_written_without_a_decimal(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    (exact_line, exact_grade), (line, grade) = first_of_each(public)
    assert "." in exact_grade
    assert "." not in grade
    rows = list(csv.DictReader(io.StringIO(made["open-data/ratings.csv"].decode(), newline="")))
    assert (rows[line]["grade"], rows[line]["rounded"]) == (grade, "true")
    assert (rows[exact_line]["grade"], rows[exact_line]["rounded"]) == (exact_grade, "false")
    assert rows[line]["interval_low"] == rows[line]["grade_8"] == ""
    lines = ratings_in_json(made).splitlines()
    assert f'"grade":{grade},' in lines[line]
    assert '"rounded":true' in lines[line]
    assert f'"grade":{exact_grade},' in lines[exact_line]
    sheet = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))["ratings"]
    column = next(cell.column for cell in sheet[1] if cell.value == "grade")
    assert sheet.cell(line + 2, column).number_format == "0"
    assert sheet.cell(exact_line + 2, column).number_format == "0.0"


@pytest.mark.parametrize("table", NAMES)
def test_every_format_says_the_same(table: str, made: Mapping[str, bytes]) -> None:
    first, *others = (rows_of(made, table, form) for form in READERS)
    assert first
    for form, rows in zip(READERS[1:], others, strict=True):
        assert rows == first, form


def test_a_response_is_rounded_and_what_was_needed_is_compared_in_whole_numbers(made: Mapping[str, bytes]) -> None:
    rows = [row for row in rows_of(made, "ratings", "csv") if row["response_rate"] is not None]
    for row in rows:
        off = abs(row["response_rate"] - Decimal(100 * row["completed"]) / row["net_sample"])
        assert off <= Decimal("0.005")
    short = [row for row in rows if row["required_response"] is not None]
    assert short
    assert all(100 * row["completed"] < row["required_response"] * row["net_sample"] for row in short)
    two_of_three = PublicRow(None, 3, 2, NoResponse()).response_rate
    assert two_of_three
    assert exact(two_of_three, 2) == Decimal("66.67")


def test_numbers_keep_their_decimals(made: Mapping[str, bytes]) -> None:
    assert jsons.encoded({"a": [Decimal("8.0"), None, True, 3, date(2026, 1, 2), 'é"']}) == (
        '{"a":[8.0,null,true,3,"2026-01-02","é\\""]}'
    )
    text = ratings_in_json(made)
    assert re.findall(r'"grade":(?!null|\d+(\.\d)?[,}])[^,]*', text) == []
    whole = [line for line in text.splitlines() if re.search(r'"grade":\d+,', line)]
    assert whole == [line for line in text.splitlines() if '"rounded":true' in line]
    with pytest.raises(TypeError, match="float cannot be written as JSON"):
        jsons.encoded(8.3)


def test_a_grade_in_parquet_is_a_decimal_and_a_day_a_day(made: Mapping[str, bytes]) -> None:
    table = pq.read_table(io.BytesIO(made["open-data/ratings.parquet"]))
    assert table.schema.field("grade").type == pa.decimal128(5, 1)
    assert table.schema.field("period_end").type == pa.date32()
    assert table.schema.field("grade").metadata[b"title"] == b"Rapportcijfer"
    for name in NAMES:
        pq.read_table(io.BytesIO(made[f"open-data/{name}.parquet"])).validate(full=True)
