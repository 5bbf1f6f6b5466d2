"""What became public, and what was corrected afterwards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True, slots=True)
class News:
    """One item of news. ``correction`` is None if a whole report became public.

    ``id`` never changes, even if everything else does: not if the report is withdrawn, and not if it comes back.
    """

    id: UUID
    day: date
    provider: AnyProvider
    report: AnyReport
    correction: PublicCorrection | None = None


def news_of(register: PublicRegister) -> tuple[News, ...]:
    """All news, the newest first, and by provider within a day.

    A correction is news on its own day, or on the day of its report if nobody could see that earlier.
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
    """The last day on which something public about a provider changed."""
    days = [report.public_on for report in provider.reports]
    days += [each.corrected_on for report in provider.all_reports for each in report.corrections]
    return max([*days, provider.ended_on] if provider.ended_on else days)


def _news(provider: AnyProvider) -> Iterator[News]:
    for report in provider.all_reports:
        # A report that was withdrawn was public before, so its corrections until then were news on their own days.
        withdrawn_on = max((each.corrected_on for each in report.corrections if each.is_withdrawal), default=date.min)
        public_on = report.public_on if isinstance(report, PublicReport) else date.min
        if isinstance(report, PublicReport):
            yield News(_id(provider, report), public_on, provider, report)
        of_that_day: dict[date, int] = {}
        for each in report.corrections:
            on = each.corrected_on
            number = of_that_day[on] = of_that_day.get(on, 0) + 1
            day = on if on <= withdrawn_on else max(on, public_on)
            yield News(_id(provider, report, on, number), day, provider, report, each)


def _id(provider: AnyProvider, report: AnyReport, *about: object) -> UUID:
    # The provider's first news was named after its first id.
    first_id = provider.former_ids[0] if provider.former_ids else provider.id
    return uuid5(_NAMES, "/".join(map(str, (first_id, report.period_end, *about))))
