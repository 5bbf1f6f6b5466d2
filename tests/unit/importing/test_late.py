"""What comes in late: who compares days or versions sees it, and nobody sees what is withheld by them."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from support.imports import imported
from support.open_data import open_data
from support.registers.editing import written
from support.registers.empty import empty_register
from support.registers.reading import public_on
from support.report_writer import FIXED, with_row, with_tabs
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.importing.prepared import Change
from generator.register.reading import read_register
from generator.site.content.content import content
from generator.site.news import news_of
from generator.site.origin import origin_of
from generator.site.syndication.feed import feed
from generator.site.syndication.sitemap import sitemap

_HEAD = (
    "dienstverlener;meetperiode;rapportdatum;status;doelgroep;dienst;netto steekproef;ingevuld;respons;rapportcijfer;"
    "publicatie"
)
AS_OF, LATE = date(2026, 1, 1), date(2022, 6, 30)


def delivery(name: str, reported: str = "25-01-2022", clients: str = "8,1", commissioners: str = "7,4") -> str:
    """A delivery of one report."""
    about = f"{name};1 januari 2021 t/m 31 december 2021;{reported};definitief"
    rows = (
        f"cliënten;Jobcoaching;40;20;50,0;{clients};ja",
        f"cliënten;Totaal;40;20;50,0;{clients};ja",
        f"opdrachtgevers;Totaal;10;5;50,0;{commissioners};ja",
    )
    return "\n".join([_HEAD, *(f"{about};{row}" for row in rows), ""])


def enter(data: Path, text: str, as_of: date, correction: str | None = None) -> None:
    path = data.parent / "delivery.csv"
    path.write_text(text, encoding="utf-8")
    assert imported(data, path, as_of=as_of, correction=correction).prepared.contents


def days_and_versions(public: PublicRegister) -> dict[str, str]:
    """All that a program compares to learn whether there is something new."""
    made = open_data(public)
    package, catalogue, index = (
        json.loads(made[f"open-data/{name}"]) for name in ("datapackage.json", "dcat.jsonld", "klantcijfer.json")
    )
    (page,) = (text for name, text in content(public, SETTINGS).files() if name == "open-data/index.md")
    root = ET.fromstring(sitemap(origin_of(public, SETTINGS)))  # noqa: S314 - our own text
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return {
        "version": package["version"],
        "created": package["created"],
        "modified": catalogue["dct:modified"]["@value"],
        "released": index["released"],
        "page": str(page).partition("Het laatste nieuws in deze gegevens is van ")[2].partition(".")[0],
        "feed": read_feed(public).feed.updated,
        "sitemap": next(str(url.findtext(f"{space}lastmod")) for url in root),
    }


def read_feed(public: PublicRegister) -> feedparser.FeedParserDict:
    return feedparser.parse(feed(news_of(public), SETTINGS, WORDS))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A register whose newest news is of 13 March 2022."""
    folder = empty_register(tmp_path)
    enter(folder, delivery("Vroeg Verzonnen", "20-02-2022"), date(2022, 3, 13))
    return folder


def test_a_report_that_comes_in_after_others_of_a_later_day_moves_every_day_and_version(data: Path) -> None:
    before = public_on(data, AS_OF)
    enter(data, delivery("Laatkomer Loopbaan"), LATE)
    after = public_on(data, AS_OF)
    old, new = days_and_versions(before), days_and_versions(after)
    assert old["created"] == "2022-03-13T00:00:00Z"
    assert {each for each in old if old[each] == new[each]} == set()
    assert new["version"].startswith("2022.6.30+")
    assert (new["created"], new["modified"], new["released"]) == ("2022-06-30T00:00:00Z", "2022-06-30", "2022-06-30")
    assert (new["page"], new["feed"], new["sitemap"]) == ("30 juni 2022", "2022-06-30T00:00:00Z", "2022-06-30")
    assert read_feed(after).entries[0].title == "Laatkomer Loopbaan: cijfers over 2021"
    (late,) = (each for each in after.providers if each.name == "Laatkomer Loopbaan")
    assert (late.newest.public_on, late.newest.published_on) == (date(2022, 2, 15), LATE)


def test_a_draft_that_becomes_final_late_is_news_of_that_day(data: Path) -> None:
    final = delivery("Laatkomer Loopbaan")
    enter(data, final.replace("definitief", "concept"), date(2022, 2, 1))
    before = days_and_versions(public_on(data, AS_OF))
    enter(data, final, LATE)
    assert days_and_versions(public_on(data, AS_OF))["created"] == "2022-06-30T00:00:00Z"
    assert before["created"] == "2022-03-13T00:00:00Z"


def test_a_reply_that_comes_later_moves_every_day_and_version(data: Path) -> None:
    before = days_and_versions(public_on(data, AS_OF))
    written("replies/vroeg-verzonnen/2021-12-31.md", "Dank u wel.")(data)
    path = data / "reports" / "2021.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("2022-03-13,,", "2022-03-13,2022-06-30,"), encoding="utf-8"
    )
    after = days_and_versions(public_on(data, AS_OF))
    assert {each for each in before if before[each] == after[each]} == set()
    assert days_and_versions(public_on(data, date(2022, 6, 29)))["created"] == before["created"]


def test_the_second_correction_of_a_day_leaves_the_first_its_name(tmp_path: Path) -> None:
    data = empty_register(tmp_path)
    name, on = "Linde Verzonnen", date(2022, 5, 1)
    entries, corrections = [], []
    for changed, reason in (
        ({}, None),
        ({"commissioners": "7,5"}, "Een tikfout"),
        ({"commissioners": "7,5", "clients": "8,2"}, "Nog een tikfout"),
    ):
        enter(data, delivery(name, **changed), on, reason)
        found = read_feed(public_on(data, AS_OF)).entries
        entries.append({each.id: (each.title, each.updated) for each in found})
        corrections.append({each.id: each.summary for each in found if "correctie" in each.title})
    assert [len(each) for each in entries] == [1, 2, 3]
    assert entries[0].items() <= entries[1].items() <= entries[2].items()
    assert corrections[1].items() <= corrections[2].items()


def days_of(data: Path) -> Iterator[date | None]:
    register, _ = read_register(data)
    return (each.entered_on for each in register.reports.values())


@pytest.mark.parametrize("unsealed", [False, True])
def test_no_day_moves_with_what_is_withheld(tmp_path: Path, *, unsealed: bool) -> None:
    """Else whoever reads the site, or the repository, would see that a withheld grade was other than it was."""
    data = empty_register(tmp_path)
    path = tmp_path / "report.txt"
    path.write_text(with_tabs(FIXED), encoding="utf-8")
    imported(data, path, as_of=date(2022, 6, 1), unsealed=unsealed)
    before = site_of(data)
    path.write_text(with_tabs(with_row(FIXED, "jobcoaching", grade=Decimal("4.0"))), encoding="utf-8")
    done = imported(data, path, as_of=date(2023, 6, 1), unsealed=unsealed)
    assert [each.change for each in done.prepared.entries] == [Change.UNSEALED if unsealed else Change.UNCHANGED]
    assert list(days_of(data)) == [date(2022, 6, 1)]
    assert site_of(data) == before


def site_of(data: Path) -> Mapping[str, str | bytes]:
    return dict(content(public_on(data, AS_OF), SETTINGS).files())


def test_a_correction_has_its_own_day_and_the_report_keeps_its_own(data: Path) -> None:
    enter(data, delivery("Vroeg Verzonnen", "20-02-2022", clients="8,3"), LATE, "Een tikfout")
    assert list(days_of(data)) == [date(2022, 3, 13)]
