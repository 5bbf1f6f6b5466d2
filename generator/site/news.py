"""What became public, what was corrected or replied afterwards, and which providers ended."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter
from uuid import UUID, uuid5

from generator.disclosure.public import (
    AnyProvider,
    AnyReport,
    PublicCorrection,
    PublicProvider,
    PublicRegister,
    PublicReport,
)

# Chosen once for this register, for ever: an item keeps its name, also if the site moves.
_NAMES = UUID("8f3a3d1e-6a53-4f0c-9a35-0f4a2d7b9c61")

CORRECTIONS_A_PAGE = 25
"""On a phone each is some 200 pixels tall, and no page may be over 10,000."""

#: The name of the feed of all news.
FEED = uuid5(_NAMES, "feed")


class Kind(StrEnum):
    """What an item of news tells."""

    REPORT = "report"
    REPLY = "reply"
    CORRECTION = "correction"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class News:
    """One item of news.

    Args:
        id: its name, that of no other item for ever: it stays if the report is withdrawn, and if it comes back.
        day: the day on which the public could first read it here.
        kind: what it tells.
        provider: whom it is about.
        report: what it is about; the newest one if the provider ended.
        correction: what was corrected; None unless it tells that.
    """

    id: UUID
    day: date
    kind: Kind
    provider: AnyProvider
    report: AnyReport
    correction: PublicCorrection | None = None


def news_of(register: PublicRegister) -> tuple[News, ...]:
    """All news, the newest first, and by provider within a day.

    A report is news when it became public here. A correction is news on its own day, or on the day of its report if
    nobody could see that earlier; a reply and the end of a provider are if they came later than the report.
    """
    found = [each for provider in register.all_providers for each in _news(provider)]
    return tuple(sorted(found, key=attrgetter("day"), reverse=True))


def corrections_of(news: Iterable[News]) -> tuple[News, ...]:
    """The corrections alone, in the same order."""
    return tuple(each for each in news if each.correction)


def corrections_by_page(news: Iterable[News]) -> Iterator[tuple[News, ...]]:
    """The corrections in the same order, as the pages of the site have them; one page, even if there are none."""
    corrections = corrections_of(news)
    for start in range(0, max(len(corrections), 1), CORRECTIONS_A_PAGE):
        yield corrections[start : start + CORRECTIONS_A_PAGE]


def changed_on(provider: PublicProvider) -> date:
    """The day of the last news about a provider."""
    return max(each.day for each in _news(provider))


def replied_later_on(report: PublicReport) -> date | None:
    """The day of the reply if it came later than the report; else it is no news of its own."""
    return report.replied_on if report.replied_on and report.replied_on > report.published_on else None


def _news(provider: AnyProvider) -> Iterator[News]:
    for report in provider.all_reports:
        if isinstance(report, PublicReport):
            yield from _of_report(provider, report)
        yield from _of_corrections(provider, report)
    if isinstance(provider, PublicProvider) and provider.ended_on:
        day = max(provider.ended_on, provider.entered_on or provider.ended_on)
        # Whoever sees a provider for the first time sees that it ended.
        if day > min(each.published_on for each in provider.reports):
            name = _id(provider, Kind.ENDED, provider.ended_on)
            yield News(name, day, Kind.ENDED, provider, provider.newest)


def _of_report(provider: AnyProvider, report: PublicReport) -> Iterator[News]:
    yield News(_id(provider, _end(report)), report.published_on, Kind.REPORT, provider, report)
    if replied_on := replied_later_on(report):
        yield News(_id(provider, _end(report), Kind.REPLY), replied_on, Kind.REPLY, provider, report)


def _of_corrections(provider: AnyProvider, report: AnyReport) -> Iterator[News]:
    """The corrections of a report, each named by what it says: another one of that day changes no name."""
    # A report that was withdrawn was public before, so its corrections until then were news on their own days.
    withdrawn_on = max((each.corrected_on for each in report.corrections if each.is_withdrawal), default=date.min)
    published_on = report.published_on if isinstance(report, PublicReport) else date.min
    said: Counter[tuple[date, str]] = Counter()
    for each in report.corrections:
        on = each.corrected_on
        # The same words twice are possible below a former and a present id.
        again = (said[on, each.what],) if said[on, each.what] else ()
        said[on, each.what] += 1
        day = on if on <= withdrawn_on else max(on, published_on)
        name = _id(provider, _end(report), on, each.what, *again)
        yield News(name, day, Kind.CORRECTION, provider, report, each)


def _end(report: AnyReport) -> date:
    return report.first_period_end if isinstance(report, PublicReport) else report.period_end


def _id(provider: AnyProvider, *about: object) -> UUID:
    # The provider's first news was named after its first id.
    first_id = provider.former_ids[0] if provider.former_ids else provider.id
    return uuid5(_NAMES, "/".join(map(str, (first_id, *about))))
