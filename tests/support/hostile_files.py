"""Files that were made to do harm: small ones that unfold, large ones, ones that lead round in a circle."""

import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from support.registers.editing import Edit
from support.registers.empty import CHARTER, SERVICES
from support.registers.reading import findings_of

from generator.reports.reading import ReportFile, read_file
from generator.reports.terms import Terms

_GIGABYTE = 1 << 30


def sparse(file: str, size: int = _GIGABYTE) -> Edit:
    """A file of zero bytes that takes no room on the disk."""

    def edit(data: Path) -> None:
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.truncate(path, size)

    return edit


def nested_folders(folder: Path, depth: int) -> None:
    """Folders within each other, deeper than one path can say or a recursion can go."""
    folder.mkdir()
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        deeper = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)


_WORKBOOK = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
}
#: Entities that unfold to a thousand million words.
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
LAUGH = "&a9;"


def sheet(rows: str, dimension: str = "A1:A2", after: str = "", before: str = "") -> str:
    """The part of a workbook with the cells."""
    return (
        f'{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def row(number: int, *cells: str) -> str:
    """A row of a sheet, its cells as text."""
    inside = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    return f'<row r="{number}">{inside}</row>'


def workbook(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A workbook of one sheet with other parts than it would have."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in {**_WORKBOOK, **parts}.items():
            archive.writestr(name, content)
    return path


def workbook_that_claims(path: Path, size: int) -> Path:
    """A workbook whose table of contents says that the sheet unpacks to ``size`` bytes."""
    workbook(path, {"xl/worksheets/sheet1.xml": sheet(row(1, "x"))})
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"xl/worksheets/sheet1.xml") - 46  # the fixed part of an entry, its sizes from byte 20 on
    struct.pack_into("<I", raw, entry + 24, size)
    path.write_bytes(raw)
    return path


def stream(content: bytes, entries: str = "") -> bytes:
    """An object of a PDF that is compressed."""
    packed = zlib.compress(content, 1)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode() + packed + b"\nendstream"


_FREE = "0000000000 65535 f \n"
CATALOG, PAGES, PAGE, CONTENT, FONT, OTHER = range(1, 7)
_OBJECTS: Mapping[int, bytes] = {
    CATALOG: b"<< /Type /Catalog /Pages 2 0 R >>",
    PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
    b"/XObject << /X 6 0 R >> >> >>",
    CONTENT: stream(b"BT /F1 9 Tf 40 700 Td (Tevredenheidsonderzoek) Tj ET"),
    FONT: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
}


def pdf(path: Path, objects: Mapping[int, bytes] | None = None, trailer: str = "") -> Path:
    """A PDF of one page, some of whose ``objects`` are others; HERE in the trailer is the place of its own table."""
    body = b"%PDF-1.7\n"
    places = {}
    for number, each in sorted({**_OBJECTS, **(objects or {})}.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    size = max(places) + 1
    entries = (f"{places[number]:010} 00000 n \n" if number in places else _FREE for number in range(1, size))
    trailer = f"<< /Size {size} /Root 1 0 R {trailer.replace('HERE', str(len(body)))} >>"
    end = f"xref\n0 {size}\n{_FREE}{''.join(entries)}trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_bytes(body + end.encode())
    return path


def lines(each: Iterable[str]) -> str:
    """Lines of text, with an end at each."""
    return "".join(f"{line}\n" for line in each)


def counted(data: Path) -> dict[str, int]:
    """How often each code is found in a register, by file."""
    return dict(Counter(finding.partition(":")[0] for finding in findings_of(data)))


def codes_of(path: Path) -> set[str]:
    """The codes of what is found in a report or a delivery."""
    surveys, findings = read_file(ReportFile(path, is_named=True), Terms(SERVICES.values(), CHARTER))
    return {finding.code for finding in (*findings, *(each for survey in surveys for each in survey.findings))}


def greedy(_: Path) -> int:
    """A reader that takes four gigabytes."""
    return len(bytearray(4_000_000_000))


def endless(_: Path) -> None:
    """A reader that never comes back."""
    while True:
        pass


def deadly(_: Path) -> None:
    """A reader that ends its process, as a fault in a library written in C does."""
    os.abort()
