"""What examples/childcare holds: all that a register can have, and nothing that the public may not know."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.registers.reading import contents, public_on

from generator.commands.main import main
from generator.disclosure.public import NoResponse, PublicRegister, PublicReport, Published, Reason, Withheld


@pytest.fixture(scope="module")
def reports(public: PublicRegister) -> list[PublicReport]:
    return [report for provider in public.providers for report in provider.reports]


def ran(command: str) -> str:
    done = CliRunner().invoke(main, [command], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_it_has_no_error_and_each_withheld_grade_is_sealed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    before = contents(project / "data")
    assert ran("check").splitlines()[-1].endswith("no errors, 1 warning")
    assert ": 0 sealed" in ran("seal")
    assert "none known better than promised" in ran("audit")
    assert ": no files put in order" in ran("tidy")
    assert contents(project / "data") == before


def test_every_reason_for_no_grade_is_in_it_and_every_form_of_one(reports: list[PublicReport]) -> None:
    ratings = [row.rating for report in reports for row in report.clients.rows]
    assert {each.reason for each in ratings if isinstance(each, Withheld)} == set(Reason)
    assert {each.is_rounded for each in ratings if isinstance(each, Published)} == {True, False}
    assert any(each.distribution for each in ratings if isinstance(each, Published))
    nobody = [row for report in reports for row in report.clients.rows if isinstance(row.rating, NoResponse)]
    assert {bool(row.net_sample) for row in nobody} == {True, False}


def test_all_else_that_a_register_can_have_is_in_it(public: PublicRegister, reports: list[PublicReport]) -> None:
    providers = public.providers
    assert public.charter.scale.lowest == 1
    assert public.charter.scale.highest == 5
    assert not public.charter.asks_commissioners
    assert len(public.services) == 12
    assert any(service.retired_on for service in public.services)
    assert any(provider.former_names and provider.former_ids for provider in providers)
    assert any(provider.ended_on and provider.merged_into for provider in providers)
    assert any(provider.ended_on and not provider.merged_into for provider in providers)
    assert {region for provider in providers for region in provider.provinces} == set(public.charter.regions)
    assert max(len(provider.reports) for provider in providers) == 3
    assert any(report.reply for report in reports)
    assert any(report.opinion for report in reports)
    corrections = [each for one in public.all_providers for report in one.all_reports for each in report.corrections]
    assert {each.is_withdrawal for each in corrections} == {True, False}


def test_its_site_tells_of_one_day_whenever_it_is_built(public: PublicRegister, project: Path) -> None:
    later = public_on(project / "data", date(2026, 12, 1))
    assert later.providers == public.providers
