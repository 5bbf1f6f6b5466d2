"""The text of a report's file: a PDF, or a plain or Markdown extraction of one."""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdf

from generator.register.findings import Finding, Location
from generator.reports.lines import Line, lines_of

LARGEST_FILE = 50_000_000  # bytes
LONGEST_REPORT = 100  # pages; a real one has about fifteen
_LEAST_TEXT = 10  # characters; less on all pages together is a picture of a report

# What begins a table of responses, in the words of its first line.
_TABLE_WORDS = re.compile(r"netto\W+steekproef|tabel\s+1[.,]1\b|rapportcijfer\W+publi", re.IGNORECASE)

_UTF_8 = "text in UTF-8; a spreadsheet calls that 'CSV UTF-8'"
# Accents and marks as they come out where UTF-8 was taken for Latin-1.
_MISREAD = re.compile("\u00c3[\u00ab\u00a9\u00af\u00a8\u00b6\u00bc]|\u00e2\u20ac|\u00e2\u0153|\u00f0\u0178")

# Both libraries write what they put up with to the log; what matters to the maintainer becomes a finding.
for _library in ("pypdf", "pdfminer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_Reading = Callable[[], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """The lines of one report.

    Args:
        at: the file.
        lines: all of them, in reading order.
        tables: ways to read the lines of its tables, the best first; a later one costs more and is tried only where
            the tables cannot be read from an earlier one.
    """

    at: Location
    lines: Sequence[Line]
    tables: Sequence[_Reading]


def read_bytes(path: Path) -> tuple[bytes | None, list[Finding]]:
    """What ``path`` holds, or a finding that says why that cannot be read."""
    at = Location(str(path))
    try:
        if not path.is_file():
            return None, [Finding(at, "I01", "there is no such file", "a report, or a folder of reports")]
        if path.stat().st_size > LARGEST_FILE:
            return None, [Finding(at, "I05", f"{path.stat().st_size:,} bytes", f"at most {LARGEST_FILE:,}")]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Finding(at, "I03", f"the file cannot be read: {error.strerror}", "a file that you may read")]
    if not raw.strip():
        return None, [Finding(at, "I03", "the file is empty", "a report")]
    return raw, []


def extract(path: Path) -> tuple[Extraction | None, list[Finding]]:
    """The lines of the report in ``path``; None with findings where there are none."""
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
    lines = list(lines_of(text, at))
    return Extraction(at, lines, [lambda: lines]), []


def _of_pdf(path: Path, raw: bytes) -> tuple[Extraction | None, list[Finding]]:
    at = Location(str(path))
    if b"%PDF-" not in raw[:1024]:
        return None, [Finding(at, "I03", "the file is called .pdf and is none", "a PDF")]
    try:
        return _of_pages(path, at)
    except Exception as error:  # noqa: BLE001 - a damaged file makes the library fail in any way there is
        return None, [Finding(at, "I03", f"the PDF is damaged ({type(error).__name__})", "a whole PDF")]


def _of_pages(path: Path, at: Location) -> tuple[Extraction | None, list[Finding]]:
    with pypdf.PdfReader(path) as pdf:
        if pdf.is_encrypted and pdf.decrypt("") == pypdf.PasswordType.NOT_DECRYPTED:
            return None, [Finding(at, "I04", "the PDF asks for a password", "a PDF without one")]
        if len(pdf.pages) > LONGEST_REPORT:
            return None, [Finding(at, "I05", f"{len(pdf.pages)} pages", f"at most {LONGEST_REPORT}")]
        pages = [page.extract_text() for page in pdf.pages]
        if sum(len(text.strip()) for text in pages) < _LEAST_TEXT:
            return None, [
                Finding(at, "I02", f"no text on {len(pages)} page{'' if len(pages) == 1 else 's'}", "a PDF with text")
            ]
        numbers = list(_with_tables(pages))
        laid_out = [(number, pdf.pages[number].extract_text(extraction_mode="layout")) for number in numbers]
    lines = list(_lines(at, enumerate(pages)))
    readings: list[_Reading] = [lambda: list(_lines(at, laid_out)), lambda: lines, lambda: _ruled(path, at, numbers)]
    return Extraction(at, lines, readings), []


def _with_tables(pages: Sequence[str]) -> Iterator[int]:
    """The pages on which a table of responses begins, and the pages after them."""
    begins = [bool(_TABLE_WORDS.search(text)) for text in pages]
    for number in range(len(pages)):
        if begins[number] or (number and begins[number - 1]):
            yield number


def _lines(at: Location, pages: Sequence[tuple[int, str]] | Iterator[tuple[int, str]]) -> Iterator[Line]:
    for number, text in pages:
        yield from lines_of(text, Location(at.file, number + 1))


def _ruled(path: Path, at: Location, numbers: Sequence[int]) -> Sequence[Line]:
    """The rows of the tables that are drawn with lines, by the coordinates of their cells."""
    import pdfplumber  # noqa: PLC0415 - slow to load, and seldom needed

    lines: list[Line] = []
    try:
        with pdfplumber.open(path, pages=[number + 1 for number in numbers]) as pdf:
            for page in pdf.pages:
                rows = [row for table in page.extract_tables() for row in table]
                text = "\n".join("\t".join(" ".join((cell or "").split()) for cell in row) for row in rows)
                lines += lines_of(text, Location(at.file, page.page_number))
    except Exception:  # noqa: BLE001 - as above; what could not be read the first way stays what is reported
        return []
    return lines
