"""The text of a report's file: a PDF, or a plain or Markdown extraction of one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.findings.findings import Finding, Location
from generator.reports.confinement import confined
from generator.reports.limits import LARGEST_FILE, LONGEST_TEXT, UnreadableError, too_much
from generator.reports.lines import Line, lines_of
from generator.reports.pdf import read_pages, ruled_tables

_LEAST_TEXT = 10  # characters; with less on all pages together, the file is a scan

_UTF_8 = "text in UTF-8; a spreadsheet calls that 'CSV UTF-8'"
# Accents and marks of UTF-8 text that was read as Latin-1.
_MISREAD = re.compile("\u00c3[\u00ab\u00a9\u00af\u00a8\u00b6\u00bc]|\u00e2\u20ac|\u00e2\u0153|\u00f0\u0178")

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


def extract(path: Path) -> tuple[Extraction | None, list[Finding]]:
    """The lines of the report in ``path``; None with findings if there are none."""
    raw, findings = read_bytes(path)
    if raw is None:
        return None, findings
    return (_of_pdf if path.suffix.lower() == ".pdf" else _of_text)(path, raw)


def decode(path: Path, raw: bytes) -> tuple[str | None, list[Finding]]:
    """``raw`` as text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Finding(Location(str(path), line), "F01", f"byte 0x{raw[error.start]:02x}", _UTF_8)]
    misread = _MISREAD.search(text)
    if misread:
        line = text.count("\n", 0, misread.start()) + 1
        return None, [Finding(Location(str(path), line), "F01", "UTF-8 that was read as something else", _UTF_8)]
    return text, []


def _of_text(path: Path, raw: bytes) -> tuple[Extraction | None, list[Finding]]:
    text, findings = decode(path, raw)
    if text is None:
        return None, findings
    at = Location(str(path))
    if len(text) > LONGEST_TEXT:
        return None, [too_much("characters", len(text), LONGEST_TEXT).finding(at)]
    lines = list(lines_of(text, at))
    return Extraction(at, lines, [lambda: lines]), []


def _of_pdf(path: Path, raw: bytes) -> tuple[Extraction | None, list[Finding]]:
    at = Location(str(path))
    if b"%PDF-" not in raw[:1024]:
        return None, [Finding(at, "I03", "the file is called .pdf and is none", "a PDF")]
    try:
        pages = confined(read_pages, path)
    except UnreadableError as error:
        return None, [error.finding(at)]
    if sum(len(text.strip()) for text in pages.texts) < _LEAST_TEXT:
        number = len(pages.texts)
        return None, [Finding(at, "I02", f"no text on {number} page{'' if number == 1 else 's'}", "a PDF with text")]
    lines = list(_lines(at, enumerate(pages.texts)))
    readings: list[_Reading] = [
        lambda: list(_lines(at, pages.laid_out)),
        lambda: lines,
        lambda: list(_lines(at, _ruled(path, [number for number, _ in pages.laid_out]))),
    ]
    return Extraction(at, lines, readings), []


def _lines(at: Location, pages: Iterable[tuple[int, str]]) -> Iterator[Line]:
    for number, text in pages:
        yield from lines_of(text, Location(at.file, number + 1))


def _ruled(path: Path, numbers: Sequence[int]) -> Sequence[tuple[int, str]]:
    """The tables, read by their drawn lines; none if that fails: then the findings of the first way count."""
    try:
        return confined(partial(ruled_tables, numbers=numbers), path)
    except UnreadableError:
        return []
