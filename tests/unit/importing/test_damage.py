"""A damaged report gives findings, or rows that are right: never a traceback, never half of it, never a wrong row.

Damaged PDFs and workbooks are in tests/fuzz.
"""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import DAMAGE
from support.imports import imported
from support.random_reports import written_reports
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import TEXTS, WrittenReport

from generator.findings.findings import has_errors
from generator.register.reading import read_register


def _refused_or_right(written: WrittenReport, path: Path, folder: Path) -> None:
    data = empty_register(folder)
    before = contents(data)
    done = imported(data, path, unsealed=True)
    if has_errors(done.findings):
        assert contents(data) == before
        return
    register, _ = read_register(data)
    right = {row.key[2:]: row.values()[4:] for row in written.results}
    found = {row.key[2:]: row.values()[4:] for row in register.results.values()}
    lost = {"I39"} <= {finding.code for finding in done.findings}
    for key, row in found.items():
        assert row == right[key] or (lost and row == (*right[key][:2], "", right[key][3]))
    missing = right.keys() - found.keys()
    assert not missing, "a row is lost, and nothing said so"
    for report in register.reports.values():
        assert (report.period_start, report.period_end) == (written.report.period_start, written.report.period_end)
        assert report.report_date == written.report.report_date
        assert report.status is written.report.status
        assert report.promoter_score in {None, written.report.promoter_score}


@pytest.mark.parametrize("damage", DAMAGE)
@given(form=st.sampled_from(sorted(TEXTS)), written=written_reports(), seed=st.integers(0, 2**32))
def test_a_damaged_text(damage: str, form: str, written: WrittenReport, seed: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        text = DAMAGE[damage](TEXTS[form](written), random.Random(seed))  # noqa: S311 - no secret
        (folder / "report.txt").write_text(text, encoding="utf-8")
        _refused_or_right(written, folder / "report.txt", folder)
