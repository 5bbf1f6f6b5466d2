"""A report is judged once by whoever asks, and what was found is handed on."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.registers.editing import private
from support.registers.empty import empty_register
from support.registers.reading import public_on
from support.report_writer import FIXED, with_tabs

from generator.commands.main import main
from generator.disclosure import suppression, verdicts
from generator.disclosure.measurements import Linked
from generator.disclosure.public import DisclosureRules

Counts = Counter[object]


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """How often rule 7 was asked about the same rows."""
    found: Counts = Counter()
    decide = suppression.decide

    def counting(rows: Linked, rules: DisclosureRules) -> suppression.Decision:
        found[rows.group, tuple(sorted(rows.seen.items()))] += 1
        return decide(rows, rules)

    for module in (suppression, verdicts):
        monkeypatch.setattr(module, "decide", counting)
    return found


def run(*arguments: object) -> None:
    done = CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_check_judges_a_report_once(counts: Counts, register_folder: Path) -> None:
    run("check", "--data", register_folder)
    assert set(counts.values()) == {1}


def test_what_is_public_is_judged_once_more(counts: Counts, register_folder: Path) -> None:
    public_on(register_folder)  # as a build does: what is early must make no difference, so that it is judged apart
    assert max(counts.values()) == 2


def test_an_import_judges_a_report_three_times(counts: Counts, tmp_path: Path) -> None:
    """As the register has it, with what is imported, and when that is read back before it is written."""
    data = empty_register(tmp_path, "private")
    report = tmp_path / "report.txt"
    report.write_text(with_tabs(FIXED), encoding="utf-8")
    run("import", report, "--data", data, "--write", "--as-of", "2026-01-01")
    counts.clear()
    run("import", report, "--data", data, "--write", "--as-of", "2026-01-01")
    assert 0 < max(counts.values()) <= 3


def test_sealing_judges_a_report_once(counts: Counts, register_folder: Path) -> None:
    private()(register_folder)
    run("seal", "--data", register_folder)
    assert set(counts.values()) == {1}
