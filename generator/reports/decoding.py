"""The text in the bytes of a file. Spreadsheets and mail programs save text in several encodings, and say so seldom."""

import codecs
import re
from pathlib import Path

from generator.findings.findings import Finding, Location
from generator.misreading import misread

# With what a file of another kind begins, whatever its name ends with.
_OF_ANOTHER_KIND = {
    b"PK\x03\x04": "a workbook, a document or an archive",
    b"\xd0\xcf\x11\xe0": "a workbook or a document of an old kind",
    b"%PDF-": "a PDF",
    b"{\\rtf": "a document in RTF",
}
_UTF_8 = "text in UTF-8; a spreadsheet calls that 'CSV UTF-8'"
_MARKED = (  # by the mark at the beginning of the file, the longest first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What of Windows-1252 a Dutch text holds: letters of western Europe, quotes, dashes and a few signs. In text of another
# encoding, the bytes of letters are other characters here, or stand where these cannot.
_WESTERN = "\xa0-\xd6\xd8-\xf6\xf8-\xff\u20ac\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022"
_NOT_WESTERN = re.compile(
    rf"[^\x00-\x7f{_WESTERN}]"
    r"|(?<=[^\W\d_])[\u2018\u201c\u201d\u2026\u2022\u20ac\xa1-\xbf](?=[^\W\d_])"
)


def decode(path: Path, raw: bytes) -> tuple[str | None, list[Finding]]:
    """``raw`` as text: in the encoding that its first bytes name, in UTF-8, or in Windows-1252 with a warning."""
    kind = next((kind for mark, kind in _OF_ANOTHER_KIND.items() if raw.startswith(mark)), None)
    if kind:
        came = f"{kind}, with the name of a {path.suffix.lower()}"
        return None, [Finding(Location(str(path)), "I03", came, "text, or a name that ends as its kind does")]
    encoding = next((name for mark, name in _MARKED if raw.startswith(mark)), unmarked(raw))
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        at = Location(str(path), line)
        western = _western(raw) if encoding == "utf-8" else None
        if western is None:
            return None, [Finding(at, "F01", f"byte 0x{raw[error.start]:02x}", _UTF_8)]
        return western, [Finding(at, "I47", f"byte 0x{raw[error.start]:02x}: the file is in Windows-1252", _UTF_8)]
    found = misread(text)
    if found:
        return None, [wrongly_read(Location(str(path), text.count("\n", 0, found[0]) + 1), found)]
    return text, []


def wrongly_read(at: Location, found: tuple[int, str]) -> Finding:
    """The finding about what :func:`misread` found in a line."""
    came = f"letters that were read in a wrong encoding, where {found[1]!r} stood" if found[1] else "a letter was lost"
    return Finding(at, "F17", came, "the letters as they were written")


def unmarked(raw: bytes) -> str:
    """The encoding of a file without a mark: a letter of UTF-16 has a zero in its two bytes, other text has none."""
    if raw[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if raw[1:2] == b"\0" else "utf-8"


def _western(raw: bytes) -> str | None:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _NOT_WESTERN.search(text) else text
