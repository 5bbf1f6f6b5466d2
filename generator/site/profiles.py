"""A provider with all else that is said of it: what its page, its files and its lines in lists are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.disclosure.public import PublicProvider, PublicRegister, PublicReport, PublicRow
from generator.scale import Scale
from generator.site.fingerprints import fingerprint
from generator.site.statistics.age import is_old
from generator.site.statistics.averages import Average
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks
from generator.site.statistics.certainty import Basis, Certainty, Likely, certainty, likely_of_clients
from generator.site.statistics.interval import Interval
from generator.site.statistics.standing import Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is known of one row beside its own figures."""

    average: Average | None
    standing: Standing | None
    likely: Likely | None

    @property
    def own(self) -> Interval | None:
        """Between which grades the mean likely lies; only from the answers of the row itself."""
        return self.likely.interval if self.likely and self.likely.basis is Basis.OWN else None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What `Benchmarks` say of one row."""

    average: Average | None
    standing: Standing | None
    estimate: Interval | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A provider, and what other providers and the calendar say of it.

    What is made of it alone stays as it is while this does, whatever else changes in the register.

    Args:
        provider: what the public may know of it.
        beside: what others say of each rating of its reports, by audience and row.
        is_old: even its newest report may say little about now.
        asks_commissioners: whether the register asks those who pay; if not, nothing is said of them.
        scale: of its grades.
        fingerprint: of the five; it stands for them where a profile is part of something else.
    """

    provider: PublicProvider = field(repr=False)
    beside: Mapping[tuple[str, PublicRow], _Beside] = field(repr=False)
    is_old: bool = field(repr=False)
    asks_commissioners: bool = field(repr=False)
    scale: Scale = field(repr=False)
    fingerprint: str

    def comparison(self, row: PublicRow, audience: str) -> Comparison:
        """What one ``row`` of its reports is compared with, and how sure it is."""
        beside = self.beside[audience, row]
        likely = likely_of_clients(row, beside.estimate, self.scale) if audience == CLIENT else None
        return Comparison(beside.average, beside.standing, likely)

    def certainty(self, report: PublicReport, row: PublicRow, audience: str) -> Certainty:
        """How sure the grade of a ``row`` of ``report``, which is one of its reports, is: in each place the same."""
        return certainty(row.completed, self.comparison(row, audience).likely, report.certainty)


def profile_of(provider: PublicProvider, benchmarks: Benchmarks, register: PublicRegister) -> Profile:
    """The profile of a ``provider`` of ``register``, with the ``benchmarks`` of it."""
    beside = {
        (audience, row): _Beside(
            benchmarks.average(row.service, audience),
            benchmarks.standing(row, audience),
            benchmarks.estimate(row, audience),
        )
        for audience, row in _rows(provider)
    }
    old, charter = is_old(provider.newest, register.as_of), register.charter
    asks, scale = charter.asks_commissioners, charter.scale
    of_all = fingerprint(provider, tuple(beside.values()), old, asks, scale)
    return Profile(provider, beside, old, asks, scale, of_all)


def _rows(provider: PublicProvider) -> Iterator[tuple[str, PublicRow]]:
    for report in provider.reports:
        for audience, results in ((CLIENT, report.clients), (COMMISSIONER, report.commissioners)):
            yield from ((audience, row) for row in (results.rows if results else ()))
