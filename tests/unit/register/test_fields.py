"""What a cell may hold, on both sides of each boundary."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from support.scales import SCALES, TEN, named

from generator.register.fields import (
    FIRST_DAY,
    LAST_DAY,
    RESERVED_IDS,
    Count,
    Day,
    Grade,
    OptionalDay,
    Percentage,
    Phrase,
    PromoterScore,
    ProviderId,
    Slug,
    Text,
    Unpublished,
    Website,
)
from generator.register.grades import Rounded
from generator.scale import Scale


def _accepted(kind: Any, value: object, scale: Scale = TEN) -> object:  # noqa: ANN401 - an annotated type is no class
    return TypeAdapter(kind).validate_python(value, context=scale)


def _refused(kind: Any, value: object, scale: Scale = TEN) -> dict[str, Any]:  # noqa: ANN401 - as above
    """The code, what came and what was expected."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value, context=scale)
    error = caught.value.errors()[0]
    return {"code": error["type"], **error["ctx"]}


@pytest.mark.parametrize("value", ["1.0", "1.1", "5.5", "9.9", "10.0"])
def test_a_grade_has_one_decimal_and_is_a_decimal(value: str) -> None:
    grade = _accepted(Grade, value)
    assert isinstance(grade, Decimal)
    assert str(grade) == value


@pytest.mark.parametrize("points", range(1, 11))
def test_a_whole_number_is_a_grade_that_is_rounded(points: int) -> None:
    assert _accepted(Grade, str(points)) == Rounded(points)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("*", Unpublished.ANONYMISED),
        ("", Unpublished.ABSENT),
        ("hidden", Unpublished.HIDDEN),
        ("secondary", Unpublished.SECONDARY),
    ],
)
def test_an_asterisk_an_empty_cell_and_a_mark_are_no_grades(value: str, meaning: Unpublished) -> None:
    assert _accepted(Grade, value) is meaning


@pytest.mark.parametrize(
    ("value", "code", "hint"),
    [
        ("0.9", "R07", "a grade with one decimal and a dot"),
        ("10.1", "R07", "a grade with one decimal and a dot"),
        ("84", "R07", "did you mean 8.4?"),
        ("100", "R07", "did you mean 10.0?"),
        ("101", "R07", "a grade with one decimal and a dot"),
        ("0.0", "R07", "leave the cell empty where nobody answered"),
        ("0,0", "R07", "leave the cell empty where nobody answered"),
        ("0", "R07", "leave the cell empty where nobody answered"),
        ("-8.0", "R07", "`*`, or nothing"),
        ("+8.0", "R07", "`*`, or nothing"),
        ("8.0.0", "R07", "`*`, or nothing"),
        ("8,0,0", "R07", "`*`, or nothing"),
        ("--", "R07", "`*`, or nothing"),
        ("**", "R07", "`*`, or nothing"),
        ("Infinity", "R07", "`*`, or nothing"),
        ("\u0668.\u0663", "R07", "`*`, or nothing"),
        ("8,4", "R08", "8.4"),
        ("10,0", "R08", "10.0"),
        ("8,45", "R08", "a dot and one decimal"),
        ("08", "R09", "one decimal"),
        ("11", "R07", "a grade with one decimal and a dot"),
        ("8.", "R07", "one decimal"),
        ("8.00", "R09", "one decimal"),
        ("8.25", "R09", "one decimal"),
    ],
)
def test_what_is_no_grade_is_refused_with_a_hint(value: str, code: str, hint: str) -> None:
    refusal = _refused(Grade, value)
    assert refusal["code"] == code
    assert hint in refusal["expected"]
    assert value in refusal["came"]


def test_no_hint_is_given_where_the_point_is_there_already() -> None:
    assert _refused(Grade, "84.5")["expected"] == "a grade with one decimal and a dot"


@pytest.mark.parametrize("scale", SCALES, ids=named)
def test_a_grade_is_one_of_the_scale(scale: Scale) -> None:
    for ends in (scale.lowest, scale.highest):
        assert _accepted(Grade, f"{ends}.0", scale) == Decimal(ends)
        assert _accepted(Grade, str(ends), scale) == Rounded(ends)
    for beyond in (f"{scale.lowest - 1}.9", f"{scale.highest}.1", str(scale.highest + 1)):
        refused = _refused(Grade, beyond, scale)
        assert refused["code"] == "R07"
        assert refused["came"].endswith(f"is not between {scale.lowest}.0 and {scale.highest}.0")
    assert "did you mean" not in _refused(Grade, str(10 * scale.highest + 1), scale)["expected"]
    assert f"did you mean {scale.highest}.0?" in _refused(Grade, str(10 * scale.highest), scale)["expected"]


def test_a_grade_of_thousands_of_digits_is_just_out_of_range() -> None:
    assert _refused(Grade, "9" * 10_000)["code"] == "R07"


@pytest.mark.parametrize(("value", "count"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
def test_a_count_is_a_whole_number(value: str, count: int) -> None:
    assert _accepted(Count, value) == count


@pytest.mark.parametrize(
    "value", ["", "-1", "+1", "1.0", "1,0", "1e3", "1_000", "1 000", "\u0661", "²", "9" * 10, None, 3]
)
def test_nothing_else_is_a_count(value: object) -> None:
    assert _refused(Count, value)["code"] == "R05"


@pytest.mark.parametrize("value", ["a", "0", "step-by-step-2", "a" * 80])
def test_a_slug_is_small_letters_digits_and_single_hyphens(value: str) -> None:
    assert _accepted(Slug, value) == value


@pytest.mark.parametrize("value", ["", "-a", "a-", "a--b", "A", "é", "a b", "a/b", "..", "a\n", "a" * 81, None, ["a"]])
def test_nothing_else_is_a_slug(value: object) -> None:
    assert _refused(Slug, value)["code"] == "P01"


@pytest.mark.parametrize("value", sorted(RESERVED_IDS))
def test_no_provider_has_the_name_of_a_page(value: str) -> None:
    assert _refused(ProviderId, value)["code"] == "P02"


@pytest.mark.parametrize(
    ("value", "day"), [("2024-02-29", date(2024, 2, 29)), ("1900-01-01", FIRST_DAY), ("2199-12-31", LAST_DAY)]
)
def test_a_day_is_an_iso_date(value: str, day: date) -> None:
    assert _accepted(Day, value) == day


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2023-02-29",
        "2021-1-1",
        "20210101",
        "2021-W01-1",
        "31-12-2021",
        "0000-01-01",
        None,
    ],
)
def test_nothing_else_is_a_day(value: object) -> None:
    assert _refused(Day, value)["code"] == "R04"


@pytest.mark.parametrize("value", ["0001-01-01", "0202-12-31", "1899-12-31", "2200-01-01", "2921-12-31", "9999-12-31"])
def test_a_day_of_another_age_is_a_slip(value: str) -> None:
    assert _refused(Day, value)["code"] == _refused(OptionalDay, value)["code"] == "R18"


@pytest.mark.parametrize("value", ["", None])
def test_a_provider_needs_no_website(value: object) -> None:
    assert _accepted(Website, value) is None


@pytest.mark.parametrize("value", ["", None])
def test_a_day_that_may_be_absent_may_be_empty(value: object) -> None:
    assert _accepted(OptionalDay, value) is None


@pytest.mark.parametrize(("value", "share"), [("", None), ("0", 0), ("100", 100)])
def test_a_share_is_a_whole_percentage_or_nothing(value: str, share: int | None) -> None:
    assert _accepted(Percentage, value) == share


@pytest.mark.parametrize("value", ["101", "-1", "33.3", "33%", "x"])
def test_nothing_else_is_a_share(value: str) -> None:
    assert _refused(Percentage, value)["code"] == "M05"


@pytest.mark.parametrize("value", ["-100.0", "0.0", "-0.5", "100.0"])
def test_a_promoter_score_has_one_decimal(value: str) -> None:
    assert _accepted(PromoterScore, value) == Decimal(value)


@pytest.mark.parametrize("value", ["100.1", "-100.1", "50", "50.00", "+50.0", "50,0", "x"])
def test_nothing_else_is_a_promoter_score(value: str) -> None:
    assert _refused(PromoterScore, value)["code"] == "M06"


def test_text_is_on_one_line_with_single_spaces() -> None:
    assert _accepted(Text, "  a \n b\t c ") == "a b c"
    assert _refused(Text, " \n ")["code"] == "R02"
    assert _refused(Text, ["a"])["code"] == "Y06"


def test_a_phrase_is_at_most_120_characters() -> None:
    assert _accepted(Phrase, "p" * 120) == "p" * 120
    assert _refused(Phrase, "p" * 121)["code"] == "M08"


@pytest.mark.parametrize(
    "value", ["https://www.example.nl", "http://example.nl/a?b=c&d=e#f", "https://xn--bta-bma.example"]
)
def test_a_web_address_has_a_scheme_and_a_host(value: str) -> None:
    assert _accepted(Website, value) == value


@pytest.mark.parametrize(
    "value",
    [
        "www.example.nl",
        "ftp://example.nl",
        "javascript:alert(1)//example.nl",
        "data:text/html,x.y",
        "https://",
        "https://localhost",
        "https://user@example.nl",
        "https://example.nl/a b",
        'https://example.nl/"onclick=',
        "https://example.nl/<script>",
        "https://exämple.nl/é",
        "https://[example.nl",
        "//example.nl",
    ],
)
def test_nothing_else_is_a_web_address(value: str) -> None:
    assert _refused(Website, value)["code"] == "P05"
