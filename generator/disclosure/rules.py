"""The rules of publication, one row at a time: pure decisions, in the order of docs/publication-rules.md."""

from datetime import date, timedelta
from decimal import Decimal

from generator.disclosure.policy import PublicationRules
from generator.disclosure.public import NoResponse, Published, Rating, Reason, Withheld
from generator.register.fields import Unpublished
from generator.register.grades import Printed, Rounded
from generator.register.records import Audience, Publication, Report, ReportStatus, Result


class MissingGradeError(ValueError):
    """A row that must be published has no grade: the register was not checked first."""


def is_public(report: Report, rules: PublicationRules, as_of: date) -> bool:
    """Rule 1: the report is final, and the provider's right of reply is over. Before that, nothing shows it exists.

    Source of the rule: docs/publication-rules.md; the number of days is in data/policy.yaml.

    Args:
        report: the report.
        rules: the version of the policy for the end of its period.
        as_of: the day for which the site is built.
    """
    # To subtract two days cannot overflow; to add the window to a day can.
    reply_is_over = as_of - report.report_date >= timedelta(days=rules.reply_window.days)
    return report.status is ReportStatus.FINAL and reply_is_over


def public_from(report: Report, rules: PublicationRules) -> date | None:
    """The first day on which rule 1 lets the public see a report; None for a draft, which it never sees."""
    if report.status is not ReportStatus.FINAL:
        return None
    window = timedelta(days=rules.reply_window.days)
    return report.report_date + window if report.report_date <= date.max - window else date.max


def outcome(row: Result, rules: PublicationRules) -> Rating:
    """Rules 2 to 6: what the public may know about one row of a public report. Source: docs/publication-rules.md.

    Raises:
        MissingGradeError: the row must be published and has no grade.
    """
    if row.completed == 0:
        return NoResponse()
    # Rule 7 looks at a whole report, not at one row: disclosure/suppression.py.
    if reason := withheld(row, rules):
        return reason
    if isinstance(row.grade, Unpublished):
        message = f"{row.at}: a published row holds no grade"
        raise MissingGradeError(message)
    return published(row.grade)


def withheld(row: Result, rules: PublicationRules) -> Withheld | None:
    """Rules 3 to 6: why the public may not see the grade of a row with answers; None if it may see the grade.

    A rule can only withhold: it never gives back what an earlier one withheld. Rule 5 (the policy) is asked before rule
    4 (the report), because it can say how many answers were needed. Source: docs/publication-rules.md.
    """
    if row.audience is Audience.COMMISSIONER or row.completed == 0:
        return None
    if not rules.response_suffices(row):
        return Withheld(Reason.INSUFFICIENT_RESPONSE, rules.required_response(row.net_sample))
    if row.publication is Publication.NO:
        return Withheld(Reason.INSUFFICIENT_RESPONSE)
    if row.completed < rules.minimum_respondents.completed or row.grade is Unpublished.ANONYMISED:
        return Withheld(Reason.TOO_FEW_RESPONDENTS)
    if row.grade in {Unpublished.HIDDEN, Unpublished.SECONDARY}:
        return Withheld(Reason.SECONDARY)  # what rule 7 decided, before this row was sealed
    return None


def published(grade: Printed) -> Published:
    """The grade of a row of data/ as the public sees it, in points."""
    if isinstance(grade, Rounded):
        return Published(Decimal(grade.points), is_rounded=True)
    return Published(grade)
