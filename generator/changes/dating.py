"""What becomes public with a day that others have passed already: who fetches what is newer would never see it."""

from collections.abc import Container, Iterable, Iterator
from datetime import date

from generator.changes.pairing import entries_of, paired_entries, same_providers
from generator.disclosure.public import PublicRegister, PublicReport
from generator.site.news import Kind, News, news_of

_COLUMNS = {
    Kind.REPORT: "`entered_on` of its row in reports/",
    Kind.REPLY: "`replied_on` of its row in reports/",
    Kind.CORRECTION: "`corrected_on` of its line in corrections.csv",
    Kind.ENDED: "`entered_on` of its file in providers/",
}
_NAMES = {Kind.REPORT: "report", Kind.REPLY: "reply", Kind.CORRECTION: "correction", Kind.ENDED: "end"}


def unnoticed(before: PublicRegister, after: PublicRegister) -> tuple[str, ...]:
    """What the maintainer should know of it: a sentence for each, with the day to write and where.

    Args:
        before: what the public may know now.
        after: what it may know after the change, on the same day.
    """
    pairs = [
        (pair.latest.provider, pair.old.report, pair.new.report)
        for group in same_providers(before, after)
        for pair in paired_entries(*map(entries_of, group))
        if pair.old and pair.new and pair.old.report and pair.new.report
    ]
    mended = {
        (provider, new.period_end): old.first_period_end
        for provider, old, new in pairs
        if old.first_period_end != new.first_period_end
    }
    return (
        *(_renamed(provider, end, first) for (provider, end), first in mended.items()),
        *_backdated(before, after, mended),
        *_replies_without_day(pairs, after.as_of),
    )


def _renamed(provider: str, end: date, first: date) -> str:
    return (
        f"{provider}, period until {end}: the end of its period was {first}, and in the feed it would be another "
        f"report: write {first} into `former_period_end` of its row in reports/"
    )


def _backdated(
    before: PublicRegister, after: PublicRegister, mended: Container[tuple[str, date | None]]
) -> Iterator[str]:
    """News that is new, and not newer than what was there. What is of today is noticed by its version.

    It only seems new if it is about a report whose period is ``mended``, by provider and new end.
    """
    there = news_of(before)
    known = {each.id for each in there}
    newest = there[0].day if there else date.min
    for each in news_of(after):
        is_new = each.id not in known and (each.provider.id, _end(each)) not in mended
        if is_new and each.day <= newest and each.day < after.as_of:
            came = f"is dated {each.day}, and there is news of {newest} already"
            yield _told(each.kind, each.provider.id, _end(each), came, after.as_of)


def _end(news: News) -> date | None:
    return None if news.kind is Kind.ENDED else news.report.period_end


def _replies_without_day(pairs: Iterable[tuple[str, PublicReport, PublicReport]], today: date) -> Iterator[str]:
    """Replies that come, or change, beside a report that the public saw without them."""
    for provider, old, new in pairs:
        if new.reply and old.reply != new.reply and not _is_later(old, new):
            said = f"is dated {new.replied_on}" if new.replied_on else "has no day"
            came = f"{said}, and the report was public without it"
            yield _told(Kind.REPLY, provider, new.period_end, came, today)


def _is_later(old: PublicReport, new: PublicReport) -> bool:
    return bool(new.replied_on) and new.replied_on != old.replied_on


def _told(kind: Kind, provider: str, end: date | None, came: str, today: date) -> str:
    about = f"{provider}, period until {end}" if end else provider
    return (
        f"{about}: the {_NAMES[kind]} {came}. Who looks for what is newer will not see it: write the day on which it "
        f"comes in, such as {today}, into {_COLUMNS[kind]}"
    )
