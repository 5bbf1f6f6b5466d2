"""The scale on which something was published still stands."""

from dataclasses import replace

from support.registers.empty import CHARTER
from support.registers.public import grade, provider, register, report
from support.scales import FIVE

from generator.disclosure.standing import changed_scale

PUBLIC = register(provider(report(total=grade("8.0"))))
ON_FIVE = replace(CHARTER, scale=FIVE)


def test_another_scale_than_that_of_what_is_public_is_refused() -> None:
    (finding,) = changed_scale(PUBLIC, ON_FIVE)
    assert (finding.code, finding.at.file) == ("V05", "register.yaml")
    assert finding.came == "the scale was 1 to 10, is 1 to 5"


def test_the_same_scale_stands_whatever_else_is_another() -> None:
    assert changed_scale(PUBLIC, replace(CHARTER, name="Anders", quality_mark=None)) == []


def test_as_long_as_nothing_is_public_a_scale_can_be_chosen() -> None:
    assert changed_scale(register(), ON_FIVE) == []
