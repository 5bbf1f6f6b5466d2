"""What can be worked out of a withheld grade from all that is public: rule 7, exact, from the public model alone.

Each client gives a whole grade from 1 to 10, so what ``n`` clients gave sums to a whole number from n to 10n, and a
printed grade bounds that sum by its rounding. A total's sum is that of the services it counts. A sum of whole numbers
that each run over an interval runs over an interval itself, without gaps; so the bounds below are reached, and neither
linear programming nor enumeration is needed. Source of the rule: DESIGN.md, section 5; docs/decisions/0015.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from generator.disclosure.public import (
    AudienceResults,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Reason,
    Withheld,
)

TOTAL = "total"
LOWEST, HIGHEST = 1, 10
_ANSWERS = range(LOWEST, HIGHEST + 1)
# A printed grade lies within this of the mean, either end included: how the agency rounds a half is not known.
_ROUNDING = Fraction(1, 20)

# The lowest and the highest sum that some clients' grades can have; what lies between can all be.
_Sums: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which grades a mean lies, both ends possible."""

    low: Fraction
    high: Fraction

    @property
    def width(self) -> Fraction:
        """In points."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who answered for ``service`` (or ``total``, where it has no services), and knows the own ``answer``."""

    service: str
    answer: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A withheld grade of clients, and how far it can be worked out.

    Args:
        reason: why it is withheld. One that is withheld for another's sake needs no protection of its own.
        outside: where an outsider knows that it lies; None where what is public contradicts itself.
        narrowest: the smallest interval that anybody knows: an outsider, or ``observer``, whose own answer is left out
            of the mean where it is part of it. None where what is public contradicts itself.
        observer: whose interval that is; None for an outsider.
        figures: the published rows that bound it.
        minimum: how many points are needed.
    """

    provider: str
    period_end: date
    service: str
    completed: int
    reason: Reason
    outside: Interval | None
    narrowest: Interval | None
    observer: Observer | None
    figures: tuple[str, ...]
    minimum: Decimal

    @property
    def is_protected(self) -> bool:
        """Whether it must not be worked out."""
        return _is_protected(self.reason)

    @property
    def is_narrow(self) -> bool:
        """Whether it can be worked out too closely; a contradiction never counts as safe."""
        return self.is_protected and (self.narrowest is None or self.narrowest.width < Fraction(self.minimum))

    @property
    def order(self) -> tuple[bool, Fraction, str, date, str]:
        """The narrowest first, of those that need protection before the others."""
        width = self.narrowest.width if self.narrowest else Fraction(-1)
        return (not self.is_protected, width, self.provider, self.period_end, self.service)


@dataclass(frozen=True, slots=True)
class View:
    """One publication of a measurement: whose it is, and its report."""

    provider: PublicProvider
    report: PublicReport


# All publications of one measurement: mostly one; more where a provider is in the register under two names.
Measurement: TypeAlias = tuple[View, ...]


def audit(register: PublicRegister) -> list[Cell]:
    """Every withheld grade of ``register``, the narrowest first."""
    found = (cell for each in measurements(register) for cell in audit_measurement(each))
    return sorted(found, key=lambda cell: cell.order)


def audit_versions(earlier: Sequence[PublicRegister], after: PublicRegister) -> list[Cell]:
    """The withheld grades of ``after``, for somebody who kept what each ``earlier`` one showed of the same reports.

    A figure of before counts where as many answered then as now, and where now none stands in its place; the total of
    before only where that holds for each service. Where others answered, nothing follows.
    """
    kept = [
        {(own, view.report.period_end): view for view in _views(each) for own in _ids(view.provider)}
        for each in earlier
    ]
    found: list[Cell] = []
    for each in measurements(after):
        keys = {(own, view.report.period_end) for view in each for own in _ids(view.provider)}
        remembered = {id(view): view.report.clients for was in kept for key in keys if (view := was.get(key))}
        found += audit_measurement(each, remembered=tuple(remembered.values()))
    return sorted(found, key=lambda cell: cell.order)


def measurements(register: PublicRegister) -> list[Measurement]:
    """Each measurement of ``register`` with all its publications.

    Two providers' reports are of one measurement when their period, date and source are the same, and so is every
    number of who was invited and who answered: a provider that was renamed, and is there twice.
    """
    found: dict[object, list[View]] = defaultdict(list)
    for view in _views(register):
        found[_signature(view.report)].append(view)
    return [tuple(views) for views in found.values()]


def audit_measurement(
    measurement: Measurement, *, hidden: Collection[str] = (), remembered: Sequence[AudienceResults] = ()
) -> list[Cell]:
    """The withheld grades of one measurement, each publication's own.

    Args:
        measurement: at least one publication.
        hidden: services (or ``total``) that are looked at as if they were withheld in each publication.
        remembered: what was public of it before.
    """
    seen = _seen(_groups_of(measurement, hidden, remembered))
    return [
        Cell(
            provider=view.provider.id,
            period_end=view.report.period_end,
            service=key_of(row),
            completed=row.completed,
            reason=reason,
            outside=found.outside.interval if found.outside else None,
            narrowest=found.narrowest.interval if found.narrowest else None,
            observer=found.narrowest.observer if found.narrowest else None,
            figures=found.figures,
            minimum=view.report.disclosure.one_person,
        )
        for view in measurement
        for row in view.report.clients.rows
        if (reason := _reason(row, hidden)) and (found := seen[key_of(row)])
    ]


def is_safe(measurement: Measurement, hidden: Collection[str]) -> bool:
    """Whether no grade that needs protection would be narrow with these ``hidden``: `audit_measurement`, in short."""
    protected = {
        key_of(row) for view in measurement for row in view.report.clients.rows if _is_protected(_reason(row, hidden))
    }
    minimum = Fraction(measurement[0].report.disclosure.one_person)
    for group in _groups_of(measurement, hidden, ()):
        if not any(each.is_open and each.key in protected for each in group.rows):
            continue
        for sighting in _sightings(group):
            if sighting is None or (sighting.row.key in protected and sighting.is_narrower_than(minimum)):
                return False
    return True


def key_of(row: PublicRow) -> str:
    """The service of a row, or ``total``."""
    return row.service.id if row.service else TOTAL


def _is_protected(reason: Reason | None) -> bool:
    return reason is not None and reason is not Reason.SECONDARY


def _reason(row: PublicRow, hidden: Collection[str]) -> Reason | None:
    if isinstance(row.rating, Withheld):
        return row.rating.reason
    return Reason.SECONDARY if isinstance(row.rating, Published) and key_of(row) in hidden else None


def _views(register: PublicRegister) -> Iterator[View]:
    for provider in register.providers:
        for report in provider.reports:
            yield View(provider, report)


def _ids(provider: PublicProvider) -> tuple[str, ...]:
    return (provider.id, *provider.former_ids)


def _signature(report: PublicReport) -> object:
    rows = tuple((key_of(row), row.net_sample, row.completed) for row in report.clients.rows)
    return (report.period_start, report.period_end, report.report_date, report.source, rows)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is public of a row; ``is_open`` when its grade is not."""

    key: str
    completed: int
    sums: _Sums
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that bound each other: services and their total. A row by itself is a total of itself alone."""

    total: _Known
    services: tuple[_Known, ...]

    @property
    def rows(self) -> tuple[_Known, ...]:
        return self.services if self.total in self.services else (*self.services, self.total)


class _Sighting(NamedTuple):
    """What somebody knows of an open row: the sums that so many ``answers`` in it can have, their own left out."""

    row: _Known
    low: int
    high: int
    answers: int
    observer: Observer | None

    @property
    def interval(self) -> Interval:
        return Interval(Fraction(self.low, self.answers), Fraction(self.high, self.answers))

    def is_narrower_than(self, points: Fraction) -> bool:
        return (self.high - self.low) * points.denominator < points.numerator * self.answers


@dataclass(slots=True)
class _Seen:
    """What is known of one open row; without sightings where what is public contradicts itself."""

    figures: tuple[str, ...]
    outside: _Sighting | None = None
    narrowest: _Sighting | None = None

    def add(self, sighting: _Sighting) -> None:
        if sighting.observer is None:
            self.outside = sighting
        known = self.narrowest
        if (
            known is None
            or (sighting.high - sighting.low) * known.answers < (known.high - known.low) * sighting.answers
        ):
            self.narrowest = sighting


@lru_cache(maxsize=8192)
def sums_of(grade: Decimal, completed: int) -> _Sums:
    """The lowest and the highest sum of whole grades of which the mean is printed as ``grade``; crossed where none is.

    Units: points; the rounding is that of section 5 of the design, 0.05 each way.
    """
    low, high = completed * (Fraction(grade) - _ROUNDING), completed * (Fraction(grade) + _ROUNDING)
    lowest = -(-low.numerator // low.denominator)
    highest = high.numerator // high.denominator
    return max(lowest, LOWEST * completed), min(highest, HIGHEST * completed)


def _known(
    views: Sequence[AudienceResults], hidden: Collection[str], remembered: Sequence[AudienceResults]
) -> Mapping[str, _Known]:
    """What all publications together tell of each row."""
    known: dict[str, _Known] = {}
    for results in views:
        for row in results.rows:
            known[key_of(row)] = _met(known.get(key_of(row)), _of_row(row, is_hidden=key_of(row) in hidden))
    for results in remembered:
        rows = {key_of(row): row for row in results.rows}
        same = {key for key, row in rows.items() if key in known and row.completed == known[key].completed}
        if same != known.keys() or same != rows.keys():
            same -= {TOTAL}
        for key in same:
            if known[key].is_open:
                known[key] = _met(known[key], _of_row(rows[key], is_hidden=False))
    return known


def _of_row(row: PublicRow, *, is_hidden: bool) -> _Known:
    n = row.completed
    if isinstance(row.rating, Published) and not is_hidden:
        return _Known(key_of(row), n, sums_of(row.rating.grade, n), is_open=False)
    return _Known(key_of(row), n, (LOWEST * n, HIGHEST * n), is_open=n > 0)


def _met(one: _Known | None, other: _Known) -> _Known:
    """What two publications tell of a row together."""
    if one is None:
        return other
    sums = (max(one.sums[0], other.sums[0]), min(one.sums[1], other.sums[1]))
    return _Known(one.key, one.completed, sums, one.is_open or other.is_open)


def _groups_of(
    measurement: Measurement, hidden: Collection[str], remembered: Sequence[AudienceResults]
) -> Iterator[_Group]:
    """The rows of a measurement as they bound each other: the total with what it counts, and each other by itself."""
    known = _known([view.report.clients for view in measurement], hidden, remembered)
    apart = {service.id for service in measurement[0].report.clients.total_without}
    counted = tuple(each for key, each in known.items() if key != TOTAL and key not in apart)
    yield _Group(known[TOTAL], counted or (known[TOTAL],))
    for key in sorted(apart & known.keys()):
        yield _Group(known[key], (known[key],))


def _seen(groups: Iterator[_Group]) -> Mapping[str, _Seen]:
    """What is known of each open row: by an outsider, and by whoever knows most."""
    seen: dict[str, _Seen] = {}
    for group in groups:
        seen |= {each.key: _Seen(_figures(each, group)) for each in group.rows if each.is_open}
        for sighting in _sightings(group):
            if sighting is not None:
                seen[sighting.row.key].add(sighting)
    return seen


def _figures(row: _Known, group: _Group) -> tuple[str, ...]:
    """The published rows that bound an open one: without the total, services tell nothing of each other."""
    if group.total.is_open and row is not group.total:
        return ()
    return tuple(each.key for each in group.rows if not each.is_open and each.completed)


def _sightings(group: _Group) -> Iterator[_Sighting | None]:
    """What an outsider knows of each open row, and everybody who answered, for each answer that they can have given.

    None, and nothing else, where no grades fit what is public. A respondent of a row that is not open, and of a total
    that is not either, is passed over where the own answer tells no more than an outsider knows.
    """
    opened = [each for each in group.rows if each.is_open]
    outside = list(_bounds(group, opened, 0, 0)) if _is_sound(group) else []
    if len(outside) != len(opened):
        yield None
        return
    for row, (low, high) in zip(opened, outside, strict=True):
        yield _Sighting(row, low, high, row.completed, None)
    for observed in group.services:
        rest = observed.completed - 1
        if rest < 0:
            continue
        for answer in _ANSWERS:
            low, high = max(observed.sums[0], answer + rest), min(observed.sums[1], answer + HIGHEST * rest)
            is_news = observed.is_open or group.total.is_open or (low, high) != observed.sums
            if low <= high and is_news:
                yield from _seen_by(Observer(observed.key, answer), group, opened, observed, (low, high))


def _seen_by(
    observer: Observer, group: _Group, opened: Sequence[_Known], observed: _Known, better: _Sums
) -> Iterator[_Sighting]:
    """What somebody who answered in the row ``observed``, and so knows its sums ``better``, knows of each open row."""
    more, less = better[0] - observed.sums[0], better[1] - observed.sums[1]
    for row, (low, high) in zip(opened, _bounds(group, opened, more, less, observed), strict=False):
        is_within = row is observed or row is group.total
        own, answers = (observer.answer, row.completed - 1) if is_within else (0, row.completed)
        if answers:
            yield _Sighting(row, low - own, high - own, answers, observer)


def _bounds(
    group: _Group, opened: Sequence[_Known], more: int, less: int, observed: _Known | None = None
) -> Iterator[_Sums]:
    """The sums of each open row beside the others; nothing where no grades fit.

    Args:
        group: rows that bound each other.
        opened: those of its rows that are asked for.
        more: how much the lowest sum of ``observed`` is more than the public knows.
        less: the same of its highest sum; at most 0.
        observed: the row of which somebody knows more.
    """
    low = sum(each.sums[0] for each in group.services) + more
    high = sum(each.sums[1] for each in group.services) + less
    lowest, highest = max(low, group.total.sums[0]), min(high, group.total.sums[1])
    if lowest > highest:
        return
    for row in opened:
        if row is group.total:
            yield lowest, highest
            continue
        own_low, own_high = row.sums
        if row is observed:
            own_low, own_high = own_low + more, own_high + less
        yield max(own_low, lowest - (high - own_high)), min(own_high, highest - (low - own_low))


def _is_sound(group: _Group) -> bool:
    """Whether each row can be by itself, and the total counts the answers of its services.

    Where it does not it is measured over other people. What follows from it is then not known, so that nothing is safe
    while any of it is public.
    """
    if any(each.sums[0] > each.sums[1] for each in group.rows):
        return False
    adds_up = group.total in group.services or group.total.completed == sum(each.completed for each in group.services)
    return adds_up or all(each.is_open or not each.completed for each in group.rows)
