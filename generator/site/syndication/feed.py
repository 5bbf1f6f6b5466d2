"""The feed in Atom (RFC 4287): newly public reports and corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.disclosure.public import PublicReport, WithdrawnProvider, WithdrawnReport
from generator.site.news import FEED, News
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT
from generator.site.words import explaining, figures
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected, period_of
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
    return _Entry(
        id=news.id.urn,
        title=words(f"feed.{_kind(news)}", name=news.provider.name, period=period_of(news.report, words)),
        address=settings.at(_path(news)),
        moment=_moment(news.day),
        summary=_summary(news, words),
    )


def _kind(news: News) -> str:
    if isinstance(news.report, WithdrawnReport):
        return "withdrawn"
    return "correction" if news.correction else "report"


def _path(news: News) -> str:
    """The page that says the same; a provider of which nothing is public has none of its own."""
    if isinstance(news.provider, WithdrawnProvider):
        return "correcties/"
    return f"aanbieders/{news.provider.id}/{'#correcties' if news.correction else ''}"


def _summary(news: News, words: Words) -> str:
    if news.correction:
        return corrected(news.correction, news.report, words)
    return _of_report(news.report, words) if isinstance(news.report, PublicReport) else ""


def _of_report(report: PublicReport, words: Words) -> str:
    row = report.clients.total
    rating = rated(row, CLIENT, report, words)
    said = str(rating)
    if rating.is_graded:
        said = words("feed.grade", grade=said, answered=explaining.answered(row, CLIENT, words))
    return f"{said} {words('provider.source', source=report.source, day=figures.day(report.report_date))}"


def _moment(day: date) -> str:
    """The start of a day, because the data has no hours."""
    return f"{day.isoformat()}T00:00:00Z"
