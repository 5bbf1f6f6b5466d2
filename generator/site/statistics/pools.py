"""How single grades lie apart: those of several providers together, where that is enough for an honest estimate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.disclosure.public import PublicRegister, PublicRow, Published
from generator.site.statistics.averages import MINIMUM_PROVIDERS

# From how many grades a pool tells how they lie apart: docs/certainty.md.
MINIMUM_GRADES = 200


@dataclass(frozen=True, slots=True)
class Pool:
    """Single grades of clients of several ``providers``: ten counts, that of grade 1 first."""

    counts: tuple[int, ...]
    providers: int

    @property
    def grades(self) -> int:
        """How many grades there are."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction:
        """The mean grade, exact."""
        return Fraction(sum(count * grade for grade, count in enumerate(self.counts, start=1)), self.grades)


@dataclass(frozen=True, slots=True)
class Pools:
    """The pools of a register: of all services together, and of each service by its id; a small one is not there."""

    total: Pool | None
    services: Mapping[str, Pool]


def pools_of(register: PublicRegister) -> Pools:
    """The pools of all providers of ``register``, of each only its newest report."""
    newest = [provider.newest.clients for provider in register.providers]
    services: Mapping[str, list[PublicRow]] = defaultdict(list)
    for results in newest:
        for row in results.services:
            if row.service is not None:
                services[row.service.id].append(row)
    pools = {service: pooled(rows) for service, rows in services.items()}
    return Pools(
        total=pooled(results.total for results in newest),
        services={service: pool for service, pool in pools.items() if pool is not None},
    )


def pooled(rows: Iterable[PublicRow]) -> Pool | None:
    """The grades of rows of clients, one row a provider, in one pool.

    None below ``MINIMUM_PROVIDERS`` with a public distribution, or below ``MINIMUM_GRADES``. As providers differ in
    their mean, grades of a pool lie a little wider apart than those of one provider: what they tell errs to chance.
    """
    distributions = [counts for row in rows if (counts := _distribution(row))]
    if len(distributions) < MINIMUM_PROVIDERS:
        return None
    pool = Pool(tuple(map(sum, zip(*distributions, strict=True))), len(distributions))
    return pool if pool.grades >= MINIMUM_GRADES else None


def _distribution(row: PublicRow) -> tuple[int, ...] | None:
    """How often each grade was given; None where that is not public, or no grade was."""
    counts = row.rating.distribution if isinstance(row.rating, Published) else None
    return counts if counts is not None and any(counts) else None
