"""The audit in words, for a terminal: each withheld grade, how closely it can be worked out, by whom and from what."""

import io
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from rich.console import Console
from rich.table import Table

from generator.disclosure.attack import Known, WithheldGrade
from generator.disclosure.feasibility import TOTAL
from generator.disclosure.public import Attacker

# One line for each grade, without a limit on its length: the last column names services.
_WIDTH = 1000
_HUNDREDTH = Decimal("0.01")
_PROMISES = {
    Attacker.OUTSIDER: "The policy protects them from an outsider",
    Attacker.RESPONDENT: "The policy protects them from an outsider, and from everybody who answered",
}


def print_audit(grades: Sequence[WithheldGrade]) -> str:
    """A line for each withheld grade, in the order of ``grades``, and a summary. Ends with a newline."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=_WIDTH, highlight=False, markup=False, emoji=False)
    if grades:
        console.print(_table(grades))
    console.print(_summary(grades), soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _table(grades: Sequence[WithheldGrade]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for name in ("provider", "period ends", "service"):
        table.add_column(name)
    for name in ("answered", "promised", "an outsider knows", "one who answered knows"):
        table.add_column(name, justify="right")
    for name in ("withheld because", "from what"):
        table.add_column(name)
    for grade in grades:
        table.add_row(
            grade.provider,
            str(grade.period_end),
            grade.service,
            str(grade.completed),
            _points(grade.outsider.needed) if grade.outsider and grade.is_protected else "",
            f"{_known(grade.outsider, 'contradicts itself')}{' !' if grade.is_narrow else ''}",
            _known(grade.respondent, "nobody else"),
            grade.reason.in_english,
            _reached(grade),
        )
    return table


def _known(known: Known | None, nothing: str) -> str:
    """The lowest and the highest possible grade, and the points between them."""
    if known is None:
        return nothing
    interval = known.interval
    between = f"{_rounded(interval.low, ROUND_FLOOR)} to {_rounded(interval.high, ROUND_CEILING)}"
    return f"{_points(interval.width)}: {between}"


def _points(width: Fraction) -> str:
    """A width in points, rounded down, so that a narrow interval never looks wide enough."""
    return str(_rounded(width, ROUND_FLOOR))


def _rounded(value: Fraction, way: str) -> Decimal:
    """The end of an interval, rounded outward, so that the interval holds everything that is possible."""
    return (Decimal(value.numerator) / value.denominator).quantize(_HUNDREDTH, way)


def _reached(grade: WithheldGrade) -> str:
    if grade.outsider is None:
        return f"what is public contradicts itself: {_figures(grade)}"
    if not grade.figures:
        return "nothing public tells of it"
    observer = grade.respondent.observer if grade.respondent else None
    if grade.respondent is None or observer is None or grade.respondent.interval == grade.outsider.interval:
        return _figures(grade)
    inside = ", of the others" if observer.service == grade.service and grade.completed > 1 else ""
    return f"{_figures(grade)}; who answered: one of {observer.service} who gave a {observer.answer}{inside}"


def _figures(grade: WithheldGrade) -> str:
    services = [each for each in grade.figures if each != TOTAL]
    if TOTAL not in grade.figures:
        return ", ".join(services)
    return f"total less {', '.join(services)}" if services else TOTAL


def _summary(grades: Sequence[WithheldGrade]) -> str:
    narrow = sum(grade.is_narrow for grade in grades)
    also = sum(not grade.is_protected for grade in grades)
    own = len(grades) - also
    kept = f"{narrow} known better than promised" if narrow else "none known better than promised"
    promises = "".join(f" {_PROMISES[each]}." for each in sorted({grade.attacker for grade in grades}))
    return (
        f"{own} withheld for too few answers, {also} more hidden so that these cannot be worked out; {kept}.{promises}"
    )
