"""A release is dated by the data."""

import json
from collections.abc import Mapping
from datetime import date

from generator.disclosure.public import PublicRegister
from generator.site.news import news_of
from generator.site.opendata.releases import released_on, releases, version


def test_a_release_is_dated_by_its_newest_change(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    reports = [report for provider in public.providers for report in provider.reports]
    days = {report.public_on for report in reports} | {
        each.corrected_on for report in reports for each in report.corrections
    }
    found = releases(news_of(public))
    assert [each.day for each in found] == sorted(days, reverse=True)
    assert sum(each.reports for each in found) == len(reports)
    assert released_on(news_of(public)) == max(days)
    package = json.loads(made["open-data/datapackage.json"])
    assert (package["version"], package["created"]) == ("2026.10.5", f"{max(days)}T00:00:00Z")
    assert version(date(2026, 10, 5)) == "2026.10.5"
