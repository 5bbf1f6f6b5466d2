"""Files that were made to do harm: small ones that unfold, large ones, ones that lead round in a circle."""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from support.registers import Edit

_GIGABYTE = 1 << 30


def sparse(file: str, size: int = _GIGABYTE) -> Edit:
    """A file of zero bytes that takes no room on the disk."""

    def edit(data: Path) -> None:
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.truncate(path, size)

    return edit


def nested_folders(folder: str, depth: int) -> Edit:
    """Folders within each other, deeper than one name of a path can say or a recursion can go."""

    def edit(data: Path) -> None:
        (data / folder).mkdir(parents=True, exist_ok=True)
        here = os.open(data / folder, os.O_RDONLY)
        for _ in range(depth):
            os.mkdir("d", dir_fd=here)
            deeper = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = deeper
        os.close(here)

    return edit


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
    "<!DOCTYPE x ["
    + '<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
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
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_WORKBOOK, **parts}.items():
            archive.writestr(name, content)
    return path


def workbook_that_claims(path: Path, size: int) -> Path:
    """A workbook whose table of contents says that the sheet unpacks to ``size`` bytes."""
    workbook(path, {"xl/worksheets/sheet1.xml": sheet(row(1, "x"))})
    with zipfile.ZipFile(path) as archive:
        true = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    raw = path.read_bytes()
    at = raw.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24  # within its entry in the table of contents
    assert int.from_bytes(raw[at : at + 4], "little") == true
    path.write_bytes(raw[:at] + size.to_bytes(4, "little") + raw[at + 4 :])
    return path


def stream(content: bytes, entries: str = "") -> bytes:
    """An object of a PDF that is compressed."""
    packed = zlib.compress(content, 9)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode() + packed + b"\nendstream"


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {} >> >>"
)


def pdf(
    path: Path,
    content: bytes = b"BT /F1 9 Tf 40 700 Td (Tevredenheidsonderzoek) Tj ET",
    *,
    pages: str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    catalog: str = "<< /Type /Catalog /Pages 2 0 R >>",
    resources: str = "",
    more: Sequence[bytes] = (),
    trailer: str = "",
) -> Path:
    """A PDF of one page, some of whose objects are others: catalog 1, pages 2, page 3, content 4, font 5, more from 6."""
    objects = [
        catalog.encode(),
        pages.encode(),
        _PAGE.format(resources).encode(),
        stream(content),
        _FONT,
        *more,
    ]
    body = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n"
    path.write_bytes(body + (end.replace("HERE", str(len(body))) + f"{len(body)}\n%%EOF\n").encode())
    return path


Attack = Callable[[Path], Path]


def called(name: str, write: Callable[[Path], object]) -> Attack:
    """An attack in a file of this name."""

    def attack(folder: Path) -> Path:
        write(folder / name)
        return folder / name

    return attack


def repeated(content: bytes, times: int) -> Callable[[Path], object]:
    """Write the same again and again."""
    return lambda path: path.write_bytes(content * times)


def lines(each: Iterable[str]) -> str:
    """Lines of text, with an end at each."""
    return "".join(f"{line}\n" for line in each)
