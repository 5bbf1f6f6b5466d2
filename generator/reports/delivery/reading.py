"""Reads a delivery: CSV or XLSX with one row for each row of a report. docs/import.md maps the columns."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from generator.findings.findings import Finding
from generator.register.records import DECISIONS, OPINION, SHARES, STRENGTHS, Audience, ReportStatus, YesNo
from generator.reports.dates import NotADateError
from generator.reports.delivery.rows import DeliveryRow, delivery_rows
from generator.reports.delivery.values import (
    choice,
    count,
    day,
    of_hundred,
    one_decimal,
    percentage,
    period,
    score,
    whole_percentage,
)
from generator.reports.lines import Line, masked, without_bullet
from generator.reports.rows import PrintedRow, a_grade, once, read_grade
from generator.reports.sheet_marks import spelled
from generator.reports.survey import Said, Survey
from generator.reports.terms import ALIKE, Terms

_STATUSES = {
    "definitief": ReportStatus.FINAL,
    "definitief rapport": ReportStatus.FINAL,
    "final": ReportStatus.FINAL,
    "final report": ReportStatus.FINAL,
    "concept": ReportStatus.DRAFT,
    "concept rapport": ReportStatus.DRAFT,
    "conceptrapport": ReportStatus.DRAFT,
    "draft": ReportStatus.DRAFT,
    "draft report": ReportStatus.DRAFT,
}
_YES_NO = {"ja": YesNo.YES, "yes": YesNo.YES, "nee": YesNo.NO, "no": YesNo.NO}

# What a cell of a row must hold; whom an audience may name, the register says.
_EXPECTED = {
    "net_sample": "whole numbers of invited and completed",
    "completed": "whole numbers of invited and completed",
    "response_rate": "a response in per cent",
    "publication": "`ja` or `nee` (yes or no)",
}
_PERIODS = ("period", "period_start", "period_end")
_PRECISE = re.compile(r"\d{1,2}[.,]\d{2,}", re.ASCII)

_T = TypeVar("_T")


def read_delivery(path: Path, terms: Terms, *, is_named: bool = True) -> tuple[list[Survey], list[Finding]]:
    """The surveys in a delivery, one for each provider and period, and the findings about its form.

    A table of something else is skipped with a warning. If the maintainer named the file (``is_named``) and no table in
    it is a delivery, that is an error.
    """
    rows, findings = delivery_rows(path, terms, is_named=is_named)
    groups = defaultdict(list)
    left_out = []
    for row in rows:
        whose = row.cells.get("provider") or row.cells.get("name")
        period = tuple(row.cells.get(name, "") for name in _PERIODS)
        if whose and any(period):
            groups[whose, period].append(row)
        elif not any((*period, row.cells.get("service"), row.cells.get("publication"))):
            left_out.append(row)
        else:
            findings.append(_not_whole(row))
    if left_out and groups:
        rows_left = spelled([row.at.line for row in left_out], "row")
        came = f"{rows_left}: no period, no service and no `ja` or `nee`, so not a row of a report"
        findings.append(Finding(left_out[0].at, "I45", came, "only the totals and notes of the delivery itself"))
    elif left_out:
        findings += [_not_whole(row) for row in left_out]
    return [_Delivered(group, terms).survey() for group in groups.values()], findings


def _not_whole(row: DeliveryRow) -> Finding:
    """The finding about a row without its provider or its period."""
    whose = [name for name in ("provider", "name") if name in row.columns]
    when = [name for name in _PERIODS if name in row.columns]
    empty = [name for names in (whose, when) if not any(row.cells[name] for name in names) for name in names]
    expected = "provider and period in each row; if this is a total of the delivery itself, no such row"
    return Finding(row.place(empty[0]), "I44", f"nothing in {row.where(*empty)}", expected)


class _Delivered:
    """The rows of one provider and period."""

    def __init__(self, rows: Sequence[DeliveryRow], terms: Terms) -> None:
        self.rows = rows
        self.terms = terms
        self.findings: list[Finding] = []

    def survey(self) -> Survey:
        name, provider = self.one("name"), self.one("provider")
        shares = [self.whole(each) for each in SHARES]
        known = tuple(share for share in shares if share is not None)
        survey = Survey(
            self.rows[0].at,
            names=(Said(name.cells["name"], name.line("name")),) if name else (),
            period=self.period(),
            report_date=self.parsed("report_date", day, "a date such as 2022-01-28 or 28-01-2022"),
            status=self.parsed("status", choice(_STATUSES), "final or draft (definitief or concept)"),
            promoter_score=self.promoter_score(),
            shares=Said(known, Line(self.rows[0].at, "the five shares")) if len(known) == len(shares) else None,
            staff_strengths=self.items(("staff_strength",)),
            strengths=self.items(STRENGTHS),
            telephone_option=self.telephone_option(),
            provider=provider.cells["provider"] if provider else None,
            unsaid=frozenset(name for name in (*OPINION, "telephone_option") if name not in self.rows[0].cells),
        )
        if known and survey.shares is None:
            self.fault(self.rows[0], "I13", f"{len(known)} of the five shares", "all five, or none")
        printed, twice = once([row for each in self.rows if (row := self.printed(each))])
        survey.rows = tuple(printed)
        survey.findings = [*self.findings, *twice]
        return survey

    def fault(self, row: DeliveryRow, code: str, came: str, expected: str, column: str = "") -> None:
        self.findings.append(Finding(row.place(column), code, came, expected))

    def one(self, name: str) -> DeliveryRow | None:
        """The first row with a value for ``name``; another value in another row is a finding."""
        holding = [row for row in self.rows if row.cells.get(name)]
        for row in holding[1:]:
            if row.cells[name] != holding[0].cells[name]:
                first = f"the one on line {holding[0].at.line}"
                came = f"{row.where(name)} differs from {first}, for the same provider and period"
                self.fault(row, "I07", came, "one value in all rows of a report", name)
                return None
        return holding[0] if holding else None

    def items(self, names: Sequence[str]) -> tuple[Said[str], ...]:
        """Strengths without their bullets."""
        rows = [(row, name) for name in names if (row := self.one(name))]
        return tuple(Said(without_bullet(row.cells[name]), row.line(name)) for row, name in rows)

    def parsed(
        self, name: str, parse: Callable[[str], _T | None], expected: str, *, needed: bool = True
    ) -> Said[_T] | None:
        """The value of the column ``name``; a value that cannot be parsed, or is needed and missing, is a finding."""
        row = self.one(name)
        value, why = None, ""
        try:
            value = parse(row.cells[name]) if row else None
        except NotADateError as error:
            why = f": {error.why}"
        if row and value is None:
            self.fault(row, "I08", f"{row.where(name)} cannot be read{why}", expected, name)
        if row is None and needed and not any(each.cells.get(name) for each in self.rows):
            first = self.rows[0]
            self.fault(first, "I44", f"nothing in {first.where(name)}, in no row of this report", expected, name)
        return Said(value, Line(row.at, f"{name} {row.cells[name]}")) if row and value is not None else None

    def period(self) -> Said[tuple[date, date]] | None:
        if any(row.cells.get("period") for row in self.rows):
            return self.parsed("period", period, "two dates, such as 2021-01-01 to 2021-12-31, or with months in words")
        start = self.parsed("period_start", day, "a date such as 2021-01-01")
        end = self.parsed("period_end", day, "a date such as 2021-12-31")
        return Said((start.value, end.value), end.line) if start and end else None

    def promoter_score(self) -> Decimal | None:
        said = self.parsed("promoter_score", score, "a number from -100.0 to 100.0", needed=False)
        return said.value.quantize(Decimal("0.1")) if said else None

    def whole(self, name: str) -> int | None:
        said = self.parsed(name, whole_percentage, "a whole percentage", needed=False)
        return said.value if said else None

    def telephone_option(self) -> YesNo | None:
        said = self.parsed("telephone_option", choice(_YES_NO), "yes or no (ja or nee)", needed=False)
        return said.value if said else None

    def printed(self, row: DeliveryRow) -> PrintedRow | None:
        """One row of a report."""
        label = row.cells.get("service", "")
        shown = f"'{masked(label)}'"
        meaning = self.terms.meaning(f"{label}." if label.isdigit() else label)
        if meaning is None or meaning.alike < ALIKE:
            expected = "a name, id or number of services.csv"
            self.fault(row, "I20", f"{shown} in {row.where('service')} is no known service", expected, "service")
            return None
        if meaning.alike < 1:
            self.fault(row, "I21", f"{shown} is read as {meaning.known!r}", "the same")
        audience = self.audience(row, meaning.audience)
        counts = [count(row.cells.get(name, "")) for name in ("net_sample", "completed")]
        share, decimals = percentage(row.cells.get("response_rate", ""))
        decision = row.cells.get("publication", "")
        publication = choice(DECISIONS)(decision)
        read = {
            "audience": audience,
            "net_sample": counts[0],
            "completed": counts[1],
            "response_rate": share if counts[0] else Decimal(0),
            "publication": publication,
        }
        unread = [name for name, value in read.items() if value is None]
        if audience is None or counts[0] is None or counts[1] is None or publication is None or unread:
            came = f"the row of {shown}: {row.where(*unread)} cannot be read"
            must = {**_EXPECTED, "audience": self.terms.audiences}
            self.fault(row, "I10", came, "; ".join(dict.fromkeys(must[name] for name in unread)), unread[0])
            return None
        if share is not None and counts[0]:
            share, decimals = of_hundred(share, decimals, counts[1], counts[0])
        cell = row.cells.get("grade", "")
        grade = read_grade(one_decimal(cell), counts[1], self.terms.scale)
        if grade is None:
            holds = "more than one decimal, which may not be shown" if _PRECISE.fullmatch(cell) else "something else"
            came = f"{row.where('grade')} of {shown} holds {holds}"
            self.fault(row, "I11", came, a_grade(self.terms.scale), "grade")
            return None
        line = Line(row.at, label)
        return PrintedRow(
            line, label, audience, meaning.service, counts[0], counts[1], share, decimals, grade, publication, decision
        )

    def audience(self, row: DeliveryRow, of_label: Audience | None) -> Audience | None:
        cell = row.cells.get("audience", "")
        named = self.terms.audience(cell) if cell else of_label or Audience.CLIENT
        return named if of_label in {None, named} else None
