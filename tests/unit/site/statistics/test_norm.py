"""The norm is told only where all it needs is public."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.registers.public import rounded
from support.scales import TEN

from generator.disclosure.public import (
    Attacker,
    AudienceResults,
    CertaintyRules,
    DisclosureRules,
    Means,
    NoResponse,
    NormRules,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.site.statistics.norm import Verdict, assess, possible_grades

NORM = NormRules(Decimal("6.5"), Decimal("5.5"), insufficient=5)
# Ten counts, that of grade 1 first.
ONE_VERY_LOW = (1, 0, 0, 0, 0, 0, 2, 2, 0, 0)
SOME_OF_FIVE = (0, 0, 0, 0, 0, 2, 1, 0, 0, 0)
ALL_LOW = (0, 3, 2, 0, 0, 0, 0, 0, 0, 0)


def grade(value: str, distribution: tuple[int, ...] | None = None) -> Published:
    return Published(Decimal(value), distribution)


def whole(value: str) -> Published:
    return Published(Decimal(value), is_rounded=True)


HIDDEN = Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))


def report(total: Rating, *services: Rating) -> PublicReport:
    def row(rating: Rating, service: PublicService | None = None) -> PublicRow:
        return PublicRow(service, 10, 0 if isinstance(rating, NoResponse) else 5, rating)

    rows = tuple(row(each, PublicService(f"dienst-{number}", "Dienst")) for number, each in enumerate(services))
    return PublicReport(
        period_start=date(2021, 1, 1),
        period_end=date(2021, 12, 31),
        report_date=date(2022, 1, 25),
        public_on=date(2022, 2, 15),
        source="Verzonnen bureau",
        by_telephone=False,
        clients=AudienceResults(row(total), rows),
        commissioners=None,
        opinion=None,
        norm=NORM,
        certainty=CertaintyRules(10, 30, Decimal(2), Decimal(1)),
        disclosure=DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.ROUND),
    )


@pytest.mark.parametrize(
    ("total", "services", "told"),
    [
        (grade("6.5"), [grade("5.5"), grade("9.0")], Verdict.MET),
        (grade("8.0"), [], Verdict.MET),
        (grade("8.0"), [grade("8.0"), NoResponse()], Verdict.MET),
        (NoResponse(), [NoResponse()], None),
        (grade("8.0"), [grade("8.0"), HIDDEN], Verdict.HIDDEN_GRADE),
        (HIDDEN, [grade("8.0")], Verdict.HIDDEN_GRADE),
        (grade("2.0", ALL_LOW), [HIDDEN], Verdict.HIDDEN_GRADE),
        (grade("6.4"), [grade("6.4")], Verdict.HIDDEN_DISTRIBUTION),
        (grade("7.0"), [grade("5.4")], Verdict.HIDDEN_DISTRIBUTION),
        (grade("6.2", ONE_VERY_LOW), [grade("6.2", ONE_VERY_LOW)], Verdict.MET_SECOND_LOOK),
        (grade("2.4", ALL_LOW), [grade("2.4", ALL_LOW)], Verdict.MISSED),
        (grade("7.0"), [grade("5.4", ALL_LOW)], Verdict.MISSED),
        (grade("6.2"), [grade("2.4", ALL_LOW)], Verdict.MISSED),
        (grade("6.0", ONE_VERY_LOW), [grade("2.4", ALL_LOW)], Verdict.MISSED),
        (grade("6.2", ONE_VERY_LOW), [grade("5.0")], Verdict.HIDDEN_DISTRIBUTION),
        (grade("6.2", SOME_OF_FIVE), [], Verdict.HIDDEN_DISTRIBUTION),
        # 7 was 6.5 to 7.4, and all of that is enough for a total; 6 was 5.5 to 6.4, and enough for a service.
        (whole("7"), [whole("6")], Verdict.MET),
        (whole("6"), [], Verdict.HIDDEN_DISTRIBUTION),
        (whole("7"), [whole("5")], Verdict.HIDDEN_DISTRIBUTION),
        (whole("7"), [HIDDEN], Verdict.HIDDEN_GRADE),
        (whole("7"), [whole("6"), grade("2.4", ALL_LOW)], Verdict.MISSED),
    ],
)
def test_what_is_told_of_the_norm(total: Rating, services: list[Rating], told: Verdict | None) -> None:
    assert assess(report(total, *services), TEN) is told


@pytest.mark.parametrize(
    ("needed", "total", "told"),
    [
        ("7.5", whole("8"), Verdict.MET),
        ("7.6", whole("8"), Verdict.ROUNDED_GRADE),
        ("8.4", whole("8"), Verdict.ROUNDED_GRADE),
        ("8.5", whole("8"), Verdict.HIDDEN_DISTRIBUTION),
        ("9.5", whole("10"), Verdict.MET),
        ("10", whole("10"), Verdict.ROUNDED_GRADE),
        ("1", whole("1"), Verdict.MET),
    ],
)
def test_a_rounded_grade_tells_of_the_norm_only_what_each_that_it_stands_for_does(
    needed: str, total: Rating, told: Verdict
) -> None:
    norm = replace(NORM, total=Decimal(needed))
    assert assess(replace(report(total), norm=norm), TEN) is told


def test_one_grade_that_does_not_decide_leaves_the_norm_untold() -> None:
    judged = report(grade("6.2", ONE_VERY_LOW), whole("6"))
    assert assess(replace(judged, norm=replace(NORM, service=Decimal(6))), TEN) is Verdict.ROUNDED_GRADE


def test_a_second_look_that_just_reaches_the_norm_does() -> None:
    # A 2 counts as a 5, and with an 8 that makes 6.5.
    judged = report(grade("5.0", (0, 1, 0, 0, 0, 0, 0, 1, 0, 0)))
    total = replace(judged.clients.total, completed=2)
    assert assess(replace(judged, clients=AudienceResults(total, ())), TEN) is Verdict.MET_SECOND_LOOK


def test_both_looks_at_the_norm_round_the_same() -> None:
    """6.46 is printed as 6.5, which is enough: so it is at the second look."""
    first = report(grade("6.5"))
    assert assess(first, TEN) is Verdict.MET
    # 1 counts as 5: 323 points of 50 make 6.46.
    counts = (2, 0, 0, 0, 2, 23, 19, 4, 0, 0)
    assert sum(max(of, 5) * count for of, count in enumerate(counts, start=1)) == 323
    second = report(grade("6.3", counts))
    total = replace(second.clients.total, completed=50, net_sample=100)
    assert assess(replace(second, clients=AudienceResults(total, ())), TEN) is Verdict.MET_SECOND_LOOK


@pytest.mark.parametrize(
    ("rating", "low", "high"),
    [
        (grade("8.3"), "8.3", "8.3"),
        (rounded("8"), "7.5", "8.4"),
        (rounded("10"), "9.5", "10.0"),
        (rounded("1"), "1", "1.4"),
    ],
)
def test_a_rounded_grade_stands_for_each_that_rounds_to_it(rating: Published, low: str, high: str) -> None:
    assert possible_grades(rating, TEN) == (Decimal(low), Decimal(high))
