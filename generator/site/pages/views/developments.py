"""The development of a provider over its periods, as a chart."""

from generator.disclosure.public import AudienceResults, PublicProvider, Published
from generator.site.pages import charts
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks
from generator.site.statistics.certainty import Basis
from generator.site.words.catalogue import Words


def development(provider: PublicProvider, benchmarks: Benchmarks, words: Words) -> charts.Figure | None:
    """The grades of all clients and of all commissioners by period; None if fewer than two periods have a grade."""
    periods = [
        charts.ChartedPeriod(
            report.period_end,
            _mark(report.clients, CLIENT, benchmarks),
            _mark(report.commissioners, COMMISSIONER, benchmarks),
        )
        for report in reversed(provider.reports)
    ]
    with_grade = [each for each in periods if each.clients or each.commissioners]
    return charts.trend(periods, words) if len(with_grade) > 1 else None


def reading(chart: charts.Figure, provider: PublicProvider, words: Words) -> str:
    """The text that explains the chart; it mentions likely grades and open marks only if the chart has them."""
    said = ["reading"]
    if any("error_y" in course for course in chart["data"]):
        said.append("reading_likely")
    totals = [report.clients.total.rating for report in provider.reports]
    if any(isinstance(rating, Published) and rating.is_rounded for rating in totals):
        said.append("reading_rounded")
    return " ".join(words(f"chart.trend.{key}") for key in said)


def _mark(results: AudienceResults | None, audience: str, benchmarks: Benchmarks) -> charts.Mark | None:
    row = results.total if results else None
    if row is None or not isinstance(row.rating, Published):
        return None
    likely = benchmarks.likely(row, audience)
    own = likely.interval if likely and likely.basis is Basis.OWN else None
    return charts.Mark(row.rating, row.completed, (own.low, own.high) if own else None)
