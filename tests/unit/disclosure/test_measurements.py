"""Two providers whose reports have the same day, source and counts: taken for one measurement, published twice."""

from dataclasses import replace

import pytest
from support.registers.public import WITHHELD, grade, provider, register, report, rounded, service

from generator.disclosure.public import PublicProvider, PublicRegister, Rating, Reason, Withheld
from generator.disclosure.suppression import UnsafeReportError, protect

HELP = service("hulp")


def named(identity: str, total: Rating, help_: Rating) -> PublicProvider:
    return replace(provider(report(total=total, services={HELP: help_})), id=identity)


def shown(given: PublicRegister) -> list[tuple[Rating, Rating]]:
    return [
        (each.reports[0].clients.total.rating, each.reports[0].clients.services[0].rating)
        for each in protect(given).providers
    ]


def test_where_nothing_is_withheld_each_keeps_its_own_grades() -> None:
    given = register(named("een", grade("7.5"), grade("7.5")), named("twee", grade("8.4"), grade("8.4")))
    assert protect(given) == given


def test_where_something_is_withheld_and_they_differ_nothing_is_shown() -> None:
    given = register(named("een", grade("7.5"), WITHHELD), named("twee", grade("8.4"), WITHHELD))
    assert [total for total, _ in shown(given)] == [Withheld(Reason.SECONDARY)] * 2


@pytest.mark.parametrize("first", [True, False])
def test_one_that_is_rounded_beside_one_that_is_not_is_refused(first: bool) -> None:  # noqa: FBT001 - a parameter
    both = [named("een", grade("8.4"), grade("8.4")), named("twee", rounded("8"), grade("8.4"))]
    with pytest.raises(UnsafeReportError):
        protect(register(*(both if first else both[::-1])))
