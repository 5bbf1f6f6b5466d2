"""News: on which day the public could first read it here, and a name that is that of nothing else for ever."""

from dataclasses import replace
from datetime import date, timedelta

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from support.registers.public import grade, provider, register, report
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import OtherProvider, PublicCorrection, PublicProvider, PublicReport
from generator.site.news import Kind, News, changed_on, news_of
from generator.site.syndication.feed import feed

ONE = report(total=grade("7.5"))
LATE = date(2022, 6, 30)
DAYS = st.dates(date(2022, 1, 1), date(2022, 12, 31))
CORRECTIONS = st.builds(PublicCorrection, DAYS, st.sampled_from(["a", "b", "c", "1", "2"]), st.just("Een tikfout"))


def told(one: PublicReport | PublicProvider) -> list[tuple[Kind, date]]:
    """The news of one provider, the newest first."""
    return [(each.kind, each.day) for each in news_of(register(of(one)))]


def of(one: PublicReport | PublicProvider) -> PublicProvider:
    return one if isinstance(one, PublicProvider) else provider(one)


def test_a_report_that_comes_in_late_is_news_of_the_day_on_which_it_came_in() -> None:
    assert told(ONE) == [(Kind.REPORT, ONE.public_on)]
    late = replace(ONE, entered_on=LATE)
    assert told(late) == [(Kind.REPORT, LATE)]
    assert changed_on(provider(late)) == late.published_on == LATE
    early = replace(ONE, entered_on=ONE.public_on - timedelta(days=1))
    assert told(early) == told(ONE)


def test_a_reply_is_news_if_it_came_later_than_its_report() -> None:
    replied = replace(ONE, reply="Dank u wel.", replied_on=LATE)
    assert told(replied) == [(Kind.REPLY, LATE), (Kind.REPORT, ONE.public_on)]
    assert told(replace(replied, entered_on=LATE)) == [(Kind.REPORT, LATE)]
    assert told(replace(replied, replied_on=None)) == told(ONE)


def test_the_end_of_a_provider_is_news_if_it_came_later_than_its_first_report() -> None:
    ended = replace(provider(ONE), ended_on=date(2022, 5, 1))
    assert told(ended) == [(Kind.ENDED, date(2022, 5, 1)), (Kind.REPORT, ONE.public_on)]
    assert told(replace(ended, entered_on=LATE)) == [(Kind.ENDED, LATE), (Kind.REPORT, ONE.public_on)]
    assert told(replace(ended, ended_on=date(2022, 1, 1))) == told(ONE)


def test_a_correction_of_before_a_late_report_is_news_with_it() -> None:
    line = PublicCorrection(date(2022, 4, 1), "Het cijfer", "Een tikfout")
    assert told(replace(ONE, entered_on=LATE, corrections=(line,))) == [(Kind.REPORT, LATE), (Kind.CORRECTION, LATE)]


def test_the_feed_says_what_each_is() -> None:
    other = OtherProvider("ander", "Ander")
    replied = replace(ONE, reply="Dank u wel.", replied_on=date(2022, 4, 1))
    ended = replace(provider(replied), ended_on=LATE)
    entries = [
        feedparser.parse(feed(news_of(register(each)), SETTINGS, WORDS)).entries
        for each in (ended, replace(ended, merged_into=other))
    ]
    assert [[each.title for each in some] for some in entries] == [
        [first, "Verzonnen: reactie op de cijfers over 2021", "Verzonnen: cijfers over 2021"]
        for first in ("Verzonnen: gestopt", "Verzonnen: opgegaan in Ander")
    ]
    first, second, _ = entries[1]
    assert first.summary == "Deze aanbieder is op 30 juni 2022 opgegaan in Ander. De cijfers van toen blijven staan."
    assert (first.updated, second.updated) == ("2022-06-30T00:00:00Z", "2022-04-01T00:00:00Z")
    assert {each.link for each in entries[0]} == {"https://klantcijfer.example/onder/aanbieders/verzonnen/"}


def names(news: tuple[News, ...]) -> dict[object, object]:
    """The name of each item by what it tells; ``None`` is the report."""
    return {each.correction and (each.correction.corrected_on, each.correction.what): each.id for each in news}


@given(st.lists(CORRECTIONS, unique_by=lambda each: (each.corrected_on, each.what)), st.data())
def test_no_later_correction_takes_over_a_name(corrections: list[PublicCorrection], data: st.DataObject) -> None:
    """Whatever comes later, and in whatever order it stands in the register."""
    first = corrections[: data.draw(st.integers(0, len(corrections)))]
    before, after = (
        names(news_of(register(provider(replace(ONE, corrections=tuple(data.draw(st.permutations(each))))))))
        for each in (first, corrections)
    )
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(corrections) + 1


def test_two_corrections_in_the_same_words_have_two_names() -> None:
    """One of a former id, and one of the present one."""
    line = PublicCorrection(LATE, "Het cijfer", "Een tikfout")
    news = news_of(register(provider(replace(ONE, corrections=(line, replace(line, reason="Nog een"))))))
    assert len({each.id for each in news}) == 3


def test_a_report_whose_period_was_mended_keeps_its_names() -> None:
    line = PublicCorrection(LATE, "Het cijfer", "Een tikfout")
    before = replace(ONE, reply="Dank u wel.", replied_on=date(2022, 5, 1), corrections=(line,))
    mended = replace(before, period_end=before.period_end - timedelta(days=1), former_period_end=before.period_end)
    old, new = ([each.id for each in news_of(register(provider(each)))] for each in (before, mended))
    assert old == new
    assert len(set(old)) == 3
