"""`generator audit`: every withheld grade with what can be worked out of it, the narrowest first, and the exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers.editing import Edit, all_of, cell, private, ruled, swapped
from support.registers.invented import (
    ALFA_FIRST,
    ALFA_SECOND,
    ALFA_TOTAL,
    GAMMA_LOW,
    GAMMA_REPORT,
    GAMMA_ROUNDED,
    GAMMA_TOTAL,
    ONLY_HIDING,
    UNSEALED,
)
from support.repositories import commit, repository

from generator.commands.main import main

_FINAL = swapped(GAMMA_REPORT, "draft", "final")  # the report in which something is withheld
_FAIL = ruled("versions.1.disclosure.means", "fail")
_RESPONDENT = ruled("versions.1.disclosure.attacker", "respondent")
_LAX = all_of(ruled("versions.1.disclosure.one_person", "1.0"), ruled("versions.1.disclosure.several", "0.1"), _FAIL)
_STRICT = all_of(
    ruled("versions.1.disclosure.one_person", "2.0"),
    ruled("versions.1.disclosure.several", "0.5"),
    ruled("versions.1.disclosure.means", "round"),
)


def audited(data: Path, *edits: Edit, against: tuple[str, ...] = ()) -> Result:
    all_of(*edits)(data)
    versions = [argument for revision in against for argument in ("--against", revision)]
    return CliRunner().invoke(main, ["audit", "--data", str(data), "--as-of", "2023-01-01", *versions])


def test_what_is_published_is_safe(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, UNSEALED)
    assert result.exit_code == 0
    *lines, last = result.output.splitlines()
    # The 15 gave 119 to 122 points and all 20 169 to 171. So the other five gave 47 to 50.
    assert [line.split()[2:8] for line in lines[1:]] == [
        ["eerste-hulp", "4", "0.50", "0.75:", "9.25", "to"],
        ["vierde-hulp", "1", "2.00", "3.00:", "7.00", "to"],
    ]
    assert last == (
        "2 withheld for too few answers, 0 more hidden so that these cannot be worked out; "
        "none known better than promised. The policy protects them from an outsider."
    )


def test_what_is_hidden_for_another_one_is_told_after_these(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, ONLY_HIDING)
    assert result.exit_code == 0
    *lines, last = result.output.splitlines()
    assert [line.split()[2] for line in lines[1:]] == ["eerste-hulp", "tweede-hulp", "total"]
    assert last.startswith("1 withheld for too few answers, 2 more hidden so that these cannot be worked out; none")


def test_a_policy_that_protects_from_who_answered_says_so(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, UNSEALED, _RESPONDENT)
    assert result.exit_code == 0
    assert result.output.endswith("The policy protects them from an outsider, and from everybody who answered.\n")


def test_it_is_the_same_when_it_is_sealed(register_folder: Path) -> None:
    sealed = audited(register_folder, _FINAL).output
    assert audited(register_folder, UNSEALED).output == sealed


def test_what_can_be_worked_out_is_a_finding_where_nothing_more_is_withheld(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, UNSEALED, _FAIL)
    assert result.exit_code == 1
    header, first, second, last = result.output.splitlines()
    assert header.split()[:2] == ["provider", "period"]
    # The 15 gave 120 points, so that the other five gave 49 or 50. Who is one of the four, and gave a 9, knows all.
    assert first.split()[2:10] == ["eerste-hulp", "4", "0.50", "0.25:", "9.75", "to", "10.00", "!"]
    assert first.endswith("total less tweede-hulp; who answered: one of eerste-hulp who gave a 9, of the others")
    assert second.split()[2:10] == ["vierde-hulp", "1", "2.00", "1.00:", "9.00", "to", "10.00", "!"]
    assert "2 known better than promised." in last


def test_nothing_withheld_is_told_in_a_sentence(register_folder: Path) -> None:
    result = audited(register_folder)
    assert result.exit_code == 0
    assert result.output.startswith("0 withheld for too few answers, 0 more hidden")


def test_figures_that_contradict_each_other_are_never_safe(register_folder: Path) -> None:
    edits = (
        cell(ALFA_FIRST, "grade", "8.1"),
        cell(ALFA_SECOND, "publication", "nee"),
        UNSEALED,
        _FAIL,
    )
    result = audited(register_folder, private(), *edits)
    assert result.exit_code == 1
    assert "what is public contradicts itself: total less eerste-hulp" in result.output


@pytest.mark.parametrize("edit", [cell(ALFA_TOTAL, "grade", "84"), cell(ALFA_TOTAL, "completed", "19")])
def test_a_register_with_an_error_is_not_audited(edit: Edit, register_folder: Path) -> None:
    result = audited(register_folder, edit)
    assert result.exit_code == 1
    assert "was not audited" in result.output


def test_what_an_earlier_version_showed_counts_as_known(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    data = project / "data"
    # The agency withholds what it first let through: a grade of 4 of whom anybody may have kept the page. All 20 gave
    # 161 to 163 points, the 15 of them 120 and these 4 33, which leaves two points about the one.
    invited = all_of(cell(GAMMA_LOW, "net_sample", "4"), cell(GAMMA_TOTAL, "net_sample", "30"))
    published = all_of(cell(GAMMA_LOW, "grade", "8.2"), cell(GAMMA_LOW, "publication", "ja"))
    commit(project, _FINAL, UNSEALED, cell(GAMMA_TOTAL, "grade", "8.1"), invited, published)
    sealed = audited(data, cell(GAMMA_LOW, "grade", ""), cell(GAMMA_LOW, "publication", "nee"))
    assert sealed.exit_code == 0, sealed.output
    result = audited(data, against=("HEAD",))
    assert result.exit_code == 1
    assert "1 known better than promised" in result.output


def test_a_decimal_that_an_earlier_version_showed_counts_as_known(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    data = project / "data"
    commit(project, _FINAL, UNSEALED, _LAX)
    assert audited(data, _STRICT, cell(GAMMA_ROUNDED, "grade", "8")).exit_code == 0
    result = audited(data, against=("HEAD",))
    assert result.exit_code == 1
    assert "2 known better than promised" in result.output


def test_in_the_place_of_a_version_with_an_error_comes_the_last_one_before_it(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    data = project / "data"
    shown = commit(project, _FINAL, UNSEALED, _LAX)
    commit(project, _STRICT, cell(GAMMA_ROUNDED, "grade", "88"))
    result = audited(data, cell(GAMMA_ROUNDED, "grade", "8"), against=("HEAD",))
    assert result.exit_code == 1
    assert "2 known better than promised" in result.stdout
    assert "HEAD cannot be judged (1 error, no warnings, such as R07 at data/" in result.stderr
    assert f"In its place comes {shown[:12]} of " in result.stderr


def test_an_earlier_version_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = audited(repository(tmp_path / "project") / "data", against=("nergens",))
    assert result.exit_code == 2
    assert "git knows no version 'nergens': name one that it has, such as HEAD or main." in result.output
