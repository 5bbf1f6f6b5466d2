"""The rules of publication, one row at a time: pure decisions, in the order of docs/publication-rules.md."""

from datetime import date, timedelta
from decimal import Decimal

from generator.disclosure.policy import PublicationRules
from generator.disclosure.public import NoResponse, Published, Rating, Reason, Withheld
from generator.register.fields import Unpublished
from generator.register.grades import Printed, Rounded
from generator.register.records import Audience, Publication, Report, ReportStatus, Result


class MissingGradeError(ValueError):
    """A row that must be published holds no grade: the register was not checked."""


def is_public(report: Report, rules: PublicationRules, as_of: date) -> bool:
    """Rule 1: final, and the provider's right of reply is over. Until then nothing shows that the report exists."""
    # The difference of two days cannot overflow; the sum of a day and a window can.
    reply_is_over = as_of - report.report_date >= timedelta(days=rules.reply_window.days)
    return report.status is ReportStatus.FINAL and reply_is_over


def outcome(row: Result, rules: PublicationRules) -> Rating:
    """Rules 2 to 6: what the public may know of one row of a public report.

    Raises:
        MissingGradeError: the row must be published and holds no grade.
    """
    if row.completed == 0:
        return NoResponse()
    # Rule 7, what could be worked out from the rest of a report, is of a whole report: disclosure.suppression.
    if reason := withheld(row, rules):
        return reason
    if isinstance(row.grade, Unpublished):
        message = f"{row.at}: a published row holds no grade"
        raise MissingGradeError(message)
    return published(row.grade)


def withheld(row: Result, rules: PublicationRules) -> Withheld | None:
    """Rules 3 to 6: why the public may not see the grade of a row that somebody answered for; None where it may.

    Each rule can only take away: none gives back what an earlier one withheld. Of rules 4 and 5, which either can
    withhold, the policy's is asked first, because it can say how many answers were needed.
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
    """A grade as data/ holds it, as the public sees it."""
    if isinstance(grade, Rounded):
        return Published(Decimal(grade.points), is_rounded=True)
    return Published(grade)
