"""What the public would see change: between two public models, and between two versions in git."""

import json
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from support.registers.drawn import AS_OF, grades, registers
from support.registers.editing import all_of, appended, cell, private, ruled, swapped
from support.registers.empty import policy
from support.registers.invented import ALFA_FORMER_2020, GAMMA_LOW, GAMMA_REPORT, write_register
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, rounded, service
from support.repositories import commit, repository

from generator.changes.addresses import Addresses, affected, digests
from generator.changes.difference import Kind, difference, uncorrected
from generator.changes.printing import Difference, Layout, print_difference
from generator.commands.main import main
from generator.disclosure.public import PublicCorrection, PublicRegister, PublicReport, Rating
from generator.disclosure.rules import withheld
from generator.disclosure.withholding import withhold
from generator.register.fields import Unpublished
from generator.register.records import Register

HELP = service("hulp")
CORRECTION = PublicCorrection(date(2023, 1, 1), "Het cijfer", "Tikfout")
NOWHERE = Addresses((), (), ())
POLICY = policy()


def one(given: PublicReport) -> PublicRegister:
    return register(provider(given))


def kinds(before: PublicRegister, after: PublicRegister) -> list[tuple[str, Kind]]:
    found = difference(before, after, after)
    return [(change.what, change.kind) for each in found for of in each.reports for change in of.changes]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (grade("7.5"), grade("7.6"), Kind.GRADE_CHANGES),
        (grade("8.0"), rounded("8"), Kind.GRADE_ROUNDED),
        (grade("8.9"), rounded("9"), Kind.GRADE_ROUNDED),
        (rounded("9"), grade("8.9"), Kind.GRADE_EXACT),
        (rounded("9"), rounded("8"), Kind.GRADE_CHANGES),
        (WITHHELD, rounded("8"), Kind.GRADE_APPEARS),
        (rounded("8"), WITHHELD, Kind.GRADE_DISAPPEARS),
        (WITHHELD, grade("7.6"), Kind.GRADE_APPEARS),
        (grade("7.6"), WITHHELD, Kind.GRADE_DISAPPEARS),
        (WITHHELD, NOBODY, Kind.REASON_CHANGES),
        (WITHHELD, replace(WITHHELD, required_response=Decimal(30)), Kind.REASON_CHANGES),
        (grade("7.5"), grade("7.5", [0] * 6 + [5, 5, 0, 0]), Kind.CHANGES),
    ],
)
def test_a_grade_appears_changes_or_disappears(old: Rating, new: Rating, kind: Kind) -> None:
    assert kinds(one(report(total=old)), one(report(total=new))) == [("clients, total", kind)]


def test_a_decimal_that_goes_is_said_in_words() -> None:
    before, after = one(report(total=grade("8.9"))), one(report(total=rounded("9")))
    found = Difference("a", "b", difference(before, after, after), NOWHERE)
    text = print_difference(found, Layout.TEXT)
    assert "1 grade is rounded" in text
    assert "grade is rounded: 8.9, 10 of 20 answered -> 9, rounded, 10 of 20 answered" in text
    (change,) = json.loads(print_difference(found, Layout.JSON))["providers"][0]["reports"][0]["changes"]
    assert (change["before"]["grade"], change["before"]["rounded"]) == ("8.9", False)
    assert (change["after"]["grade"], change["after"]["rounded"]) == ("9", True)


def test_the_same_register_is_no_change() -> None:
    same = one(report(total=grade("7.5"), services={HELP: WITHHELD}, commissioners=grade("6.0")))
    assert difference(same, same, same) == ()
    assert print_difference(Difference("a", "b", (), NOWHERE), Layout.TEXT).startswith(
        "What the public would see change, from a to b: nothing."
    )


def test_a_row_comes_and_goes() -> None:
    with_help = one(report(total=grade("7.5"), services={HELP: grade("7.5")}))
    without = one(report(total=grade("7.5")))
    assert kinds(without, with_help) == [("clients, hulp", Kind.GRADE_APPEARS)]
    assert kinds(with_help, without) == [("clients, hulp", Kind.GRADE_DISAPPEARS)]


def test_providers_and_reports_come_and_go() -> None:
    newer = report(total=grade("8.0"), period_end=date(2022, 12, 31))
    older = report(total=grade("7.5"))
    (first,) = difference(register(), one(older), one(older))
    assert (first.kind, [each.kind for each in first.reports]) == (Kind.APPEARS, [Kind.APPEARS])
    (second,) = difference(one(older), register(provider(newer, older)), register(provider(newer, older)))
    assert (second.kind, second.changes) == (Kind.CHANGES, ())
    assert [(each.period_end, each.kind) for each in second.reports] == [(date(2022, 12, 31), Kind.APPEARS)]
    (third,) = difference(one(older), register(), register())
    assert (third.kind, third.reports[0].kind) == (Kind.DISAPPEARS, Kind.DISAPPEARS)
    assert uncorrected((first, second, third)) == ()


def test_a_change_without_a_correction_is_an_error_and_with_one_is_not() -> None:
    before = report(total=grade("7.5"))
    after = report(total=grade("7.6"))
    explained = replace(after, corrections=(CORRECTION,))
    assert len(uncorrected(difference(one(before), one(after), one(after)))) == 1
    assert uncorrected(difference(one(before), one(explained), one(explained))) == ()
    # The correction of another day explains nothing now.
    old_news = replace(before, corrections=(CORRECTION,))
    assert len(uncorrected(difference(one(old_news), one(explained), one(explained)))) == 1


def test_a_reply_a_correction_and_a_new_name_need_no_correction() -> None:
    before = report(total=grade("7.5"))
    after = replace(before, reply="Dank u wel.", corrections=(CORRECTION,))
    renamed = register(replace(provider(after), name="Anders", former_names=("Verzonnen",)))
    (found,) = difference(one(before), renamed, renamed)
    assert [change.what for change in found.changes] == ["name", "former names"]
    assert [(each.what, each.kind) for each in found.reports[0].changes] == [
        ("reply", Kind.APPEARS),
        ("correction of 2023-01-01: Het cijfer", Kind.APPEARS),
    ]
    assert uncorrected((found,)) == ()


def test_what_new_rules_change_is_no_correction_of_a_report() -> None:
    before, after = one(report(total=grade("7.5"))), one(report(total=WITHHELD))
    assert kinds(before, after) == [("clients, total", Kind.GRADE_DISAPPEARS)]
    assert uncorrected(difference(before, after, after_by_old_rules=before)) == ()


@given(registers(), st.data())
def test_no_difference_depends_on_a_withheld_grade(before: Register, data: st.DataObject) -> None:
    """Not what is printed, and not whether it is an error."""
    rows = {
        key: row.model_copy(update={"grade": data.draw(grades)})
        if withheld(row, POLICY.versions[-1]) and row.grade is not Unpublished.ANONYMISED
        else row
        for key, row in before.results.items()
    }
    old, new = withhold(before, POLICY, AS_OF), withhold(replace(before, results=rows), POLICY, AS_OF)
    assert difference(old, new, new) == ()


@pytest.mark.parametrize("layout", [Layout.TEXT, Layout.MARKDOWN])
def test_text_stays_text_in_what_is_printed(layout: Layout) -> None:
    hostile = "a`\x1b[31m\n# kop | <script> @iemand \u202e"
    after = register(replace(provider(report(total=grade("7.5"))), name=hostile))
    printed = print_difference(Difference("`x`", "nu", difference(register(), after, after), NOWHERE), layout)
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "\n# kop" not in printed
    if layout is Layout.MARKDOWN:
        assert "<script>" not in printed
        assert "@iemand" not in printed


def test_addresses_are_new_changed_or_gone() -> None:
    before = digests([("index.md", "a"), ("over.md", "a"), ("aanbieders/een.md", "a"), ("feed.xml", b"a")])
    after = digests([("index.md", "a"), ("over.md", "b"), ("aanbieders/twee.md", "a"), ("feed.xml", b"b")])
    found = affected(before, after)
    assert found == Addresses(("/aanbieders/twee/",), ("/feed.xml", "/over/"), ("/aanbieders/een/",))
    assert affected(before, before) == NOWHERE
    many = replace(found, changed=tuple(f"/aanbieders/{number}/" for number in range(30)))
    assert "and 10 more" in print_difference(Difference("a", "b", (), many), Layout.TEXT)
    assert "and 10 more: 10 aanbieders" in print_difference(Difference("a", "b", (), many), Layout.MARKDOWN)


# From here on: the command, on a repository.


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose last commit is a register without a fault."""
    return repository(tmp_path / "project")


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--data", str(folder / "data"), "--as-of", "2026-01-01", *arguments])


CORRECTED = cell(ALFA_FORMER_2020, "grade", "7.6")
WITH_REASON = all_of(
    CORRECTED,
    appended("corrections.csv", "2025-06-01,verzonnen-alfa,2020-12-31,Rapportcijfer van de vroegere hulp,Tikfout"),
)


def test_a_corrected_grade_is_shown_before_the_public_sees_it(project: Path) -> None:
    WITH_REASON(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0, done.output
    assert "clients, vroegere-hulp: grade changes: 7.5, 2 of 4 answered -> 7.6, 2 of 4 answered" in done.output
    assert "correction of 2025-06-01: Rapportcijfer van de vroegere hulp: appears: Tikfout" in done.output
    assert "  /aanbieders/verzonnen-alfa/\n" in done.output
    commit(project)
    assert run(project, "HEAD").output.startswith("What the public would see change, from HEAD to ")
    between = run(project, "HEAD~1", "HEAD")
    assert between.output.startswith("What the public would see change, from HEAD~1 to HEAD: 1 grade changes.")


def test_a_grade_that_is_corrected_without_saying_why_is_refused(project: Path) -> None:
    CORRECTED(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert "ERROR it was public and says something else now: say what was corrected, and why" in done.output
    found = json.loads(run(project, "HEAD", "--format", "json").output)
    (changed,) = found["providers"][0]["reports"]
    assert changed["uncorrected"]
    assert changed["changes"][0]["after"]["grade"] == "7.6"
    assert "> **Error**: verzonnen-alfa, period until 2020-12-31" in run(project, "HEAD", "--format", "markdown").output


def test_a_withheld_grade_in_a_public_repository_is_refused_and_not_printed(project: Path) -> None:
    cell(GAMMA_LOW, "grade", "3.7")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert f"{GAMMA_LOW.at('grade')} W02 error" in done.output
    assert "3.7" not in done.output


def test_what_was_withheld_in_the_past_is_not_printed_either(project: Path) -> None:
    all_of(private(), cell(GAMMA_LOW, "grade", "3.7"))(project / "data")
    commit(project)
    cell(GAMMA_LOW, "grade", "9.9")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0
    assert "nothing." in done.output
    assert not any(grade in done.output for grade in ("3.7", "9.9"))


def test_a_report_that_the_public_may_not_see_yet_is_no_change(project: Path) -> None:
    data = project / "data"
    swapped(GAMMA_REPORT, "2022-02-01,draft", "2025-12-31,final")(data)
    assert "nothing." in run(project, "HEAD").output


def test_a_grade_that_should_not_have_stood_in_a_former_version_is_no_change(project: Path) -> None:
    cell(GAMMA_LOW, "grade", "3.7")(project / "data")
    commit(project)
    cell(GAMMA_LOW, "grade", "")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0
    assert "nothing." in done.output
    assert "3.7" not in done.output


def test_data_that_the_rules_of_before_cannot_judge_want_a_correction(project: Path) -> None:
    data = project / "data"
    ruled("versions.1.response_requirement.steps.0.required", "90")(data)
    # Sealed by these rules, a grade is missing by those of before.
    assert CliRunner().invoke(main, ["seal", "--data", str(data)]).exit_code == 0
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert "no grade (too low a response, 90% needed)" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nergens",), "git knows no version 'nergens'"),
        (("--end-of-options",), "git knows no version"),
        (("HEAD", "HEAD~9"), "git knows no version 'HEAD~9'"),
        (("HEAD~1",), "there is no data/ at HEAD~1"),
    ],
)
def test_a_version_that_is_not_there_is_named(project: Path, arguments: tuple[str, ...], said: str) -> None:
    shutil.move(project / "data", project / "weg")
    commit(project)
    shutil.move(project / "weg", project / "data")
    commit(project)
    done = run(project, "--", *arguments) if arguments[0].startswith("-") else run(project, *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    write_register(tmp_path)
    done = run(tmp_path, "HEAD")
    assert done.exit_code == 2
    assert "not a git repository" in done.output
