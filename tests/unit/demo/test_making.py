"""An invented register is whole, sealed, and the same for the same seed."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from support.registers.demos import demo, demo_on, files_of, public_demo, write_demo_register
from support.registers.empty import FROZEN
from support.registers.reading import contents, findings_of
from support.scales import OTHERS, named

from generator.demo.cases import CASES
from generator.demo.making import UnfitRegisterError, demo_register, planned
from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.attack import audit
from generator.disclosure.confidential import confidential
from generator.disclosure.public import Published, Withheld
from generator.disclosure.review import review
from generator.disclosure.rules import withheld
from generator.disclosure.verdicts import verdicts
from generator.disclosure.withholding import withhold
from generator.findings.codes import Severity
from generator.register.charters import MAPS
from generator.register.fields import Unpublished
from generator.register.grades import Rounded
from generator.register.records import Audience, ReportStatus
from generator.scale import Scale

MANY = 500


@pytest.mark.parametrize("providers", [1, 2, 12, len(CASES), 60])
@pytest.mark.parametrize("seed", [1, 2, -7])
def test_check_finds_nothing(providers: int, seed: int, tmp_path: Path) -> None:
    assert findings_of(write_demo_register(tmp_path, providers, seed)) == []


def test_check_finds_nothing_in_a_large_one(tmp_path: Path) -> None:
    assert findings_of(write_demo_register(tmp_path, MANY)) == []


def test_the_same_seed_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    arguments = ["demo", "--providers", "40", "--data", str(FROZEN), "--out", str(tmp_path / "demo")]
    for salt in ("1", "2"):  # by which Python scatters sets
        subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            env=os.environ | {"PYTHONHASHSEED": salt},
            check=True,
            capture_output=True,
        )
        assert contents(tmp_path / "demo") == files_of(40)


def test_another_seed_gives_other_providers_and_other_answers() -> None:
    one, other = demo(60)[0], demo(60, seed=2)[0]
    special = {case.id for case in CASES}
    assert set(one.providers) & set(other.providers) == special
    assert [row.grade for row in one.results.values()][:9] != [row.grade for row in other.results.values()][:9]


def test_a_larger_one_begins_with_the_same_providers() -> None:
    small, large = demo(30)[0], demo(60)[0]
    assert list(large.providers.items())[:30] == list(small.providers.items())
    assert small.results.items() <= large.results.items()


def test_nothing_withheld_stands_in_it() -> None:
    register, policy = demo(MANY)
    hidden = [
        row for row in register.results.values() if (rules := policy.rules_for(row.period_end)) and withheld(row, rules)
    ]
    assert len(hidden) > 100
    assert {row.grade for row in hidden} == set(Unpublished) - {Unpublished.SECONDARY}  # which is of before
    assert any(isinstance(row.grade, Rounded) for row in register.results.values())
    assert confidential(register, verdicts(register, policy)) == []


def test_the_distribution_gives_the_grade_exactly() -> None:
    register, _ = demo(MANY)
    of_clients = [each for each in register.distributions.values() if each.audience is Audience.CLIENT]
    assert len(of_clients) > 100
    for each in of_clients:
        answered = sum(each.counts)
        given = sum(grade * count for grade, count in enumerate(each.counts, start=1))
        row = register.results[each.key]
        assert answered == row.completed
        assert row.grade == (Decimal(given) / answered).quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.parametrize("scale", OTHERS, ids=named)
def test_on_another_scale_it_is_whole_and_sealed_too(scale: Scale) -> None:
    register, rules = demo_on(scale, 120)
    said = verdicts(register, rules)
    assert [each for each in review(register, rules, said) if each.severity is Severity.ERROR] == []
    assert confidential(register, said) == []
    grades = [row.grade for row in register.results.values() if isinstance(row.grade, Decimal)]
    assert all(map(scale.holds, grades))
    assert max(grades) - min(grades) > (scale.highest - scale.lowest) / 2
    for each in register.distributions.values():
        assert sum(each.counts) == register.results[each.key].completed
        assert len(each.counts) == len(scale.grades)
    withheld_grades = audit(withhold(register, rules, REFERENCE_DAY))
    assert len(withheld_grades) > 100
    assert [each for each in withheld_grades if each.is_narrow] == []


def test_each_report_is_of_twelve_months_and_comes_three_to_ten_weeks_later() -> None:
    for report in demo(MANY)[0].reports.values():
        assert (report.period_end - report.period_start).days in {364, 365}
        assert timedelta(weeks=3) <= report.report_date - report.period_end <= timedelta(weeks=10)
        assert report.report_date <= REFERENCE_DAY


def test_the_newest_period_ended_in_the_last_two_years() -> None:
    register, _ = demo(MANY)
    newest: dict[str, date] = {}
    for provider, end in register.reports:
        newest[provider] = max(end, newest.get(provider, end))
    assert len(newest) == MANY - 1  # one was never measured
    assert all(REFERENCE_DAY - end < timedelta(days=2 * 366) for end in newest.values())


def test_every_service_and_every_province_is_there() -> None:
    register, _ = demo(MANY)
    current = {each.id for each in register.services.values() if each.retired is None}
    for providers in (list(register.providers.values())[: len(CASES)], register.providers.values()):
        assert {service for each in providers for service in each.services} == current
        assert {province for each in providers for province in each.provinces} == MAPS["netherlands"]


def test_there_is_about_as_much_of_everything_as_is_said() -> None:
    register, _ = demo(MANY)
    services = Counter(len(each.services) for each in register.providers.values())
    assert 0.2 < services[1] / MANY < 0.33
    assert max(services) == 9
    assert 0.1 < len(register.replies) / len(register.reports) < 0.2
    assert 0.02 < len(register.corrections) / len(register.reports) < 0.08
    periods = Counter(provider for provider, _ in register.reports)
    assert set(periods.values()) == {1, 2, 3, 4}
    totals = [each.newest.clients.total for each in public_demo(MANY).providers]
    assert 0.08 < sum(isinstance(each.rating, Withheld) for each in totals) / len(totals) < 0.25
    grades = [each.rating.grade for each in totals if isinstance(each.rating, Published)]
    assert Decimal("7.5") < sum(grades) / len(grades) < Decimal("8.1")


def test_most_of_a_report_without_anything_withheld_is_counted_in_four_of_ten() -> None:
    clients = [report.clients for each in public_demo(MANY).providers for report in each.reports]
    whole = [each for each in clients if all(isinstance(row.rating, Published) for row in each.rows)]
    counted = [each for each in whole if isinstance(each.total.rating, Published) and each.total.rating.distribution]
    assert 0.3 < len(counted) / len(whole) < 0.5


@pytest.mark.parametrize("seed", [1, 2])
def test_many_job_coaches_are_in_utrecht(seed: int) -> None:
    coaches = [
        each.newest.clients.total
        for each in public_demo(MANY, seed).providers
        if "utrecht" in each.provinces and any(service.id == "jobcoaching" for service in each.services)
    ]
    published = [total for total in coaches if isinstance(total.rating, Published)]
    assert len(published) >= 15
    assert sum(total.completed > 20 for total in published) >= 5
    assert sum(isinstance(total.rating, Withheld) for total in coaches) >= 2


def test_some_are_new_renamed_or_ended_by_chance_too() -> None:
    register, _ = demo(MANY)
    others = [each for each in register.providers.values() if each.id not in {case.id for case in CASES}]
    assert any(each.former_names for each in others)
    assert any(each.since and each.since <= REFERENCE_DAY for each in others)
    assert any(each.website is None for each in others)
    newest = [report for report in register.reports.values() if REFERENCE_DAY - report.report_date < timedelta(days=21)]
    assert {report.status for report in newest if report.provider in {each.id for each in others}} == set(ReportStatus)


def test_ids_are_used_once() -> None:
    register, _ = demo(MANY)
    used = [identity for each in register.providers.values() for identity in (each.id, *each.former_ids)]
    assert len(used) == len(set(used))
    assert len({each.name for each in register.providers.values()}) == MANY


def test_services_that_do_not_go_with_it_are_refused() -> None:
    register = demo(1)[0]
    services = {identity: each for identity, each in register.services.items() if identity != "jobcoaching"}
    with pytest.raises(UnfitRegisterError, match=r"services\.csv has no jobcoaching"):
        planned(1, 1, replace(register, services=services))


def test_a_policy_that_starts_too_late_is_refused() -> None:
    register, policy = demo(1)
    (rules,) = policy.versions
    late = policy.model_copy(update={"versions": (rules.model_copy(update={"applies_from": date(2026, 1, 1)}),)})
    with pytest.raises(UnfitRegisterError, match=r"no rules for a period that ends on 2025-12-31"):
        demo_register(1, planned(1, 1, register), register, late)
