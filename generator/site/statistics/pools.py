"""The spread of single grades: those of several providers together, if there are enough for an honest estimate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.disclosure.public import PublicRegister, PublicRow, Published
from generator.scale import Scale
from generator.site.statistics.averages import MINIMUM_PROVIDERS

# The smallest pool that tells how grades vary: docs/certainty.md.
MINIMUM_GRADES = 200


@dataclass(frozen=True, slots=True)
class Pool:
    """Single grades of clients of several ``providers``: a count for each grade of the ``scale``, the lowest first."""

    counts: tuple[int, ...]
    providers: int
    scale: Scale

    @property
    def grades(self) -> int:
        """How many grades there are."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction:
        """The exact mean grade, in points."""
        return Fraction(self.scale.sum_of(self.counts), self.grades)


@dataclass(frozen=True, slots=True)
class Pools:
    """The pools of a register: for all services together, and for each service by its id; small pools are left out."""

    total: Pool | None
    services: Mapping[str, Pool]


def pools_of(register: PublicRegister) -> Pools:
    """The pools of all providers of ``register``, from only the newest report of each."""
    newest, scale = [provider.newest.clients for provider in register.providers], register.charter.scale
    services: Mapping[str, list[PublicRow]] = defaultdict(list)
    for results in newest:
        for row in results.services:
            if row.service is not None:
                services[row.service.id].append(row)
    pools = {service: pooled(rows, scale) for service, rows in services.items()}
    return Pools(
        total=pooled((results.total for results in newest), scale),
        services={service: pool for service, pool in pools.items() if pool is not None},
    )


def pooled(rows: Iterable[PublicRow], scale: Scale) -> Pool | None:
    """The grades of rows of clients, one row per provider, in one pool.

    None if fewer than ``MINIMUM_PROVIDERS`` have a public distribution, or there are fewer than ``MINIMUM_GRADES``.
    Providers differ in their mean, so the grades of a pool vary a little more than those of one provider: intervals
    from it are rather too wide than too narrow.
    """
    distributions = [counts for row in rows if (counts := _distribution(row))]
    if len(distributions) < MINIMUM_PROVIDERS:
        return None
    pool = Pool(tuple(map(sum, zip(*distributions, strict=True))), len(distributions), scale)
    return pool if pool.grades >= MINIMUM_GRADES else None


def _distribution(row: PublicRow) -> tuple[int, ...] | None:
    """How often each grade was given; None if that is not public, or nobody gave a grade."""
    counts = row.rating.distribution if isinstance(row.rating, Published) else None
    return counts if counts is not None and any(counts) else None
