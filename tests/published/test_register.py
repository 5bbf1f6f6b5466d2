"""What must hold of data/ as maintainers keep it: no test elsewhere looks at it."""

from pathlib import Path

import pytest
import yaml
from spec.judging import seen_of_report, seen_of_row
from spec.publication_rules import REPORTS, ROWS
from support.imports import imported
from support.project import ROOT
from support.registers.empty import empty_register
from support.registers.reading import contents, judged

from generator.disclosure.opening import Judged
from generator.findings.findings import has_errors
from generator.importing.identifying import Naming
from generator.importing.prepared import Change

DATA = ROOT / "data"
CATALOGUE = ROOT / "generator" / "site" / "words" / "locale" / "nl.yaml"
# They are under the agency's copyright, and not in the repository.
TEXTS = ROOT.parent / "shared" / "reports"


@pytest.fixture(scope="module")
def there() -> Judged:
    return judged(DATA)


def test_its_rules_are_those_that_are_explained(there: Judged) -> None:
    """docs/publication-rules.md shows these examples."""
    rules = there.policy.versions[-1]
    rows = [row for rule in ROWS for row in rule.rows()]
    reports = [row for rule in REPORTS for row in rule.rows()]
    assert [seen_of_row(row, rules) for row in rows] == [row["the public sees"] for row in rows]
    assert [seen_of_report(row, rules) for row in reports] == [row["the public sees"] for row in reports]


def test_each_of_its_services_is_described(there: Judged) -> None:
    described = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))["group"]["service"]["about"]
    assert set(described) == set(there.register.services)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts of the reports are not in the repository")
def test_it_says_what_the_reports_say(there: Judged, tmp_path: Path) -> None:
    """Each from its text, with the name that the register has where one spells it in several ways; then all again."""
    folder = empty_register(tmp_path, "public")
    for report in sorted(TEXTS.glob("*_*.txt")):
        if "I17" in {finding.code for finding in imported(folder, report).findings}:
            told = report.read_text(encoding="utf-8")
            provider = next(each for each in there.register.providers.values() if each.name in told)
            imported(folder, report, naming=Naming(new_provider=provider.id, name=provider.name))
    ours, real = contents(folder), contents(DATA)
    again = imported(folder, TEXTS)
    assert not has_errors(again.findings)
    assert {entry.change for entry in again.prepared.entries} == {Change.UNCHANGED}
    known = {Path(file).stem for file in ours if file.startswith("providers/")}
    assert known
    for file in (file for file in ours if file.startswith(("providers/", "reports/", "results/"))):
        header, *lines = real[file].decode().splitlines()
        if file.endswith(".csv"):
            lines = [line for line in lines if line.partition(",")[0] in known]
        assert ours[file].decode().splitlines() == [header, *lines]
