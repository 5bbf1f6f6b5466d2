"""How sure a grade is: in words by the number that answered, and as an interval where there is ground for one."""

from dataclasses import dataclass
from enum import StrEnum

from generator.disclosure.public import CertaintyRules, PublicRow, Published
from generator.site.statistics.interval import Interval, interval_of_mean
from generator.site.statistics.pools import Pool
from generator.site.statistics.spread import estimated_interval


class Certainty(StrEnum):
    """How sure a grade is, told by the number of answers alone."""

    SAYS_LITTLE = "says_little"
    IMPRESSION = "impression"
    FAIRLY_CERTAIN = "fairly_certain"


class Basis(StrEnum):
    """What an interval rests on: how the grades of this row lie apart, or those of other providers."""

    OWN = "own"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Likely:
    """Between what two grades the real mean lies, in 19 of 20 cases, and what that rests on (docs/certainty.md)."""

    interval: Interval
    basis: Basis


def certainty(completed: int, rules: CertaintyRules) -> Certainty:
    """How sure a grade of ``completed`` answers is, by the cut-offs of policy.yaml, which names their source."""
    if completed < rules.impression_from:
        return Certainty.SAYS_LITTLE
    if completed < rules.fairly_certain_from:
        return Certainty.IMPRESSION
    return Certainty.FAIRLY_CERTAIN


def likely_of_clients(row: PublicRow, pool: Pool | None) -> Likely | None:
    """The 95% interval of a row of clients; None where no grade is published, or nothing tells how grades lie apart.

    None too where the grade is rounded: it may be half a point off, and an interval would say where it is.

    Its own distribution goes first. One that contradicts the published grade (a warning when the register is checked)
    is no ground. Rows of commissioners must not come here: they may give decimals, and a distribution of theirs holds
    rounded grades, whose mean and spread are not those of what they gave.

    Args:
        row: of clients, one service or all together.
        pool: how grades of several providers lie apart, for the same service or for all together; None where unknown.
    """
    if not isinstance(row.rating, Published) or row.rating.is_rounded:
        return None
    own = row.rating.distribution
    if own is not None and any(own):
        interval = interval_of_mean(own)
        if row.rating.grade in interval:
            return Likely(interval, Basis.OWN)
    if pool is None:
        return None
    return Likely(estimated_interval(row.rating.grade, row.completed, pool), Basis.OTHERS)
