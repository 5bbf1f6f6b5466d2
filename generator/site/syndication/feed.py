"""The feed in Atom (RFC 4287): newly public reports, replies, corrections, and providers that ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.disclosure.public import PublicProvider, PublicReport, WithdrawnProvider, WithdrawnReport
from generator.site.news import FEED, Kind, News
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT
from generator.site.words import explaining
from generator.site.words.catalogue import Words
from generator.site.words.correcting import corrected, period_of
from generator.site.words.ratings import rated

PATH = "feed.xml"
# Feed readers load it again and again; older news is on the pages. A reader that comes by once a season misses nothing.
_NEWEST, _SPAN = 100, timedelta(days=100)
_BEFORE_ANYTHING = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    title: str
    address: str
    moment: str
    summary: str


def feed(news: Sequence[News], settings: Settings, words: Words) -> str:
    """The text of the feed; ``news`` has the newest first.

    It has at least the newest 100 items, all of the 100 days before the newest one, and every correction.
    """
    newest = [each for place, each in enumerate(news) if place < _NEWEST or _is_kept(each, news[0].day)]
    return rendered(
        "feed.xml",
        words,
        settings=settings,
        id=FEED.urn,
        address=settings.at(PATH),
        updated=_moment(newest[0].day if newest else _BEFORE_ANYTHING),
        entries=[_entry(each, settings, words) for each in newest],
    )


def _is_kept(each: News, newest: date) -> bool:
    return each.kind is Kind.CORRECTION or newest - each.day <= _SPAN


def _entry(news: News, settings: Settings, words: Words) -> _Entry:
    title, summary = _told(news, words)
    return _Entry(
        id=news.id.urn, title=title, address=settings.at(_path(news, words)), moment=_moment(news.day), summary=summary
    )


def _told(news: News, words: Words) -> tuple[str, str]:
    """The title and the summary."""
    name, period = news.provider.name, period_of(news.report, words)
    if news.kind is Kind.ENDED and isinstance(news.provider, PublicProvider):
        return _of_end(news.provider, words)
    if news.correction:
        kind = "withdrawn" if isinstance(news.report, WithdrawnReport) else "correction"
        return words(f"feed.{kind}", name=name, period=period), corrected(news.correction, news.report, words)
    title = words(f"feed.{news.kind}", name=name, period=period)
    if news.kind is Kind.REPLY:
        return title, words("feed.reply_summary")
    return title, _of_report(news.report, words) if isinstance(news.report, PublicReport) else ""


def _of_end(provider: PublicProvider, words: Words) -> tuple[str, str]:
    day = words.figures.day(provider.ended_on) if provider.ended_on else ""
    if provider.merged_into:
        other = provider.merged_into.name
        return words("feed.merged", name=provider.name, other=other), words("feed.merged_summary", day=day, other=other)
    return words("feed.ended", name=provider.name), words("feed.ended_summary", day=day)


def _path(news: News, words: Words) -> str:
    """The page that says the same; a provider of which nothing is public has none of its own."""
    if isinstance(news.provider, WithdrawnProvider):
        return f"{words.folders.corrections}/"
    anchor = f"#{words('address.anchor.corrections')}" if news.correction else ""
    return f"{words.folders.providers}/{news.provider.id}/{anchor}"


def _of_report(report: PublicReport, words: Words) -> str:
    row = report.clients.total
    rating = rated(row, CLIENT, report, words)
    said = str(rating)
    if rating.is_graded:
        said = words("feed.grade", grade=said, answered=explaining.answered(row, CLIENT, words))
    return f"{said} {words('provider.source', source=report.source, day=words.figures.day(report.report_date))}"


def _moment(day: date) -> str:
    """The start of a day, because the data has no hours."""
    return f"{day.isoformat()}T00:00:00Z"
