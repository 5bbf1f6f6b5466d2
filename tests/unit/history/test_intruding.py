"""No commit holds a whole report, wherever in the repository and under whatever name it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.project import ROOT
from support.registers.editing import private
from support.report_writer import (
    FIXED,
    WrittenReport,
    cell_by_cell,
    delivery_csv,
    in_html_rows,
    with_html,
    with_pipes,
    with_spaces,
    with_tabs,
    write_pdf,
    write_xlsx,
)
from support.repositories import NO_DRAFT, commit, git, repository

from generator.commands.main import main
from generator.reports.labels import Labels
from generator.reports.recognising import kind_of

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "project", NO_DRAFT)
    monkeypatch.chdir(folder)
    return folder


def put(project: Path, name: str, content: bytes) -> str:
    """Commit a file; the id of the commit, as findings show it."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    git(project, "add", "--force", name)
    return commit(project)[:12]


def take_out(project: Path, name: str) -> None:
    git(project, "rm", "--quiet", name)
    commit(project)


def found(*arguments: str) -> list[str]:
    """The first lines of the findings."""
    done = CliRunner().invoke(main, ["guard", *arguments], catch_exceptions=False)
    lines = [line for line in done.output.splitlines() if " error: " in line]
    assert done.exit_code == bool(lines)
    return lines


def no_labels() -> Labels:
    return Labels([], ())


@pytest.mark.parametrize("form", [with_tabs, with_spaces, with_pipes, with_html, in_html_rows, cell_by_cell])
def test_the_text_of_a_report_is_known_in_every_form(form: Callable[[WrittenReport], str]) -> None:
    assert kind_of(form(FIXED).encode(), no_labels) == "the text of a report"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_it_is_known_however_it_was_saved(encoding: str) -> None:
    assert kind_of(with_tabs(FIXED).encode(encoding, "replace"), no_labels) == "the text of a report"


def test_a_delivery_is_known_with_one_column_misspelled(tmp_path: Path) -> None:
    delivery = delivery_csv([FIXED])
    assert kind_of(delivery.encode(), no_labels) == "a delivery"
    header, rows = delivery.split("\n", 1)
    assert "Publicatie" in header
    assert kind_of(f"{header.replace('Publicatie', 'Gepubliceerd')}\n{rows}".encode(), no_labels) == "a delivery"
    write_xlsx([FIXED], tmp_path / "levering.xlsx")
    assert kind_of((tmp_path / "levering.xlsx").read_bytes(), no_labels) == "a workbook, a document or an archive"


def test_a_pdf_is_known(tmp_path: Path) -> None:
    write_pdf(FIXED, tmp_path / "report.pdf", lines=True)
    content = (tmp_path / "report.pdf").read_bytes()
    for before in (b"", b"\r\n\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"):
        assert kind_of(before + content, no_labels) == "a PDF"


def test_no_file_of_the_project_is_taken_for_one() -> None:
    """The code that reads reports, the docs that describe them, the registers of tests: none has to be excepted."""
    names = git(ROOT, "ls-files", "-z", "--", ".", ":(exclude)data").split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    assert len(files) > 500
    assert [file for file in files if kind_of(file.read_bytes(), no_labels)] == []


def test_a_report_that_the_next_commit_takes_out_is_refused_in_the_commit_that_had_it(project: Path) -> None:
    sha = put(project, "een map/bijlage", PDF)
    take_out(project, "een map/bijlage")
    text = put(project, "data/replies/verzonnen-alfa/2020-12-31.md", with_tabs(FIXED).encode())
    assert found("--since", "HEAD~3") == [
        f"{sha}:een map/bijlage G03 error: a PDF",
        f"{text}:data/replies/verzonnen-alfa/2020-12-31.md G03 error: the text of a report",
    ]
    assert found("--since", "HEAD~1") == [
        f"{text}:data/replies/verzonnen-alfa/2020-12-31.md G03 error: the text of a report"
    ]


def test_the_same_report_under_another_name_is_another_file(project: Path) -> None:
    first = put(project, "a.pdf", PDF)
    second = put(project, "b.pdf", PDF)
    assert found() == [f"{first}:a.pdf G03 error: a PDF", f"{second}:b.pdf G03 error: a PDF"]


def test_what_is_public_already_does_not_stop_the_next_commit(project: Path) -> None:
    put(project, "a.pdf", PDF)
    put(project, "elders.txt", b"niets")
    assert found("--since", "HEAD~1") == []
    assert found("--since", "HEAD~1", "--only") == []


def test_a_merge_brings_in_the_reports_of_its_branch(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "branch")
    sha = put(project, "a.pdf", PDF)
    git(project, "switch", "--quiet", "main")
    put(project, "elders.txt", b"niets")
    git(project, "merge", "--quiet", "--no-edit", "branch")
    assert found("--since", "HEAD^1") == [f"{sha}:a.pdf G03 error: a PDF"]


def test_a_private_repository_may_keep_them(project: Path) -> None:
    commit(project, private())
    put(project, "a.pdf", PDF)
    assert found("--since", "HEAD~1") == []
