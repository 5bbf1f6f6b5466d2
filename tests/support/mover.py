"""Whether chance alone can make two grades differ as they do: the sum that the site's script is held to."""

from dataclasses import dataclass
from decimal import Decimal

from generator.site.statistics.interval import Interval


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A published grade with its 95% interval, the grade within it."""

    grade: Decimal
    interval: Interval


def smaller_than_chance(one: Uncertain, other: Uncertain) -> bool:
    """Whether 0 lies within the 95% interval of the difference of two grades of different people; its ends count.

    That interval is MOVER's (method of variance estimates recovery; Zou and Donner, 2008). With the difference
    d = m1 - m2 and the intervals l1 to u1 and l2 to u2 it runs

        from d - sqrt((m1 - l1)^2 + (u2 - m2)^2) to d + sqrt((u1 - m1)^2 + (m2 - l2)^2).

    When d is not negative its upper end is not either, so that all depends on its lower end: on how far the higher
    grade could be lower, and the lower one higher. Squares of decimals are exact, roots are not: squares are compared.
    """
    lower, higher = sorted((one, other), key=lambda measured: measured.grade)
    difference = higher.grade - lower.grade
    down = higher.grade - higher.interval.low
    up = lower.interval.high - lower.grade
    return difference**2 <= down**2 + up**2
