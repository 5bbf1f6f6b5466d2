"""What a provider's page says of it as a whole: whether its grades are old, and how satisfied its clients were."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from support.registers.public import NOTHING_BESIDE, grade, profile, provider, register, report, rounded, service
from support.scales import TEN
from support.words import WORDS

from generator.disclosure.public import ClientOpinion, PublicProvider, Published, Shares
from generator.site.pages.views.measurements import ShareView, measurement_view
from generator.site.pages.views.provider import provider_view
from generator.site.ratings import GradeView, ScaleView, SpanView
from generator.site.statistics.benchmarks import Benchmarks, benchmarks_of

HELP = service("hulp")


def is_old(end: date, as_of: date) -> bool:
    return provider_view(profile(provider(report(total=grade("8.0"), period_end=end)), as_of=as_of), WORDS).is_old


@pytest.mark.parametrize(
    ("end", "as_of", "expected"),
    [
        (date(2021, 12, 31), date(2024, 12, 31), False),
        (date(2021, 12, 31), date(2025, 1, 1), True),
        (date(2020, 2, 29), date(2023, 2, 28), False),
        (date(2020, 2, 29), date(2023, 3, 1), True),
        (date(2021, 2, 28), date(2024, 2, 29), True),
    ],
)
def test_grades_are_old_more_than_three_years_after_their_period(end: date, as_of: date, *, expected: bool) -> None:
    assert is_old(end, as_of) is expected


def test_only_the_newest_measurement_counts() -> None:
    newest, older = (report(total=grade("8.0"), period_end=date(year, 12, 31)) for year in (2024, 2018))
    assert not provider_view(profile(provider(newest, older), as_of=date(2025, 6, 1)), WORDS).is_old


def shares(*numbers: int) -> tuple[ShareView, ...]:
    opinion = ClientOpinion(Shares(*numbers), None, None, ())
    measured = replace(report(total=grade("8.0")), opinion=opinion)
    view = measurement_view(measured, profile(provider(measured)), WORDS)
    assert view.opinion
    return view.opinion.shares


def test_shares_are_parts_of_one_bar_with_a_number_where_it_fits() -> None:
    parts = shares(30, 50, 13, 2, 5)
    assert [(each.part.start, each.part.width) for each in parts] == [
        ("0.0", "30.0"),
        ("30.0", "50.0"),
        ("80.0", "13.0"),
        ("93.0", "2.0"),
        ("95.0", "5.0"),
    ]
    assert [each.middle for each in parts] == ["15.0", "55.0", None, None, None]
    assert [each.number for each in parts] == ["30%", "50%", "13%", "2%", "5%"]
    assert [each.label for each in parts][::4] == ["Zeer tevreden", "Geen mening"]


@pytest.mark.parametrize("numbers", [(33, 33, 33, 0, 0), (34, 34, 33, 0, 0), (20, 20, 20, 20, 20)])
def test_shares_that_do_not_make_a_hundred_fill_the_bar(numbers: tuple[int, ...]) -> None:
    parts = shares(*numbers)
    last = parts[-1].part
    assert float(last.start) + float(last.width) == pytest.approx(100, abs=0.1)
    assert [each.number for each in parts] == [f"{number}%" for number in numbers]


def clients(total: Published, benchmarks: Benchmarks = NOTHING_BESIDE) -> GradeView:
    measured = report(total=total)
    view = measurement_view(measured, profile(provider(measured), benchmarks), WORDS).clients
    assert isinstance(view, GradeView)
    return view


def test_a_scale_has_the_grade_and_what_is_known_around_it() -> None:
    assert clients(grade("5.5")).scale == ScaleView(TEN, "50.0", None, None)
    known = clients(grade("8.1", (0, 0, 0, 0, 0, 0, 2, 5, 3, 0)))
    assert known.likely == "waarschijnlijk tussen 5,8 en 8,8"
    assert known.scale.interval == SpanView("53.3", "33.4")
    assert clients(rounded("8")).scale.interval is None


def five_of(value: str) -> Benchmarks:
    """Five others with the same grade, and so many answers that a spread is known."""
    counts = tuple(50 if each == int(Decimal(value)) else 0 for each in range(1, 11))
    others: list[PublicProvider] = [
        replace(provider(report(total=grade(value, counts))), id=f"ander-{number}") for number in range(5)
    ]
    return benchmarks_of(register(*others))


@pytest.mark.parametrize(
    ("value", "said"),
    [("8.1", "rond het gemiddelde"), ("8.2", "hoger dan het gemiddelde"), ("7.8", "lager dan het gemiddelde")],
)
def test_a_standing_is_said_where_the_spread_is_known(value: str, said: str | None) -> None:
    assert clients(grade(value), five_of("8.0")).standing == said
    assert clients(grade(value)).standing is None
