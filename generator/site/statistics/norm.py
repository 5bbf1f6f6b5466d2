"""Whether a provider meets the quality mark's norm; we say so only if all figures that decide it are public."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from generator.disclosure.public import NormRules, PublicReport, PublicRow, Published, Withheld
from generator.scale import Scale

# A whole grade was rounded half up from a grade with one decimal: 8 was 7.5 to 8.4.
_TENTH = Decimal("0.1")
_BELOW, _ABOVE = Decimal("0.5"), Decimal("0.4")


class Verdict(StrEnum):
    """What we can say about the norm."""

    MET = "met"
    MET_SECOND_LOOK = "met_second_look"
    MISSED = "missed"
    HIDDEN_GRADE = "hidden_grade"
    ROUNDED_GRADE = "rounded_grade"
    HIDDEN_DISTRIBUTION = "hidden_distribution"


def assess(report: PublicReport, scale: Scale) -> Verdict | None:
    """What we can say about the norm for the clients of ``report``; None if no client answered, or there is no norm.

    The total and each service must reach their required grade. One that does not is judged again with all insufficient
    grades weighing the same, which needs the distribution. A service without answers has no grade to judge.
    A rounded grade decides only if all grades that it can stand for reach the norm, or none of them does.
    Source of the rule: the reports of the research agency, section 2.3.
    """
    answered, required = [row for row in report.clients.rows if row.completed], report.norm
    if not answered or required is None:
        return None
    if any(isinstance(row.rating, Withheld) for row in answered):
        return Verdict.HIDDEN_GRADE
    reached = [(row, _reaches(row, required, scale)) for row in answered]
    looks = [_second_look(row, required, scale) for row, reaches in reached if reaches is False]
    if False in looks:
        return Verdict.MISSED
    if None in looks:
        return Verdict.HIDDEN_DISTRIBUTION
    if any(reaches is None for _, reaches in reached):
        return Verdict.ROUNDED_GRADE
    return Verdict.MET_SECOND_LOOK if looks else Verdict.MET


def possible_grades(rating: Published, scale: Scale) -> tuple[Decimal, Decimal]:
    """The lowest and the highest grade, in points with one decimal, that the shown grade can stand for.

    They are equal if it is exact. A rounded 8 was 7.5 to 8.4: rule 7 rounds half up.
    """
    if not rating.is_rounded:
        return rating.grade, rating.grade
    return scale.nearest(rating.grade - _BELOW), scale.nearest(rating.grade + _ABOVE)


def _needed(row: PublicRow, norm: NormRules) -> Decimal:
    return norm.total if row.service is None else norm.service


def _reaches(row: PublicRow, norm: NormRules, scale: Scale) -> bool | None:
    """Whether ``row`` has the required grade; None if it is rounded and both are possible."""
    if not isinstance(row.rating, Published):
        return False
    needed = _needed(row, norm)
    lowest, highest = possible_grades(row.rating, scale)
    if lowest >= needed:
        return True
    return None if highest >= needed else False


def _second_look(row: PublicRow, norm: NormRules, scale: Scale) -> bool | None:
    """Whether ``row`` reaches the norm if every insufficient grade counts as the highest one; None if not known."""
    distribution = row.rating.distribution if isinstance(row.rating, Published) else None
    if distribution is None or sum(distribution) != row.completed:
        return None
    return _mean_with_equal_insufficients(distribution, norm.insufficient, scale) >= _needed(row, norm)


def _mean_with_equal_insufficients(counts: Sequence[int], insufficient: int, scale: Scale) -> Decimal:
    """In points, rounded as a printed grade is: both looks compare the norm with one decimal."""
    given = sum(number * max(grade, insufficient) for grade, number in zip(scale.grades, counts, strict=True))
    return (Decimal(given) / sum(counts)).quantize(_TENTH, ROUND_HALF_UP)
