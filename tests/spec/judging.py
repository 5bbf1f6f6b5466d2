"""What the public sees of an example in publication_rules.py, by the rules of a policy."""

from datetime import date

from support.scales import TEN

from generator.disclosure.policy import PublicationRules
from generator.disclosure.public import NoResponse, Published, Rating
from generator.disclosure.rules import is_public, outcome
from generator.findings.findings import Location
from generator.register.records import Report, Result

_SOMEWHERE = Location("example.csv", 2)


def seen_of_row(row: dict[str, str], rules: PublicationRules) -> str:
    """What the public sees of a row, in the words of the examples."""
    result = Result.model_validate(
        {
            "at": _SOMEWHERE,
            "provider": "an-example",
            "period_end": "2021-12-31",
            "audience": row["audience"],
            "service": "total",
            "net_sample": row["net sample"],
            "completed": row["completed"],
            "grade": row["grade"],
            "publication": row["publication"],
        },
        context=TEN,
    )
    return _in_words(outcome(result, rules))


def seen_of_report(row: dict[str, str], rules: PublicationRules) -> str:
    """Whether the public sees a report, in the words of the examples."""
    shares = {"very_satisfied": "", "satisfied": "", "dissatisfied": "", "very_dissatisfied": "", "no_opinion": ""}
    strengths = {"staff_strength": "", "strength_1": "", "strength_2": "", "strength_3": "", "strength_4": ""}
    report = Report.model_validate(
        {
            "at": _SOMEWHERE,
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
    return "the report" if is_public(report, rules, date.fromisoformat(row["day of the build"])) else "nothing"


def _in_words(rating: Rating) -> str:
    if isinstance(rating, Published):
        return str(rating.grade)
    if isinstance(rating, NoResponse):
        return "no response"
    needed = "" if rating.required_response is None else f", {rating.required_response}% is needed"
    return f"withheld: {rating.reason}{needed}"
