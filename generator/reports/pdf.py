"""The text of a PDF's pages. Call it through confinement.py: nothing here limits what a file does to the libraries."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdf

from generator.reports.limits import LONGEST_REPORT, LONGEST_TEXT, UnreadableError, too_much

# Both libraries log the faults that they tolerate; faults that matter to the maintainer become findings.
for _library in ("pypdf", "pdfminer"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of each page; for pages with tables also the text with its layout, by page number from 0."""

    texts: Sequence[str]
    laid_out: Sequence[tuple[int, str]]


def read_pages(path: Path, a_table: re.Pattern[str]) -> Pages:
    """All pages of a PDF.

    Args:
        path: the PDF.
        a_table: what begins a table whose layout is needed, in the words of its first line.

    Raises:
        UnreadableError: it asks for a password, or has more pages or characters than a report.
    """
    with pypdf.PdfReader(path) as pdf:
        if pdf.is_encrypted and pdf.decrypt("") == pypdf.PasswordType.NOT_DECRYPTED:
            raise UnreadableError("I04", "the PDF asks for a password", "a PDF without one")
        if len(pdf.pages) > LONGEST_REPORT:
            raise too_much("pages", len(pdf.pages), LONGEST_REPORT)
        texts = [page.extract_text() for page in pdf.pages]
        pages = _with_tables(texts, a_table)
        laid_out = [(number, pdf.pages[number].extract_text(extraction_mode="layout")) for number in pages]
    length = sum(map(len, (*texts, *(text for _, text in laid_out))))
    if length > LONGEST_TEXT:
        raise too_much("characters", length, LONGEST_TEXT)
    return Pages(texts, laid_out)


def _with_tables(texts: Sequence[str], a_table: re.Pattern[str]) -> Iterator[int]:
    """The pages on which a table begins, and the pages after them."""
    begins = [bool(a_table.search(text)) for text in texts]
    for number in range(len(texts)):
        if begins[number] or (number and begins[number - 1]):
            yield number


def ruled_tables(path: Path, numbers: Sequence[int]) -> list[tuple[int, str]]:
    """The text of tables that are drawn with lines, by the coordinates of their cells; page numbers count from 0."""
    import pdfplumber  # noqa: PLC0415 - slow to load, and seldom needed

    with pdfplumber.open(path, pages=[number + 1 for number in numbers]) as pdf:
        return [
            (page.page_number - 1, "\n".join(_as_text(row) for table in page.extract_tables() for row in table))
            for page in pdf.pages
        ]


def _as_text(row: Sequence[str | None]) -> str:
    return "\t".join(" ".join((cell or "").split()) for cell in row)
