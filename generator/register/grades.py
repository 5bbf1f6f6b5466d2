"""How a grade stands in data/, and what means a printed one can stand for."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from generator.scale import HIGHEST, LOWEST, ROUNDING

_TENTH = Decimal("0.1")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Rounded:
    """A grade in whole points, half up, as rule 7 shows it: of 8 the grade with a decimal is 7.5 to 8.4."""

    points: int

    def __str__(self) -> str:
        return str(self.points)


Printed: TypeAlias = Decimal | Rounded


def is_printed(grade: Decimal, rounded: Rounded) -> bool:
    """Whether a grade with one decimal is ``rounded`` in whole points."""
    return grade.quantize(Decimal(1), ROUND_HALF_UP) == rounded.points


def means_of(grade: Printed) -> tuple[Decimal, Decimal]:
    """The lowest and the highest mean, unrounded, that is printed as ``grade``, either end included; in points."""
    lowest = highest = grade if isinstance(grade, Decimal) else Decimal(grade.points)
    if isinstance(grade, Rounded):
        lowest, highest = lowest - _HALF, highest + _HALF - _TENTH
    return max(lowest - ROUNDING, LOWEST), min(highest + ROUNDING, HIGHEST)
