"""Table 1.1 of a report, and a separate table of the service that is reported apart: who was invited, who answered.

A row is a label, then up to four values, then `ja` or `nee`. Nothing else is relied on: not on how cells are divided,
nor on lines. An extraction may give a row as one line, or as a line for each cell, or wrap a label round its values.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from generator.register.arithmetic import HIGHEST, LOWEST, share_fits
from generator.register.fields import Unpublished
from generator.register.findings import Finding
from generator.register.records import Audience, Publication
from generator.reports.dutch import parse_count, parse_decimal
from generator.reports.labels import ALIKE, Labels, Meaning, folded
from generator.reports.lines import Line, RunningText, masked
from generator.reports.noise import is_of_the_page, is_page_number
from generator.reports.survey import APART, CLIENTS, COMMISSIONERS, PrintedRow

_TITLE = re.compile(r"^tabel\s+\d+(?:[.,]\d+)*[.:]?(?:\s|$)", re.IGNORECASE)
_HEADER_WORDS = frozenset(
    re.findall(
        r"\w+",
        "tabel dienst diensten resultaten voor het keurmerk netto steekproef nettosteekproef steek proef "
        "ingevuld inge vuld respons res pons rapportcijfer rapport cijfer publicatie publi catie",
    ),
)
_HEADER_WITHIN = 10  # lines, when each cell of the header is one
_END = re.compile(
    r"^(aan deze cijfers|in de kolom|de rapportcijfers|fig\b|figuur|bron\b|hoofdstuk|\d+(\.\d+)+\.?\s+\D"
    r"|\d\s+(inleiding|onderzoek|opdrachtgevers|contactgegevens|inburger))",
    re.IGNORECASE,
)
_RULE_CHARACTERS = frozenset(" \t+:=_-" + "".join(map(chr, range(0x2500, 0x2580))))
_NUMBER = re.compile(r"^\d+(?:[.,]\d+)*%?$", re.ASCII)
_NOTHING = re.compile(r"^(?:[-\u2010-\u2015\u2212]{1,3}|n\.?v\.?t\.?)$", re.IGNORECASE)
_GRADE = re.compile(r"^\d{1,2}[.,]\d$", re.ASCII)
_ROW_SHAPE = re.compile(
    r"(?<!\S)\d+\s\d+\s\d{1,3}[.,]\d%?\s(?:(?:\S+\s)?(?:ja|nee)|\d{1,2}[.,]\d|\*)(?!\S)", re.IGNORECASE
)
_PROSE = 13  # words that are no numbers; more than any label has
_SENTENCE = 4  # words that end with a full stop
_HEADER_OF = 3  # of its words make a line part of the header
_LONGEST_LABEL = 4  # lines
_LONGEST_TABLE = 400  # lines, when each cell is one
_MOST_VALUES = 8  # of a row, with page numbers between them
_APART_TITLE = re.compile(r"^tabel\s+\d.*inburger", re.IGNORECASE)
_LEFT_OVER = 0.05  # what a line that no label takes costs, so that a label takes all that fits

_HEADINGS = {
    "clienten": CLIENTS,
    "opdrachtgevers": COMMISSIONERS,
    "opdrachtgever": COMMISSIONERS,
    "inburgeraars": APART,
    "inburgeren": APART,
    "dienstinburgeren": APART,
    "inburgering": APART,
    "inburgerclienten": APART,
    "inburgeringsclienten": APART,
    "clienteninburgering": APART,
}


@dataclass(frozen=True, slots=True)
class ResponseTables:
    """All rows of a report's tables.

    Args:
        rows: what could be read, in the order of the report.
        ends_within: nothing stands after the last table, so that rows may have been cut off.
        findings: what could not be read.
    """

    rows: tuple[PrintedRow, ...]
    ends_within: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    line: Line
    alone: bool  # the only thing on its line, as a page number is


@dataclass(slots=True)
class _RawRow:
    """A row before its label and its values are understood; ``before`` are the lines of text above its values."""

    before: list[Line]
    values: list[_Token] = field(default_factory=list)
    publication: Publication | None = None
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class _Region:
    lines: Sequence[Line]
    is_apart: bool
    is_open: bool


def read_tables(lines: Sequence[Line], labels: Labels) -> ResponseTables:
    """Read every table of responses in ``lines``."""
    findings: list[Finding] = []
    rows: list[PrintedRow] = []
    regions, outside = _regions([line for line in lines if not is_of_the_page(line)])
    for region in regions:
        found, wrong = _rows(region, labels)
        rows += found
        findings += wrong
    if regions:
        findings += _outside(outside)
    rows, twice = once(rows)
    ends_within = bool(regions) and regions[-1].is_open
    return ResponseTables(tuple(rows), ends_within, tuple(findings + twice))


def _regions(lines: Sequence[Line]) -> tuple[list[_Region], list[Line]]:
    """The lines of each table, from its title on, and all other lines.

    A title that is repeated where the table goes on, on the next page, begins no new table.
    """
    regions: list[_Region] = []
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
        regions.append(_Region(lines[number:end], "inburger" in folded(title), end == len(lines)))
        number = end
    return regions, [*outside, *lines[done:]]


def _is_same_title(first: Line, second: Line) -> bool:
    one, other = (folded(line.text) for line in (first, second))
    return one.startswith(other) or other.startswith(one)


def _is_start(lines: Sequence[Line], number: int) -> bool:
    """Whether a table's title or, without one, its header begins on this line."""
    text = lines[number].text
    if not _TITLE.match(text) and not (re.search(r"\bnetto\b", text, re.IGNORECASE) and not _is_prose(lines[number])):
        return False
    header = ""
    for line in lines[number : number + _HEADER_WITHIN]:
        if line is not lines[number] and _is_prose(line):
            break
        header += folded(line.text)
    return all(word in header for word in ("netto", "ingevuld", "cijfer", "publi"))


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """The number of the first line that is no longer of the table that begins at ``start``."""
    has_row = False
    for number in range(start + 1, min(len(lines), start + _LONGEST_TABLE)):
        line = lines[number]
        if _END.match(line.text) or _is_prose(line) or (has_row and _TITLE.match(line.text)):
            return number
        has_row = has_row or any(_publication(word) for word in line.text.split())
    return min(len(lines), start + _LONGEST_TABLE)


def _is_prose(line: Line) -> bool:
    if line.text.startswith("*"):
        return False  # a footnote, which the table can go on after
    words = line.text.split()
    if any(_publication(word) for word in words) and any(_NUMBER.match(word) for word in words):
        return False
    in_words = sum(not _NUMBER.match(word) for word in words)
    return in_words >= _PROSE or (in_words >= _SENTENCE and line.text.endswith(".") and words[-1] != "n.v.t.")


def _outside(lines: Sequence[Line]) -> Iterator[Finding]:
    """Rows, and tables of those who are reported apart, that no table holds."""
    text = RunningText(lines)
    for match in _ROW_SHAPE.finditer(text.text):
        line = text.line_at(match.start())
        yield Finding(line.at, "I10", f"{line.masked} stands outside the table", "each row in its table")
    for line in lines:
        if _APART_TITLE.match(line.text):
            yield Finding(line.at, "I09", f"{line.quote}: a table without the columns of table 1.1", "those columns")


def _rows(region: _Region, labels: Labels) -> tuple[list[PrintedRow], list[Finding]]:
    raw, after = _scan(region.lines)
    meanings, stray = _understood(raw, after, labels)
    section = APART if region.is_apart else CLIENTS
    rows: list[PrintedRow] = []
    findings = [*stray, *_empty_sections(raw, after)]
    for row, (label, meaning) in zip(raw, meanings, strict=True):
        section = _section(row, section)
        printed, wrong = _printed(row, label, meaning, section, labels)
        findings += wrong
        if printed:
            rows.append(printed)
    if not raw:
        findings.append(Finding(region.lines[0].at, "I09", f"{region.lines[0].quote}, and no row below it", "its rows"))
    return rows, findings


def _scan(lines: Sequence[Line]) -> tuple[list[_RawRow], list[Line]]:
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
    return words[0].startswith("*") and len(words) > 1 and not _publication(words[-1]) and not _NUMBER.match(words[-1])


class _Scanner:
    """Text, then values, then `ja` or `nee`: that is a row."""

    def __init__(self) -> None:
        self.rows: list[_RawRow] = []
        self.row = _RawRow([])
        self.words: list[str] = []

    def read(self, line: Line) -> None:
        tokens = [_Token(word, line, len(line.text.split()) == 1) for word in _words(line)]
        if is_page_number(line) and not self.may_be_a_cell(tokens):
            return
        for number, token in enumerate(tokens):
            publication = _publication(token.text)
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

    def may_be_a_cell(self, tokens: Sequence[_Token]) -> bool:
        """Whether a number that is alone on its line can be a value: some label must stand above it."""
        has_label = any(not _heading(line) for line in self.row.before)
        return len(tokens) == 1 and bool(self.row.values or has_label)

    def to_label(self, line: Line) -> None:
        words = [] if _TITLE.match(line.text) else _without_header(self.words)
        if words:
            self.row.before.append(Line(line.at, " ".join(words)))
        self.words = []

    def close(self) -> None:
        self.rows.append(self.row)
        self.row = _RawRow([])

    def end_of_values(self) -> None:
        """Text where a value was expected: the row has lost its end, or its one value was a page number."""
        if len(self.row.values) == 1 and self.row.values[0].alone:
            self.row.values, self.row.line = [], None
        if self.row.values:
            self.close()

    def finish(self) -> tuple[list[_RawRow], list[Line]]:
        self.end_of_values()
        return self.rows, self.row.before


def _words(line: Line) -> list[str]:
    return _TITLE.sub("", line.text).split()


def _is_value(word: str, row: _RawRow) -> bool:
    """Whether a word is a value here: a number begins the values, and only then can an asterisk or a dash be one."""
    if _NUMBER.match(word):
        return True
    return bool(row.values) and (word == "*" or bool(_NOTHING.match(word)))


def _is_mark(word: str) -> bool:
    """Whether a word is neither label nor value: the mark of a footnote, a sign for per cent."""
    return word in {"*", "%", "(%)"} or bool(_NOTHING.match(word))


def _is_numbering(tokens: Sequence[_Token], number: int, words: Sequence[str]) -> bool:
    """Whether a number belongs to a label: `dienst 8`, or `8 Toeleiden`."""
    if words:
        return words[-1].casefold() == "dienst"
    following = tokens[number + 1].text if number + 1 < len(tokens) else "1"
    return number == 0 and following[0].isalpha() and not _publication(following) and not _NOTHING.match(following)


def _without_header(words: Sequence[str]) -> Sequence[str]:
    """The words without those of the table's header: `Inburgeraars`, where its columns are named behind that."""
    others = [word for word in words if folded(word) and folded(word) not in _HEADER_WORDS]
    return others if len(words) - len(others) >= _HEADER_OF or not others else words


def _publication(word: str) -> Publication | None:
    return next((each for each in Publication if each.value == word.casefold().rstrip(".")), None)


def _heading(line: Line) -> str | None:
    """The section that begins here. A small letter goes on with a label: Totaal, below it opdrachtgevers."""
    return _HEADINGS.get(folded(line.text)) if line.text[:1].isupper() else None


def _section(row: _RawRow, section: str) -> str:
    """The section in which a row stands: that of the last heading above it."""
    headings = [found for line in row.before if (found := _heading(line))]
    return headings[-1] if headings else section


def _empty_sections(rows: Sequence[_RawRow], after: Sequence[Line]) -> Iterator[Finding]:
    """Headings of those who are reported apart, and no row below them; other sections have other checks."""
    empty = [line for line in after if _heading(line)]
    for row in rows:
        headings = [line for line in row.before if _heading(line)]
        empty += [line for line in headings if _heading(line) != _heading(headings[-1])]
    for line in empty:
        if _heading(line) == APART:
            yield Finding(line.at, "I10", f"{line.quote}, and no row below it", "its row")


def _understood(
    rows: Sequence[_RawRow], after: Sequence[Line], labels: Labels
) -> tuple[list[tuple[str, Meaning | None]], list[Finding]]:
    """The label of each row with its meaning, and the labels that have no values.

    The text between the values of two rows is the end of the one label and the begin of the next. Where to part it is
    chosen so that all labels together are as like known ones as can be.
    """
    parts = [_parts(row.before, is_first=number == 0) for number, row in enumerate(rows)]
    own = next((number for number, line in enumerate(after) if _heading(line)), len(after))
    parts.append([(after[:cut], (), after[cut:]) for cut in range(min(own, _LONGEST_LABEL) + 1)])
    best: dict[int, tuple[float, list[int]]] = {n: (_LEFT_OVER * len(p[2]), [n]) for n, p in enumerate(parts[0])}
    for number in range(len(rows)):
        step: dict[int, tuple[float, list[int]]] = {}
        for chosen, (cost, path) in best.items():
            for cut, (ending, _, left) in enumerate(parts[number + 1]):
                label = _joined([*parts[number][chosen][1], *ending])
                total = cost + _distance(label, labels) + _LEFT_OVER * len(left)
                if cut not in step or total < step[cut][0]:
                    step[cut] = (total, [*path, cut])
        best = step
    path = min(best.values())[1]
    chosen_parts = [options[cut] for options, cut in zip(parts, path, strict=True)]
    understood = []
    for number in range(len(rows)):
        label = _joined([*chosen_parts[number][1], *chosen_parts[number + 1][0]])
        label = label or _own_heading(rows[number])
        understood.append((label, labels.meaning(label)))
    stray = [line for _, _, left in chosen_parts for line in left if _is_known(line, labels)]
    return understood, [
        Finding(line.at, "I10", f"{line.masked} has no values after it", "a label, four values, `ja` or `nee`")
        for line in stray
    ]


def _own_heading(row: _RawRow) -> str:
    """The heading that stands on the line of the values themselves, and so is their label."""
    last = row.before[-1] if row.before else None
    return last.text if last and row.line and last.at == row.line.at and _heading(last) else ""


def _parts(lines: Sequence[Line], *, is_first: bool) -> list[tuple[Sequence[Line], Sequence[Line], Sequence[Line]]]:
    """The ways to part the text above a row: the end of the label before it, the begin of its own, what is left."""
    headings = [number for number, line in enumerate(lines) if _heading(line)]
    if headings:
        before, between, own = lines[: headings[0]], lines[headings[0] : headings[-1]], lines[headings[-1] + 1 :]
        left = [line for line in between if not _heading(line)]
        if is_first:
            return [((), own[cut:], [*before, *left, *own[:cut]]) for cut in _cuts(own, _LONGEST_LABEL)]
        return [(before, own, left)]
    if is_first:
        return [((), lines[cut:], lines[:cut]) for cut in _cuts(lines, _LONGEST_LABEL)]
    return [(lines[:cut], lines[cut:], ()) for cut in range(min(len(lines), _LONGEST_LABEL) + 1)]


def _cuts(lines: Sequence[Line], longest: int) -> range:
    """Where the begin of a label of at most ``longest`` lines can be parted from what stands above it."""
    return range(max(0, len(lines) - longest), len(lines) + 1)


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _distance(label: str, labels: Labels) -> float:
    meaning = labels.meaning(label)
    return 1.0 if meaning is None else 1 - meaning.alike


def _is_known(line: Line, labels: Labels) -> bool:
    meaning = labels.meaning(line.text)
    return meaning is not None and meaning.alike >= ALIKE and not _heading(line)


def _printed(
    row: _RawRow, label: str, meaning: Meaning | None, section: str, labels: Labels
) -> tuple[PrintedRow | None, list[Finding]]:
    line = row.line or row.before[0]
    cells = [label or "(no label)", *(token.text for token in row.values), row.publication or ""]
    quote = Line(line.at, " ".join(filter(None, cells))).masked
    values = _values(row.values)
    if values is None or row.publication is None:
        expected = "a label, then invited, completed, response, grade, and `ja` or `nee`"
        return None, [Finding(line.at, "I10", f"{quote} cannot be read as a row", expected)]
    if meaning is None:
        return None, [Finding(line.at, "I10", f"{quote} has no label", "the name of a service, or a total")]
    findings = []
    if meaning.alike < ALIKE:
        expected = f"a name of services.csv; the nearest is {meaning.known!r}"
        return None, [Finding(line.at, "I20", f"'{masked(label)}' is no known service", expected)]
    if meaning.alike < 1:
        findings.append(Finding(line.at, "I21", f"'{masked(label)}' is read as {meaning.known!r}", "the same"))
    audience, service = _audience(meaning, section, labels)
    net_sample, completed, response, decimals, cell = values
    grade = read_grade(cell, completed)
    if grade is None:
        came = f"{quote}: the grade cell holds something else"
        expected = "a grade from 1,0 to 10,0 with one decimal, `*`, `--`, or nothing; `0,0` where nobody answered"
        return None, [*findings, Finding(line.at, "I11", came, expected)]
    printed = PrintedRow(
        line, label, audience, service, net_sample, completed, response, decimals, grade, row.publication
    )
    return printed, findings


def _audience(meaning: Meaning, section: str, labels: Labels) -> tuple[Audience, str]:
    """Whose row it is, and of which service: a total among those who are reported apart is that of their service."""
    if section == APART and labels.apart and not meaning.audience and meaning.service not in labels.services:
        return Audience.CLIENT, labels.apart
    audience = Audience.COMMISSIONER if section == COMMISSIONERS and not meaning.apart else Audience.CLIENT
    return meaning.audience or audience, meaning.service


_Values = tuple[int, int, Decimal | None, int, str]


def _values(tokens: Sequence[_Token]) -> _Values | None:
    """Invited, completed, response, its decimals and the grade cell; None where the tokens are not those.

    A page number may stand between them. It is left out where the response shows which one it is.
    """
    found = _four([token.text for token in tokens])
    if found is not None:
        return found
    if len(tokens) > _MOST_VALUES:
        return None
    alone = [number for number, token in enumerate(tokens) if token.alone and token.text.isdigit()]
    without = (
        _four([token.text for number, token in enumerate(tokens) if number not in left_out])
        for count in (1, 2)
        for left_out in combinations(alone, count)
    )
    fitting = {values for values in without if values and _fits(values)}
    return fitting.pop() if len(fitting) == 1 else None


def _four(cells: Sequence[str]) -> _Values | None:
    invited, completed, *rest = [*cells, "", ""][:2] + list(cells[2:])
    counts = parse_count(invited), parse_count(completed)
    if counts[0] is None or counts[1] is None or len(rest) > 2:  # noqa: PLR2004 - response and grade
        return None
    response, grade = [*rest, "", ""][:2]
    if not rest:
        return (counts[0], counts[1], None, 0, "") if counts[0] == 0 else None
    number = parse_decimal(response.removesuffix("%"))
    has_form = re.search(r"[.,%]", response)  # a whole number here is a page's, or stands in the wrong cell
    if number is None or not has_form:
        return (counts[0], counts[1], None, 0, grade) if counts[0] == 0 and _NOTHING.match(response) else None
    return counts[0], counts[1], number, 1 if re.search(r"[.,]", response) else 0, grade


def _fits(values: _Values) -> bool:
    net_sample, completed, response, decimals, _ = values
    return response is not None and share_fits(response, decimals, completed, net_sample)


def read_grade(cell: str, completed: int) -> Decimal | Unpublished | None:
    """What a grade cell means; None where it is no grade cell."""
    if cell == "*":
        return Unpublished.ANONYMISED
    if not cell or _NOTHING.match(cell):
        return Unpublished.ABSENT
    if not _GRADE.match(cell):
        return None
    grade = Decimal(cell.replace(",", "."))
    if completed == 0:
        return Unpublished.ABSENT if grade == 0 else None
    return grade if LOWEST <= grade <= HIGHEST else None


def once(rows: Sequence[PrintedRow]) -> tuple[list[PrintedRow], list[Finding]]:
    """The rows without those that say the same again; two that differ are a finding."""
    found: dict[tuple[Audience, str], PrintedRow] = {}
    findings = []
    for row in rows:
        first = found.setdefault((row.audience, row.service), row)
        if _figures(first) != _figures(row):
            came = f"{row.quote}, and before that, on {first.line.at}, {first.quote}"
            findings.append(Finding(row.line.at, "I12", came, "one row for each service of an audience"))
    return list(found.values()), findings


def _figures(row: PrintedRow) -> tuple[object, ...]:
    return (row.net_sample, row.completed, row.grade, row.publication)
