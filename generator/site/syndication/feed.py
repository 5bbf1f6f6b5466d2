"""The feed in Atom (RFC 4287): newly public reports and corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.news import FEED, News
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT
from generator.site.words import explaining, figures
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected
from generator.site.words.ratings import rated

PATH = "feed.xml"
# Feed readers load it again and again; older news is on the pages.
_NEWEST = 100
_BEFORE_ANYTHING = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    title: str
    address: str
    moment: str
    summary: str


def feed(news: Sequence[News], settings: Settings, words: Words) -> str:
    """The text of the feed, with the newest items of ``news``; ``news`` has the newest first."""
    newest = news[:_NEWEST]
    return rendered(
        "feed.xml",
        words,
        settings=settings,
        id=FEED.urn,
        address=settings.at(PATH),
        updated=_moment(newest[0].day if newest else _BEFORE_ANYTHING),
        entries=[_entry(each, settings, words) for each in newest],
    )


def _entry(news: News, settings: Settings, words: Words) -> _Entry:
    period = figures.short_period(news.report.period_start, news.report.period_end)
    anchor = "#correcties" if news.correction else ""
    return _Entry(
        id=news.id.urn,
        title=words(f"feed.{'correction' if news.correction else 'report'}", name=news.provider.name, period=period),
        address=settings.at(f"aanbieders/{news.provider.id}/{anchor}"),
        moment=_moment(news.day),
        summary=corrected(news.correction, words) if news.correction else _of_report(news, words),
    )


def _of_report(news: News, words: Words) -> str:
    row = news.report.clients.total
    rating = rated(row, CLIENT, news.report, words)
    said = str(rating)
    if rating.is_graded:
        said = words("feed.grade", grade=said, answered=explaining.answered(row, CLIENT, words))
    return f"{said} {words('provider.source', source=news.report.source, day=figures.day(news.report.report_date))}"


def _moment(day: date) -> str:
    """The start of a day, because the data has no hours."""
    return f"{day.isoformat()}T00:00:00Z"
