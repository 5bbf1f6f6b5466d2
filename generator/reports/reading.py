"""Files and folders of reports and deliveries, each read into surveys."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.charter import Reader
from generator.findings.findings import Finding, Location
from generator.reports.checks import check_survey
from generator.reports.delivery.reading import read_delivery
from generator.reports.panteia.reading import read_report
from generator.reports.survey import Survey
from generator.reports.terms import Terms


class _Read(Protocol):
    """Reads a file: its surveys, each with its own findings, and the findings about the file itself."""

    def __call__(self, path: Path, terms: Terms, *, is_named: bool) -> tuple[list[Survey], list[Finding]]: ...


_DELIVERY: Mapping[str, _Read] = dict.fromkeys((".csv", ".xlsx"), read_delivery)
_PANTEIA: Mapping[str, _Read] = dict.fromkeys((".pdf", ".txt", ".md", ".markdown"), read_report)
# What reads a file, by how its name ends.
_READS: Mapping[Reader, Mapping[str, _Read]] = {
    Reader.PANTEIA: {**_PANTEIA, **_DELIVERY},
    Reader.DELIVERY: _DELIVERY,
}
_KINDS = {
    Reader.PANTEIA: "a .pdf, .txt or .md report, or a .csv or .xlsx delivery",
    Reader.DELIVERY: "a .csv or .xlsx delivery; a report itself where `agency.reader` in register.yaml says whose",
}
_OTHER_TEXTS = frozenset({".doc", ".docx", ".odt", ".rtf", ".xls", ".ods"})
_IN_A_FOLDER = _OTHER_TEXTS | {suffix for reads in _READS.values() for suffix in reads}
_HIDDEN = (".", "~$")
_DEEPEST = 20  # folders within each other


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read; ``is_named`` says that the maintainer named the file itself, not its folder."""

    path: Path
    is_named: bool


def report_files(paths: Iterable[Path], reader: Reader) -> tuple[list[ReportFile], list[Finding]]:
    """The files in ``paths``, and the files in the folders in ``paths``, in order; each once."""
    found: dict[Path, ReportFile] = {}
    findings = []
    for path in paths:
        why = _unreachable(path)
        if why:
            findings.append(Finding(Location(str(path)), "I03", f"the file cannot be read: {why}", _KINDS[reader]))
            continue
        if path.is_dir():
            files, passed_over = _inside(path)
            findings += passed_over
            inside = [ReportFile(each, is_named=False) for each in files]
            if not inside:
                findings.append(Finding(Location(str(path)), "I01", "no report in this folder", _KINDS[reader]))
        else:
            inside = [ReportFile(path, is_named=True)]
        for file in inside:
            found.setdefault(file.path.resolve(), file)
    return list(found.values()), findings


def _unreachable(path: Path) -> str | None:
    """Why a path leads nowhere (a link to itself, or an impossible name); None if it is fine."""
    try:
        path.resolve()
        path.is_dir()
    except (OSError, RuntimeError) as error:
        return getattr(error, "strerror", None) or "a link that leads to itself"
    return None


def _inside(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The files below ``folder`` that may be reports, in order; hidden files and links are skipped."""
    found: list[Path] = []
    too_deep: list[Path] = []
    for here, folders, names in os.walk(folder):
        found += [Path(here, name) for name in names if not name.startswith(_HIDDEN)]
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        if len(Path(here).relative_to(folder).parts) == _DEEPEST:
            too_deep += [Path(here, name) for name in folders]
            folders.clear()
    files = [path for path in sorted(found) if path.suffix.lower() in _IN_A_FOLDER and path.is_file()]
    expected = f"reports in at most {_DEEPEST} folders within each other"
    return files, [
        Finding(Location(str(each)), "I30", "a folder that deep is not looked into", expected) for each in too_deep
    ]


def read_file(file: ReportFile, terms: Terms) -> tuple[list[Survey], list[Finding]]:
    """The surveys in one file, each with its own findings, and the findings about the file itself."""
    suffix = file.path.suffix.lower()
    read = _READS[terms.reader].get(suffix)
    if read is None:
        code = "I01" if file.is_named else "I30"
        came = f"a file of another kind ({suffix or 'no ending'})" if file.path.exists() else "there is no such file"
        return [], [Finding(Location(str(file.path)), code, came, _KINDS[terms.reader])]
    surveys, findings = read(file.path, terms, is_named=file.is_named)
    for survey in surveys:
        survey.findings += check_survey(survey)
    return surveys, findings
