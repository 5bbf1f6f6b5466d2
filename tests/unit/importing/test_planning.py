"""What an import does to the register: once, again, corrected, sealed, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.imports import Done, imported
from support.project import ROOT
from support.registers.editing import Row, cell, written
from support.registers.empty import empty_english_register, empty_register
from support.registers.reading import contents, findings_of, public_on
from support.report_writer import (
    FIXED,
    WrittenReport,
    cell_by_cell,
    delivery_csv,
    with_pipes,
    with_row,
    with_tabs,
    write_pdf,
    write_xlsx,
)

from generator.changes.difference import difference, refused
from generator.disk.replacing import replace_files
from generator.findings.findings import has_errors
from generator.importing.identifying import Naming
from generator.importing.prepared import Change
from generator.register.records import Publication, ReportStatus

_YAML = "providers/verzonnen-werk.yaml"
_RESULTS = "results/2021.csv"
_OUTPLACEMENT = Row(_RESULTS, "verzonnen-werk,2021-12-31,client,outplacement")
_TOTAL = Row(_RESULTS, "verzonnen-werk,2021-12-31,client,total")
_WORK_TO_WORK = Row(_RESULTS, "verzonnen-werk,2021-12-31,client,van-werk-naar-werk")


def as_text(written: WrittenReport, folder: Path, name: str = "report.txt") -> Path:
    (folder / name).write_text(with_tabs(written), encoding="utf-8")
    return folder / name


def of(written: WrittenReport, **changes: object) -> WrittenReport:
    """The same report with other values on its first page."""
    return replace(written, report=written.report.model_copy(update=changes))


# All 23 gave 193 or 194 points. With a service of 8.1 (161 to 163) the three others gave tens; 8.2 is the cover for it.
ROUNDED = with_row(with_row(FIXED, "total", grade=Decimal("8.4")), "jobcoaching", grade=Decimal("10.0"))


def codes(done: Done) -> set[str]:
    return {finding.code for finding in done.findings}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A public register in which the fixed report stands."""
    folder = empty_register(tmp_path, "public")
    assert not has_errors(imported(folder, as_text(FIXED, tmp_path)).findings)
    return folder


def test_a_register_of_rules_and_services_alone_can_begin(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    (folder / "corrections.csv").unlink()
    assert findings_of(folder) == []
    assert not has_errors(imported(folder, as_text(FIXED, tmp_path)).findings)
    header = "corrected_on,provider,period_end,what,reason,audience,service,old,new,withdrawn\n"
    assert (folder / "corrections.csv").read_text(encoding="utf-8") == header
    assert findings_of(folder) == []


def test_a_new_report_is_sealed_and_has_no_finding(data: Path) -> None:
    assert findings_of(data) == []
    assert (data / _RESULTS).read_text(encoding="utf-8").splitlines()[1:] == [
        "verzonnen-werk,2021-12-31,client,jobcoaching,10,2,,nee",
        "verzonnen-werk,2021-12-31,client,outplacement,1,1,*,ja",
        "verzonnen-werk,2021-12-31,client,total,51,23,7.7,ja",
        "verzonnen-werk,2021-12-31,client,van-werk-naar-werk,40,20,8.1,ja",
        "verzonnen-werk,2021-12-31,commissioner,total,12,4,7.4,ja",
    ]
    assert (data / _YAML).read_text(encoding="utf-8") == (
        "id: verzonnen-werk\nname: Verzonnen Werk\nservices:\n  - jobcoaching\n  - outplacement\n"
        "  - van-werk-naar-werk\nstatus: active\n"
    )


def test_where_the_clients_total_is_withheld_nothing_else_of_them_is_written(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    imported(folder, as_text(with_row(FIXED, "total", publication=Publication.NO), tmp_path))
    report = (folder / "reports" / "2021.csv").read_text(encoding="utf-8").splitlines()[1]
    assert report.endswith('definitief rapport",,,,,,,,,,,,no,2030-01-01,,')
    assert findings_of(folder) == [f"W01 {_TOTAL.at('publication', folder)}"]


@pytest.mark.parametrize("form", ["text", "markdown", "cells", "pdf", "delivery"])
def test_the_same_report_again_changes_nothing(form: str, data: Path, tmp_path: Path) -> None:
    before = contents(data)
    path = tmp_path / {"text": "a.txt", "markdown": "a.md", "cells": "b.txt", "pdf": "a.pdf", "delivery": "a.csv"}[form]
    if form == "pdf":
        write_pdf(FIXED, path, lines=True)
    else:
        writers = {"text": with_tabs, "markdown": with_pipes, "cells": cell_by_cell}
        told = delivery_csv([FIXED]) if form == "delivery" else writers[form](FIXED)
        path.write_text(told, encoding="utf-8", newline="")
    done = imported(data, path)
    assert [entry.change for entry in done.prepared.entries] == [Change.UNCHANGED]
    assert contents(data) == before


def test_a_withheld_grade_that_differs_is_no_difference(data: Path, tmp_path: Path) -> None:
    before = contents(data)
    done = imported(data, as_text(with_row(FIXED, "jobcoaching", grade=Decimal("4.0")), tmp_path))
    assert [entry.change for entry in done.prepared.entries] == [Change.UNCHANGED]
    assert contents(data) == before


def test_another_report_for_the_period_is_refused(data: Path, tmp_path: Path) -> None:
    before = contents(data)
    done = imported(data, as_text(with_row(FIXED, "total", grade=Decimal("7.8")), tmp_path))
    assert "I33" in codes(done)
    assert "cliënten, totaal: rapportcijfer (7.7 → 7.8)" in str(done.findings)
    assert contents(data) == before


def test_a_correction_changes_the_rows_and_says_so(data: Path, tmp_path: Path) -> None:
    corrected = of(ROUNDED, promoter_score=Decimal("12.5"))
    before = contents(data)
    done = imported(data, as_text(corrected, tmp_path), correction="Tikfout van het bureau", as_of=date(2022, 5, 6))
    assert [entry.change for entry in done.prepared.entries] == [Change.CORRECTED]
    assert findings_of(data) == []
    after = contents(data)
    (line,) = after["corrections.csv"].decode().splitlines()[1:]
    # With the new total the other service's grade gives away two small ones: it is rounded, and the correction says so.
    assert line.startswith('2022-05-06,verzonnen-werk,2021-12-31,"het rapport: aanbevelingsscore; cliënten, totaal: ')
    assert line.endswith(' (eerste en tweede spoor): rapportcijfer",Tikfout van het bureau,,,,,')
    assert after[_RESULTS] == before[_RESULTS].replace(b"7.7", b"8.4").replace(b"8.1", b"8")
    assert set(after) == set(before)


def with_commissioners(grade: str) -> WrittenReport:
    rows = [
        row.model_copy(update={"grade": Decimal(grade)}) if row.audience == "commissioner" else row
        for row in FIXED.results
    ]
    return replace(FIXED, results=tuple(rows))


@pytest.mark.parametrize(
    ("written", "as_of", "told"),
    [
        (with_commissioners("7.6"), date(2022, 5, 6), "commissioner,total,7.4,7.6"),
        (with_row(FIXED, "total", grade=Decimal("7.8")), date(2022, 5, 6), "client,total,7.7,7.8"),
        # Nobody could see it yet.
        (with_commissioners("7.6"), date(2022, 2, 14), ",,,"),
        # More than one grade differs, or more than a grade.
        (with_row(with_commissioners("7.6"), "total", grade=Decimal("7.8")), date(2022, 5, 6), ",,,"),
        (of(with_commissioners("7.6"), promoter_score=Decimal("12.5")), date(2022, 5, 6), ",,,"),
        # The other grade that differs was and is withheld.
        (
            with_row(with_commissioners("7.6"), "jobcoaching", grade=Decimal("4.0")),
            date(2022, 5, 6),
            "commissioner,total,7.4,7.6",
        ),
    ],
)
def test_a_correction_of_one_grade_tells_it_before_and_after(
    written: WrittenReport, as_of: date, told: str, data: Path, tmp_path: Path
) -> None:
    imported(data, as_text(written, tmp_path), correction="Tikfout", as_of=as_of)
    (line,) = (data / "corrections.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert line.endswith(f",Tikfout,{told},")
    assert "3.5" not in line
    assert "4.0" not in line


@pytest.fixture
def rounded(tmp_path: Path) -> Path:
    """A public register with a report of which rule 7 rounds one service."""
    folder = empty_register(tmp_path / "rounded", "public")
    assert not has_errors(imported(folder, as_text(ROUNDED, tmp_path)).findings)
    assert b"van-werk-naar-werk,40,20,8,ja" in (folder / _RESULTS).read_bytes()
    return folder


@pytest.mark.parametrize("grade", ["8.1", "8.2"])
def test_a_report_of_which_the_rounded_grade_stays_the_same_is_already_there(
    grade: str, rounded: Path, tmp_path: Path
) -> None:
    before = contents(rounded)
    done = imported(rounded, as_text(with_row(ROUNDED, "van-werk-naar-werk", grade=Decimal(grade)), tmp_path))
    assert [entry.change for entry in done.prepared.entries] == [Change.UNCHANGED]
    assert contents(rounded) == before


@pytest.mark.parametrize(
    ("mark", "code"),
    [("secondary", "W11"), ("hidden", "W10"), ("8", "W10")],
)
def test_a_mark_that_the_rule_does_not_set_is_mended_by_importing_again(
    mark: str, code: str, data: Path, tmp_path: Path
) -> None:
    before = contents(data)
    cell(_WORK_TO_WORK, "grade", mark)(data)
    assert findings_of(data) == [f"{code} {_WORK_TO_WORK.at('grade', data)}"]
    done = imported(data, as_text(FIXED, tmp_path))
    assert [entry.change for entry in done.prepared.entries] == [Change.UNSEALED]
    assert contents(data) == before  # nothing is corrected, and so corrections.csv says nothing of it


@pytest.mark.parametrize("mark", ["secondary", "hidden"])
def test_a_mark_in_the_place_of_a_rounded_grade_is_mended_to_that(mark: str, rounded: Path, tmp_path: Path) -> None:
    before = contents(rounded)
    cell(_WORK_TO_WORK, "grade", mark)(rounded)
    done = imported(rounded, as_text(ROUNDED, tmp_path))
    assert [entry.change for entry in done.prepared.entries] == [Change.UNSEALED]
    assert contents(rounded) == before


def test_a_rounded_grade_that_is_not_that_of_the_report_wants_a_correction(data: Path, tmp_path: Path) -> None:
    cell(_WORK_TO_WORK, "grade", "9")(data)
    before = contents(data)
    assert "I33" in codes(imported(data, as_text(FIXED, tmp_path)))
    assert contents(data) == before


def test_two_corrections_of_one_day_have_a_line_each(data: Path, tmp_path: Path) -> None:
    for grade in ("7.8", "7.7"):
        imported(data, as_text(with_row(FIXED, "total", grade=Decimal(grade)), tmp_path), correction="Nog eens")
    assert findings_of(data) == []
    assert len((data / "corrections.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_a_correction_can_take_a_row_away(data: Path, tmp_path: Path) -> None:
    rows = [row for row in FIXED.results if row.service != "outplacement"]
    fewer = with_row(replace(FIXED, results=tuple(rows)), "total", net_sample=50, completed=22)
    imported(data, as_text(fewer, tmp_path), correction="De rij was van een ander")
    assert b"outplacement" not in (data / _RESULTS).read_bytes()
    assert "cliënten, Outplacement: vervallen" in (data / "corrections.csv").read_text(encoding="utf-8")
    assert findings_of(data) == []


def test_a_final_report_takes_the_place_of_its_draft_without_a_correction(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "private")
    draft = with_row(of(FIXED, status=ReportStatus.DRAFT), "total", grade=Decimal("7.8"))
    imported(folder, as_text(draft, tmp_path))
    done = imported(folder, as_text(FIXED, tmp_path))
    assert [entry.change for entry in done.prepared.entries] == [Change.FINAL]
    assert (folder / "corrections.csv").read_text(encoding="utf-8").count("\n") == 1
    assert b",final," in (folder / "reports" / "2021.csv").read_bytes()


def test_two_periods_of_a_new_provider_at_once(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    earlier = of(FIXED, period_start=date(2020, 1, 1), period_end=date(2020, 12, 31), report_date=date(2021, 2, 1))
    done = imported(folder, as_text(FIXED, tmp_path), as_text(earlier, tmp_path, "earlier.txt"))
    assert not has_errors(done.findings)
    assert len(done.prepared.entries) == 2
    assert findings_of(folder) == []


def test_the_same_report_in_two_files_is_one(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    write_pdf(FIXED, tmp_path / "report.pdf", lines=True)
    done = imported(folder, as_text(FIXED, tmp_path), tmp_path / "report.pdf")
    assert not has_errors(done.findings)
    assert len(done.prepared.entries) == 1


def test_a_commit_shows_just_the_new_rows(data: Path, tmp_path: Path) -> None:
    """Lines that were there keep their bytes, quotes and spaces and line ends included."""
    cell(_OUTPLACEMENT, "service", '"outplacement"')(data)
    lines = (data / _RESULTS).read_bytes().replace(b"\n", b"\r\n")
    (data / _RESULTS).write_bytes(lines)
    other = replace(FIXED, name="Anders Werkt")
    assert not has_errors(imported(data, as_text(other, tmp_path)).findings)
    after = (data / _RESULTS).read_bytes()
    header, *rows = lines.splitlines(keepends=True)
    assert after.startswith(header)
    assert after.endswith(b"".join(rows))
    assert after.count(b"\r\n") == after.count(b"\n") == 1 + 2 * len(rows)
    assert findings_of(data) == []


def test_a_known_provider_is_found_by_a_former_name(data: Path, tmp_path: Path) -> None:
    written(_YAML, "id: verzonnen-werk\nname: Werk Voorop\nformer_names:\n  - Verzonnen Werk\n")(data)
    later = of(FIXED, period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), report_date=date(2023, 1, 31))
    done = imported(data, as_text(later, tmp_path))
    assert not has_errors(done.findings)
    assert b"\nverzonnen-werk,2022-01-01," in (data / "reports" / "2022.csv").read_bytes()
    assert b"Tevredenheidsonderzoek Werk Voorop" in (data / "reports" / "2022.csv").read_bytes()


def test_two_providers_that_have_had_one_name_are_told_apart_by_hand(data: Path, tmp_path: Path) -> None:
    written("providers/anders.yaml", "id: anders\nname: Anders\nformer_names:\n  - Verzonnen Werk\n")(data)
    later = of(FIXED, period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), report_date=date(2023, 1, 31))
    assert "I32" in codes(imported(data, as_text(later, tmp_path)))
    done = imported(data, as_text(later, tmp_path), naming=Naming(provider="anders"))
    assert not has_errors(done.findings)


def test_a_name_in_three_spellings_is_chosen_by_hand(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    told = with_tabs(FIXED).replace("In opdracht van Verzonnen Werk", "In opdracht van VerzonnenWerk")
    (tmp_path / "report.txt").write_text(told.replace("of Verzonnen", "of Verzonnen"), encoding="utf-8")
    assert "I17" in codes(imported(folder, tmp_path / "report.txt"))
    naming = Naming(new_provider="het-werk", name="Het Werk")
    done = imported(folder, tmp_path / "report.txt", naming=naming)
    assert not has_errors(done.findings)
    assert (
        (folder / "providers" / "het-werk.yaml")
        .read_text(encoding="utf-8")
        .startswith("id: het-werk\nname: Het Werk\n")
    )


def test_a_public_repository_is_warned_of_a_commit_that_is_early(tmp_path: Path) -> None:
    early, later = date(2022, 2, 14), date(2022, 2, 15)
    told = as_text(FIXED, tmp_path)
    assert "I37" in codes(imported(empty_register(tmp_path / "1", "public"), told, as_of=early))
    assert "I37" not in codes(imported(empty_register(tmp_path / "2", "public"), told, as_of=later))
    assert "I37" not in codes(imported(empty_register(tmp_path / "3", "private"), told, as_of=early))


def test_a_private_repository_may_keep_withheld_grades_and_does_not_show_them(tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "private")
    done = imported(folder, as_text(FIXED, tmp_path), unsealed=True)
    assert b"jobcoaching,10,2,3.5,nee" in (folder / _RESULTS).read_bytes()
    assert "3.5" not in str(done.prepared.shown)
    corrected = with_row(FIXED, "jobcoaching", grade=Decimal("3.0"))
    done = imported(folder, as_text(corrected, tmp_path), unsealed=True, correction="Tikfout")
    assert b"jobcoaching,10,2,3.0,nee" in (folder / _RESULTS).read_bytes()
    assert "3.5" not in str(done.prepared.shown)
    assert "3.0" not in str(done.prepared.shown)


def test_a_correction_that_withholds_beside_counts_of_grades_says_so(tmp_path: Path) -> None:
    """Counts that may stand beside published grades may not stand beside a withheld one."""
    plain = replace(
        FIXED, results=tuple(row for row in FIXED.results if row.service in {"van-werk-naar-werk", "total"})
    )
    plain = with_row(plain, "total", net_sample=40, completed=20, grade=Decimal("8.1"))
    folder = empty_register(tmp_path / "x", "public")
    imported(folder, as_text(plain, tmp_path))
    header = f"provider,period_end,audience,service,{','.join(f'grade_{n}' for n in range(1, 11))}\n"
    counts = "verzonnen-werk,2021-12-31,client,total,0,0,0,0,0,0,0,18,2,0\n"
    written("distributions/2021.csv", header + counts)(folder)
    assert findings_of(folder) == []
    corrected = with_row(plain, "van-werk-naar-werk", publication=Publication.NO)
    done = imported(folder, as_text(corrected, tmp_path), correction="Ander oordeel van het bureau")
    assert [str(each.at) for each in done.findings if each.code == "W02"] == [f"{folder}/distributions/2021.csv:2"]


def test_a_correction_that_takes_a_period_out_of_sight_is_told(data: Path, tmp_path: Path) -> None:
    later = of(FIXED, report_date=date(2022, 6, 1))
    before = public_on(data, date(2022, 6, 5))
    early = imported(data, as_text(later, tmp_path), correction="Nieuw rapport", as_of=date(2022, 6, 5))
    assert "2022-06-22" in str([each for each in early.findings if each.code == "I41"])
    line = (data / "corrections.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert line == "2022-06-05,verzonnen-werk,2021-12-31,het rapport: rapportdatum,Nieuw rapport,,,,,yes"
    # And that is the line that the difference asks for.
    after = public_on(data, date(2022, 6, 5))
    assert (after.providers, [each.id for each in after.withdrawn]) == ((), ["verzonnen-werk"])
    (change,) = difference(before, after)
    assert refused([change]) == ()


def test_a_correction_that_is_seen_at_once_takes_nothing_out_of_sight(data: Path, tmp_path: Path) -> None:
    later = of(FIXED, report_date=date(2022, 6, 1))
    done = imported(data, as_text(later, tmp_path), correction="Nieuw rapport", as_of=date(2022, 6, 23))
    assert [entry.change for entry in done.prepared.entries] == [Change.CORRECTED]
    assert "I41" not in codes(done)
    assert (data / "corrections.csv").read_text(encoding="utf-8").endswith(",Nieuw rapport,,,,,\n")


def test_a_report_of_a_day_that_has_yet_to_come_is_refused(tmp_path: Path) -> None:
    done = imported(empty_register(tmp_path), as_text(FIXED, tmp_path), as_of=date(2022, 1, 24))
    assert [str(each.at) for each in done.findings if each.code == "I08"] == [f"{tmp_path / 'report.txt'}:11"]


def test_a_delivery_leaves_alone_what_it_has_no_column_for(data: Path, tmp_path: Path) -> None:
    """A delivery of table 1.1 alone does not take away what the report said besides."""
    before = contents(data)
    lines = [line.split(";") for line in delivery_csv([FIXED]).splitlines()]
    (tmp_path / "table.csv").write_text("".join(";".join(line[:12]) + "\n" for line in lines), encoding="utf-8")
    done = imported(data, tmp_path / "table.csv")
    assert [entry.change for entry in done.prepared.entries] == [Change.UNCHANGED]
    assert contents(data) == before


@pytest.mark.parametrize(
    ("separator", "register", "name"),
    [(";", empty_register, "Verzonnen Werk"), (",", empty_english_register, "Invented Academy")],
)
def test_the_deliveries_in_the_docs_can_be_imported(
    separator: str, register: Callable[[Path], Path], name: str, tmp_path: Path
) -> None:
    docs = (ROOT / "docs" / "import.md").read_text(encoding="utf-8").splitlines()
    lines = [line.strip() for line in docs if line.startswith("    ") and line.count(separator) > 5]
    assert len(lines) == 3
    (tmp_path / "delivery.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    done = imported(register(tmp_path), tmp_path / "delivery.csv")
    assert [entry.provider.name for entry in done.prepared.entries] == [name]


def test_in_a_folder_a_table_of_something_else_is_passed_over(tmp_path: Path) -> None:
    inside = tmp_path / "reports"
    inside.mkdir()
    as_text(FIXED, inside)
    (inside / "addresses.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    (inside / "letter.docx").write_bytes(b"PK")
    done = imported(empty_register(tmp_path), inside)
    assert not has_errors(done.findings)
    assert {Path(each.at.file).name for each in done.findings if each.code == "I30"} == {"addresses.csv", "letter.docx"}


@pytest.mark.parametrize("form", ["0", "0.0", "General", "0.00"])
def test_a_grade_in_a_workbook_is_read_as_its_cell_has_it(form: str, tmp_path: Path) -> None:
    write_xlsx([FIXED], tmp_path / "delivery.xlsx")
    workbook = load_workbook(tmp_path / "delivery.xlsx")
    for row in workbook.worksheets[0].iter_rows(min_row=3, min_col=11, max_col=11):
        row[0].number_format = form
    workbook.save(tmp_path / "delivery.xlsx")
    data = empty_register(tmp_path)
    assert not has_errors(imported(data, tmp_path / "delivery.xlsx", unsealed=True).findings)
    assert b"client,van-werk-naar-werk,40,20,8.1,ja" in (data / _RESULTS).read_bytes()


@pytest.mark.parametrize(
    "name", ["no", "1.0", "#werk", "a: b", "- werk", "'t Werk", "Zo\u00eb & \u00c9lan", "\u4e2d\u6587 Werk"]
)
def test_any_name_comes_back_from_its_file(name: str, tmp_path: Path) -> None:
    folder = empty_register(tmp_path, "public")
    done = imported(folder, as_text(replace(FIXED, name=name), tmp_path), naming=Naming(new_provider="werk"))
    assert not has_errors(done.findings), done.findings
    assert {each.partition(" ")[0] for each in findings_of(folder)} <= {"P11"}  # a warning of letters of another script
    assert imported(folder, as_text(replace(FIXED, name=name), tmp_path)).prepared.contents == {}


def test_when_a_file_cannot_be_replaced_all_are_as_they_were(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(data)
    replaced = []

    def refuse_the_third(old: Path, new: Path) -> None:
        replaced.append(new)
        if len(replaced) == 3:
            raise KeyboardInterrupt
        Path(old).rename(new)

    monkeypatch.setattr("os.replace", refuse_the_third)
    with pytest.raises(KeyboardInterrupt):
        imported(data, as_text(replace(FIXED, name="Anders Werkt"), tmp_path))
    assert len(replaced) == 3
    assert contents(data) == before


def test_a_folder_that_was_made_for_nothing_is_gone_again(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a file in the place of a folder", encoding="utf-8")
    with pytest.raises(OSError, match="there"):
        replace_files(tmp_path, {"new/a.csv": b"a", "there/b.csv": b"b"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there"]
