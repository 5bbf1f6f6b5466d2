"""Whether a grade is higher or lower than the average, or cannot be told from it by chance alone."""

from decimal import Decimal
from enum import StrEnum

from generator.disclosure.public import Published
from generator.scale import Scale
from generator.site.statistics.norm import possible_grades
from generator.site.statistics.spread import FunnelPoint


class Standing(StrEnum):
    """How a grade stands to the average."""

    HIGHER = "higher"
    AROUND = "around"
    LOWER = "lower"


def standing(rating: Published, limits: FunnelPoint, scale: Scale) -> Standing | None:
    """How a grade stands to the average beside ``limits``, those of chance at its number of answers.

    On a limit is around it. A rounded grade has a standing only if all grades that it can stand for have the same:
    else the answer is None.
    """
    lowest, highest = (_of(grade, limits) for grade in possible_grades(rating, scale))
    return lowest if lowest is highest else None


def _of(grade: Decimal, limits: FunnelPoint) -> Standing:
    if grade < limits.low:
        return Standing.LOWER
    return Standing.HIGHER if grade > limits.high else Standing.AROUND
