"""Two branches that change the same tables are merged by git itself, and `generator tidy` puts order back."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from support.project import ROOT
from support.registers.editing import Edit, Row, all_of, appended, cell, inserted, removed, swapped, without, written
from support.registers.invented import (
    ALFA_COMMISSIONERS,
    ALFA_REPORT,
    ALFA_TOTAL,
    BETA_COUNTS,
    BETA_REPORT,
    BETA_TOTAL,
    REPORT_COLUMNS,
    RESULT_COLUMNS,
)
from support.registers.reading import contents
from support.repositories import NO_DRAFT, attempt, commit, git, repository

from generator.commands.main import main
from generator.register.tables import Schema
from generator.register.tidying import Sides, tidied

ADDRESSES = "/\n/aanbieders/\n/aanbieders/verzonnen-alfa/\n/uitleg/\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with the project's own attributes, in which addresses were published."""
    folder = repository(tmp_path / "project")
    shutil.copy(ROOT / ".gitattributes", folder)
    git(folder, "add", ".gitattributes")
    commit(folder, NO_DRAFT, written("urls.txt", ADDRESSES))
    return folder


def run(command: str, folder: Path) -> Result:
    return CliRunner().invoke(main, [command, "--data", str(folder / "data")], catch_exceptions=False)


def merge(folder: Path, ours: Edit, theirs: Edit) -> None:
    """Two branches, each with a change, brought together without a conflict."""
    git(folder, "switch", "--quiet", "--create", "theirs")
    commit(folder, theirs)
    git(folder, "switch", "--quiet", "main")
    commit(folder, ours)
    code, said = attempt(folder, "merge", "--no-edit", "theirs")
    assert code == 0, said


def report(provider: str, year: int, grade: str = "8.0") -> Edit:
    """A new provider with a report, as an import adds them: each row at its place."""
    reported = f"{provider},{year}-01-01,{year}-12-31,{year + 1}-02-01,final,Verzonnen bureau{',' * 12}yes"
    result = f"{provider},{year}-12-31,client,total,12,8,{grade},ja"

    def edit(data: Path) -> None:
        written(f"providers/{provider}.yaml", f"id: {provider}\nname: Verzonnen\n")(data)
        for file, columns, row in (("reports", REPORT_COLUMNS, reported), ("results", RESULT_COLUMNS, result)):
            path = data / file / f"{year}.csv"
            lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
            path.write_text("".join([columns, *(f"{line}\n" for line in sorted([*lines, row]))]), encoding="utf-8")
        urls = data / "urls.txt"
        addresses = [*urls.read_text(encoding="utf-8").splitlines(), f"/aanbieders/{provider}/"]
        urls.write_text("".join(f"{each}\n" for each in sorted(addresses)), encoding="utf-8")

    return edit


@pytest.mark.parametrize("year", [2021, 2023], ids=["file-of-both", "new-file"])
@pytest.mark.parametrize(("ours", "theirs"), [("verzonnen-x", "verzonnen-y"), ("verzonnen-y", "verzonnen-x")])
def test_two_branches_that_add_a_report_of_the_same_year_merge(
    ours: str, theirs: str, year: int, project: Path
) -> None:
    merge(project, report(ours, year), report(theirs, year))
    assert run("tidy", project).exit_code == 0
    assert run("check", project).output.endswith(": no errors, no warnings\n")
    merged = contents(project / "data")
    git(project, "reset", "--quiet", "--hard", "theirs~1")
    for each in ("verzonnen-x", "verzonnen-y"):
        report(each, year)(project / "data")
    assert merged == contents(project / "data")


def test_two_branches_that_add_the_same_report_add_it_once(project: Path) -> None:
    both = report("verzonnen-x", 2021)
    merge(project, all_of(both, report("verzonnen-w", 2021)), all_of(both, report("verzonnen-y", 2021)))
    assert run("tidy", project).exit_code == 0
    assert run("check", project).output.endswith(": no errors, no warnings\n")


def test_of_one_row_that_two_branches_correct_a_person_chooses(project: Path) -> None:
    merge(project, cell(BETA_TOTAL, "grade", "7.1"), cell(BETA_TOTAL, "grade", "7.2"))
    for command in ("check", "tidy", "check"):
        done = run(command, project)
        assert done.exit_code == (command == "check")
    assert "R01 error: verzonnen-beta 2021-06-30 client total stands on line 6 too, with another grade\n" in done.output
    assert "`git blame` says which branch wrote which" in done.output
    rows = (project / "data" / BETA_TOTAL.file).read_text(encoding="utf-8")
    assert [grade for grade in ("7.0", "7.1", "7.2") if f",8,{grade}," in rows] == ["7.1", "7.2"]


def test_rows_beside_each_other_each_keep_what_their_branch_made_of_them(project: Path) -> None:
    ours, theirs = cell(ALFA_COMMISSIONERS, "grade", "7.6"), cell(BETA_TOTAL, "grade", "7.1")
    merge(project, ours, theirs)
    assert "R01" in run("check", project).output  # git kept the rows of before too
    done = run("tidy", project)
    assert done.output.count("as it was before the merge") == 2
    merged = contents(project / "data")
    git(project, "reset", "--quiet", "--hard", "theirs~1")
    all_of(ours, theirs)(project / "data")
    assert merged == contents(project / "data")


def test_a_merge_that_is_put_in_order_before_its_commit_is_one_that_the_guard_can_judge(project: Path) -> None:
    ours, theirs = cell(ALFA_COMMISSIONERS, "grade", "7.6"), cell(BETA_TOTAL, "grade", "7.1")

    def guarded() -> int:
        since = ("--since=HEAD^1", "--since=HEAD^2")
        return CliRunner().invoke(main, ["guard", "--data", str(project / "data"), *since]).exit_code

    merge(project, ours, theirs)
    assert guarded() == 1
    git(project, "reset", "--quiet", "--hard", "HEAD^1")
    git(project, "merge", "--no-commit", "theirs")
    assert run("tidy", project).output.count("as it was before the merge") == 2
    git(project, "commit", "--quiet", "--all", "--no-edit", "--no-verify")
    assert guarded() == 0
    assert run("tidy", project).output.endswith("data: no files put in order.\n")


def test_what_one_branch_removed_does_not_come_back_with_what_the_other_added_beside_it(project: Path) -> None:
    gone = all_of(without(BETA_REPORT), without(BETA_TOTAL), without(BETA_COUNTS))
    merge(project, gone, report("verzonnen-bz", 2021))
    done = run("tidy", project)
    assert "verzonnen-beta 2021-06-30 client total: taken out" in done.output
    for table in ("reports", "results"):
        text = (project / "data" / table / "2021.csv").read_text(encoding="utf-8")
        assert "verzonnen-beta," not in text
        assert "verzonnen-bz," in text


def test_what_is_put_back_by_hand_after_the_merge_stays(project: Path) -> None:
    gone = all_of(without(BETA_REPORT), without(BETA_TOTAL), without(BETA_COUNTS))
    merge(project, gone, report("verzonnen-bz", 2021))
    run("tidy", project)
    git(project, "commit", "--quiet", "--all", "--amend", "--no-edit", "--no-verify")
    inserted(BETA_REPORT.line, Row(BETA_REPORT.file, "verzonnen-bz"))(project / "data")
    run("tidy", project)
    assert BETA_REPORT.line in (project / "data" / BETA_REPORT.file).read_text(encoding="utf-8")


def test_a_row_that_one_branch_removed_and_the_other_changed_is_for_a_person(project: Path) -> None:
    gone = all_of(without(BETA_REPORT), without(BETA_TOTAL), without(BETA_COUNTS))
    merge(project, gone, cell(BETA_TOTAL, "grade", "7.1"))
    assert run("tidy", project).exit_code == 0
    assert "R15 error: no report ends on 2021-06-30" in run("check", project).output


def test_two_branches_that_add_addresses_merge(project: Path) -> None:
    merge(
        project,
        appended("urls.txt", "/vergelijken/\n/uitleg/een/"),
        appended("urls.txt", "/zeven/\n/vergelijken/"),
    )
    assert "data/urls.txt:6 F08 warning" in run("check", project).output
    run("tidy", project)
    assert run("check", project).output.endswith(": no errors, no warnings\n")
    added = "/uitleg/een/\n/vergelijken/\n/zeven/\n"
    assert (project / "data" / "urls.txt").read_text(encoding="utf-8") == f"{ADDRESSES}{added}"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [("policy.yaml", "public", "{}"), ("services.csv", "Verzonnen vierde hulp,", "{}, ")],
)
def test_two_branches_that_change_the_same_rule_or_service_conflict(
    file: str, before: str, after: str, project: Path
) -> None:
    """Both sides of a rule, or of a service, would be neither's."""
    git(project, "switch", "--quiet", "--create", "theirs")
    commit(project, swapped(file, before, after.format("private")))
    git(project, "switch", "--quiet", "main")
    commit(project, swapped(file, before, after.format("other")))
    assert attempt(project, "merge", "theirs")[0] == 1
    (finding,) = [line for line in run("check", project).output.splitlines() if " error: " in line]
    assert f"data/{file}:" in finding
    assert "F18 error: the line <<<<<<<" in finding


def test_a_table_in_order_stays_as_it_is(project: Path) -> None:
    before = contents(project / "data")
    done = run("tidy", project)
    assert (done.exit_code, done.output) == (0, f"{project / 'data'}: no files put in order.\n")
    assert contents(project / "data") == before


def test_without_a_repository_rows_are_put_in_order_too(register_folder: Path) -> None:
    before = contents(register_folder)
    all_of(inserted(BETA_REPORT.line, ALFA_REPORT), inserted(ALFA_TOTAL.line, ALFA_TOTAL))(register_folder)
    removed("corrections.csv")(register_folder)
    done = run("tidy", register_folder.parent)
    assert f"{register_folder / 'reports/2021.csv'}: in order; 1 row was there twice." in done.output
    assert contents(register_folder) == {file: text for file, text in before.items() if file != "corrections.csv"}


def test_a_table_that_cannot_be_read_stays_as_it_is_and_is_told(register_folder: Path) -> None:
    all_of(appended(BETA_REPORT.file, "half,a,row"), inserted(BETA_TOTAL.line, ALFA_TOTAL))(register_folder)
    broken = (register_folder / BETA_REPORT.file).read_bytes()
    done = run("tidy", register_folder.parent)
    assert done.exit_code == 1
    assert "reports/2021.csv:5 F02 error" in done.output
    assert f"{register_folder / BETA_TOTAL.file}: in order" in done.output
    assert (register_folder / BETA_REPORT.file).read_bytes() == broken


_SCHEMA = Schema(("name", "grade"), ("name",))
_TABLES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"))


def _text(rows: object) -> str:
    assert isinstance(rows, dict)
    return "".join(["name,grade\n", *(f"{name},{grade}\n" for name, grade in rows.items())])


@given(before=_TABLES, ours=_TABLES, theirs=_TABLES, order=st.randoms(use_true_random=False))
def test_of_all_rows_of_two_branches_those_remain_that_a_merge_by_key_keeps(
    before: dict[str, str], ours: dict[str, str], theirs: dict[str, str], order: object
) -> None:
    rows = [row for table in (ours, theirs) for row in table.items()]
    order.shuffle(rows)  # type: ignore[attr-defined]
    text = "".join(["name,grade\n", *(f"{name},{grade}\n" for name, grade in rows)])
    kept = tidied(text, _SCHEMA, Sides(*map(_text, (before, ours, theirs)))).text.splitlines()[1:]
    for name in "abcd":
        was, one, other = (table.get(name) for table in (before, ours, theirs))
        changed = {each for each in (one, other) if each != was} or {was}
        assert {line.partition(",")[2] for line in kept if line[0] == name} == changed - {None}
    assert [line[0] for line in kept] == sorted(line[0] for line in kept)
