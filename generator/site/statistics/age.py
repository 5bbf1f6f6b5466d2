"""Whether grades are so old that they may say little about now."""

from datetime import date

from generator.disclosure.public import PublicReport

OLD_AFTER = 3
"""In years after the period. Our own choice: a period is of twelve months, so by then newer ones could be known."""


def is_old(report: PublicReport, as_of: date) -> bool:
    """Whether the period of ``report`` ended more than ``OLD_AFTER`` years before the day ``as_of``."""
    end = report.period_end
    return (as_of.year - OLD_AFTER, as_of.month, as_of.day) > (end.year, end.month, end.day)
