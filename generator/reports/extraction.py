"""The text of a report's file: a PDF, or a plain or Markdown extraction of one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.findings.findings import Finding, Location, counted
from generator.misreading import misread
from generator.reports.confinement import confined
from generator.reports.decoding import decode, wrongly_read
from generator.reports.limits import LARGEST_FILE, LONGEST_TEXT, UnreadableError, too_much
from generator.reports.lines import Line, lines_of, plain_text, without_marks
from generator.reports.pdf import read_pages, ruled_tables

_LEAST_TEXT = 10  # characters; with less on all pages together, the file is a scan

_Reading = Callable[[], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """The lines of one report.

    Args:
        at: the file.
        lines: all of them, in reading order.
        tables: ways to read the lines of its tables, the best first. A later way costs more, and is tried only if an
            earlier one cannot read the tables.
    """

    at: Location
    lines: Sequence[Line]
    tables: Sequence[_Reading]


def read_bytes(path: Path) -> tuple[bytes | None, list[Finding]]:
    """The bytes of the file at ``path``, or a finding that says why it cannot be read."""
    at = Location(str(path))
    try:
        if not path.is_file():
            return None, [Finding(at, "I01", "there is no such file", "a report, or a folder of reports")]
        if path.stat().st_size > LARGEST_FILE:
            return None, [too_much("bytes", path.stat().st_size, LARGEST_FILE).finding(at)]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Finding(at, "I03", f"the file cannot be read: {error.strerror}", "a file that you may read")]
    if not raw.strip():
        return None, [Finding(at, "I03", "the file is empty", "a report")]
    return raw, []


def extract(path: Path, a_table: re.Pattern[str]) -> tuple[Extraction | None, list[Finding]]:
    """The lines of the report in ``path``; None with findings if there are none. Its tables begin with ``a_table``."""
    raw, findings = read_bytes(path)
    if raw is None:
        return None, findings
    return _of_pdf(path, raw, a_table) if path.suffix.lower() == ".pdf" else _of_text(path, raw)


def _of_text(path: Path, raw: bytes) -> tuple[Extraction | None, list[Finding]]:
    text, findings = decode(path, raw)
    if text is None:
        return None, findings
    at = Location(str(path))
    if len(text) > LONGEST_TEXT:
        return None, [too_much("characters", len(text), LONGEST_TEXT).finding(at)]
    lines = list(lines_of(text, at, without_marks))
    return Extraction(at, lines, [lambda: lines]), findings


def _of_pdf(path: Path, raw: bytes, a_table: re.Pattern[str]) -> tuple[Extraction | None, list[Finding]]:
    at = Location(str(path))
    if b"%PDF-" not in raw[:1024]:
        return None, [Finding(at, "I03", "the file is called .pdf and is none", "a PDF")]
    try:
        pages = confined(partial(read_pages, a_table=a_table), path)
    except UnreadableError as error:
        return None, [error.finding(at)]
    for number, text in enumerate(pages.texts, start=1):
        found = misread(text)
        if found:
            return None, [wrongly_read(Location(at.file, number, text.count("\n", 0, found[0]) + 1), found)]
    if sum(len(text.strip()) for text in pages.texts) < _LEAST_TEXT:
        return None, [Finding(at, "I02", f"no text on {counted(len(pages.texts), 'page')}", "a PDF with text")]
    lines = list(_lines(at, enumerate(pages.texts)))
    readings: list[_Reading] = [
        lambda: list(_lines(at, pages.laid_out)),
        lambda: lines,
        lambda: list(_lines(at, _ruled(path, [number for number, _ in pages.laid_out]))),
    ]
    return Extraction(at, lines, readings), []


def _lines(at: Location, pages: Iterable[tuple[int, str]]) -> Iterator[Line]:
    for number, text in pages:
        yield from lines_of(text, Location(at.file, number + 1), plain_text)


def _ruled(path: Path, numbers: Sequence[int]) -> Sequence[tuple[int, str]]:
    """The tables, read by their drawn lines; none if that fails: then the findings of the first way count."""
    try:
        return confined(partial(ruled_tables, numbers=numbers), path)
    except UnreadableError:
        return []
