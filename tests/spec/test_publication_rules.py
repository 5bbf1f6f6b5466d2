"""Every line of the tables in publication_rules.py, by the frozen rules."""

from dataclasses import replace
from decimal import Decimal

import pytest
from spec.judging import seen_of_report, seen_of_row
from spec.publication_rules import REPORTS, ROWS, SHORT, WHOLE
from support.registers import public
from support.registers.empty import policy
from support.scales import FIVE, TEN
from support.scales import named as scale_named

from generator.disclosure.policy import PublicationRules
from generator.disclosure.public import (
    AudienceResults,
    PublicRow,
    PublicService,
    Published,
    Reason,
    Withheld,
)
from generator.disclosure.suppression import protect
from generator.scale import Scale


@pytest.fixture(scope="module")
def rules() -> PublicationRules:
    return policy().versions[-1]


def named(row: dict[str, str]) -> str:
    return ", ".join(row.values())


@pytest.mark.parametrize("row", [row for rule in ROWS for row in rule.rows()], ids=named)
def test_what_the_public_sees_of_a_row(row: dict[str, str], rules: PublicationRules) -> None:
    assert seen_of_row(row, rules) == row["the public sees"]


@pytest.mark.parametrize("row", [row for rule in REPORTS for row in rule.rows()], ids=named)
def test_whether_the_public_sees_a_report(row: dict[str, str], rules: PublicationRules) -> None:
    assert seen_of_report(row, rules) == row["the public sees"]


def _row(text: str, service: PublicService | None) -> PublicRow:
    answered, grade = text.strip().split(":")
    hidden = Withheld(Reason.TOO_FEW_RESPONDENTS if answered == "1" else Reason.INSUFFICIENT_RESPONSE)
    rating = hidden if grade.strip() == "-" else Published(Decimal(grade.strip()))
    return PublicRow(service, 2 * int(answered), int(answered), rating)


def _seen(row: PublicRow) -> str:
    if isinstance(row.rating, Published):
        return f"{row.rating.grade}{' rounded' if row.rating.is_rounded else ''}"
    return "hidden" if row.rating == Withheld(Reason.SECONDARY) else "-"


@pytest.mark.parametrize(
    ("row", "scale"),
    [*((row, TEN) for row in WHOLE.rows()), *((row, FIVE) for row in SHORT.rows())],
    ids=lambda each: named(each) if isinstance(each, dict) else scale_named(each),
)
def test_what_the_public_sees_of_a_report_in_which_something_is_withheld(row: dict[str, str], scale: Scale) -> None:
    services = [_row(text, public.service(f"s{place}")) for place, text in enumerate(row["services"].split(","))]
    results = AudienceResults(_row(row["total"], None), tuple(services))
    report = replace(public.report(total=results.total.rating), clients=results)
    register = public.register(public.provider(report))
    on_scale = replace(register, charter=replace(register.charter, scale=scale))
    safe = protect(on_scale).providers[0].newest.clients
    assert _seen(safe.total) == row["seen of the total"]
    assert ", ".join(map(_seen, safe.services)) == row["of the services"]
