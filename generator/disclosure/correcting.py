"""Which corrections tell the grade before and after: only where the two together can give nothing away."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generator.disclosure.public import (
    GradeChange,
    PublicCorrection,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Withheld,
)
from generator.register.records import Audience, Correction, Register

_Key: TypeAlias = tuple[str, date, date, str]
# By what two reports are told to be of one measurement, which a provider with two names can publish twice.
_About: TypeAlias = tuple[date, date, date, str]


def with_changes(public: PublicRegister, register: Register) -> PublicRegister:
    """``public``, in which a correction tells the old and the new grade where it may.

    That the old grade was public, the register says. But two versions of a report tell more than one: what either
    leaves open about a withheld grade, both may settle (`generator audit --against`). So of clients they are told only
    if the report shows each of their grades exactly, and no other provider publishes it too. The new grade must be what
    is public now, or what a later correction begins with; and nothing is told of what was corrected before anybody
    could see it.

    Args:
        public: after rule 7.
        register: has the corrections with their grades.
    """
    told: Mapping[_Key, Correction] = {each.key: each for each in register.corrections if each.row_key}
    editions = Counter(_about(report) for provider in public.providers for report in provider.reports)

    def of_provider(provider: PublicProvider) -> PublicProvider:
        reports = tuple(
            _of_report(provider.id, each, told, is_only=editions[_about(each)] == 1) for each in provider.reports
        )
        return replace(provider, reports=reports)

    return replace(public, providers=tuple(map(of_provider, public.providers))) if told else public


def _about(report: PublicReport) -> _About:
    return (report.period_start, report.period_end, report.report_date, report.source)


def _of_report(provider: str, report: PublicReport, told: Mapping[_Key, Correction], *, is_only: bool) -> PublicReport:
    rows = {
        (audience, row.service.id if row.service else "total"): row
        for audience, row in _open_rows(report, is_only=is_only)
    }
    return replace(report, corrections=tuple(_changes(provider, report, told, rows)))


def _changes(
    provider: str, report: PublicReport, told: Mapping[_Key, Correction], rows: Mapping[tuple[str, str], PublicRow]
) -> Iterator[PublicCorrection]:
    """The corrections, the newest first; each must end with the grade with which the next one begins."""
    ends: dict[tuple[str, str], Decimal | None] = {
        key: row.rating.grade for key, row in rows.items() if isinstance(row.rating, Published)
    }
    for each in report.corrections:
        said = told.get((provider, report.period_end, each.corrected_on, each.what))
        if said is None or said.audience is None:
            yield each
            continue
        key = (said.audience.value, said.service)
        ends_with, ends[key] = ends.get(key), said.old
        if said.old and said.new and said.new == ends_with and each.corrected_on >= report.published_on:
            yield replace(each, change=GradeChange(said.audience.value, rows[key].service, said.old, said.new))
        else:
            ends[key] = None
            yield each


def _open_rows(report: PublicReport, *, is_only: bool) -> Iterator[tuple[str, PublicRow]]:
    """The rows of which two versions may be told, with their audience."""
    if report.commissioners:
        yield from ((Audience.COMMISSIONER.value, row) for row in report.commissioners.rows)
    if is_only and all(_is_open(row) for row in report.clients.rows):
        yield from ((Audience.CLIENT.value, row) for row in report.clients.rows)


def _is_open(row: PublicRow) -> bool:
    return not isinstance(row.rating, Withheld) and not (isinstance(row.rating, Published) and row.rating.is_rounded)
