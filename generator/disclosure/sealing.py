"""Removes withheld grades from data/, for a public repository."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.disclosure.confidential import Confidential, confidential
from generator.disclosure.verdicts import Verdicts
from generator.disk.replacing import replace_files
from generator.findings.findings import Location
from generator.register.records import Record, Register

_RecordT = TypeVar("_RecordT", bound=Record)

# A field, split as the register's reader does. The rest of a line stays as it was written, with quotes and spaces.
_FIELD = re.compile(r'(?:^|,)("(?:[^"]|"")*"|[^,]*)')


def seal(data: Path, register: Register, verdicts: Verdicts) -> list[Location]:
    """Empty every cell, and remove every line, that shows a withheld grade.

    A grade that gives another one away becomes what rule 7 shows of it: whole points, or `hidden`. A `*` stays: it is
    no grade. No other line changes. All files are written, or none.

    Returns:
        The places that changed, as they were before, in order.

    Raises:
        OSError: a file could not be written.
    """
    found = confidential(register, verdicts)
    replace_files(data, _sealed_files(data, found))
    return [each.at for each in found]


def sealed_text(file: str, raw: bytes, found: Iterable[Confidential]) -> bytes:
    """The content of one file without the values ``found`` in it."""
    columns: dict[int, dict[int, str]] = defaultdict(dict)
    for each in found:
        if each.at.file == file:
            columns[each.at.line][each.at.column] = str(each.leaves)
    # Bytes, because reading as text would change the line ends of another system.
    return _sealed(raw.decode("utf-8"), columns).encode("utf-8")


def sealed_records(register: Register, verdicts: Verdicts) -> Register:
    """``register`` without the values that the rules withhold, cell by cell."""
    emptied: dict[Location, dict[str, object]] = defaultdict(dict)
    lines = set()
    for found in confidential(register, verdicts):
        if found.name:
            emptied[found.record.at][found.name] = _emptied_value(found)
        else:
            lines.add(found.record.at)
    return replace(
        register,
        reports={key: _without(report, emptied) for key, report in register.reports.items()},
        results={key: _without(row, emptied) for key, row in register.results.items()},
        distributions={key: each for key, each in register.distributions.items() if each.at not in lines},
        corrections=tuple(_without(each, emptied) for each in register.corrections),
    )


def _emptied_value(found: Confidential) -> object:
    """The value that the record has instead of the removed one."""
    if found.name == "grade":
        return found.leaves
    return "" if isinstance(getattr(found.record, found.name), str) else None


def _without(record: _RecordT, emptied: Mapping[Location, Mapping[str, object]]) -> _RecordT:
    return record.model_copy(update=emptied[record.at]) if record.at in emptied else record


def _sealed_files(data: Path, found: Sequence[Confidential]) -> dict[str, bytes]:
    files = sorted({each.at.file for each in found})
    return {file: sealed_text(file, (data / file).read_bytes(), found) for file in files}


def _sealed(text: str, lines: Mapping[int, Mapping[int, str]]) -> str:
    """``text`` with new fields in the given columns of the given lines; column 0 removes the whole line."""
    kept = []
    for number, line in enumerate(text.split("\n"), start=1):
        columns = lines.get(number, {})
        if 0 not in columns:
            kept.append(_emptied(line, columns))
    return "\n".join(kept)


def _emptied(line: str, columns: Mapping[int, str]) -> str:
    fields = list(_FIELD.finditer(line))
    for column in sorted(columns, reverse=True):
        field = fields[column - 1]
        line = line[: field.start(1)] + columns[column] + line[field.end(1) :]
    return line
