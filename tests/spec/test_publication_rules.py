"""Every line of the tables in publication_rules.py, by the rules of the real policy."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from spec.publication_rules import REPORTS, ROWS, WHOLE
from support import public_model
from support.project import ROOT

from generator.disclosure.policy import PublicationRules, read_policy
from generator.disclosure.public import (
    AudienceResults,
    NoResponse,
    PublicRow,
    PublicService,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.disclosure.rules import is_public, outcome
from generator.disclosure.suppression import protect
from generator.findings.findings import Location
from generator.register.records import Report, Result

DATA = ROOT / "data"
SOMEWHERE = Location("example.csv", 2)


@pytest.fixture(scope="module")
def rules() -> PublicationRules:
    policy, findings = read_policy(DATA)
    assert policy, findings
    return policy.versions[-1]


def in_words(rating: Rating) -> str:
    if isinstance(rating, Published):
        return str(rating.grade)
    if isinstance(rating, NoResponse):
        return "no response"
    needed = "" if rating.required_response is None else f", {rating.required_response}% is needed"
    return f"withheld: {rating.reason}{needed}"


def named(row: dict[str, str]) -> str:
    return ", ".join(row.values())


@pytest.mark.parametrize("row", [row for rule in ROWS for row in rule.rows()], ids=named)
def test_what_the_public_sees_of_a_row(row: dict[str, str], rules: PublicationRules) -> None:
    result = Result.model_validate(
        {
            "at": SOMEWHERE,
            "provider": "an-example",
            "period_end": "2021-12-31",
            "audience": row["audience"],
            "service": "total",
            "net_sample": row["net sample"],
            "completed": row["completed"],
            "grade": row["grade"],
            "publication": row["publication"],
        },
    )
    assert in_words(outcome(result, rules)) == row["the public sees"]


@pytest.mark.parametrize("row", [row for rule in REPORTS for row in rule.rows()], ids=named)
def test_whether_the_public_sees_a_report(row: dict[str, str], rules: PublicationRules) -> None:
    shares = {"very_satisfied": "", "satisfied": "", "dissatisfied": "", "very_dissatisfied": "", "no_opinion": ""}
    strengths = {"staff_strength": "", "strength_1": "", "strength_2": "", "strength_3": "", "strength_4": ""}
    report = Report.model_validate(
        {
            "at": SOMEWHERE,
            "provider": "an-example",
            "period_start": "2021-01-01",
            "period_end": "2021-12-31",
            "report_date": row["report date"],
            "status": row["status"],
            "source": "An invented agency, an invented report",
            "promoter_score": "",
            "telephone_option": "no",
            **shares,
            **strengths,
        },
    )
    seen = is_public(report, rules, date.fromisoformat(row["day of the build"]))
    assert ("the report" if seen else "nothing") == row["the public sees"]


def _row(text: str, service: PublicService | None) -> PublicRow:
    answered, grade = text.strip().split(":")
    hidden = Withheld(Reason.TOO_FEW_RESPONDENTS if answered == "1" else Reason.INSUFFICIENT_RESPONSE)
    rating = hidden if grade.strip() == "-" else Published(Decimal(grade.strip()))
    return PublicRow(service, 2 * int(answered), int(answered), rating)


def _seen(row: PublicRow) -> str:
    if isinstance(row.rating, Published):
        return f"{row.rating.grade}{' rounded' if row.rating.is_rounded else ''}"
    return "hidden" if row.rating == Withheld(Reason.SECONDARY) else "-"


@pytest.mark.parametrize("row", WHOLE.rows(), ids=named)
def test_what_the_public_sees_of_a_report_in_which_something_is_withheld(row: dict[str, str]) -> None:
    services = [_row(text, public_model.service(f"s{place}")) for place, text in enumerate(row["services"].split(","))]
    results = AudienceResults(_row(row["total"], None), tuple(services))
    report = replace(public_model.report(total=results.total.rating), clients=results)
    safe = protect(public_model.register(public_model.provider(report))).providers[0].newest.clients
    assert _seen(safe.total) == row["seen of the total"]
    assert ", ".join(map(_seen, safe.services)) == row["of the services"]
