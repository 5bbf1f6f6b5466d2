"""The cells of a CSV file or a workbook as text, each row with its place."""

import csv
import io
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from generator.findings.findings import Finding, Location
from generator.reports.confinement import confined
from generator.reports.extraction import decode, read_bytes
from generator.reports.limits import LARGEST_TABLE, UnreadableError, limited, too_much
from generator.reports.workbooks import read_sheets

#: The rows of one table: where each stands, and its cells.
Cells: TypeAlias = Sequence[tuple[Location, Sequence[str]]]

_SEPARATORS = ";,\t"
_SAMPLE = 10  # lines that are used to find the separator


def read_cells(path: Path) -> tuple[list[Cells], list[Finding]]:
    """The tables of a file: the one of a CSV, or one for each sheet of a workbook."""
    raw, findings = read_bytes(path)
    if raw is None:
        return [], findings
    return _of_csv(path, raw) if path.suffix.lower() == ".csv" else _of_xlsx(path)


def _of_csv(path: Path, raw: bytes) -> tuple[list[Cells], list[Finding]]:
    if len(raw) > LARGEST_TABLE:
        return [], [too_much("bytes", len(raw), LARGEST_TABLE).finding(Location(str(path)))]
    text, findings = decode(path, raw)
    if text is None:
        return [], findings
    if not text.endswith(("\n", "\r")):
        at = Location(str(path), text.count("\n") + 1)
        return [], [Finding(at, "F02", "the file ends within a line", "a whole line at the end")]
    lines = list(islice(io.StringIO(text, newline=None), _SAMPLE))
    separator = max(_SEPARATORS, key=lambda each: max((line.count(each) for line in lines), default=0))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells: list[tuple[Location, Sequence[str]]] = []
    at = Location(str(path), 1)
    try:
        for row in limited(reader):
            cells.append((at, row))
            at = Location(str(path), reader.line_num + 1)
    except csv.Error as error:
        return [], [Finding(at, "F02", f"the line cannot be read: {error}", "fields with one separator between them")]
    except UnreadableError as error:
        return [], [error.finding(Location(str(path)))]
    return [cells], []


def _of_xlsx(path: Path) -> tuple[list[Cells], list[Finding]]:
    try:
        sheets = confined(read_sheets, path)
    except UnreadableError as error:
        return [], [error.finding(Location(str(path)))]
    names = [str(path)] if len(sheets) == 1 else [f"{path}[{sheet.title}]" for sheet in sheets]
    return [
        [(Location(name, number), cells) for number, cells in enumerate(sheet.rows, start=1)]
        for name, sheet in zip(names, sheets, strict=True)
    ], []
