"""Which grades tell how grades lie apart."""

from datetime import date
from fractions import Fraction

import pytest
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, row, service
from support.scales import TEN

from generator.disclosure.public import Rating
from generator.site.statistics.pools import Pool, pooled, pools_of

FORTY = (0, 0, 0, 0, 0, 0, 0, 40, 0, 0)
FIRST, SECOND = service("eerste"), service("tweede")
PUBLIC = grade("8.0", FORTY)


def test_five_providers_and_two_hundred_grades_make_a_pool() -> None:
    assert pooled([row(PUBLIC)] * 5, TEN) == Pool((0, 0, 0, 0, 0, 0, 0, 200, 0, 0), providers=5, scale=TEN)


def test_four_providers_are_too_few_however_many_the_grades() -> None:
    assert pooled([row(grade("8.0", [100] * 10))] * 4, TEN) is None


def test_199_grades_are_too_few() -> None:
    fewer = grade("8.0", (0, 0, 0, 0, 0, 0, 0, 39, 0, 0))
    assert pooled([*[row(PUBLIC)] * 4, row(fewer)], TEN) is None


@pytest.mark.parametrize("rating", [WITHHELD, NOBODY, grade("8.0"), grade("8.0", [0] * 10)])
def test_what_has_no_public_distribution_does_not_count(rating: Rating) -> None:
    plenty = grade("8.0", (0, 0, 0, 0, 0, 0, 0, 400, 0, 0))
    assert pooled([*[row(plenty)] * 4, row(rating)], TEN) is None
    assert pooled([*[row(plenty)] * 5, row(rating)], TEN) == Pool(
        (0, 0, 0, 0, 0, 0, 0, 2000, 0, 0), providers=5, scale=TEN
    )


def test_grades_are_added_each_to_its_own() -> None:
    others = [row(grade("5.5", [4] * 10))] * 5
    pool = pooled([row(PUBLIC), *others], TEN)
    assert pool == Pool((20, 20, 20, 20, 20, 20, 20, 60, 20, 20), providers=6, scale=TEN)
    assert pool.grades == 240
    assert pool.mean == Fraction(20 * 55 + 40 * 8, 240)


def test_a_register_has_a_pool_for_the_totals_and_for_each_service() -> None:
    one = grade("9.0", (0, 0, 0, 0, 0, 0, 0, 0, 40, 0))
    both = [provider(report(total=PUBLIC, services={FIRST: one, SECOND: PUBLIC})) for _ in range(4)]
    last = provider(report(total=PUBLIC, services={FIRST: one}))
    pools = pools_of(register(*both, last))
    assert pools.total == Pool((0, 0, 0, 0, 0, 0, 0, 200, 0, 0), providers=5, scale=TEN)
    assert pools.services == {"eerste": Pool((0, 0, 0, 0, 0, 0, 0, 0, 200, 0), providers=5, scale=TEN)}


def test_only_the_newest_report_counts() -> None:
    older = report(total=grade("1.0", (40, *[0] * 9)), period_end=date(2020, 12, 31))
    providers = [provider(report(total=PUBLIC), older) for _ in range(5)]
    without_newer_distribution = provider(report(total=grade("8.0")), older)
    expected = Pool((0, 0, 0, 0, 0, 0, 0, 200, 0, 0), providers=5, scale=TEN)
    assert pools_of(register(*providers, without_newer_distribution)).total == expected
