"""Finds text between the lines of a report that belongs to its printed pages: headers, footers, page numbers."""

import re
from collections.abc import Sequence

from generator.reports.lines import Line

_RUNNING_HEADER = re.compile(
    r"^(?:\d{1,3}\s+)?tevredenheidsonderzoek blik op werk\s*[-\u2010-\u2015:]\s*(?P<name>[^\t]*[^\t\s])(?:\t.*)?$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"^(?P<lead>[-\u2013\s]*(?:pagina|page|blz\.?|p\.)?\s*)\d{1,3}\s*(?P<of>(?:van|of|/)\s*\d{1,3})?[-\u2013\s]*$",
    re.IGNORECASE,
)
_PUBLISHER = r"(?:panteia|research to progress|[A-Z]{1,2}\d{4,6})"
_FOOTER = re.compile(rf"^(?:\d{{1,3}}[\s|]+)?{_PUBLISHER}(?:[\s|]+{_PUBLISHER})*(?:[\s|]+\d{{1,3}})?$", re.IGNORECASE)


def running_header(line: Line) -> str | None:
    """The name in the header of a page; None if the line is no such header."""
    match = _RUNNING_HEADER.match(line.text)
    return " ".join(match["name"].split()) if match else None


def is_page_number(line: Line, *, alone: bool = True) -> bool:
    """Whether a line is a page number; if ``alone``, also a bare number, which may be a figure too."""
    match = _PAGE_NUMBER.match(line.text)
    return bool(match and (alone or match["lead"].strip() or match["of"]))


def is_of_the_page(line: Line) -> bool:
    """Whether a line is the header or the footer of a page."""
    return bool(running_header(line) or _FOOTER.match(line.text.replace("\t", " "))) or is_page_number(
        line, alone=False
    )


def content_of(lines: Sequence[Line]) -> list[Line]:
    """The lines without what belongs to the pages: headers, footers, and numbers at a page's edge."""
    return [
        line
        for number, line in enumerate(lines)
        if not is_of_the_page(line) and not (is_page_number(line) and _is_at_an_edge(lines, number))
    ]


def _is_at_an_edge(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the first or last of its page: beside a header, or in a PDF beside another page."""
    line = lines[number]
    beside = [lines[other] for other in (number - 1, number + 1) if 0 <= other < len(lines)]
    on_pages = bool(line.at.column)
    return any(running_header(other) or (on_pages and other.at.line != line.at.line) for other in beside)
