"""What a rating is seen against: the averages of all providers, and how far single grades lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.disclosure.public import PublicRegister, PublicRow, PublicService
from generator.site.statistics.averages import Average, Averages, averages_of
from generator.site.statistics.certainty import Likely, likely_of_clients
from generator.site.statistics.pools import Pool, Pools, pools_of
from generator.site.statistics.spread import FunnelPoint, funnel

CLIENT, COMMISSIONER = "client", "commissioner"


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The averages and the pools of a whole register. Where a service is asked for, None means all together."""

    averages: Averages
    pools: Pools

    def average(self, service: PublicService | None, audience: str) -> Average | None:
        """The average provider. Of commissioners only that of all together is known: few are asked by service."""
        if audience == COMMISSIONER:
            return None if service else self.averages.commissioners
        return self.averages.services.get(service.id) if service else self.averages.total

    def likely(self, row: PublicRow, audience: str) -> Likely | None:
        """Between which grades the mean behind a row likely lies; None where nothing tells."""
        return likely_of_clients(row, self._pool(row.service)) if audience == CLIENT else None

    def funnel(self, service: PublicService | None, average: Average, largest: int) -> Sequence[FunnelPoint]:
        """Where chance alone leaves the grade of an average provider, up to ``largest`` answers; empty if unknown."""
        pool = self._pool(service)
        return funnel(pool, average.grade, largest) if pool else ()

    def _pool(self, service: PublicService | None) -> Pool | None:
        return self.pools.services.get(service.id) if service else self.pools.total


def benchmarks_of(register: PublicRegister) -> Benchmarks:
    """The benchmarks of ``register``, of each provider only its newest report."""
    return Benchmarks(averages_of(register), pools_of(register))
