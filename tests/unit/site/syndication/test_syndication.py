"""The feed, the corrections, the sitemap and the notes for crawlers, read by what others read them with."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import feedparser
import pytest
from support.made import files, files_of_demo, texts
from support.registers.demos import public_demo
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, rounded
from support.settings import SETTINGS

from generator.disclosure.public import PublicCorrection, PublicRegister
from generator.site.content.content import content
from generator.site.news import changed_on, news_of
from generator.site.origin import origin_of
from generator.site.syndication.feed import feed
from generator.site.syndication.sitemap import all_pages, sitemap
from generator.site.words.catalogue import dutch

CORRECTED = PublicCorrection(date(2023, 3, 1), "Cijfer van alle cliënten", "Tikfout in het rapport")
LATER = replace(CORRECTED, corrected_on=date(2023, 4, 1), what="Meetperiode")
SAME_DAY = replace(CORRECTED, what="Naam van een dienst")


def read(public: PublicRegister) -> feedparser.FeedParserDict:
    return feedparser.parse(feed(news_of(public), SETTINGS, dutch()))


def corrected(*corrections: PublicCorrection) -> PublicRegister:
    return register(provider(replace(report(total=grade("7.5")), corrections=corrections)))


def test_the_feed_is_well_formed_and_says_where_it_is() -> None:
    found = read(public_demo(60))
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Klantcijfer: nieuwe cijfers en correcties"
    assert {link.rel: link.href for link in found.feed.links} == {
        "self": "https://klantcijfer.example/onder/feed.xml",
        "alternate": "https://klantcijfer.example/onder/",
    }
    assert found.feed.author == "Verzonnen uitgever"
    assert found.feed.updated == found.entries[0].updated


def test_the_feed_has_the_newest_hundred_in_order() -> None:
    entries = read(public_demo(60)).entries
    days = [entry.updated for entry in entries]
    assert len(entries) == 100
    assert days == sorted(days, reverse=True)
    assert days[-1][:10] == news_of(public_demo(60))[99].day.isoformat()
    assert len({entry.id for entry in entries}) == 100
    assert all(entry.id.startswith("urn:uuid:") for entry in entries)


def test_a_new_report_tells_the_grade_with_how_many_answered() -> None:
    (entry,) = read(register(provider(report(total=grade("7.5"))))).entries
    assert entry.title == "Verzonnen: cijfers over 2021"
    assert entry.link == "https://klantcijfer.example/onder/aanbieders/verzonnen/"
    assert entry.summary.startswith("Cliënten gaven een 7,5: 10 van de 20 cliënten antwoordden (50%). Bron: ")
    assert entry.published == "2022-02-22T00:00:00Z"


def test_a_new_report_says_that_its_grade_is_rounded() -> None:
    (entry,) = read(register(provider(report(total=rounded("8"))))).entries
    assert entry.summary.startswith("Cliënten gaven een 8, afgerond: 10 van de 20 cliënten antwoordden (50%).")


@pytest.mark.parametrize("rating", [WITHHELD, NOBODY])
def test_a_report_without_a_grade_says_why(rating: object) -> None:
    (entry,) = read(register(provider(report(total=rating)))).entries  # type: ignore[arg-type]
    assert entry.summary.startswith("Geen cijfer")
    assert "20" in entry.summary


def test_a_correction_is_news_of_its_own_day() -> None:
    first, second = read(corrected(CORRECTED)).entries
    assert first.title == "Verzonnen: correctie in de cijfers over 2021"
    assert first.summary == "Wat: Cijfer van alle cliënten. Waarom: Tikfout in het rapport."
    assert first.updated == "2023-03-01T00:00:00Z"
    assert first.link.endswith("/aanbieders/verzonnen/#correcties")
    assert second.title == "Verzonnen: cijfers over 2021"


def test_what_was_told_keeps_its_name_whatever_comes_after() -> None:
    before = {news.id for news in news_of(corrected(CORRECTED))}
    after = corrected(LATER, CORRECTED, SAME_DAY)
    (only,) = after.providers
    renamed = replace(only, id="twee", name="Anders", former_ids=("verzonnen",))
    assert before < {news.id for news in news_of(after)}
    assert before < {news.id for news in news_of(replace(after, providers=(renamed,)))}
    assert len(news_of(after)) == 4


def test_a_feed_of_nothing_is_a_feed() -> None:
    found = read(register())
    assert not found.bozo
    assert found.entries == []
    assert found.feed.id == read(public_demo(60)).feed.id


def test_a_name_is_text_in_the_feed() -> None:
    hostile = """<b>&amp;</b> ]]> "x" 'y'"""
    public = register(replace(provider(report(total=grade("7.5"))), name=hostile))
    text = feed(news_of(public), SETTINGS, dutch())
    (entry,) = ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - our own text
    assert entry.findtext("{http://www.w3.org/2005/Atom}title") == f"{hostile}: cijfers over 2021"


def page_of(public: PublicRegister) -> str:
    return texts(content(replace(public, rules=public_demo(60).rules), SETTINGS))["correcties.md"]


def test_the_page_of_corrections_has_each_with_its_day_and_reason() -> None:
    text = page_of(corrected(LATER, CORRECTED))
    assert text.index("1 april 2023") < text.index("1 maart 2023")
    assert "Waarom: Tikfout in het rapport." in text
    assert 'href="../aanbieders/verzonnen/#correcties"' in text
    assert "Er zijn 2 correcties" in text
    assert "Er is nog geen cijfer verbeterd." in page_of(register())


def test_many_corrections_have_pages_that_each_name_their_number() -> None:
    days = [date(2023, 3, 1) + timedelta(days=number) for number in range(30)]
    public = replace(corrected(*(replace(CORRECTED, corrected_on=day) for day in days)), rules=public_demo(60).rules)
    pages = texts(content(public, SETTINGS))
    assert "correcties/3.md" not in pages
    first, second = pages["correcties.md"], pages["correcties/2.md"]
    assert (first.count("<li>"), second.count("<li>")) == (25, 5)
    assert "5 maart 2023" in second
    assert "Correcties, deel 2 van 2" in second
    assert '<a href="../correcties/2/" rel="next">' in first
    assert '<a href="../../correcties/" rel="prev">' in second
    assert 'href="../../aanbieders/verzonnen/#correcties"' in second
    assert SETTINGS.at("correcties/2/") in sitemap(origin_of(public, SETTINGS, dutch()))


def test_the_sitemap_has_every_page_with_the_day_of_its_last_change() -> None:
    root = ET.fromstring(sitemap(origin_of(public_demo(60), SETTINGS, dutch())))  # noqa: S314 - our own text
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}
    generated = {name.removesuffix(".md").removesuffix("index") for name in files_of_demo() if name.endswith(".md")}
    by_hand = {name.removesuffix(".md") for name in SETTINGS.hand_written}
    expected = {SETTINGS.at(f"{name.rstrip('/')}/" if name else "") for name in generated | by_hand}
    assert set(found) == expected
    assert len(list(all_pages(origin_of(public_demo(60), SETTINGS, dutch())))) == len(expected)
    for each in public_demo(60).providers:
        assert found[SETTINGS.at(f"aanbieders/{each.id}/")] == changed_on(each).isoformat()
    assert found[SETTINGS.at("")] == max(map(changed_on, public_demo(60).providers)).isoformat()


def test_a_provider_changes_when_it_is_corrected_and_when_it_ends() -> None:
    (first,) = corrected(CORRECTED).providers
    assert changed_on(first) == date(2023, 3, 1)
    assert changed_on(replace(first, ended_on=date(2024, 1, 1))) == date(2024, 1, 1)
    assert changed_on(replace(first, ended_on=date(2020, 1, 1))) == date(2023, 3, 1)


def test_crawlers_are_welcome_and_told_how_to_read_a_grade() -> None:
    made = files(content(corrected(), SETTINGS))
    assert made["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://klantcijfer.example/onder/sitemap.xml",
    ]
    told = made["llms.txt"].decode()
    assert told.startswith("# Klantcijfer\n\n> ")
    assert "(https://klantcijfer.example/onder/uitleg/)" in told
    assert "Verzonnen bureau" in told
