"""Keeps reports outside git until their day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from generator.disclosure.opening import Judged
from generator.disk.interrupts import whole
from generator.disk.replacing import replace_files
from generator.findings.findings import has_errors
from generator.importing.identifying import Naming
from generator.importing.notes import NOTE, Note, Said, Waiting, WaitingReport, named_in, read_waiting
from generator.importing.planning import prepare
from generator.importing.prepared import Decisions, Entry, Import
from generator.register.records import Register, ReportStatus
from generator.reports.survey import Survey

# Warnings about what a commit of an early report would do.
_ABOUT_A_COMMIT = frozenset({"I37", "I41"})
_SAYS = "# What stands beside this waits for its day; `generator release` imports it then (docs/import.md).\n"
_IGNORED = "# Nothing here is for git.\n*\n"


def prepare_parted(
    data: Path, there: Judged, surveys: Sequence[Survey], decisions: Decisions, *, waits: bool = True
) -> tuple[Import, Sequence[Entry]]:
    """An import without the reports that nobody may see yet, and those reports; a whole one if nothing ``waits``.

    All are judged together first: after an error, no report waits. The other arguments are those of `prepare`.
    """
    whole = prepare(data, there, surveys, decisions)
    early = [entry for entry in whole.entries if entry.is_early(decisions.as_of)]
    if has_errors(whole.findings) or not early or not waits:
        return whole, []
    findings = [finding for finding in whole.findings if finding.code not in _ABOUT_A_COMMIT]
    rest = prepare(data, there, surveys, replace(decisions, leaves_early=True))
    return replace(rest, findings=sorted({*findings, *rest.findings})), early


def waiting_reports(entries: Iterable[Entry], surveys: Iterable[Survey]) -> tuple[WaitingReport, ...]:
    """Those of ``surveys`` that ``entries`` were made from, as a note has them."""
    by_place = {survey.at: survey for survey in surveys}
    return tuple(
        WaitingReport.model_construct(
            provider=entry.provider.id,
            named=named_in(by_place[entry.at]),
            period_start=entry.report.period_start,
            period_end=entry.report.period_end,
            until=entry.public_from,
        )
        for entry in entries
        if entry.at in by_place
    )


def keep(folder: Path, path: Path, note: Note) -> Path:
    """Put a copy of the report at ``path`` into the folder, with its note; what it replaces there no longer waits.

    Returns:
        The copy.

    Raises:
        OSError: it could not be written; what waits is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes()
    new = {(report.provider, report.period_end) for report in note.reports}
    kept = _free(folder, path.name, content)
    replace_files(
        folder,
        {".gitignore": _IGNORED.encode(), kept.name: content, f"{kept.name}{NOTE}": _written(note)},
    )
    for other in read_waiting(folder).files:
        if other.path != kept:
            leave(other, [each for each in other.note.reports if (each.provider, each.period_end) not in new])
    return kept


def leave(waiting: Waiting, reports: Sequence[WaitingReport]) -> None:
    """Note that only these reports of the file still wait; without any the file is removed.

    Raises:
        OSError: it could not be written.
    """
    note = waiting.path.with_name(f"{waiting.path.name}{NOTE}")
    if not reports:
        with whole():
            waiting.path.unlink()
            note.unlink()
    elif tuple(reports) != waiting.note.reports:
        replace_files(note.parent, {note.name: _written(Note(said=waiting.note.said, reports=tuple(reports)))})


def naming(said: Said, register: Register) -> Naming:
    """Whose report it is, by what was said; a provider that was new then may be known by now."""
    if said.new_provider in register.providers:
        return Naming(said.new_provider)
    return Naming(said.provider, said.new_provider, said.name)


def is_replaced(report: WaitingReport, register: Register) -> bool:
    """Whether it is a draft, and the register has the final report."""
    there = register.reports.get((report.provider, report.period_end))
    return report.until is None and there is not None and there.status is ReportStatus.FINAL


def _free(folder: Path, name: str, content: bytes) -> Path:
    """A name in the folder that no other report has."""
    path, number = folder / name, 1
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def _written(note: Note) -> bytes:
    values: Mapping[str, Any] = note.model_dump(mode="json", exclude_none=True)
    said = {"said": values["said"]} if values["said"] else {}
    reports = [dict(each) for each in values["reports"]]
    return (_SAYS + yaml.safe_dump({**said, "reports": reports}, allow_unicode=True, sort_keys=False)).encode()
