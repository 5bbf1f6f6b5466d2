"""The rows of a table of results, in whatever way it came: in a report, or in a delivery."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.findings.findings import Finding
from generator.register.arithmetic import share_fits
from generator.register.fields import TOTAL, Unpublished
from generator.register.records import Audience, Publication
from generator.reports.lines import MASK, Line, masked
from generator.scale import Scale

_GRADE = re.compile(r"^\d{1,2}[.,]\d$", re.ASCII)
_NOTHING = re.compile(r"^(?:[-\u2010-\u2015\u2212]{1,3}|n\.?v\.?t\.?|n/a)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of the table of a report.

    Args:
        line: where its figures begin.
        label: the label in the report.
        service: a service's id, or ``total``.
        response: the printed response in per cent; None if the cell has none.
        decimals: the number of decimals of the printed response.
        grade: in points; `*` if the agency withheld it for anonymity; absent for `--`, an empty cell and `0,0`.
        publication: the agency's own decision.
        decision: the same in the word of the report, as it stands there.
    """

    line: Line
    label: str
    audience: Audience
    service: str
    net_sample: int
    completed: int
    response: Decimal | None
    decimals: int
    grade: Decimal | Unpublished
    publication: Publication
    decision: str

    @property
    def is_proven(self) -> bool:
        """Whether the printed response fits the two numbers: then none of them is a grade in the wrong cell."""
        share = self.response
        return share is not None and share_fits(share, self.decimals, self.completed, self.net_sample)

    @property
    def quote(self) -> str:
        """The row as a finding shows it: without its grade, and without any figure that may be a grade."""
        label = masked(self.label)
        if not self.is_proven:
            return f"'{label} {MASK} {MASK} {MASK} {MASK} {self.decision}'"
        return f"'{label} {self.net_sample} {self.completed} {self.response} {MASK} {self.decision}'"

    @property
    def is_total(self) -> bool:
        return self.service == TOTAL


def once(rows: Sequence[PrintedRow]) -> tuple[list[PrintedRow], list[Finding]]:
    """The rows without exact repetitions; two different rows of the same service are a finding."""
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


def read_grade(cell: str, completed: int, scale: Scale) -> Decimal | Unpublished | None:
    """The grade in a cell, in points, or the reason for none; None if the text is not that of a grade cell."""
    if cell == "*":
        return Unpublished.ANONYMISED
    if not cell or is_nothing(cell):
        return Unpublished.ABSENT
    if not _GRADE.match(cell):
        return None
    grade = Decimal(cell.replace(",", "."))
    if completed == 0:
        return Unpublished.ABSENT if grade == 0 else None
    return grade if scale.holds(grade) else None


def a_grade(scale: Scale) -> str:
    """What a grade cell may hold, for a finding."""
    return (
        f"a grade from {scale.lowest}.0 to {scale.highest}.0 with one decimal, `*`, `--`, or nothing; "
        "`0.0` where nobody answered"
    )


def is_nothing(word: str) -> bool:
    """Whether a word says that a cell is empty."""
    return bool(_NOTHING.match(word))
