"""Whether the content of a file is that of a report or a delivery, whatever the file is called."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.findings.findings import Location
from generator.reports.decoding import unmarked
from generator.reports.limits import LONGEST_TEXT
from generator.reports.panteia.signs import A_REPORT, A_TABLE

if TYPE_CHECKING:
    from generator.reports.terms import Terms

_PDF = re.compile(rb"%PDF-\d")
_WITHIN = (
    1024  # bytes, in which a PDF says that it is one; code that reads PDFs may say so too, but not where it begins
)
_BEFORE = b"\xef\xbb\xbf\0 \t\r\n"
_DOCUMENTS = {
    b"PK\x03\x04": "a workbook, a document or an archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a workbook or a document",
    b"{\\rtf": "a document",
}
_A_DELIVERY = re.compile(r"steekproef|net[\W_]*sample|invited", re.IGNORECASE)
_HEADER_WITHIN = 10  # lines
_MAY_LACK = 1  # of the columns that a delivery needs; the register's own tables lack more


def kind_of(content: bytes, terms: "Callable[[], Terms]") -> str | None:
    """What kind of report the content of a file is; None if it is none.

    Every PDF and every office document counts as one: what is in it is not looked at.

    Args:
        content: all of it.
        terms: the words of the register's reports; asked only if the text may be that of a report.
    """
    if _PDF.match(content.lstrip(_BEFORE)) or (_PDF.search(content[:_WITHIN]) and b"startxref" in content):
        return "a PDF"
    for begin, kind in _DOCUMENTS.items():
        if content.startswith(begin):
            return kind
    text = _text(content)
    if _is_delivery(text, terms):
        return "a delivery"
    return "the text of a report" if _has_table(text, terms) else None


def _has_table(text: str, terms: "Callable[[], Terms]") -> bool:
    if not A_REPORT.search(text) or not A_TABLE.search(text):
        return False  # to look for its tables takes longer
    from generator.reports.lines import lines_of, without_marks  # noqa: PLC0415 - hooks wait for this, and few texts come so far
    from generator.reports.panteia.table.reading import read_tables  # noqa: PLC0415 - the same

    return bool(read_tables(list(lines_of(text, Location(""), without_marks)), terms()).rows)


def _text(content: bytes) -> str:
    """The content as text, in whatever way a report's text may be saved; empty if it is no text."""
    content = content[: 4 * LONGEST_TEXT]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")[:LONGEST_TEXT]
    encoding = unmarked(content)
    if encoding != "utf-8":
        return content.decode(encoding, "replace")[:LONGEST_TEXT]
    if b"\0" in content:
        return ""
    try:
        return content.decode("utf-8-sig")[:LONGEST_TEXT]
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")[:LONGEST_TEXT]


def _is_delivery(text: str, terms: "Callable[[], Terms]") -> bool:
    """Whether one of the first lines names the columns of a delivery."""
    first = text.split("\n", _HEADER_WITHIN)[:_HEADER_WITHIN]
    if not any(_A_DELIVERY.search(line) for line in first):
        return False
    from generator.reports.delivery.columns import NEEDED, columns_of  # noqa: PLC0415 - the same
    from generator.reports.terms import folded  # noqa: PLC0415 - the same

    column_of = columns_of(terms().nouns)
    named = ({column_of.get(folded(cell)) for cell in re.split(r"[;,\t|]", line)} for line in first)
    return any(sum(name not in columns for name in NEEDED) <= _MAY_LACK for columns in named)
