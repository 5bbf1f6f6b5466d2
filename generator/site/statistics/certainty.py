"""How sure a grade is: as an interval if the data allow one, and in words by that, or else by the number of answers."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.disclosure.public import CertaintyRules, PublicRow, Published
from generator.scale import Scale
from generator.site.statistics.interval import Interval, interval_of_mean, possible
from generator.site.statistics.pools import Pool
from generator.site.statistics.spread import estimated_interval

# The same grades stand on pages, in lists, on badges and in files.
_interval_of_mean = lru_cache(maxsize=1 << 14)(interval_of_mean)
_estimated_interval = lru_cache(maxsize=1 << 14)(estimated_interval)


class Certainty(StrEnum):
    """How sure a grade is, in a word."""

    SAYS_LITTLE = "says_little"
    IMPRESSION = "impression"
    FAIRLY_CERTAIN = "fairly_certain"

    @property
    def level(self) -> int:
        """How many of the three dots of its sign it fills: 1 is the least sure."""
        return list(Certainty).index(self) + 1


class Basis(StrEnum):
    """What an interval is based on: the spread of the grades of this row, or of other providers."""

    OWN = "own"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Likely:
    """The interval, in points, that holds the real mean in 19 of 20 cases, and its basis (docs/certainty.md)."""

    interval: Interval
    basis: Basis


def certainty(completed: int, likely: Likely | None, rules: CertaintyRules) -> Certainty:
    """How sure a grade is, by the cut-offs of policy.yaml, which names their source: the one word for every place.

    It follows from how wide the interval is, so that the two never contradict each other. Without one, it goes by the
    number of answers.

    Args:
        completed: the number of answers.
        likely: the interval of the same row; None if that is not known.
        rules: the cut-offs.
    """
    if likely:
        width = likely.interval.width
        is_impression, is_fairly = width <= rules.impression_within, width <= rules.fairly_certain_within
    else:
        is_impression, is_fairly = completed >= rules.impression_from, completed >= rules.fairly_certain_from
    if is_fairly:
        return Certainty.FAIRLY_CERTAIN
    return Certainty.IMPRESSION if is_impression else Certainty.SAYS_LITTLE


def estimate_of_clients(row: PublicRow, pool: Pool | None) -> Interval | None:
    """The 95% interval of a row of clients, if grades vary as in ``pool``: those of several providers.

    None if `likely_of_clients` knows none, or if there is no pool.
    """
    if pool is None or not isinstance(row.rating, Published) or not _has_interval(row, row.rating):
        return None
    return _estimated_interval(row.rating.grade, row.completed, pool)


def likely_of_clients(row: PublicRow, estimate: Interval | None, scale: Scale) -> Likely | None:
    """The 95% interval of a row of clients; None if no grade is published, or the spread of grades is not known.

    Also None if the grade is rounded: it may be half a point off, and an interval would tell the exact grade. And None
    if everybody answered: the interval is about the mean of all who were invited, and then no chance is left in it.

    The row's own distribution is used first, but not if it contradicts the published grade (then the check of the
    register gives a warning). Do not call this for rows of commissioners: they may give decimals, and their
    distribution holds rounded grades, so its mean and spread differ from the real ones.

    Args:
        row: a row of clients, of one service or the total.
        estimate: that of `estimate_of_clients`.
        scale: what each client could give.
    """
    if not isinstance(row.rating, Published) or not _has_interval(row, row.rating):
        return None
    own = row.rating.distribution
    if own is not None and any(own):
        unheard = max(row.net_sample - sum(own), 0)
        interval = _interval_of_mean(own, scale).within(possible(own, unheard, scale))
        if row.rating.grade in interval:
            return Likely(interval, Basis.OWN)
    return Likely(estimate, Basis.OTHERS) if estimate else None


def _has_interval(row: PublicRow, rating: Published) -> bool:
    return not rating.is_rounded and row.completed < row.net_sample
