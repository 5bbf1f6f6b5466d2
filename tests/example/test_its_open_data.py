"""The open data of examples/childcare: they say what the public may know, and keep to their schemas."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from support.schemas import validator

from generator.disclosure.public import PublicRegister, PublicRow, Published
from generator.site.opendata.tables import NAMES


def read(file: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(file.read_text(encoding="utf-8"))


def told(row: PublicRow) -> tuple[str, str, str, str]:
    grade = str(row.rating.grade) if isinstance(row.rating, Published) else ""
    return (row.service.id if row.service else "total", str(row.net_sample), str(row.completed), grade)


def test_the_table_of_ratings_has_the_rows_of_the_public_model_and_no_other(site: Path, public: PublicRegister) -> None:
    with (site / "open-data" / "ratings.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    columns = ("provider", "period_end", "service", "net_sample", "completed", "grade")
    assert [tuple(row[name] for name in columns) for row in rows] == [
        (provider.id, str(report.period_end), *told(row))
        for provider in public.providers
        for report in provider.reports
        for row in report.clients.rows
    ]
    assert {row["audience"] for row in rows} == {"client"}
    assert all(row["explanation"] for row in rows if not row["grade"])


@pytest.mark.parametrize("table", NAMES)
def test_each_line_of_a_table_keeps_to_its_schema(table: str, site: Path) -> None:
    schema = read(site / "schema" / "open-data-2.json")
    keeps = validator({**schema["$defs"][table], "$schema": schema["$schema"]})
    lines = gzip.decompress((site / "open-data" / f"{table}.jsonl.gz").read_bytes()).splitlines()
    assert lines
    assert [error.message for line in lines for error in keeps.iter_errors(json.loads(line))] == []


def test_each_providers_file_keeps_to_its_schema(site: Path, public: PublicRegister) -> None:
    keeps = validator(read(site / "schema" / "ratings-1.json"))
    for provider in public.providers:
        file = read(site / public.charter.folders.providers / provider.id / "ratings.json")
        assert [error.message for error in keeps.iter_errors(file)] == []
        assert len(file["reports"]) == len(provider.reports)


def test_the_package_describes_its_tables(site: Path) -> None:
    report = validate(str(site / "open-data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert {task.name for task in report.tasks} == set(NAMES)
