"""What a finding about a table quotes: nothing that may be a withheld grade, or tell of one.

The program cannot read such a value, but a person may understand it, and it may stand in another column. So it fails
closed: the place is always told, the text only where the public may see it. Why: docs/decisions/0004.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.findings.findings import Finding
from generator.register.records import DECISIONS, OPINION, Correction, Publication, Record, Result

_FIGURE = re.compile(r"\d\s*[.,]\s*\d")
_LETTER = re.compile(r"[^\W\d_]")
# A day and an id hold digits: there only what is written as a grade is one.
_WITH_DIGITS = frozenset({"provider", "period_end"})
# What nobody sees beside a withheld total, and the grades of a row that may be withheld, whatever it says.
_NEVER = frozenset({*OPINION, "old", "new"})
_COUNT = "grade_"


def is_like_a_grade(text: str) -> bool:
    """Whether ``text`` holds a figure that a person could take for a grade with its decimal."""
    return bool(_FIGURE.search(text))


def is_like_a_name(text: str) -> bool:
    """Whether the name of a column is no cell: in a table without its first line, that is a row."""
    return bool(_LETTER.search(text)) and not is_like_a_grade(text)


def discreet(finding: Finding, model: type[Record], cells: Mapping[str, str]) -> Finding:
    """``finding`` about one cell of a row, without the text of a cell that may tell of a withheld grade.

    Args:
        finding: it may quote the cell of its ``field``.
        model: the kind of row.
        cells: the row as it was written, by column.
    """
    field = finding.field
    if issubclass(model, Result):
        text = cells.get(field, "")
        may_tell = field == "grade" or (is_like_a_grade(text) if field in _WITH_DIGITS else any(map(str.isdigit, text)))
        if not may_tell or _says_yes(cells):
            return finding
        why = "its row does not say ja or yes"
    elif field.startswith(_COUNT) or (field in _NEVER and issubclass(model, Correction)):
        why = "it may be of a withheld grade"
    elif field in _NEVER:
        why = "it may stand beside a withheld grade"
    else:
        return finding
    is_grade = field in {"grade", "old", "new"}
    expected = "a grade with one decimal and a dot, `*`, or nothing" if is_grade else finding.expected
    return replace(finding, came=f"{field} cannot be read, and is not told: {why}", expected=expected)


def _says_yes(cells: Mapping[str, str]) -> bool:
    """Whether a row of results plainly says that the public may see it, and nowhere that it may not."""
    said = DECISIONS.get(cells.get("publication", ""))
    return said is Publication.YES and all(DECISIONS.get(each) is not Publication.NO for each in cells.values())
