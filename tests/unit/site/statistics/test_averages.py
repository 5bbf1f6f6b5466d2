"""The average provider, over the newest report of each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, service

from generator.disclosure.public import PublicRegister, Rating
from generator.site.statistics.averages import Average, averages_of

FIRST, SECOND = service("eerste"), service("tweede")


def with_totals(*ratings: Rating) -> PublicRegister:
    return register(*(provider(report(total=rating)) for rating in ratings))


def test_every_provider_counts_the_same() -> None:
    assert averages_of(with_totals(*map(grade, ("8.0", "8.0", "8.0", "8.0", "6.0")))).total == Average(
        Decimal("7.6"), 5
    )


@pytest.mark.parametrize(("last", "mean"), [("7.2", "7.0"), ("7.3", "7.1"), ("7.7", "7.1"), ("7.8", "7.2")])
def test_half_a_tenth_is_rounded_up(last: str, mean: str) -> None:
    average = averages_of(with_totals(*map(grade, ("7.0", "7.0", "7.0", "7.0", last)))).total
    assert average is not None
    assert str(average.grade) == mean


def test_half_a_tenth_itself_is_rounded_up() -> None:
    average = averages_of(with_totals(*[grade("7.0")] * 5, *[grade("7.1")] * 5)).total
    assert average == Average(Decimal("7.1"), 10)


def test_four_providers_have_no_average() -> None:
    assert averages_of(with_totals(*[grade("8.0")] * 4, WITHHELD, NOBODY)).total is None


def test_what_is_not_published_is_not_in_it() -> None:
    assert averages_of(with_totals(*[grade("8.0")] * 5, WITHHELD, NOBODY)).total == Average(Decimal("8.0"), 5)


def test_only_the_newest_report_counts_and_an_older_one_does_not_fill_its_place() -> None:
    older = report(total=grade("1.0"), period_end=date(2020, 12, 31))
    newer = [provider(report(total=grade("8.0")), older) for _ in range(5)]
    assert averages_of(register(*newer, provider(report(total=WITHHELD), older))).total == Average(Decimal("8.0"), 5)


def test_one_that_has_ended_is_not_in_it() -> None:
    there = [provider(report(total=grade("8.0"))) for _ in range(5)]
    ended = replace(provider(report(total=grade("1.0"))), ended_on=date(2022, 1, 1))
    assert averages_of(register(*there, ended)).total == Average(Decimal("8.0"), 5)
    assert averages_of(register(*there[1:], ended)).total is None


def test_each_service_has_its_own() -> None:
    both = [
        provider(report(total=grade("7.0"), services={FIRST: grade("8.0"), SECOND: grade("6.0")})) for _ in range(4)
    ]
    one = provider(report(total=grade("7.0"), services={FIRST: grade("9.0")}))
    averages = averages_of(register(*both, one))
    assert averages.services == {"eerste": Average(Decimal("8.2"), 5)}


def test_commissioners_have_their_own() -> None:
    asked = [provider(report(total=grade("7.0"), commissioners=grade("8.5"))) for _ in range(5)]
    averages = averages_of(register(*asked, provider(report(total=grade("7.0")))))
    assert averages.commissioners == Average(Decimal("8.5"), 5)
    assert averages.total == Average(Decimal("7.0"), 6)


def test_an_empty_register_has_none() -> None:
    averages = averages_of(register())
    assert (averages.total, averages.services, averages.commissioners) == (None, {}, None)
