"""Finds the tables of responses in a report, and rows of them in other places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings.findings import Finding
from generator.reports.lines import Line, RunningText
from generator.reports.panteia.table.words import is_number, is_title, publication_of
from generator.reports.terms import folded

_FIRST_TABLE = re.compile(r"^tabel\s+1[.,]1\b", re.IGNORECASE)
_ROW_WITHIN = 80  # lines, when each cell of the header and of a row is one
_HEADER_WITHIN = 10  # lines, when each cell of the header is one
_END = re.compile(
    r"^(aan deze cijfers|in de kolom|de rapportcijfers|fig\b|figuur|bron\b|hoofdstuk|\d+(\.\d+)+\.?\s+\D"
    r"|\d\s+(inleiding|onderzoek|opdrachtgevers|contactgegevens|inburger))",
    re.IGNORECASE,
)
_ROW_SHAPE = re.compile(
    r"(?<!\S)\d+\s\d+\s\d{1,3}[.,]\d%?\s(?:(?:\S+\s)?(?:ja|nee)|\d{1,2}[.,]\d|\*)(?!\S)", re.IGNORECASE
)
_PROSE = 13  # words that are not numbers; more than any label has
_SENTENCE = 4  # words that end with a full stop
_LONGEST_TABLE = 400  # lines, when each cell is one
_SEPARATE_TITLE = re.compile(r"^tabel\s+\d.*inburger", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """A table: its lines from the title on, whether its people are reported separately, whether it ends the file."""

    lines: Sequence[Line]
    is_separate: bool
    is_open: bool


def regions_of(lines: Sequence[Line]) -> tuple[list[Region], list[Line]]:
    """The lines of each table, from its title on, and all other lines.

    If a table continues on the next page and its title is repeated there, it is still one table.
    """
    regions: list[Region] = []
    outside: list[Line] = []
    done = number = 0
    while number < len(lines):
        if not _is_start(lines, number):
            number += 1
            continue
        outside += lines[done:number]
        end = done = _end_of_table(lines, number)
        while end < len(lines) and _is_start(lines, end) and _is_same_title(lines[number], lines[end]):
            end = done = _end_of_table(lines, end)
        title = " ".join(line.text for line in lines[number : number + 2])
        regions.append(Region(lines[number:end], "inburger" in folded(title), end == len(lines)))
        number = end
    return regions, [*outside, *lines[done:]]


def _is_same_title(first: Line, second: Line) -> bool:
    one, other = (folded(line.text) for line in (first, second))
    return one.startswith(other) or other.startswith(one)


def _is_start(lines: Sequence[Line], number: int) -> bool:
    """Whether a table's title begins on this line, or its header if it has no title.

    Table 1.1 is recognised by the number in its title: in narrow columns the words of its header are broken.
    """
    if _FIRST_TABLE.match(lines[number].text):
        return any(_is_row_end(line) for line in lines[number : number + _ROW_WITHIN])
    text = lines[number].text
    if not is_title(lines[number]) and not (
        re.search(r"\bnetto\b", text, re.IGNORECASE) and not _is_prose(lines[number])
    ):
        return False
    header = ""
    for line in lines[number : number + _HEADER_WITHIN]:
        if line is not lines[number] and _is_prose(line):
            break
        header += folded(line.text)
    return all(word in header for word in ("netto", "ingevuld", "cijfer", "publi"))


def _is_row_end(line: Line) -> bool:
    words = line.text.split()
    return bool(words) and publication_of(words[-1]) is not None


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """The number of the first line after the table that begins at ``start``."""
    has_row = False
    for number in range(start + 1, min(len(lines), start + _LONGEST_TABLE)):
        line = lines[number]
        if _END.match(line.text) or _is_prose(line) or (has_row and is_title(line)):
            return number
        has_row = has_row or any(publication_of(word) for word in line.text.split())
    return min(len(lines), start + _LONGEST_TABLE)


def _is_prose(line: Line) -> bool:
    if line.text.startswith("*"):
        return False  # a footnote, which the table can go on after
    words = line.text.split()
    if any(publication_of(word) for word in words) and any(is_number(word) for word in words):
        return False
    in_words = sum(not is_number(word) for word in words)
    return in_words >= _PROSE or (in_words >= _SENTENCE and line.text.endswith(".") and words[-1] != "n.v.t.")


def outside_tables(lines: Sequence[Line]) -> Iterator[Finding]:
    """Findings about rows, and tables of people who are reported separately, that are in no table."""
    text = RunningText(lines)
    for match in _ROW_SHAPE.finditer(text.text):
        line = text.line_at(match.start())
        yield Finding(line.at, "I10", f"{line.masked} stands outside the table", "each row in its table")
    for line in lines:
        if _SEPARATE_TITLE.match(line.text):
            yield Finding(line.at, "I09", f"{line.masked}: a table without the columns of table 1.1", "those columns")
