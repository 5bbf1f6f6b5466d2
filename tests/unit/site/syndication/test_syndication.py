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
from support.words import WORDS

from generator.disclosure.public import (
    PublicCorrection,
    PublicRegister,
    PublicReport,
    WithdrawnProvider,
    WithdrawnReport,
)
from generator.site.content.content import content
from generator.site.news import changed_on, news_of
from generator.site.origin import origin_of
from generator.site.syndication.feed import feed
from generator.site.syndication.sitemap import all_pages, sitemap

CORRECTED = PublicCorrection(date(2023, 3, 1), "Cijfer van alle cliënten", "Tikfout in het rapport")
LATER = replace(CORRECTED, corrected_on=date(2023, 4, 1), what="Meetperiode")
SAME_DAY = replace(CORRECTED, what="Naam van een dienst")


def read(public: PublicRegister) -> feedparser.FeedParserDict:
    return feedparser.parse(feed(news_of(public), SETTINGS, WORDS))


def corrected(*corrections: PublicCorrection) -> PublicRegister:
    return register(provider(replace(report(total=grade("7.5")), corrections=corrections)))


WITHDRAWN = PublicCorrection(date(2023, 4, 1), "Het rapport", "Het was van een ander", is_withdrawal=True)


def withdrawn(*corrections: PublicCorrection) -> PublicRegister:
    """A register of which only the lines about one report are left."""
    lines = (WithdrawnReport(date(2021, 12, 31), corrections),)
    return replace(register(), withdrawn=(WithdrawnProvider("verzonnen", "Verzonnen", (), lines),))


def beside(*corrections: PublicCorrection) -> PublicRegister:
    """The same, of a provider with a report of the year after."""
    newer = report(total=grade("8.0"), period_end=date(2022, 12, 31))
    return register(replace(provider(newer), withdrawn=withdrawn(*corrections).withdrawn[0].withdrawn))


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


def test_the_feed_has_the_newest_hundred_in_order_and_every_correction() -> None:
    entries = read(public_demo(60)).entries
    days = [entry.updated for entry in entries]
    news = news_of(public_demo(60))
    older = [each for each in news[100:] if each.correction]
    assert older
    assert [entry.id for entry in entries] == [each.id.urn for each in (*news[:100], *older)]
    assert days == sorted(days, reverse=True)
    assert len({entry.id for entry in entries}) == len(entries)


def test_the_feed_has_all_news_of_a_hundred_days_before_the_newest() -> None:
    one = report(total=grade("7.5"))
    newest = one.public_on + timedelta(days=100)
    many = [
        replace(provider(replace(one, entered_on=day)), id=f"verzonnen-{number}")
        for number, day in enumerate([newest, *[one.public_on] * 155])
    ]
    earlier = [replace(each, reports=(replace(one, public_on=date(2022, 2, 21)),)) for each in many[151:]]
    entries = read(register(*many[:151], *earlier)).entries
    assert len(entries) == 151
    assert {entry.updated[:10] for entry in entries} == {newest.isoformat(), one.public_on.isoformat()}


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


def test_a_correction_keeps_its_name_and_its_day_while_its_report_is_withdrawn_and_after() -> None:
    """Whoever follows the feed gets each line once, and no line twice."""
    before, gone, back = corrected(CORRECTED), withdrawn(WITHDRAWN, CORRECTED), corrected(WITHDRAWN, CORRECTED)
    back = replace(back, providers=(replace(back.providers[0], reports=(republished(back),)),))
    lines = [{each.id: each.day for each in news_of(public) if each.correction} for public in (before, gone, back)]
    assert lines[0].items() < lines[1].items()
    assert lines[1] == lines[2]
    assert set(lines[2].values()) == {CORRECTED.corrected_on, WITHDRAWN.corrected_on}
    (report_of_before,) = (each.id for each in news_of(before) if not each.correction)
    assert report_of_before in {each.id for each in news_of(back)}
    assert report_of_before not in {each.id for each in news_of(gone)}


def republished(public: PublicRegister) -> PublicReport:
    """The only report of a register, as it becomes public again later."""
    return replace(public.providers[0].newest, public_on=date(2023, 6, 1))


def test_a_line_after_the_last_withdrawal_is_news_with_the_report_that_came_back() -> None:
    public = corrected(replace(LATER, corrected_on=date(2023, 5, 1)), WITHDRAWN)
    public = replace(public, providers=(replace(public.providers[0], reports=(republished(public),)),))
    assert [each.day for each in news_of(public)] == [date(2023, 6, 1), date(2023, 6, 1), date(2023, 4, 1)]


def test_a_withdrawn_report_is_news_that_leads_to_what_is_there() -> None:
    first, second = read(withdrawn(WITHDRAWN, CORRECTED)).entries
    assert first.title == "Verzonnen: correctie in de cijfers tot en met 31 december 2021"
    assert first.summary == (
        "De meting is ingetrokken en staat niet meer op deze site. Wat: Het rapport. Waarom: Het was van een ander."
    )
    assert second.summary == "Wat: Cijfer van alle cliënten. Waarom: Tikfout in het rapport."
    assert {each.link for each in (first, second)} == {"https://klantcijfer.example/onder/correcties/"}
    (entry, _) = read(beside(WITHDRAWN)).entries
    assert entry.link == "https://klantcijfer.example/onder/aanbieders/verzonnen/#correcties"


def test_a_feed_of_nothing_is_a_feed() -> None:
    found = read(register())
    assert not found.bozo
    assert found.entries == []
    assert found.feed.id == read(public_demo(60)).feed.id


def test_a_name_is_text_in_the_feed() -> None:
    hostile = """<b>&amp;</b> ]]> "x" 'y'"""
    public = register(replace(provider(report(total=grade("7.5"))), name=hostile))
    text = feed(news_of(public), SETTINGS, WORDS)
    (entry,) = ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - our own text
    assert entry.findtext("{http://www.w3.org/2005/Atom}title") == f"{hostile}: cijfers over 2021"


def test_the_name_of_a_provider_that_is_gone_is_text_too() -> None:
    public = withdrawn(WITHDRAWN)
    public = replace(public, withdrawn=(replace(public.withdrawn[0], name="<b>&amp;</b> *x*"),))
    text = feed(news_of(public), SETTINGS, WORDS)
    (entry,) = ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - our own text
    assert str(entry.findtext("{http://www.w3.org/2005/Atom}title")).startswith("<b>&amp;</b> *x*: correctie in de")
    assert "<bdi>&lt;b&gt;&amp;amp;&lt;/b&gt; *x*</bdi>" in page_of(public)


def page_of(public: PublicRegister) -> str:
    return texts(content(replace(public, rules=public_demo(60).rules), SETTINGS))["correcties.md"]


def test_the_page_of_corrections_has_each_with_its_day_and_reason() -> None:
    text = page_of(corrected(LATER, CORRECTED))
    assert text.index("1 april 2023") < text.index("1 maart 2023")
    assert "Waarom: Tikfout in het rapport." in text
    assert 'href="../aanbieders/verzonnen/#correcties"' in text
    assert "Er zijn 2 correcties" in text
    assert "Er is nog geen cijfer verbeterd." in page_of(register())


def test_the_page_of_corrections_leads_to_no_page_that_is_not_there() -> None:
    text = page_of(withdrawn(WITHDRAWN))
    assert "<bdi>Verzonnen</bdi>, meting tot en met 31 december 2021<br>De meting is ingetrokken" in text
    assert "aanbieders/verzonnen/" not in text
    assert 'href="../aanbieders/verzonnen/#correcties"' in page_of(beside(WITHDRAWN))


def test_the_page_of_a_provider_says_what_was_withdrawn() -> None:
    public = replace(beside(WITHDRAWN), rules=public_demo(60).rules)
    text = texts(content(public, SETTINGS))["aanbieders/verzonnen.md"]
    assert "Gecorrigeerd op 1 april 2023" in text
    assert "(meting tot en met 31 december 2021). " in text
    assert "De meting is ingetrokken en staat niet meer op deze site." in text


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
    assert SETTINGS.at("correcties/2/") in sitemap(origin_of(public, SETTINGS))


def test_the_sitemap_has_every_page_with_the_day_of_its_last_change() -> None:
    root = ET.fromstring(sitemap(origin_of(public_demo(60), SETTINGS)))  # noqa: S314 - our own text
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}
    generated = {name.removesuffix(".md").removesuffix("index") for name in files_of_demo() if name.endswith(".md")}
    by_hand = {name.removesuffix(".md") for name in SETTINGS.hand_written}
    expected = {SETTINGS.at(f"{name.rstrip('/')}/" if name else "") for name in generated | by_hand}
    assert set(found) == expected
    assert len(list(all_pages(origin_of(public_demo(60), SETTINGS)))) == len(expected)
    for each in public_demo(60).providers:
        assert found[SETTINGS.at(f"aanbieders/{each.id}/")] == changed_on(each).isoformat()
    assert found[SETTINGS.at("")] == max(map(changed_on, public_demo(60).providers)).isoformat()


def test_a_provider_changes_when_it_is_corrected_and_when_it_ends() -> None:
    (first,) = corrected(CORRECTED).providers
    assert changed_on(first) == date(2023, 3, 1)
    assert changed_on(replace(first, ended_on=date(2024, 1, 1))) == date(2024, 1, 1)
    assert changed_on(replace(first, ended_on=date(2020, 1, 1))) == date(2023, 3, 1)


def test_a_provider_changes_when_a_report_is_withdrawn() -> None:
    (one,) = beside(replace(WITHDRAWN, corrected_on=date(2024, 3, 1))).providers
    assert changed_on(one) == date(2024, 3, 1)


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
    assert "Panteia" in told
