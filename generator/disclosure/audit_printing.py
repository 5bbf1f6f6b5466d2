"""The audit in words, for a terminal: each withheld grade, how far it can be worked out, and from what."""

import io
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from rich.console import Console
from rich.table import Table

from generator.disclosure.audit import TOTAL, Cell
from generator.disclosure.public import Reason

_WIDTH = 200
_HUNDREDTH = Decimal("0.01")
_REASONS = {
    Reason.INSUFFICIENT_RESPONSE: "too low a response",
    Reason.TOO_FEW_RESPONDENTS: "too few people",
    Reason.SECONDARY: "another one's sake",
}


def print_audit(cells: Sequence[Cell]) -> str:
    """A line for each withheld grade, in the order of ``cells``, and one that sums up. Ends with a newline."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=_WIDTH, highlight=False, markup=False, emoji=False)
    if cells:
        console.print(_table(cells))
    console.print(_summary(cells), soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _table(cells: Sequence[Cell]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for name in ("provider", "period ends", "service"):
        table.add_column(name)
    for name in ("answered", "points", "between"):
        table.add_column(name, justify="right")
    for name in ("withheld for", "by whom, from what"):
        table.add_column(name)
    for cell in cells:
        interval = cell.narrowest
        points, between = ("none", "") if interval is None else (_points(interval.width), "")
        if interval is not None:
            between = f"{_rounded(interval.low, ROUND_FLOOR)} and {_rounded(interval.high, ROUND_CEILING)}"
        table.add_row(
            cell.provider,
            str(cell.period_end),
            cell.service,
            str(cell.completed),
            f"{points}{' !' if cell.is_narrow else ''}",
            between,
            _REASONS[cell.reason],
            _reached(cell),
        )
    return table


def _points(width: Fraction) -> str:
    """Rounded down, so that what is too narrow never looks wide enough."""
    return str(_rounded(width, ROUND_FLOOR))


def _rounded(value: Fraction, way: str) -> Decimal:
    """Outward for the ends of an interval, which so holds all that is possible."""
    return (Decimal(value.numerator) / value.denominator).quantize(_HUNDREDTH, way)


def _reached(cell: Cell) -> str:
    if cell.narrowest is None:
        return f"what is public contradicts itself: {_figures(cell)}"
    if not cell.figures:
        return "nothing public tells of it"
    if cell.observer is None:
        return f"anybody, from {_figures(cell)}"
    inside = " the mean of the others," if cell.observer.service == cell.service and cell.completed > 1 else ""
    return f"one of {cell.observer.service} who gave a {cell.observer.answer}:{inside} from {_figures(cell)}"


def _figures(cell: Cell) -> str:
    services = [each for each in cell.figures if each != TOTAL]
    if TOTAL not in cell.figures:
        return ", ".join(services)
    return f"total less {', '.join(services)}" if services else TOTAL


def _summary(cells: Sequence[Cell]) -> str:
    narrow = sum(cell.is_narrow for cell in cells)
    also = sum(not cell.is_protected for cell in cells)
    own = len(cells) - also
    minimum = ", ".join(sorted({f"{cell.minimum}" for cell in cells}))
    points = f" of {minimum} points" if minimum else ""
    kept = f"{narrow} too narrow, by the minimum{points}" if narrow else f"none narrower than the minimum{points}"
    return f"{own} withheld for too few answers, {also} more so that these cannot be worked out; {kept}."
