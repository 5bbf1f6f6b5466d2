"""What must hold of data/ as maintainers keep it: no test elsewhere looks at it."""

import pytest
import yaml
from spec.judging import seen_of_report, seen_of_row
from spec.publication_rules import REPORTS, ROWS
from support.project import ROOT
from support.registers.reading import judged

from generator.disclosure.opening import Judged

DATA = ROOT / "data"
CATALOGUE = ROOT / "generator" / "site" / "words" / "locale" / "nl.yaml"


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
