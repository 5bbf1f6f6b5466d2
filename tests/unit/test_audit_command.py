"""`generator audit`: every withheld grade with what can be worked out of it, the narrowest first, and the exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.registers import Edit, all_of, cell, private, swapped
from support.repositories import commit, repository

from generator.cli import main

_RESULTS = "results/2021.csv"
_FINAL = swapped("reports/2021.csv", 4, "draft", "final")  # the report in which something is withheld
_UNSEALED = cell(_RESULTS, 9, "grade", "8.0")
_FAIL = swapped("policy.yaml", 55, "withhold", "fail")


def audited(data: Path, *edits: Edit, against: tuple[str, ...] = ()) -> Result:
    all_of(*edits)(data)
    versions = [argument for revision in against for argument in ("--against", revision)]
    return CliRunner().invoke(main, ["audit", "--data", str(data), "--as-of", "2023-01-01", *versions])


def test_what_is_published_is_safe(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, _UNSEALED)
    assert result.exit_code == 0
    *lines, last = result.output.splitlines()
    assert [line.split()[2] for line in lines[1:]] == ["eerste-hulp", "vierde-hulp", "tweede-hulp"]
    assert last == (
        "2 withheld for too few answers, 1 more so that these cannot be worked out; "
        "none narrower than the minimum of 2.0 points."
    )


def test_it_is_the_same_when_it_is_sealed(register_folder: Path) -> None:
    sealed = audited(register_folder, _FINAL).output
    assert audited(register_folder, _UNSEALED).output == sealed


def test_what_can_be_worked_out_is_a_finding_where_nothing_more_is_withheld(register_folder: Path) -> None:
    result = audited(register_folder, private(), _FINAL, _UNSEALED, _FAIL)
    assert result.exit_code == 1
    header, first, second, last = result.output.splitlines()
    assert header.split()[:2] == ["provider", "period"]
    # All five sum to 41 to 43. Who is one of the four, and gave a 1, knows that each of the other three gave a 10.
    assert first.split()[:9] == [
        "verzonnen-gamma",
        "2021-12-31",
        "eerste-hulp",
        "4",
        "0.00",
        "!",
        "10.00",
        "and",
        "10.00",
    ]
    assert "one of eerste-hulp who gave a 1: the mean of the others, from total less tweede-hulp" in first
    assert second.split()[2] == "vierde-hulp"
    assert last.endswith("2 too narrow, by the minimum of 2.0 points.")


def test_nothing_withheld_is_told_in_a_sentence(register_folder: Path) -> None:
    result = audited(register_folder)
    assert result.exit_code == 0
    assert result.output.startswith("0 withheld for too few answers, 0 more")


def test_figures_that_contradict_each_other_are_never_safe(register_folder: Path) -> None:
    edits = (
        cell(_RESULTS, 2, "grade", "8.1"),
        cell(_RESULTS, 4, "publication", "nee"),
        swapped("policy.yaml", 55, "withhold", "fail"),
    )
    result = audited(register_folder, private(), *edits)
    assert result.exit_code == 1
    assert "what is public contradicts itself: total less eerste-hulp" in result.output


@pytest.mark.parametrize("edit", [cell(_RESULTS, 3, "grade", "84"), cell(_RESULTS, 3, "completed", "19")])
def test_a_register_with_an_error_is_not_audited(edit: Edit, register_folder: Path) -> None:
    result = audited(register_folder, edit)
    assert result.exit_code == 1
    assert "was not audited" in result.output


def test_what_an_earlier_version_showed_counts_as_known(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    data = project / "data"
    # The agency withholds what it first let through: a grade of 4 of whom anybody may have kept the page.
    invited = all_of(cell(_RESULTS, 7, "net_sample", "4"), cell(_RESULTS, 8, "net_sample", "30"))
    published = all_of(cell(_RESULTS, 7, "grade", "8.2"), cell(_RESULTS, 7, "publication", "ja"))
    commit(project, _FINAL, _UNSEALED, invited, published)
    sealed = audited(data, cell(_RESULTS, 7, "grade", ""), cell(_RESULTS, 7, "publication", "nee"))
    assert sealed.exit_code == 0, sealed.output
    result = audited(data, against=("HEAD",))
    assert result.exit_code == 1
    assert "1 too narrow" in result.output


def test_an_earlier_version_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = audited(repository(tmp_path / "project") / "data", against=("nergens",))
    assert result.exit_code == 2
    assert "git knows no version 'nergens'" in result.output
