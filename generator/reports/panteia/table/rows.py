"""Rows by their form alone: text, then values, then `ja` or `nee`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.register.records import Publication
from generator.reports.lines import Line
from generator.reports.panteia.noise import is_page_number
from generator.reports.panteia.table.words import heading_of, is_number, is_title, publication_of, words_below_title
from generator.reports.rows import is_nothing
from generator.reports.terms import folded

_HEADER_WORDS = frozenset(
    re.findall(
        r"\w+",
        "tabel dienst diensten resultaten voor het keurmerk netto steekproef nettosteekproef steek proef "
        "ingevuld inge vuld respons res pons rapportcijfer rapport cijfer publicatie publi catie",
    ),
)
_HEADER_OF = 3  # of its words make a line part of the header
_RULE_CHARACTERS = frozenset(" \t+:=_-" + "".join(map(chr, range(0x2500, 0x2580))))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a table; ``alone`` if it is the only word on its line, like a page number."""

    text: str
    line: Line
    alone: bool


@dataclass(slots=True)
class RawRow:
    """A row before its label and its values are understood; ``before`` are the lines of text above its values."""

    before: list[Line]
    values: list[Token] = field(default_factory=list)
    publication: Publication | None = None
    line: Line | None = None


def scan(lines: Sequence[Line]) -> tuple[list[RawRow], list[Line]]:
    """The rows by their form alone, and the lines of text below the last."""
    scanner = _Scanner()
    for line in lines:
        if not _is_rule(line) and not _is_footnote(line):
            scanner.read(line)
    return scanner.finish()


def _is_rule(line: Line) -> bool:
    """Whether a line is drawn: at least three of its characters, so that `--` stays a cell."""
    return set(line.text) <= _RULE_CHARACTERS and (len(line.text) > 2 or "\t" in line.text)  # noqa: PLR2004


def _is_footnote(line: Line) -> bool:
    words = line.text.split()
    return words[0].startswith("*") and len(words) > 1 and not publication_of(words[-1]) and not is_number(words[-1])


class _Scanner:
    """Text, then values, then `ja` or `nee`: that is a row."""

    def __init__(self) -> None:
        self.rows: list[RawRow] = []
        self.row = RawRow([])
        self.words: list[str] = []

    def read(self, line: Line) -> None:
        is_alone = len(line.text.split()) == 1
        tokens = [Token(word, line, is_alone) for word in words_below_title(line)]
        if is_page_number(line) and not self.may_be_a_cell(tokens):
            return
        for number, token in enumerate(tokens):
            publication = publication_of(token.text)
            if publication and (self.row.values or self.row.before or self.words):
                self.to_label(line)
                self.row.line = self.row.line or line
                self.row.publication = publication
                self.close()
            elif _is_value(token.text, self.row) and not _is_numbering(tokens, number, self.words):
                self.to_label(line)
                self.row.line = self.row.line or line
                self.row.values.append(token)
            elif not _is_mark(token.text):
                self.end_of_values()
                self.words.append(token.text)
        self.to_label(line)

    def may_be_a_cell(self, tokens: Sequence[Token]) -> bool:
        """Whether a number alone on its line can be a value: there must be a label above it."""
        has_label = any(not heading_of(line) for line in self.row.before)
        return len(tokens) == 1 and bool(self.row.values or has_label)

    def to_label(self, line: Line) -> None:
        words = [] if is_title(line) else _without_header(self.words)
        if words:
            self.row.before.append(Line(line.at, " ".join(words)))
        self.words = []

    def close(self) -> None:
        self.rows.append(self.row)
        self.row = RawRow([])

    def end_of_values(self) -> None:
        """Handle text in place of a value: the row has lost its end, or its only value was a page number."""
        if len(self.row.values) == 1 and self.row.values[0].alone:
            self.row.values, self.row.line = [], None
        if self.row.values:
            self.close()

    def finish(self) -> tuple[list[RawRow], list[Line]]:
        self.end_of_values()
        return self.rows, self.row.before


def _is_value(word: str, row: RawRow) -> bool:
    """Whether a word is a value here. The first value is a number; after it an asterisk or a dash is a value too."""
    if is_number(word):
        return True
    return bool(row.values) and (word == "*" or is_nothing(word))


def _is_mark(word: str) -> bool:
    """Whether a word is not a label and not a value: the mark of a footnote, a per cent sign."""
    return word in {"*", "%", "(%)"} or is_nothing(word)


def _is_numbering(tokens: Sequence[Token], number: int, words: Sequence[str]) -> bool:
    """Whether a number belongs to a label: `dienst 8`, or `8 Toeleiden`."""
    if words:
        return words[-1].casefold() == "dienst"
    following = tokens[number + 1].text if number + 1 < len(tokens) else "1"
    return number == 0 and following[0].isalpha() and not publication_of(following) and not is_nothing(following)


def _without_header(words: Sequence[str]) -> Sequence[str]:
    """The words without the table's header: only `Inburgeraars`, if the names of the columns follow it."""
    others = [word for word in words if folded(word) and folded(word) not in _HEADER_WORDS]
    return others if len(words) - len(others) >= _HEADER_OF or not others else words
