"""What a CSV is not, is told as it is; a text that never ends is refused whatever the library for CSV was told."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.imports import imported
from support.registers.empty import empty_register
from support.report_writer import FIXED, delivery_csv, write_pdf, write_xlsx

from generator.findings.findings import Finding

_TEXT = delivery_csv([FIXED])


def findings_of(text: str | bytes, folder: Path, name: str = "delivery.csv") -> list[Finding]:
    raw = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(raw)
    return imported(empty_register(folder), folder / name).findings


@pytest.fixture(params=[131_072, 2**31 - 1])
def limit(request: pytest.FixtureRequest) -> Iterator[int]:
    """The most characters of a field: what the library begins with, and what others in the same process set."""
    before = csv.field_size_limit(request.param)
    yield request.param
    csv.field_size_limit(before)


@pytest.mark.parametrize("length", [99_000, 120_000, 140_000])
def test_a_field_is_too_long_whatever_the_limit_of_the_library(length: int, limit: int, tmp_path: Path) -> None:
    assert csv.field_size_limit() == limit
    noted = _TEXT.replace("Respect", f"Respect{'x' * length}")
    assert ("F02" in {each.code for each in findings_of(noted, tmp_path)}) == (length > 100_000)


@pytest.mark.parametrize("length", [1_000, 140_000])
def test_a_quote_without_its_end_is_told_where_it_begins(length: int, limit: int, tmp_path: Path) -> None:
    assert csv.field_size_limit() == limit
    (finding,) = findings_of(f'{_TEXT}"{"x" * length}', tmp_path)
    assert (finding.code, finding.at.line) == ("F02", 7)


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".md"])
@pytest.mark.parametrize(
    ("kind", "came"),
    [("workbook", "a workbook"), ("pdf", "a PDF"), ("old", "of an old kind"), ("rtf", "a document in RTF")],
)
def test_another_kind_of_file_with_the_name_of_text_is_told(kind: str, came: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "made"
    if kind == "workbook":
        write_xlsx([FIXED], path)
    elif kind == "pdf":
        write_pdf(FIXED, path, lines=True)
    else:
        path.write_bytes({"old": b"\xd0\xcf\x11\xe0" + bytes(500), "rtf": b"{\\rtf1 Meetperiode}"}[kind])
    (finding,) = findings_of(path.read_bytes(), tmp_path, f"report{suffix}")
    assert (finding.code, came in finding.came) == ("I03", True), finding


def test_a_separator_that_is_said_and_is_another_one_is_found(tmp_path: Path) -> None:
    assert not {"I27", "F02"} & {each.code for each in findings_of(f"sep=,\r\n{_TEXT}", tmp_path)}


def test_a_header_far_below_is_not_looked_for(tmp_path: Path) -> None:
    (finding,) = findings_of("Panteia;2022\r\n" * 11 + _TEXT.removeprefix("\ufeff"), tmp_path)
    assert (finding.code, "among the first 10" in finding.came) == ("I27", True)
