"""The audit in words, for a terminal: each withheld grade, how far it can be worked out, by whom and from what."""

import io
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from rich.console import Console
from rich.table import Table

from generator.disclosure.attack import Known, WithheldGrade
from generator.disclosure.feasibility import TOTAL
from generator.disclosure.public import Attacker, Reason

# A line each, however long: the last column names services.
_WIDTH = 1000
_HUNDREDTH = Decimal("0.01")
_REASONS = {
    Reason.INSUFFICIENT_RESPONSE: "too low a response",
    Reason.TOO_FEW_RESPONDENTS: "too few people",
    Reason.SECONDARY: "another one's sake",
}
_PROMISES = {
    Attacker.OUTSIDER: "The policy protects them from an outsider",
    Attacker.RESPONDENT: "The policy protects them from an outsider, and from everybody who answered",
}


def print_audit(cells: Sequence[WithheldGrade]) -> str:
    """A line for each withheld grade, in the order of ``cells``, and one that sums up. Ends with a newline."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=_WIDTH, highlight=False, markup=False, emoji=False)
    if cells:
        console.print(_table(cells))
    console.print(_summary(cells), soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _table(cells: Sequence[WithheldGrade]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for name in ("provider", "period ends", "service"):
        table.add_column(name)
    for name in ("answered", "promised", "an outsider knows", "one who answered knows"):
        table.add_column(name, justify="right")
    for name in ("withheld for", "from what"):
        table.add_column(name)
    for cell in cells:
        table.add_row(
            cell.provider,
            str(cell.period_end),
            cell.service,
            str(cell.completed),
            _points(cell.outsider.needed) if cell.outsider and cell.is_protected else "",
            f"{_known(cell.outsider, 'contradicts itself')}{' !' if cell.is_narrow else ''}",
            _known(cell.respondent, "nobody else"),
            _REASONS[cell.reason],
            _reached(cell),
        )
    return table


def _known(known: Known | None, nothing: str) -> str:
    """The points between the lowest and the highest that it can be, and which these are."""
    if known is None:
        return nothing
    interval = known.interval
    between = f"{_rounded(interval.low, ROUND_FLOOR)} to {_rounded(interval.high, ROUND_CEILING)}"
    return f"{_points(interval.width)}: {between}"


def _points(width: Fraction) -> str:
    """Rounded down, so that what is too narrow never looks wide enough."""
    return str(_rounded(width, ROUND_FLOOR))


def _rounded(value: Fraction, way: str) -> Decimal:
    """Outward for the ends of an interval, which so holds all that is possible."""
    return (Decimal(value.numerator) / value.denominator).quantize(_HUNDREDTH, way)


def _reached(cell: WithheldGrade) -> str:
    if cell.outsider is None:
        return f"what is public contradicts itself: {_figures(cell)}"
    if not cell.figures:
        return "nothing public tells of it"
    observer = cell.respondent.observer if cell.respondent else None
    if cell.respondent is None or observer is None or cell.respondent.interval == cell.outsider.interval:
        return _figures(cell)
    inside = ", of the others" if observer.service == cell.service and cell.completed > 1 else ""
    return f"{_figures(cell)}; who answered: one of {observer.service} who gave a {observer.answer}{inside}"


def _figures(cell: WithheldGrade) -> str:
    services = [each for each in cell.figures if each != TOTAL]
    if TOTAL not in cell.figures:
        return ", ".join(services)
    return f"total less {', '.join(services)}" if services else TOTAL


def _summary(cells: Sequence[WithheldGrade]) -> str:
    narrow = sum(cell.is_narrow for cell in cells)
    also = sum(not cell.is_protected for cell in cells)
    own = len(cells) - also
    kept = f"{narrow} known better than promised" if narrow else "none known better than promised"
    promises = "".join(f" {_PROMISES[each]}." for each in sorted({cell.attacker for cell in cells}))
    return (
        f"{own} withheld for too few answers, {also} more hidden so that these cannot be worked out; {kept}.{promises}"
    )
