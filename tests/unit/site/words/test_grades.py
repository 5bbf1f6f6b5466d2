"""A grade as it is shown: one function for all, so that nothing says 8,0 of a rounded one."""

import pytest
from support.registers.public import grade, rounded
from support.words import WORDS

from generator.disclosure.public import Published
from generator.site.words import grades


@pytest.mark.parametrize(
    ("rating", "text", "value"),
    [
        (grade("8.3"), "8,3", "8.3"),
        (grade("8.0"), "8,0", "8.0"),
        (grade("10.0"), "10,0", "10.0"),
        (rounded("8"), "8, afgerond", "8"),
        (rounded("10"), "10, afgerond", "10"),
        # However the decimal came to be written.
        (grade("8"), "8,0", "8.0"),
        (rounded("8.0"), "8, afgerond", "8"),
    ],
)
def test_a_grade_has_its_decimal_or_the_word_that_says_why_not(rating: Published, text: str, value: str) -> None:
    assert grades.text(rating, WORDS) == text == f"{grades.number(rating, WORDS)}{grades.remark(rating, WORDS)}"
    assert str(grades.exact(rating)) == value
