"""Lines about a report that was public and is not: what the public reads of them, from when, and under which name."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.registers.editing import Edit, all_of, cell, removed, without
from support.registers.invented import (
    BETA_COUNTS,
    BETA_REPORT,
    BETA_TOTAL,
    WITHDRAWN_BETA,
    WITHOUT_BETA,
    with_lines,
)
from support.registers.reading import public_on

from generator.disclosure.public import PublicCorrection, PublicRegister, WithdrawnProvider, WithdrawnReport

END = date(2021, 6, 30)
LINE = PublicCorrection(date(2023, 4, 1), "Het rapport", "Het was van een ander", is_withdrawal=True)
BEFORE = PublicCorrection(date(2023, 3, 1), "Het cijfer", "Een tikfout")
LINE_BEFORE = "2023-03-01,verzonnen-beta,2021-06-30,Het cijfer,Een tikfout,,,,,"
LINE_AFTER = "2023-05-01,verzonnen-beta,2021-06-30,Het cijfer,Een tikfout,,,,,"
DAY = date(2024, 1, 1)
# Back in its three weeks until 2024-01-10.
OUT_OF_SIGHT = cell(BETA_REPORT, "report_date", "2023-12-20")


def of(data: Path, *edits: Edit, as_of: date = DAY) -> PublicRegister:
    all_of(*edits)(data)
    return public_on(data, as_of)


def withdrawn(public: PublicRegister) -> tuple[WithdrawnReport, ...]:
    (provider,) = public.withdrawn
    assert (provider.id, provider.name) == ("verzonnen-beta", "Verzonnen Bèta")
    return provider.withdrawn


@pytest.mark.parametrize("edit", [WITHOUT_BETA, OUT_OF_SIGHT, cell(BETA_REPORT, "status", "draft")])
def test_a_withdrawn_report_leaves_its_lines_from_their_days(register_folder: Path, edit: Edit) -> None:
    public = of(register_folder, edit, with_lines(LINE_BEFORE, WITHDRAWN_BETA))
    assert [each.id for each in public.providers] == ["verzonnen-alfa"]
    assert withdrawn(public) == (WithdrawnReport(END, (LINE, BEFORE)),)
    # What was before that day, the public reads with the report; so a day before it there is nothing.
    assert of(register_folder, as_of=date(2023, 3, 31)).withdrawn == ()


def test_a_line_that_says_nothing_of_that_is_not_read_without_its_report(register_folder: Path) -> None:
    assert of(register_folder, OUT_OF_SIGHT, with_lines(LINE_BEFORE)).withdrawn == ()
    draft = "2023-03-01,verzonnen-gamma,2021-12-31,Het cijfer,Een tikfout,,,,,"
    assert of(register_folder, with_lines(draft)).withdrawn == ()


def test_what_is_corrected_while_nobody_sees_it_is_not_read(register_folder: Path) -> None:
    """Else a line would tell that another report is coming."""
    public = of(register_folder, OUT_OF_SIGHT, with_lines(WITHDRAWN_BETA, LINE_AFTER))
    assert withdrawn(public) == (WithdrawnReport(END, (LINE,)),)


def test_whatever_the_new_report_says_nothing_of_it_is_read(register_folder: Path) -> None:
    before = of(register_folder, OUT_OF_SIGHT, with_lines(WITHDRAWN_BETA))
    other = all_of(
        cell(BETA_REPORT, "source", "Een ander rapport"), without(BETA_COUNTS), cell(BETA_TOTAL, "grade", "9.6")
    )
    assert of(register_folder, other) == before


def test_a_report_that_comes_back_has_its_lines(register_folder: Path) -> None:
    back = of(register_folder, OUT_OF_SIGHT, with_lines(WITHDRAWN_BETA), as_of=date(2024, 1, 10))
    assert back.withdrawn == ()
    assert back.providers[1].newest.corrections == (LINE,)
    assert back.providers[1].withdrawn == ()


def test_a_provider_that_is_gone_has_its_id_for_a_name(register_folder: Path) -> None:
    public = of(register_folder, WITHOUT_BETA, removed("providers/verzonnen-beta.yaml"), with_lines(WITHDRAWN_BETA))
    lines = (WithdrawnReport(END, (LINE,)),)
    assert public.withdrawn == (WithdrawnProvider("verzonnen-beta", "verzonnen-beta", (), lines),)


def test_a_provider_with_another_report_has_the_line_beside_that(register_folder: Path) -> None:
    line = WITHDRAWN_BETA.replace("verzonnen-beta", "verzonnen-alfa")
    public = of(register_folder, with_lines(line))
    assert public.withdrawn == ()
    assert public.providers[0].withdrawn == (WithdrawnReport(END, (LINE,)),)


@pytest.mark.parametrize("end", ["2021-06-30", "2021-12-31"])
def test_a_former_id_is_that_of_the_provider_now(register_folder: Path, end: str) -> None:
    line = WITHDRAWN_BETA.replace("verzonnen-beta", "bedacht-alfa").replace("2021-06-30", end)
    alfa = of(register_folder, with_lines(line)).providers[0]
    if end == "2021-12-31":
        assert alfa.newest.corrections[0] == LINE
    else:
        assert alfa.withdrawn == (WithdrawnReport(END, (LINE,)),)


def test_nothing_else_changes(register_folder: Path) -> None:
    before = of(register_folder)
    beside = of(register_folder, with_lines(WITHDRAWN_BETA.replace("verzonnen-beta", "verzonnen-weg")))
    assert replace(beside, withdrawn=()) == before
    assert [each.id for each in beside.withdrawn] == ["verzonnen-weg"]
