"""Rule 7: what must also be withheld, so that a withheld grade cannot be worked out from what stands beside it.

Decided from the public model alone, as rules 1 to 6 leave it: no withheld grade has a part in it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from generator.disclosure.audit import TOTAL, Measurement, is_safe, key_of, measurements
from generator.disclosure.public import (
    AudienceResults,
    Means,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Reason,
    Withheld,
)

# A report, by its provider's id and the end of its period.
_ReportKey: TypeAlias = tuple[str, date]


class UnsafeReportError(ValueError):
    """A withheld grade could be worked out, and the policy says that nothing may be withheld for that: no check ran."""


def protect(register: PublicRegister) -> PublicRegister:
    """``register`` without the grades that would give away a withheld one.

    Raises:
        UnsafeReportError: there are such grades, and the policy says `fail`.
    """
    hidden = also_hidden(register)
    for provider in register.providers:
        for report in provider.reports:
            if report.disclosure.means is Means.FAIL and (provider.id, report.period_end) in hidden:
                message = f"{provider.id}, {report.period_end}: a withheld grade could be worked out"
                raise UnsafeReportError(message)
    return replace(register, providers=tuple(_provider(each, hidden) for each in register.providers))


def also_hidden(register: PublicRegister) -> Mapping[_ReportKey, tuple[str, ...]]:
    """What each report must also withhold: services, or ``total``; a report that need not is not in it."""
    found: dict[_ReportKey, tuple[str, ...]] = {}
    for measurement in measurements(register):
        hidden = to_hide(measurement)
        for view in measurement:
            own = tuple(key_of(row) for row in _published(view.report) if key_of(row) in hidden)
            if own:
                found[view.provider.id, view.report.period_end] = own
    return found


def to_hide(measurement: Measurement) -> tuple[str, ...]:
    """What must be withheld of a measurement too, in the order in which it is.

    The order is fixed: first what another publication of it withholds, then services by how many answered, the fewest
    first, and the total last. So many of these go as are needed, and no later one without the earlier. So a higher
    minimum never shows more. It ends: with everything hidden nothing is known.
    """
    if not any(isinstance(row.rating, Withheld) for view in measurement for row in view.report.clients.rows):
        return ()
    order = _order(measurement)
    return next(
        (order[:count] for count in range(len(order)) if is_safe(measurement, order[:count])),
        order,
    )


def _order(measurement: Measurement) -> tuple[str, ...]:
    rows = [row for view in measurement for row in view.report.clients.rows]
    withheld = {key_of(row) for row in rows if isinstance(row.rating, Withheld)}
    published = {key_of(row): row for view in measurement for row in _published(view.report)}
    apart = {service.id for service in measurement[0].report.clients.total_without}
    useful = {key: row for key, row in published.items() if key in withheld or key not in apart}
    return tuple(sorted(useful, key=lambda key: (key not in withheld, key == TOTAL, useful[key].completed, key)))


def _published(report: PublicReport) -> Iterator[PublicRow]:
    return (row for row in report.clients.rows if isinstance(row.rating, Published))


def _provider(provider: PublicProvider, hidden: Mapping[_ReportKey, tuple[str, ...]]) -> PublicProvider:
    if not any((provider.id, report.period_end) in hidden for report in provider.reports):
        return provider
    return replace(
        provider,
        reports=tuple(_report(report, hidden.get((provider.id, report.period_end), ())) for report in provider.reports),
    )


def _report(report: PublicReport, hidden: Collection[str]) -> PublicReport:
    """A report without these grades, nor what hangs on them (docs/decisions/0001)."""
    if not hidden:
        return report
    clients = report.clients
    results = AudienceResults(
        total=_row(clients.total, hidden),
        services=tuple(_row(row, hidden) for row in clients.services),
        total_without=clients.total_without,
    )
    opinion = report.opinion if isinstance(results.total.rating, Published) else None
    return replace(report, clients=results, opinion=opinion)


def _row(row: PublicRow, hidden: Collection[str]) -> PublicRow:
    if not isinstance(row.rating, Published):
        return row
    return replace(row, rating=Withheld(Reason.SECONDARY) if key_of(row) in hidden else Published(row.rating.grade))
