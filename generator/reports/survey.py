"""What a report says, before it becomes records."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from generator.findings.findings import Finding, Location
from generator.register.records import ReportStatus, YesNo
from generator.reports.lines import Line
from generator.reports.rows import PrintedRow

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Said(Generic[_Value]):
    """A value, and the line that says it."""

    value: _Value
    line: Line


@dataclass(slots=True)
class Survey:
    """One report. A value that it does not say, or says in two ways, is None; ``findings`` tell why.

    Args:
        at: the file, or the line of a delivery where it begins.
        names: each spelling of the provider's name; the one of the first page comes first.
        shares: very satisfied, satisfied, dissatisfied, very dissatisfied, no opinion; whole percentages.
        provider: the provider's id, if a delivery names it.
        unsaid: columns of reports/ that a delivery does not have: the register keeps its own values.
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
    provider: str | None = None
    unsaid: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
