"""What the audit says that somebody knows of a withheld grade."""

from fractions import Fraction

from generator.disclosure.attack import WithheldGrade
from generator.disclosure.feasibility import Interval


def outsider(cell: WithheldGrade) -> Interval:
    """Where an outsider knows that the grade lies."""
    assert cell.outsider
    return cell.outsider.interval


def between(low: str, high: str) -> Interval:
    """An interval in points, its ends as whole numbers or fractions."""
    return Interval(Fraction(low), Fraction(high))
