"""What would become public with a day that others have passed already is told to the maintainer."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from support.registers.drawn import AS_OF, registers
from support.registers.empty import policy
from support.registers.public import grade, provider, register, report

from generator.changes.addresses import Addresses
from generator.changes.dating import unnoticed
from generator.changes.difference import difference
from generator.changes.found import Difference
from generator.changes.printing import Layout, print_difference
from generator.disclosure.public import PublicCorrection, PublicProvider, PublicRegister
from generator.disclosure.withholding import withhold
from generator.register.records import Register
from generator.site.news import news_of

OLDER, NEWER = report(total=grade("7.5"), period_end=date(2021, 12, 31)), report(total=grade("8.0"))
NEWER = replace(NEWER, period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), public_on=date(2023, 3, 1))
TODAY = date(2024, 1, 1)
THERE = provider(NEWER)


def of(*providers: PublicProvider) -> PublicRegister:
    return replace(register(*providers), as_of=TODAY)


@pytest.mark.parametrize(
    ("after", "about", "column"),
    [
        (provider(NEWER, OLDER), "verzonnen, period until 2021-12-31: the report is dated 2022-02-22", "`entered_on`"),
        (
            provider(replace(NEWER, corrections=(PublicCorrection(date(2023, 3, 1), "Het cijfer", "Een tikfout"),))),
            "verzonnen, period until 2022-12-31: the correction is dated 2023-03-01",
            "`corrected_on`",
        ),
        (
            provider(replace(NEWER, reply="Dank u wel.")),
            "verzonnen, period until 2022-12-31: the reply has no day",
            "`replied_on`",
        ),
    ],
)
def test_what_nobody_would_notice_is_told_with_the_column_to_write(
    after: PublicProvider, about: str, column: str
) -> None:
    (said,) = unnoticed(of(THERE), of(after))
    assert said.startswith(about)
    assert "2024-01-01" in said
    assert column in said


def test_the_end_of_a_provider_that_is_entered_late_is_told() -> None:
    newest = replace(provider(replace(NEWER, public_on=date(2023, 9, 1))), id="ander")
    ended = replace(THERE, ended_on=date(2023, 6, 1))
    (said,) = unnoticed(of(newest, THERE), of(newest, ended))
    assert said.startswith("verzonnen: the end is dated 2023-06-01, and there is news of 2023-09-01 already.")
    assert "`entered_on` of its file" in said
    assert unnoticed(of(newest, THERE), of(newest, replace(ended, entered_on=TODAY))) == ()


def test_a_period_that_is_mended_is_told_with_the_end_by_which_the_report_is_known() -> None:
    mended = replace(NEWER, period_end=date(2022, 12, 30))
    (said,) = unnoticed(of(THERE), of(provider(mended)))
    assert said.startswith("verzonnen, period until 2022-12-30: the end of its period was 2022-12-31")
    assert "write 2022-12-31 into `former_period_end`" in said
    known = replace(mended, former_period_end=NEWER.period_end)
    assert unnoticed(of(THERE), of(provider(known))) == ()
    again = replace(known, period_end=date(2022, 12, 29))
    assert unnoticed(of(provider(known)), of(provider(again))) == ()


def test_what_has_its_day_is_not_told() -> None:
    day = date(2023, 3, 2)
    late = replace(OLDER, entered_on=day)
    replied = replace(NEWER, reply="Dank u wel.", replied_on=day)
    assert unnoticed(of(THERE), of(provider(NEWER, late))) == ()
    assert unnoticed(of(THERE), of(provider(replied))) == ()
    assert unnoticed(of(provider(replied)), of(provider(replied))) == ()
    # Beside news of today only the version can tell.
    today = provider(replace(NEWER, entered_on=TODAY))
    assert unnoticed(of(today), of(provider(today.newest, replace(OLDER, entered_on=TODAY)))) == ()


def unmended(drawn: Register) -> Register:
    """The same, in which no period was mended."""
    none = {"former_period_end": None}
    return replace(drawn, reports={key: each.model_copy(update=none) for key, each in drawn.reports.items()})


@given(registers(), registers())
def test_what_is_told_is_all_that_is_new_and_not_newer(before: Register, after: Register) -> None:
    old, new = (withhold(unmended(each), policy(), AS_OF) for each in (before, after))
    there = news_of(old)
    newest = max((each.day for each in there), default=date.min)
    fresh = [each for each in news_of(new) if each.id not in {known.id for known in there}]
    passed = [each for each in fresh if each.day <= min(newest, AS_OF.replace(year=2022, month=12, day=31))]
    assert len(unnoticed(old, new)) == len(passed)
    assert unnoticed(old, old) == ()


def test_it_is_printed_for_everybody_and_refuses_nothing() -> None:
    old, new = of(THERE), of(provider(NEWER, OLDER))
    nowhere = Addresses((), (), (), ())
    found = Difference("a", "b", difference(old, new), nowhere, unnoticed=unnoticed(old, new))
    assert not found.is_refused
    assert "\nNOTE verzonnen, period until 2021-12-31: " in print_difference(found, Layout.TEXT)
    assert "\n> **Note**: verzonnen, period until 2021-12-31: " in print_difference(found, Layout.MARKDOWN)
    assert json.loads(print_difference(found, Layout.JSON))["unnoticed"] == list(found.unnoticed)
    many = replace(found, unnoticed=found.unnoticed * 30)
    assert "and 10 more" in print_difference(many, Layout.MARKDOWN)
