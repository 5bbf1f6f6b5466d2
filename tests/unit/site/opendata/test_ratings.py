"""A provider's own file keeps to its schema, and says what the tables say."""

import json
from collections.abc import Mapping

from support.open_data import read_json, rows_of
from support.schemas import validator

from generator.disclosure.public import PublicRegister, Published, Withheld


def test_a_providers_file_has_a_rounded_grade_without_a_decimal(
    public: PublicRegister, site_files: Mapping[str, bytes]
) -> None:
    of = next(
        each
        for each in public.providers
        if isinstance(each.newest.clients.total.rating, Published) and each.newest.clients.total.rating.is_rounded
    )
    rating = of.newest.clients.total.rating
    assert isinstance(rating, Published)
    text = site_files[f"aanbieders/{of.id}/ratings.json"]
    assert f'"grade":{rating.grade},"rounded":true'.encode() in bytes(text)


def test_each_providers_file_keeps_to_its_schema_and_stands_below_each_former_id(
    public: PublicRegister, site_files: Mapping[str, bytes]
) -> None:
    schema = json.loads(site_files["schema/ratings-1.json"])
    keeps = validator(schema)
    for provider in public.providers:
        text = site_files[f"aanbieders/{provider.id}/ratings.json"]
        read = json.loads(text)
        assert [error.message for error in keeps.iter_errors(read)] == []
        assert (read["$schema"], read["version"]) == (schema["$id"], 1)
        assert [report["period_end"] for report in read["reports"]] == [
            report.period_end.isoformat() for report in provider.reports
        ]
        for former in provider.former_ids:
            assert site_files[f"aanbieders/{former}/ratings.json"] == text
    assert any(provider.former_ids for provider in public.providers)


def test_a_providers_file_says_of_each_row_what_the_tables_say(
    public: PublicRegister, made: Mapping[str, bytes], site_files: Mapping[str, bytes]
) -> None:
    rows = iter(rows_of(made, "ratings", "json"))
    for provider in public.providers:
        for report in read_json(site_files[f"aanbieders/{provider.id}/ratings.json"])["reports"]:
            for rating in report["ratings"]:
                row = next(rows)
                shared = ("audience", "net_sample", "completed", "response_rate", "grade", "outcome", "reason")
                assert {name: rating[name] for name in shared} == {name: row[name] for name in shared}
                assert rating.get("rounded", False) == row["rounded"]
                assert (rating["explanation"] is None) == (rating["outcome"] == "published")
                assert rating["explanation"] == row["explanation"]
                interval = rating.get("interval") or {"low": None, "high": None}
                assert (interval["low"], interval["high"]) == (row["interval_low"], row["interval_high"])


def test_the_schema_of_a_providers_file_knows_no_withheld_grade(
    public: PublicRegister, site_files: Mapping[str, bytes]
) -> None:
    keeps = validator(json.loads(site_files["schema/ratings-1.json"]))
    reports = (
        (provider.id, number)
        for provider in public.providers
        for number, report in enumerate(provider.reports)
        if isinstance(report.clients.total.rating, Withheld)
    )
    provider, number = next(reports)
    read = json.loads(site_files[f"aanbieders/{provider}/ratings.json"])
    rating = read["reports"][number]["ratings"][0]
    assert (rating["outcome"], rating["grade"]) == ("withheld", None)
    for wrong in (8.1, 0):
        rating["grade"] = wrong
        assert not keeps.is_valid(read)
