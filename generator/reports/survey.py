"""What a report says, before it becomes records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from generator.findings.findings import Finding, Location
from generator.register.arithmetic import share_fits
from generator.register.fields import TOTAL, Unpublished
from generator.register.records import Audience, Publication, ReportStatus, YesNo
from generator.reports.lines import MASK, Line, masked

# The groups that a report counts separately: people with another questionnaire do not count as clients there.
CLIENTS, COMMISSIONERS, SEPARATE = "clients", "commissioners", "apart"

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Said(Generic[_Value]):
    """A value, and the line that says it."""

    value: _Value
    line: Line


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of table 1.1.

    Args:
        line: where its figures begin.
        label: the label in the report.
        service: a service's id, or ``total``.
        response: the printed response in per cent; None if the cell has none.
        decimals: the number of decimals of the printed response.
        grade: in points; `*` if the agency withheld it for anonymity; absent for `--`, an empty cell and `0,0`.
        publication: the agency's own decision.
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
            return f"'{label} {MASK} {MASK} {MASK} {MASK} {self.publication}'"
        return f"'{label} {self.net_sample} {self.completed} {self.response} {MASK} {self.publication}'"

    @property
    def is_total(self) -> bool:
        return self.service == TOTAL


@dataclass(frozen=True, slots=True)
class Invited:
    """What the sentence in section 2.3 says about one group: how many were invited, and the usable share."""

    count: Said[int] | None = None
    usable: Said[Decimal] | None = None


@dataclass(slots=True)
class Survey:
    """One report. A value that it does not say, or says in two ways, is None; ``findings`` tell why.

    Args:
        at: the file, or the line of a delivery where it begins.
        names: each spelling of the provider's name; the one of the first page comes first.
        shares: very satisfied, satisfied, dissatisfied, very dissatisfied, no opinion; whole percentages.
        ends_within_table: whether no text follows the last row.
        invited: by group: clients, commissioners, and clients of the service that is reported separately.
        chapter_of_commissioners: the line with the title of that chapter.
        provider: the provider's id, if a delivery names it.
        unsaid: columns of reports/ that a delivery does not have: the register keeps its own values.
        is_delivered: whether it came as rows of a delivery, which has no sentences to compare the rows with.
    """

    at: Location
    names: tuple[Said[str], ...] = ()
    period: Said[tuple[date, date]] | None = None
    report_date: Said[date] | None = None
    status: Said[ReportStatus] | None = None
    promoter_score: Decimal | None = None
    shares: Said[tuple[int, ...]] | None = None
    staff_strengths: tuple[Said[str], ...] = ()
    strengths: tuple[Said[str], ...] = ()
    telephone_option: YesNo | None = None
    rows: tuple[PrintedRow, ...] = ()
    ends_within_table: bool = False
    invited: Mapping[str, Invited] = field(default_factory=dict)
    chapter_of_commissioners: Line | None = None
    provider: str | None = None
    is_delivered: bool = False
    unsaid: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
