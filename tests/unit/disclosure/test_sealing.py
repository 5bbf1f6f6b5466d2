"""Sealing takes out what is withheld, and touches nothing else."""

import os
from pathlib import Path

import pytest
from support.registers.editing import all_of, appended, cell, inserted, private, swapped, without, written
from support.registers.invented import (
    ALFA_COMMISSIONERS,
    ALFA_FIRST,
    ALFA_REPORT,
    ALFA_SECOND,
    ALFA_TOTAL,
    BETA_COUNTS,
    BETA_TOTAL,
    COUNTS_OF_GAMMA,
    FIGURES,
    GAMMA_LOW,
    GAMMA_REPORT,
    GAMMA_ROUNDED,
    GAMMA_SINGLE,
    GAMMA_TOTAL,
    ONLY_HIDING,
)
from support.registers.reading import contents, findings_of, judged

from generator.disclosure.sealing import seal, sealed_records
from generator.disclosure.verdicts import verdicts
from generator.findings.findings import Location
from generator.register.fields import Unpublished
from generator.register.records import OPINION

_RESULTS = "results/2021.csv"
_REPORTS = "reports/2021.csv"
_COUNTS = "distributions/2021.csv"
_WITHHELD = all_of(cell(GAMMA_LOW, "grade", "8.5"), cell(GAMMA_SINGLE, "grade", "9.0"))


def _seal(data: Path) -> list[Location]:
    there = judged(data)
    return seal(data, there.register, there.verdicts)


def test_only_withheld_grades_change_and_every_other_byte_stays(register_folder: Path) -> None:
    before = contents(register_folder)
    _WITHHELD(register_folder)
    assert _seal(register_folder) == [GAMMA_LOW.at("grade"), GAMMA_SINGLE.at("grade")]
    # As it was before, but for the asterisk that one grade replaced.
    cell(GAMMA_SINGLE, "grade", "*")(register_folder)
    assert contents(register_folder) == before


def test_a_register_without_withheld_grades_stays_as_it_is(register_folder: Path) -> None:
    before = contents(register_folder)
    assert _seal(register_folder) == []
    assert contents(register_folder) == before


def test_an_asterisk_stays_because_it_is_no_grade(register_folder: Path) -> None:
    cell(GAMMA_LOW, "grade", "8.5")(register_folder)
    _seal(register_folder)
    assert GAMMA_SINGLE.line_in(register_folder).endswith(",1,1,*,ja")


# All three are an 8 in whole points; with any of them the single one would be a 9 or a 10; or 8.1 is the cover.
@pytest.mark.parametrize("grade", ["7.9", "8.0", "8.1"])
def test_a_grade_that_gives_away_another_leaves_its_whole_points(grade: str, register_folder: Path) -> None:
    before = contents(register_folder)
    cell(GAMMA_ROUNDED, "grade", grade)(register_folder)
    assert _seal(register_folder) == [GAMMA_ROUNDED.at("grade")]
    assert GAMMA_ROUNDED.line_in(register_folder).endswith(",25,15,8,ja")
    assert contents(register_folder) == before


def test_a_grade_that_leaves_enough_doubt_keeps_its_decimal(register_folder: Path) -> None:
    """With an 8.2 these 15 gave 123 points, and the five others 46 to 48: the single one gave anything from 6."""
    cell(GAMMA_ROUNDED, "grade", "8.2")(register_folder)
    before = contents(register_folder)
    assert _seal(register_folder) == []
    assert contents(register_folder) == before


def test_grades_that_no_rounding_makes_safe_leave_a_word(register_folder: Path) -> None:
    ONLY_HIDING(register_folder)
    opinion = [GAMMA_REPORT.at(column) for column in FIGURES]  # which hangs on the total
    assert _seal(register_folder) == [*opinion, GAMMA_TOTAL.at("grade"), GAMMA_ROUNDED.at("grade")]
    assert GAMMA_TOTAL.line_in(register_folder).endswith(",45,19,hidden,ja")
    assert GAMMA_ROUNDED.line_in(register_folder).endswith(",25,15,hidden,ja")
    sealed = contents(register_folder)
    assert findings_of(register_folder) == []
    assert _seal(register_folder) == []
    assert contents(register_folder) == sealed


def test_a_mark_of_the_rule_of_before_is_left_to_the_import(register_folder: Path) -> None:
    cell(GAMMA_ROUNDED, "grade", "secondary")(register_folder)
    before = contents(register_folder)
    assert _seal(register_folder) == []
    assert contents(register_folder) == before


def test_commissioners_are_never_sealed(register_folder: Path) -> None:
    cell(ALFA_COMMISSIONERS, "completed", "1")(register_folder)
    cell(ALFA_COMMISSIONERS, "net_sample", "400")(register_folder)
    _WITHHELD(register_folder)
    _seal(register_folder)
    assert ALFA_COMMISSIONERS.line_in(register_folder).endswith(",400,1,7.5,ja")


def test_what_is_sealed_passes_the_check(register_folder: Path) -> None:
    all_of(_WITHHELD, appended(_COUNTS, COUNTS_OF_GAMMA))(register_folder)
    assert findings_of(register_folder) == [
        f"W02 {_COUNTS}:4",
        f"W02 {GAMMA_LOW.at('grade')}",
        f"W02 {GAMMA_SINGLE.at('grade')}",
    ]
    _seal(register_folder)
    assert findings_of(register_folder) == []


def test_sealing_twice_is_sealing_once(register_folder: Path) -> None:
    all_of(_WITHHELD, appended(_COUNTS, COUNTS_OF_GAMMA))(register_folder)
    _seal(register_folder)
    sealed = contents(register_folder)
    assert _seal(register_folder) == []
    assert contents(register_folder) == sealed


def test_counts_beside_a_withheld_grade_go_and_other_counts_stay(register_folder: Path) -> None:
    before = contents(register_folder)
    appended(_COUNTS, COUNTS_OF_GAMMA)(register_folder)
    assert _seal(register_folder) == [Location(_COUNTS, 4)]
    assert contents(register_folder) == before


def test_records_lose_the_counts_beside_a_withheld_grade_too(register_folder: Path) -> None:
    before = judged(register_folder).register.distributions
    appended(_COUNTS, COUNTS_OF_GAMMA)(register_folder)
    there = judged(register_folder)
    assert there.register.distributions != before
    assert sealed_records(there.register, there.verdicts).distributions == before


def test_a_private_repository_can_be_sealed_too(register_folder: Path) -> None:
    all_of(private(), _WITHHELD)(register_folder)
    assert len(_seal(register_folder)) == 2


def test_quotes_spaces_and_line_ends_stay_as_they_were_written(register_folder: Path) -> None:
    all_of(
        swapped(GAMMA_LOW, "20,4,,nee", '"20",4,"8.5",nee'),
        swapped(GAMMA_LOW, "verzonnen-gamma,2021-12-31", '"verzonnen-gamma", 2021-12-31 '),
    )(register_folder)
    path = register_folder / _RESULTS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert _seal(register_folder) == [GAMMA_LOW.at("grade")]
    assert path.read_bytes() == before.replace(b'"8.5"', b"")


def test_a_file_without_a_last_line_end_gets_none(register_folder: Path) -> None:
    cell(GAMMA_SINGLE, "grade", "9.0")(register_folder)
    path = register_folder / _RESULTS
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    before = path.read_bytes()
    _seal(register_folder)
    assert path.read_bytes() == before.replace(b",9.0,", b",,")


def test_when_one_file_cannot_be_replaced_none_changes(register_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    all_of(_WITHHELD, appended(_COUNTS, COUNTS_OF_GAMMA))(register_folder)
    before = contents(register_folder)
    replaced: list[Path] = []

    def refuse_the_second(old: Path, new: Path) -> None:
        if replaced:
            raise PermissionError
        replaced.append(new)
        Path(old).rename(new)

    monkeypatch.setattr(os, "replace", refuse_the_second)
    with pytest.raises(PermissionError):
        _seal(register_folder)
    assert replaced
    assert contents(register_folder) == before


def test_when_a_file_cannot_be_replaced_nothing_is_left_beside_it(
    register_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    _WITHHELD(register_folder)
    before = contents(register_folder)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        _seal(register_folder)
    assert contents(register_folder) == before


def test_every_row_by_itself_is_sealed_where_it_is_withheld(register_folder: Path) -> None:
    """Row by row, nee makes a client's grade withheld: sealing empties that one, and rounds what gives it away."""
    whole = (register_folder / _RESULTS).read_bytes()
    reports = (register_folder / _REPORTS).read_bytes()
    # With a total goes what the clients answered besides, and the counts of its grades.
    opinion = {ALFA_REPORT.at(column) for column in (*FIGURES, "staff_strength", "strength_1", "strength_2")}
    besides = {
        # Of the first: the other 14 gave 117 or 118 points of 165 to 167, which leaves these 6 half a point.
        # With a 7.5 to an 8.4 the 14 leave the total 0.65 points, and the 6 would not: 0.3.
        ALFA_TOTAL: {ALFA_SECOND.at("grade"), *opinion},
        # With a 7.5 to an 8.4 the 6 leave the 14 half a point.
        ALFA_SECOND: {ALFA_FIRST.at("grade")},
        BETA_TOTAL: {BETA_COUNTS.at()},
        GAMMA_TOTAL: {GAMMA_REPORT.at(column) for column in FIGURES},
    }
    for row in (ALFA_FIRST, ALFA_TOTAL, ALFA_SECOND, BETA_TOTAL, GAMMA_TOTAL, GAMMA_ROUNDED):
        written(_RESULTS, whole)(register_folder)
        written(_REPORTS, reports)(register_folder)
        cell(row, "publication", "nee")(register_folder)
        assert set(_seal(register_folder)) == {row.at("grade")} | besides.get(row, set())
        assert (register_folder / _REPORTS).read_bytes().count(b",") == reports.count(b",")


def test_where_no_rules_apply_nothing_of_the_clients_is_kept(register_folder: Path) -> None:
    """A period before the first version of the rules: who may see it is not known, so nobody may."""
    there = judged(register_folder)
    register, policy = there.register, there.policy
    unruled = policy.model_copy(update={"versions": policy.versions[1:]})  # the first is for periods of 2020
    sealed = sealed_records(register, verdicts(register, unruled))
    rows = [row for row in sealed.results.values() if row.period_end.year == 2020]
    assert {row.grade for row in rows if row.audience == "client"} == {Unpublished.ABSENT}
    (report,) = (each for each in sealed.reports.values() if each.period_end.year == 2020)
    assert {getattr(report, name) for name in OPINION} <= {None, ""}
    assert sealed.results != register.results


def test_grades_that_nobody_can_have_given_are_refused_before_they_are_sealed(register_folder: Path) -> None:
    """Two people give a 1.0 or a 1.5, not a 1.1; beside a withheld grade of the same two nothing like it is safe."""
    line = BETA_TOTAL.line.replace(",client,total,", ",client,eerste-hulp,")
    all_of(
        without(BETA_COUNTS),
        inserted(f"{line.rsplit(',', 4)[0]},2,2,1.1,ja", above=BETA_TOTAL),
        cell(BETA_TOTAL, "net_sample", "2"),
        cell(BETA_TOTAL, "completed", "2"),
        cell(BETA_TOTAL, "grade", ""),
        cell(BETA_TOTAL, "publication", "nee"),
    )(register_folder)
    assert f"W08 {BETA_TOTAL.at('grade', register_folder)}" in findings_of(register_folder)
