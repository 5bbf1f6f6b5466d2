"""What the public would see change: between two public models, and between two versions in git."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from support.registers.drawn import AS_OF, registers
from support.registers.editing import (
    Edit,
    all_of,
    appended,
    cell,
    moved,
    private,
    removed,
    ruled,
    swapped,
    without,
    written,
)
from support.registers.empty import policy
from support.registers.invented import (
    ALFA_FORMER_2020,
    BETA_COUNTS,
    BETA_REPORT,
    BETA_TOTAL,
    FILES,
    GAMMA_LOW,
    GAMMA_REPORT,
    WITHOUT_BETA,
    with_lines,
    write_register,
)
from support.registers.public import NOBODY, WITHHELD, grade, provider, register, report, rounded, service
from support.repositories import commit, git, repository
from support.scales import TEN, grades

from generator.changes.addresses import Addresses, affected, digests
from generator.changes.difference import Kind, ProviderChange, difference, refused
from generator.changes.found import Difference
from generator.changes.lines import Fault
from generator.changes.printing import Layout, print_difference
from generator.commands.main import main
from generator.disclosure.public import (
    PublicCorrection,
    PublicRegister,
    PublicReport,
    Rating,
    WithdrawnProvider,
    WithdrawnReport,
)
from generator.disclosure.rules import withheld
from generator.disclosure.withholding import withhold
from generator.register.addresses import note_addresses
from generator.register.fields import Unpublished
from generator.register.records import Register

HELP = service("hulp")
CORRECTION = PublicCorrection(date(2023, 1, 1), "Het cijfer", "Tikfout")
LATER = replace(CORRECTION, corrected_on=date(2023, 2, 1))
WITHDRAWN = replace(CORRECTION, is_withdrawal=True)
NEWER = report(total=grade("8.0"), period_end=date(2022, 12, 31))
NOWHERE = Addresses((), (), (), ())
POLICY = policy()


def one(given: PublicReport) -> PublicRegister:
    return register(provider(given))


def gone(*corrections: PublicCorrection) -> PublicRegister:
    """A register of which only the lines about the report of 2021 are left."""
    withdrawn = (WithdrawnReport(date(2021, 12, 31), corrections),)
    return replace(register(), withdrawn=(WithdrawnProvider("verzonnen", "Verzonnen", (), withdrawn),))


def faults(changes: Iterable[ProviderChange]) -> list[Fault]:
    return [each.fault for each in refused(changes) if each.fault]


def faults_between(before: PublicRegister, after: PublicRegister) -> list[Fault]:
    return faults(difference(before, after))


def kinds(before: PublicRegister, after: PublicRegister) -> list[tuple[str, Kind]]:
    found = difference(before, after)
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
    found = Difference("a", "b", difference(before, after), NOWHERE)
    text = print_difference(found, Layout.TEXT)
    assert "1 grade is rounded" in text
    assert "grade is rounded: 8.9, 10 of 20 answered -> 9, rounded, 10 of 20 answered" in text
    (change,) = json.loads(print_difference(found, Layout.JSON))["providers"][0]["reports"][0]["changes"]
    assert (change["before"]["grade"], change["before"]["rounded"]) == ("8.9", False)
    assert (change["after"]["grade"], change["after"]["rounded"]) == ("9", True)


def test_the_same_register_is_no_change() -> None:
    same = one(report(total=grade("7.5"), services={HELP: WITHHELD}, commissioners=grade("6.0")))
    assert difference(same, same) == ()
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
    (first,) = difference(register(), one(older))
    assert (first.kind, [each.kind for each in first.reports]) == (Kind.APPEARS, [Kind.APPEARS])
    (second,) = difference(one(older), register(provider(newer, older)))
    assert (second.kind, second.changes) == (Kind.CHANGES, ())
    assert [(each.period_end, each.kind) for each in second.reports] == [(date(2022, 12, 31), Kind.APPEARS)]
    (third,) = difference(one(older), register())
    assert (third.kind, third.reports[0].kind) == (Kind.DISAPPEARS, Kind.DISAPPEARS)
    assert faults((first, second)) == []
    assert faults((third,)) == [Fault.UNEXPLAINED]


BEFORE, AFTER = report(total=grade("7.5")), report(total=grade("7.6"))
EXPLAINED = replace(AFTER, corrections=(CORRECTION,))


def test_a_change_without_a_correction_is_an_error_and_with_one_is_not() -> None:
    assert faults_between(one(BEFORE), one(AFTER)) == [Fault.UNCORRECTED]
    assert faults_between(one(BEFORE), one(EXPLAINED)) == []


def test_a_line_that_was_there_explains_nothing_also_in_other_words() -> None:
    old_news = one(replace(BEFORE, corrections=(CORRECTION,)))
    assert faults_between(old_news, one(EXPLAINED)) == [Fault.UNCORRECTED]
    mended = replace(CORRECTION, reason="Tikfouten")
    assert faults_between(old_news, one(replace(AFTER, corrections=(mended,)))) == [Fault.UNCORRECTED]
    assert faults_between(old_news, one(replace(BEFORE, corrections=(mended,)))) == []
    assert faults_between(old_news, one(replace(AFTER, corrections=(LATER, CORRECTION)))) == []


def test_a_line_that_the_public_could_read_stays() -> None:
    assert faults_between(one(replace(BEFORE, corrections=(CORRECTION,))), one(BEFORE)) == [Fault.LINE_LOST]
    assert faults_between(gone(WITHDRAWN), register()) == [Fault.LINE_LOST]
    moved = register(provider(replace(NEWER, corrections=(CORRECTION,)), BEFORE))
    assert faults_between(register(provider(NEWER, replace(BEFORE, corrections=(CORRECTION,)))), moved) == [
        Fault.LINE_LOST
    ]


def test_a_report_that_is_gone_needs_a_line_that_says_so() -> None:
    assert faults_between(one(BEFORE), register()) == [Fault.UNEXPLAINED]
    assert faults_between(one(BEFORE), gone(WITHDRAWN)) == []
    both = register(provider(NEWER, BEFORE))
    assert faults_between(both, one(NEWER)) == [Fault.UNEXPLAINED]
    left = register(replace(provider(NEWER), withdrawn=(WithdrawnReport(BEFORE.period_end, (WITHDRAWN,)),)))
    assert faults_between(both, left) == []
    # And where it comes back, it needs none.
    assert faults_between(left, register(provider(NEWER, replace(AFTER, corrections=(WITHDRAWN,))))) == []


def test_a_line_says_withdrawn_only_of_what_was_public_and_is_not() -> None:
    assert faults_between(one(BEFORE), one(replace(AFTER, corrections=(WITHDRAWN,)))) == [Fault.STILL_PUBLIC]
    assert faults_between(one(BEFORE), one(replace(BEFORE, corrections=(WITHDRAWN,)))) == [Fault.STILL_PUBLIC]
    elsewhere = replace(provider(BEFORE), withdrawn=(WithdrawnReport(NEWER.period_end, (WITHDRAWN,)),))
    assert faults_between(one(BEFORE), register(elsewhere)) == [Fault.NEVER_PUBLIC]


def test_a_report_stays_the_same_under_another_id_and_with_other_days() -> None:
    renamed = replace(provider(BEFORE), id="anders", former_ids=("verzonnen",))
    assert faults_between(one(BEFORE), register(renamed)) == []
    (found,) = difference(one(BEFORE), register(renamed))
    assert [(each.what, each.kind) for each in found.changes] == [("id", Kind.CHANGES), ("former ids", Kind.APPEARS)]
    assert found.reports == ()
    changed = register(replace(renamed, reports=(AFTER,)))
    assert faults_between(one(BEFORE), changed) == [Fault.UNCORRECTED]
    assert faults_between(one(BEFORE), register(replace(renamed, reports=(EXPLAINED,)))) == []
    moved = replace(BEFORE, period_end=date(2021, 12, 30))
    assert faults_between(one(BEFORE), one(moved)) == [Fault.UNCORRECTED]
    assert faults_between(one(BEFORE), one(replace(moved, corrections=(CORRECTION,)))) == []
    # A line may stand with the old days as well.
    told = replace(provider(moved), withdrawn=(WithdrawnReport(BEFORE.period_end, (WITHDRAWN,)),))
    assert faults_between(one(BEFORE), register(told)) == []
    # A period that has no day in common is another measurement.
    assert faults_between(one(BEFORE), one(replace(NEWER, corrections=(CORRECTION,)))) == [Fault.UNEXPLAINED]


def test_each_of_two_reports_that_become_one_needs_its_line() -> None:
    first = replace(BEFORE, period_end=date(2021, 6, 30))
    second = replace(BEFORE, period_start=date(2021, 7, 1))
    two = register(provider(second, first))
    assert sorted(faults_between(two, one(BEFORE))) == [Fault.UNCORRECTED, Fault.UNEXPLAINED]
    corrected = replace(BEFORE, corrections=(CORRECTION,))
    assert faults_between(two, one(corrected)) == [Fault.UNEXPLAINED]
    withdrawn = replace(provider(corrected), withdrawn=(WithdrawnReport(first.period_end, (WITHDRAWN,)),))
    assert faults_between(two, register(withdrawn)) == []
    assert faults_between(one(BEFORE), two) == [Fault.UNCORRECTED]


def test_each_of_two_providers_that_become_one_needs_its_line() -> None:
    other = replace(provider(AFTER), id="ander", name="Ander")
    merged = replace(provider(BEFORE), former_ids=("ander",))
    two = register(other, provider(BEFORE))
    assert faults_between(two, register(merged)) == [Fault.UNEXPLAINED]
    # The line about the other one is read with this one: it has its id now.
    told = replace(merged, reports=(replace(BEFORE, corrections=(CORRECTION,)),))
    assert faults_between(two, register(told)) == []
    changed = replace(merged, reports=(report(total=grade("9.9")),))
    assert len(faults_between(two, register(changed))) == 2
    twice = replace(changed, reports=(replace(changed.reports[0], corrections=(LATER, CORRECTION)),))
    assert faults_between(two, register(twice)) == []


def test_a_reply_a_correction_and_a_new_name_need_no_correction() -> None:
    before = report(total=grade("7.5"))
    after = replace(before, reply="Dank u wel.", corrections=(CORRECTION,))
    renamed = register(replace(provider(after), name="Anders", former_names=("Verzonnen",)))
    (found,) = difference(one(before), renamed)
    assert [change.what for change in found.changes] == ["name", "former names"]
    assert [(each.what, each.kind) for each in found.reports[0].changes] == [
        ("reply", Kind.APPEARS),
        ("correction of 2023-01-01: Het cijfer", Kind.APPEARS),
    ]
    assert refused((found,)) == ()


@given(registers(), st.data())
def test_no_difference_depends_on_a_withheld_grade(before: Register, data: st.DataObject) -> None:
    """Not what is printed, and not whether it is an error."""
    rows = {
        key: row.model_copy(update={"grade": data.draw(grades(TEN))})
        if withheld(row, POLICY.versions[-1]) and row.grade is not Unpublished.ANONYMISED
        else row
        for key, row in before.results.items()
    }
    old, new = withhold(before, POLICY, AS_OF), withhold(replace(before, results=rows), POLICY, AS_OF)
    assert difference(old, new) == ()


@pytest.mark.parametrize("layout", [Layout.TEXT, Layout.MARKDOWN])
def test_text_stays_text_in_what_is_printed(layout: Layout) -> None:
    hostile = "a`\x1b[31m\n# kop | <script> @iemand \u202e"
    after = register(replace(provider(report(total=grade("7.5"))), name=hostile))
    printed = print_difference(Difference("`x`", "nu", difference(register(), after), NOWHERE), layout)
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
    assert found == Addresses(("/aanbieders/twee/",), ("/feed.xml", "/over/"), (), ("aanbieders/een/",))
    noted = affected(before, after, {"/over/"}, lambda files: {f"/{file}" for file in files if "een" not in file})
    assert noted == Addresses(("/aanbieders/twee/",), ("/feed.xml",), ("/over/",), ())
    assert affected(before, before) == NOWHERE
    many = replace(found, changed=tuple(f"/aanbieders/{number}/" for number in range(30)))
    assert "and 10 more" in print_difference(Difference("a", "b", (), many), Layout.TEXT)
    assert "and 10 more: 10 aanbieders" in print_difference(Difference("a", "b", (), many), Layout.MARKDOWN)


# From here on: the command, on a repository.


PUBLISHED = [
    f"/aanbieders/verzonnen-beta/{name}"
    for name in (
        "",
        "badge-beide.svg",
        "badge-opdrachtgevers.svg",
        "badge.json",
        "badge.svg",
        "deel.png",
        "embed/",
        "poster/",
        "ratings.json",
    )
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose last commit is a register without a fault, with the addresses of beta noted."""
    folder = repository(tmp_path / "project")
    note_addresses(folder / "data", PUBLISHED)
    commit(folder)
    return folder


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
    assert done.output.splitlines()[0].endswith(": 1 error; 1 grade changes.")
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


# The ways in which a public figure could change without a line that says so: of the one report of beta.
NEW_GRADE = all_of(without(BETA_COUNTS), cell(BETA_TOTAL, "grade", "9.6"))
OTHER_ID = all_of(
    *(swapped(row, "verzonnen-beta", "verzonnen-beta-nieuw") for row in (BETA_REPORT, BETA_TOTAL)),
    moved("providers/verzonnen-beta.yaml", "providers/verzonnen-beta-nieuw.yaml"),
    swapped(
        "providers/verzonnen-beta-nieuw.yaml",
        "id: verzonnen-beta\n",
        "id: verzonnen-beta-nieuw\nformer_ids:\n  - verzonnen-beta\n",
    ),
)
OTHER_END = all_of(*(cell(row, "period_end", "2021-06-29") for row in (BETA_REPORT, BETA_TOTAL)))
OUT_OF_SIGHT = cell(BETA_REPORT, "report_date", "2025-12-20")
WITHOUT_PROVIDER = all_of(WITHOUT_BETA, removed("providers/verzonnen-beta.yaml"))
OTHER_PROVIDER = all_of(
    *(swapped(row, "verzonnen-beta", "verzonnen-delta") for row in (BETA_REPORT, BETA_TOTAL)),
    moved("providers/verzonnen-beta.yaml", "providers/verzonnen-delta.yaml"),
    swapped("providers/verzonnen-delta.yaml", "id: verzonnen-beta\n", "id: verzonnen-delta\n"),
)
LINE = "2025-06-01,verzonnen-beta,2021-06-30,Het cijfer,Een tikfout,,,,,"


@pytest.mark.parametrize(
    ("edit", "line", "said"),
    [
        pytest.param(
            all_of(NEW_GRADE, OTHER_ID),
            LINE.replace("beta", "beta-nieuw"),
            "says something else now: say what was corrected, and why, in corrections.csv "
            "(provider verzonnen-beta-nieuw, period_end 2021-06-30)",
            id="another id in the same commit",
        ),
        pytest.param(
            all_of(NEW_GRADE, OTHER_END),
            LINE.replace("06-30", "06-29"),
            "corrections.csv (provider verzonnen-beta, period_end 2021-06-29)",
            id="a period that ends a day earlier",
        ),
        pytest.param(
            all_of(NEW_GRADE, OUT_OF_SIGHT),
            f"{LINE}yes",
            "is gone now: say what was wrong, and why, in corrections.csv "
            "(provider verzonnen-beta, period_end 2021-06-30, withdrawn yes)",
            id="a report date that moves into its three weeks",
        ),
        pytest.param(
            WITHOUT_BETA,
            f"{LINE}yes",
            "(provider verzonnen-beta, period_end 2021-06-30, withdrawn yes)",
            id="no report",
        ),
        pytest.param(
            WITHOUT_PROVIDER,
            f"{LINE}yes",
            "(provider verzonnen-beta, period_end 2021-06-30, withdrawn yes)",
            id="no provider",
        ),
        pytest.param(
            all_of(NEW_GRADE, OTHER_PROVIDER),
            f"{LINE}yes",
            "(provider verzonnen-beta, period_end 2021-06-30, withdrawn yes)",
            id="another provider in its place",
        ),
    ],
)
def test_nothing_public_changes_without_its_line(project: Path, edit: Edit, line: str, said: str) -> None:
    edit(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1, done.output
    assert done.output.count("ERROR") == 1
    assert said in done.output
    with_lines(line)(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0, done.output


def test_a_report_that_comes_back_changed_has_its_line_already(project: Path) -> None:
    all_of(NEW_GRADE, OUT_OF_SIGHT, with_lines(f"{LINE}yes"))(project / "data")
    commit(project)
    assert run(project, "HEAD~1", "HEAD", "--as-of", "2026-01-09").exit_code == 0
    done = run(project, "HEAD~1", "HEAD", "--as-of", "2026-01-10")
    # On that day the public would not have missed it, so the line says too much.
    assert "says that it was withdrawn, and it is public" in done.output
    assert run(project, "HEAD", "--as-of", "2026-01-10").exit_code == 0


def test_another_id_alone_needs_no_line(project: Path) -> None:
    all_of(without(BETA_COUNTS))(project / "data")
    commit(project)
    OTHER_ID(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0, done.output
    assert "id: changes: verzonnen-beta -> verzonnen-beta-nieuw" in done.output


STEP = "response_requirement.steps.1.required"
_HEAD, FIRST, SECOND = FILES["policy.yaml"].split("  - applies_from: ")


def versions(*texts: str) -> Edit:
    """Put these versions of the rules in the place of those that are there."""
    return written("policy.yaml", "  - applies_from: ".join([_HEAD, *texts]))


def version_from(day: str) -> str:
    """The rules of the second version, half as strict, from another day."""
    return SECOND.replace("2021-01-01", day).replace("required: 30", "required: 15")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (ruled(f"versions.0.{STEP}", "20"), f"the version of 2015-01-01: {STEP} was 30, is 20"),
        (ruled("versions.1.norm.total", "7.0"), "the version of 2021-01-01: norm.total was 6.5, is 7.0"),
        (ruled("versions.1.reply_window.days", "22"), "the version of 2021-01-01: reply_window.days was 21, is 22"),
        (ruled("versions.1.applies_from", "2021-01-02"), "the version of 2021-01-01 is gone"),
        (versions(FIRST), "the version of 2021-01-01 is gone"),
        (
            versions(FIRST, SECOND, version_from("2021-12-31")),
            "the version of 2021-12-31 decides about a period that ends on 2021-12-31, whose report is public",
        ),
        (
            versions(FIRST, version_from("2020-12-31"), SECOND),
            "the version of 2020-12-31 decides about a period that ends on 2020-12-31, whose report is public",
        ),
    ],
)
def test_a_rule_by_which_something_is_public_stays(project: Path, edit: Edit, said: str) -> None:
    edit(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert said in done.output
    assert "new version at the end" in done.output


@pytest.mark.parametrize(
    "edit",
    [
        private(),
        swapped("policy.yaml", FIRST, FIRST.replace("Verzonnen handboek", "Verzonnen handboek, tweede druk")),
        swapped("policy.yaml", SECOND, SECOND.replace("required: 30", "required: 30.0")),
        versions(FIRST, SECOND, version_from("2022-01-01")),
        versions(version_from("2010-01-01"), FIRST, SECOND),
    ],
    ids=["who can read it", "a source", "the same number", "a version at the end", "a version of before everything"],
)
def test_what_decides_about_nothing_public_may_change(project: Path, edit: Edit) -> None:
    edit(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0, done.output


def test_a_version_may_be_mended_until_its_day(project: Path) -> None:
    commit(project, versions(FIRST, SECOND, version_from("2026-01-02")))
    versions(FIRST, SECOND)(project / "data")
    assert run(project, "HEAD").exit_code == 0
    assert run(project, "HEAD", "--as-of", "2026-01-02").exit_code == 1


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


# What was published answers for ever: PUBLISHED is all that there was of beta.


def test_a_provider_that_is_withdrawn_keeps_its_addresses(project: Path) -> None:
    all_of(WITHOUT_PROVIDER, with_lines(f"{LINE}yes"))(project / "data")
    done = run(project, "HEAD", "--format", "json")
    assert done.exit_code == 0
    addresses = json.loads(done.output)["addresses"]
    assert (addresses["gone"], addresses["lost"]) == (PUBLISHED, [])


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param(removed("urls.txt"), id="its lines go with it"),
        pytest.param(written("urls.txt", f"/\n{PUBLISHED[-1]}\n"), id="most of its lines"),
    ],
)
def test_an_address_that_would_stop_answering_is_named_and_refused(project: Path, lost: Edit) -> None:
    all_of(WITHOUT_PROVIDER, with_lines(f"{LINE}yes"), lost)(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert (
        "ERROR addresses that were published would stop answering: leave `folders` in data/register.yaml" in done.output
    )
    assert "\n".join(f"  {address}" for address in PUBLISHED[:-1]) in done.output
    assert "> - `/aanbieders/verzonnen-beta/`" in run(project, "HEAD", "--format", "markdown").output


def test_an_address_of_what_was_withdrawn_before_is_named_too(project: Path) -> None:
    commit(project, WITHOUT_PROVIDER, with_lines(f"{LINE}yes"))
    removed("urls.txt")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert all(f"  {address}\n" in done.output for address in PUBLISHED)


def test_a_line_that_was_never_noted_is_missed_when_its_page_goes(project: Path) -> None:
    """A workflow cannot commit: an address can be public for months before a maintainer notes it."""
    commit(project, removed("urls.txt"))
    all_of(WITHOUT_PROVIDER, with_lines(f"{LINE}yes"))(project / "data")
    assert json.loads(run(project, "HEAD", "--format", "json").output)["addresses"]["lost"] == PUBLISHED


# An error on main: what the public sees is the last version before it.

BROKEN = cell(ALFA_FORMER_2020, "grade", "75")


def test_what_mends_main_is_compared_with_the_last_version_that_can_be_judged(project: Path) -> None:
    good = git(project, "rev-parse", "HEAD")
    commit(project, BROKEN)
    commit(project, written("providers/verzonnen-delta.yaml", "id: verzonnen-delta\nname: Delta\n"))
    (project / "README").touch()
    git(project, "add", "README")
    commit(project)
    mended = cell(ALFA_FORMER_2020, "grade", "7.5")
    mended(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0
    assert done.output.startswith(f"What the public would see change, from {good[:12]} to ")
    said = f"HEAD cannot be judged (1 error, no warnings, such as R07 at data/{ALFA_FORMER_2020.at('grade')})."
    assert f": nothing.\n{said} In its place comes {good[:12]} of " in done.output
    found = json.loads(run(project, "HEAD", "--format", "json").output)
    assert (found["before"], found["why"].startswith(said)) == (good[:12], True)
    assert "HEAD cannot be judged (1 error" in run(project, "HEAD", "--format", "markdown").output


def test_what_the_public_sees_cannot_change_by_way_of_an_error(project: Path) -> None:
    commit(project, BROKEN)
    cell(ALFA_FORMER_2020, "grade", "7.6")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 1
    assert "grade changes: 7.5, 2 of 4 answered -> 7.6, 2 of 4 answered" in done.output


def test_a_merge_is_judged_before_what_was_merged(project: Path) -> None:
    """Along first parents: a version of a branch was never public."""
    good = git(project, "rev-parse", "HEAD")
    git(project, "switch", "--quiet", "--create", "branch")
    commit(project, WITH_REASON)
    commit(project, cell(ALFA_FORMER_2020, "grade", "76"))
    git(project, "switch", "--quiet", "main")
    git(project, "merge", "--quiet", "--no-ff", "--no-edit", "branch")
    cell(ALFA_FORMER_2020, "grade", "7.6")(project / "data")
    done = run(project, "HEAD")
    assert done.exit_code == 0
    assert f"from {good[:12]} to" in done.output


def test_without_a_version_that_can_be_judged_nothing_is_compared(tmp_path: Path) -> None:
    write_register(tmp_path)
    BROKEN(tmp_path / "data")
    git(tmp_path, "init", "--quiet", "--template=")
    commit(tmp_path)
    commit(tmp_path, cell(ALFA_FORMER_2020, "grade", "7.5"), removed("policy.yaml"))
    done = run(tmp_path, "HEAD")
    assert done.exit_code == 1
    assert "policy.yaml F06 error" in done.output
    assert "HEAD, and each version before it that was tried: 1 error, no warnings; nothing was compared." in done.output


def test_the_whole_is_written_beside_what_is_printed(project: Path, tmp_path: Path) -> None:
    WITH_REASON(project / "data")
    file = tmp_path / "whole.md"
    done = run(project, "HEAD", "--format", "text", "--whole", str(file))
    assert done.exit_code == 0
    assert file.read_text(encoding="utf-8") == run(project, "HEAD", "--format", "markdown").output
    refused = run(project, "HEAD", "--whole", str(tmp_path / "none" / "whole.md"))
    assert refused.exit_code == 3
    assert "whole.md: No such file or directory; nothing was written" in refused.output
