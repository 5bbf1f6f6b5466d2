"""How a grade is written in data/, and which means a printed grade can stand for."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TypeAlias

from generator.scale import ROUNDING, Scale

_TENTH = Decimal("0.1")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Rounded:
    """A grade rounded half up to whole points, as rule 7 shows it: 8 stands for every grade from 7.5 to 8.4."""

    points: int

    def __str__(self) -> str:
        return str(self.points)


Printed: TypeAlias = Decimal | Rounded


def is_printed(grade: Decimal, rounded: Rounded) -> bool:
    """Whether a ``grade`` with one decimal becomes ``rounded`` in whole points."""
    return grade.quantize(Decimal(1), ROUND_HALF_UP) == rounded.points


@lru_cache(maxsize=1024)  # there are few grades
def means_of(grade: Printed, scale: Scale) -> tuple[Decimal, Decimal]:
    """The lowest and the highest unrounded mean that is printed as ``grade``, in points; both ends are included."""
    lowest = highest = grade if isinstance(grade, Decimal) else Decimal(grade.points)
    if isinstance(grade, Rounded):
        lowest, highest = lowest - _HALF, highest + _HALF - _TENTH
    return max(lowest - ROUNDING, Decimal(scale.lowest)), min(highest + ROUNDING, Decimal(scale.highest))
