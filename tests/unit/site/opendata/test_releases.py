"""A release is dated by the data, and its version is that of no other data."""

import json
from collections.abc import Mapping
from datetime import date

from hypothesis import given
from support.registers.drawn import AS_OF, registers
from support.registers.empty import policy
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.records import Register
from generator.site.news import Kind, news_of
from generator.site.opendata.csvs import csv_file
from generator.site.opendata.files import compared, files
from generator.site.opendata.jsons import lines_file
from generator.site.opendata.releases import edition, releases
from generator.site.opendata.tables import filled
from generator.site.origin import origin_of


def test_a_release_is_dated_by_its_newest_change(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    reports = [report for provider in public.providers for report in provider.reports]
    found = releases(news_of(public))
    assert [each.day for each in found] == sorted({each.day for each in news_of(public)}, reverse=True)
    assert {report.published_on for report in reports} <= {each.day for each in found}
    assert sum(each.counts[Kind.REPORT] for each in found) == len(reports)
    package = json.loads(made["open-data/datapackage.json"])
    newest = found[0].day
    assert package["created"] == f"{newest}T00:00:00Z"
    assert package["version"].startswith(f"{newest.year}.{newest.month}.{newest.day}+")


def test_a_version_is_a_day_and_a_digest(public: PublicRegister) -> None:
    news = news_of(public)
    day = date(2026, 10, 5)
    on_that_day = [each for each in news if each.day <= day]
    assert edition(on_that_day[:0], "0123456789abcdef").version == "0.0.0+0123456789ab"
    newest = on_that_day[0].day
    assert edition(on_that_day, "0123456789abcdef").version == (
        f"{newest.year}.{newest.month}.{newest.day}+0123456789ab"
    )


def test_every_file_that_says_a_version_says_the_same(
    public: PublicRegister, made: Mapping[str, bytes], page: str
) -> None:
    version = json.loads(made["open-data/datapackage.json"])["version"]
    assert files(origin_of(public, SETTINGS))[0].version == version
    assert json.loads(made["open-data/dcat.jsonld"])["dcat:dataset"]["dcat:version"] == version
    assert json.loads(made["open-data/klantcijfer.json"])["data_version"] == version
    assert page.count(version) == 2  # for people, and for search engines


@given(registers(), registers())
def test_two_different_contents_never_share_a_version(before: Register, after: Register) -> None:
    origins = [origin_of(withhold(each, policy(), AS_OF), SETTINGS) for each in (before, after)]
    versions = [files(each)[0].version for each in origins]
    tables = [[(csv_file(table), lines_file(table)) for table in filled(each)] for each in origins]
    assert (versions[0] == versions[1]) == (tables[0] == tables[1])
    assert [compared(each)[0].version for each in origins] == versions
