"""The development of a provider over its periods, as a chart."""

from generator.disclosure.public import AudienceResults, Published
from generator.site.pages.charts.model import Chart
from generator.site.pages.charts.trend import ChartedPeriod, Measured, trend
from generator.site.profiles import Profile
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words.catalogue import Words


def development(profile: Profile, words: Words) -> Chart | None:
    """The grades of all clients and of all commissioners by period; None if fewer than two periods have a grade."""
    periods = [
        ChartedPeriod(
            report.period_end,
            _measured(report.clients, CLIENT, profile),
            _measured(report.commissioners, COMMISSIONER, profile),
        )
        for report in reversed(profile.provider.reports)
    ]
    with_grade = [each for each in periods if each.clients or each.commissioners]
    return (
        trend(periods, profile.scale, words, asks_commissioners=profile.asks_commissioners)
        if len(with_grade) > 1
        else None
    )


def _measured(results: AudienceResults | None, audience: str, profile: Profile) -> Measured | None:
    row = results.total if results else None
    if row is None or not isinstance(row.rating, Published):
        return None
    own = profile.comparison(row, audience).own
    return Measured(row.rating, row.completed, (own.low, own.high) if own else None)
