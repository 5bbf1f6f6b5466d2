"""Numbers and dates as the Dutch write them, and the British."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.words import ENGLISH, WORDS


@pytest.mark.parametrize(("grade", "shown"), [("8.3", "8,3"), ("10.0", "10,0"), ("1.0", "1,0"), ("7", "7,0")])
def test_a_grade_has_one_decimal_and_a_comma(grade: str, shown: str) -> None:
    assert WORDS.figures.grade(Decimal(grade)) == shown


def test_a_count_has_a_dot_for_thousands() -> None:
    assert WORDS.figures.count(1234) == "1.234"


@pytest.mark.parametrize(
    ("score", "shown"), [("36.4", "36,4"), ("-12.5", "\N{MINUS SIGN}12,5"), ("0.0", "0,0"), ("-0.0", "0,0")]
)
def test_a_promoter_score_has_one_decimal(score: str, shown: str) -> None:
    assert WORDS.figures.score(Decimal(score)) == shown


@pytest.mark.parametrize(("share", "shown"), [("50", "50%"), ("33.34", "33,34%"), ("30.0", "30%")])
def test_what_is_required_is_never_rounded(share: str, shown: str) -> None:
    assert WORDS.figures.requirement(Decimal(share)) == shown


def test_a_date_is_in_words() -> None:
    assert WORDS.figures.day(date(2021, 12, 31)) == "31 december 2021"
    assert WORDS.figures.period(date(2019, 4, 1), date(2020, 3, 31)) == "1 april 2019 tot en met 31 maart 2020"


@pytest.mark.parametrize(
    ("share", "below", "shown"),
    [
        ("39.568", None, "40%"),
        ("44.444", "50", "44%"),
        ("29.6", None, "30%"),
        ("29.6", "30", "29,6%"),
        ("29.96", "30", "29,96%"),
        ("49.5", "50", "49,5%"),
        ("49.4", "50", "49%"),
        ("0", "50", "0%"),
        ("100", None, "100%"),
    ],
)
def test_a_share_is_whole_unless_that_would_hide_that_it_falls_short(share: str, below: str | None, shown: str) -> None:
    assert WORDS.figures.percentage(Decimal(share), Decimal(below) if below else None) == shown


@given(st.integers(1, 5000), st.data())
def test_a_response_that_falls_short_never_looks_as_if_it_sufficed(net_sample: int, data: st.DataObject) -> None:
    completed = data.draw(st.integers(0, net_sample))
    rate = Decimal(100 * completed) / net_sample
    if rate < 30:
        shown = WORDS.figures.percentage(rate, below=Decimal(30)).removesuffix("%").replace(",", ".")
        assert Decimal(shown) < 30


def test_the_british_write_points_commas_and_their_own_months() -> None:
    figures = ENGLISH.figures
    assert (figures.grade(Decimal("8.3")), figures.whole(Decimal(8)), figures.points(Decimal("2.5"))) == (
        "8.3",
        "8",
        "2.5",
    )
    assert (figures.count(1234), figures.score(Decimal("-12.5"))) == ("1,234", "\N{MINUS SIGN}12.5")
    assert (figures.requirement(Decimal("33.34")), figures.percentage(Decimal("29.6"), Decimal(30))) == (
        "33.34%",
        "29.6%",
    )
    assert (figures.day(date(2021, 12, 31)), figures.month(date(2021, 9, 1))) == ("31 December 2021", "Sept 2021")
    assert figures.period(date(2021, 1, 1), date(2021, 12, 31)) == "1 January 2021 to 31 December 2021"
    assert figures.short_period(date(2021, 1, 1), date(2021, 12, 31)) == "2021"
    assert figures.short_period(date(2020, 4, 1), date(2021, 3, 31)) == "April 2020 \N{EN DASH} March 2021"
