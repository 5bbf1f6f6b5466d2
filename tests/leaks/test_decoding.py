"""The search itself: whatever a format hides, a needle in it is found; and what cannot be read is refused."""

import base64
import gzip
import io
import re
import zipfile
import zlib
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from leaks.decoding import UnknownFormatError, decoded, texts
from leaks.searching import leaks
from PIL import Image, PngImagePlugin
from support.registers.planted import CANARIES

NEEDLE = "3,7"
GZIP = gzip.compress(b"niets")


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def zipped_beside(where: str) -> bytes:
    file, member = io.BytesIO(), zipfile.ZipInfo("a.txt")
    with zipfile.ZipFile(file, "w") as archive:
        if where == "comment":
            archive.comment = NEEDLE.encode()
        elif where == "extra":
            member.extra = b"\x99\x99\x03\x00" + NEEDLE.encode()
        elif where == "name":
            member.filename = f"{NEEDLE}.txt"
        else:
            member.comment = NEEDLE.encode()
        archive.writestr(member, b"niets")
    return file.getvalue()


def workbook(where: str) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(f"blad {NEEDLE}" if where == "sheet" else None)
        if where == "text":
            sheet.write_string(0, 0, f"cijfer {NEEDLE}")
        elif where == "number":
            sheet.write_number(0, 0, 3.7)
        elif where == "drawing":
            sheet.write_comment(0, 0, NEEDLE)
        elif where == "property":
            book.set_properties({"keywords": NEEDLE})
        elif where == "name":
            book.define_name("cijfer", "=3.7")
    return file.getvalue()


def parquet(where: str) -> bytes:
    value = Decimal("3.7") if where in {"cell", "statistics"} else Decimal("8.1")
    long = {"about": f"{1000 * '.'} {NEEDLE}"}
    described = long if where == "field" else None
    schema = pa.schema([pa.field("grade", pa.decimal128(3, 1), metadata=described)])
    if where == "metadata":
        schema = schema.with_metadata(long)
    elif where == "column":
        schema = pa.schema([pa.field(NEEDLE, pa.decimal128(3, 1))])
    file = io.BytesIO()
    pq.write_table(pa.table([[value]], schema=schema), file)
    return file.getvalue()


def picture(where: str) -> bytes:
    said = PngImagePlugin.PngInfo()
    if where == "tEXt":
        said.add_text("Comment", NEEDLE)
    elif where == "zTXt":
        said.add_text("Comment", NEEDLE, zip=True)
    else:
        said.add_itxt("Comment", NEEDLE, zip=where == "iTXt, compressed")
    file = io.BytesIO()
    Image.new("L", (1, 1)).save(file, "PNG", pnginfo=said)
    return file.getvalue()


HIDDEN = {
    "text": ("a.txt", b"cijfer 3,7."),
    "a list": ("a.csv", b"beta,2021-12-31,12,3.7,nee"),
    "JSON": ("a.json", b'{"grade": 3.70}'),
    "tenths in the finder's file": ("a.json", b'{"names": ["Beta"], "clients": {"rating": [81, 37]}}'),
    "an escape of JSON": ("a.json", rb'{"grade": "\u0033,7"}'),
    "an attribute of HTML": ("a.html", b'<td data-sort="3.7">-</td>'),
    "a style": ("a.html", b'<i style="--bar:3.7"></i>'),
    "a comment": ("a.html", b"<!--3.7-->"),
    "entities": ("a.html", b"&#51;&#x2c;&#55;"),
    "entities of entities": ("a.xml", b"&amp;#51;,7"),
    "marks within it": ("a.html", b"<td>3<sub>,7</sub></td>"),
    "an address that holds a picture": (
        "a.html",
        b'<img src="data:image/svg+xml;base64,' + base64.b64encode(b'<svg width="3.7"/>') + b'">',
    ),
    "percent-encoding": ("a.html", b'<a href="?q=%33%2C%37">'),
    "an attribute of SVG": ("a.svg", b'<rect width="3.7"/>'),
    "a string of a script": ("a.js", rb'"\x33.7"'),
    "an escape of CSS": ("a.css", rb"content: '\33 ,7'"),
    "ZIP": ("a.zip", zipped(a_txt=b"3,7")),
    "ZIP in ZIP": ("a.zip", zipped(b_zip=zipped(a_txt=b"3,7"))),
    "XLSX in ZIP": ("a.zip", zipped(b_xlsx=workbook("text"))),
    "gzip": ("a.jsonl.gz", gzip.compress(b'{"grade":3.7}')),
    **{f"{where} of ZIP": ("a.zip", zipped_beside(where)) for where in ("comment", "extra", "name", "member")},
    **{f"{where} of XLSX": ("a.xlsx", workbook(where)) for where in ("text", "number", "property", "name", "sheet")},
    **{
        f"{where} of Parquet": ("a.parquet", parquet(where))
        for where in ("cell", "metadata", "field", "column", "statistics")
    },
    **{f"{where} of PNG": ("a.png", picture(where)) for where in ("tEXt", "zTXt", "iTXt", "iTXt, compressed")},
    "the name of a file": ("3.7.txt", b""),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_a_needle_is_found(where: str) -> None:
    name, content = HIDDEN[where]
    found = leaks({name: content}, CANARIES)
    assert found, list(texts({name: content}))
    assert found[0].startswith("grade low_response in ")


def test_the_statistics_of_a_column_are_read_apart_from_its_cells() -> None:
    places = [place for place, held in decoded("a.parquet", parquet("statistics")) if "3.7" in held]
    assert "a.parquet, statistics of grade" in places


@pytest.mark.parametrize(
    "written",
    [
        "3.7",
        "3,7",
        "3·7",
        "3,70",
        "3.700",
        "37/10",
        "3.7000000000000002",
        "3.6999999999999997",
        "37e-1",
        "370e-2",
        "0x1.d99999999999ap+1",
        "drie komma zeven",
        "3 komma 7",
        "8.1,3.7,6.0",
        "12,3.7,nee",
        "-3.7",
        "3.7rem",
        "grade3.7",
        "(3,7)",
        "3,7.",
    ],
)
def test_a_number_is_found_however_it_is_written(written: str) -> None:
    assert leaks({"a.txt": written.encode()}, CANARIES)


@pytest.mark.parametrize("written", ["13.7", "3.75", "1.3.7", "3.7.1", "8.3,7.6", "2033,7.1", "37", "3 7", "3.07"])
def test_another_number_is_not_taken_for_it(written: str) -> None:
    assert leaks({"a.txt": written.encode()}, CANARIES) == []


def chunk(kind: bytes) -> bytes:
    whole = picture("tEXt")
    crc = zlib.crc32(kind + b"3,7").to_bytes(4, "big")
    return whole.replace(b"\x00\x00\x00\x00IEND", b"\x00\x00\x00\x03" + kind + b"3,7" + crc + b"\x00\x00\x00\x00IEND")


REFUSED = {
    "an unknown kind of file": ("a.webp", b"", "no decoder for files of this kind"),
    "a name without a kind": ("a", b"", "no decoder for files of this kind"),
    "an address that holds a font": ("a.css", b"url(data:font/woff2;base64,AAAA)", "a.css!1.woff2: no decoder"),
    "gzip with a name": ("a.txt.gz", b"\x1f\x8b\x08\x08" + 6 * b"\0" + b"3.7\0" + GZIP[10:], "a gzip with a name"),
    "more behind gzip": ("a.txt.gz", GZIP + b"3.7", "goes on behind its end"),
    "an unknown member of ZIP": ("a.zip", zipped(a_bin=b""), "a.zip!a.bin: no decoder"),
    "an unknown member of XLSX": ("a.xlsx", workbook("drawing"), "vmlDrawing1.vml: no decoder"),
    "another encoding": ("a.txt", "é".encode("latin-1"), "no UTF-8"),
    "no PNG": ("a.png", b"GIF", "is no PNG"),
    "more behind PNG": ("a.png", picture("tEXt") + b"3,7", "goes on behind its end"),
    "an unknown chunk of PNG": ("a.png", chunk(b"prIv"), "unknown chunks [b'prIv']"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused(what: str) -> None:
    name, content, why = REFUSED[what]
    with pytest.raises(UnknownFormatError, match=re.escape(why)):
        list(texts({name: content}))
