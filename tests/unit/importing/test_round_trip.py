"""Write a report, then import it: the register holds what the report said, whatever form the text came in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from support.imports import imported, outcome_of
from support.random_reports import written_reports
from support.registers.empty import empty_register
from support.report_writer import TEXTS, WrittenReport, delivery_csv, write_pdf, write_xlsx

from generator.register.reading import read_register

_Writer = Callable[[WrittenReport, Path], Path]


def _text(form: str) -> _Writer:
    def write(written: WrittenReport, folder: Path) -> Path:
        path = folder / ("report.md" if form == "pipes" else "report.txt")
        path.write_text(TEXTS[form](written), encoding="utf-8")
        return path

    return write


def _pdf(*, lines: bool) -> _Writer:
    def write(written: WrittenReport, folder: Path) -> Path:
        write_pdf(written, folder / "report.pdf", lines=lines)
        return folder / "report.pdf"

    return write


def _csv(written: WrittenReport, folder: Path) -> Path:
    (folder / "delivery.csv").write_text(delivery_csv([written]), encoding="utf-8", newline="")
    return folder / "delivery.csv"


def _xlsx(written: WrittenReport, folder: Path) -> Path:
    write_xlsx([written], folder / "delivery.xlsx")
    return folder / "delivery.xlsx"


_FORMS: dict[str, _Writer] = {form: _text(form) for form in TEXTS}
_FORMS |= {"pdf-with-lines": _pdf(lines=True), "pdf-without-lines": _pdf(lines=False), "csv": _csv, "xlsx": _xlsx}


@pytest.mark.parametrize("form", _FORMS)
@settings(max_examples=max(settings().max_examples // 2, 1))
@given(written=written_reports())
def test_what_was_written_is_what_is_read(form: str, written: WrittenReport) -> None:
    with TemporaryDirectory() as folder:
        data = empty_register(Path(folder))
        path = _FORMS[form](written, Path(folder))
        done = imported(data, path, unsealed=True)
        # That nothing can protect a withheld grade, as beside a service of nothing but ones, is told, and is no slip.
        assume("W08" not in {finding.code for finding in done.findings})
        assert outcome_of(done) == [], path.read_bytes()[:20000]
        register, findings = read_register(data)
        assert findings == []
        (report,), results = register.reports.values(), register.results.values()
        (provider,) = register.providers.values()
        assert provider.name == written.name
        expected = written.report.model_copy(
            update={"provider": provider.id, "source": report.source, "entered_on": date(2030, 1, 1)}
        )
        assert report.values() == expected.values()
        rows = {row.model_copy(update={"provider": provider.id}).values() for row in written.results}
        assert {row.values() for row in results} == rows
        assert date.fromisoformat(done.as_of) == date(2030, 1, 1)
