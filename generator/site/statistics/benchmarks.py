"""What a rating is compared with: the averages of all providers, and the spread of single grades."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.disclosure.public import PublicRegister, PublicRow, PublicService, Published
from generator.scale import Scale
from generator.site.statistics.averages import Average, Averages, averages_of
from generator.site.statistics.certainty import estimate_of_clients
from generator.site.statistics.interval import Interval
from generator.site.statistics.pools import Pool, Pools, pools_of
from generator.site.statistics.spread import FunnelPoint, band, funnel
from generator.site.statistics.standing import Standing, standing

CLIENT, COMMISSIONER = "client", "commissioner"


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The averages and the pools of a whole register, on its scale. For a service, None means all services together."""

    averages: Averages
    pools: Pools
    scale: Scale

    def average(self, service: PublicService | None, audience: str) -> Average | None:
        """The average provider. For commissioners only the total has one, because few are asked by service."""
        if audience == COMMISSIONER:
            return None if service else self.averages.commissioners
        return self.averages.services.get(service.id) if service else self.averages.total

    def estimate(self, row: PublicRow, audience: str) -> Interval | None:
        """Where the mean behind a row likely lies, in points, as others tell; None if they tell nothing."""
        return estimate_of_clients(row, self.pool(row.service)) if audience == CLIENT else None

    def standing(self, row: PublicRow, audience: str) -> Standing | None:
        """Whether a published grade differs from the average by more than chance gives; None if that is not known.

        It is known of clients alone: how much single grades of commissioners vary is not.
        """
        average, pool = self.average(row.service, audience), self.pool(row.service)
        if audience != CLIENT or average is None or pool is None or not isinstance(row.rating, Published):
            return None
        limits = band(pool, average.grade, row.completed)
        return standing(row.rating, limits, self.scale) if limits else None

    def funnel(self, service: PublicService | None, average: Average, largest: int) -> Sequence[FunnelPoint]:
        """The limits that chance alone gives the grade of an average provider, up to ``largest`` answers; or empty."""
        pool = self.pool(service)
        return funnel(pool, average.grade, largest) if pool else ()

    def pool(self, service: PublicService | None) -> Pool | None:
        """The grades of several providers together; None if they are too few."""
        return self.pools.services.get(service.id) if service else self.pools.total


def benchmarks_of(register: PublicRegister) -> Benchmarks:
    """The benchmarks of ``register``, from only the newest report of each provider."""
    return Benchmarks(averages_of(register), pools_of(register), register.charter.scale)
