"""No commit holds a whole report, wherever in the repository and under whatever name it stands."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

import pytest
from click.testing import CliRunner
from support.english_delivery import ROWS, as_csv
from support.project import ROOT
from support.registers.editing import private
from support.registers.empty import CHARTER, empty_english_register
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
from generator.history.program import is_program
from generator.reports.recognising import kind_of
from generator.reports.terms import Terms

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


def no_services() -> Terms:
    return Terms([], CHARTER)


@pytest.mark.parametrize("form", [with_tabs, with_spaces, with_pipes, with_html, in_html_rows, cell_by_cell])
def test_the_text_of_a_report_is_known_in_every_form(form: Callable[[WrittenReport], str]) -> None:
    assert kind_of(form(FIXED).encode(), no_services) == "the text of a report"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_it_is_known_however_it_was_saved(encoding: str) -> None:
    assert kind_of(with_tabs(FIXED).encode(encoding, "replace"), no_services) == "the text of a report"


def test_a_delivery_is_known_with_one_column_misspelled(tmp_path: Path) -> None:
    delivery = delivery_csv([FIXED])
    assert kind_of(delivery.encode(), no_services) == "a delivery"
    header, rows = delivery.split("\n", 1)
    assert "Publicatie" in header
    assert kind_of(f"{header.replace('Publicatie', 'Gepubliceerd')}\n{rows}".encode(), no_services) == "a delivery"
    write_xlsx([FIXED], tmp_path / "levering.xlsx")
    assert kind_of((tmp_path / "levering.xlsx").read_bytes(), no_services) == "a workbook, a document or an archive"


def test_a_pdf_is_known(tmp_path: Path) -> None:
    write_pdf(FIXED, tmp_path / "report.pdf", lines=True)
    content = (tmp_path / "report.pdf").read_bytes()
    for before in (b"", b"\r\n\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"):
        assert kind_of(before + content, no_services) == "a PDF"


def test_no_file_of_the_project_is_taken_for_one() -> None:
    """The code that reads reports, the docs that describe them, the registers of tests: none has to be excepted."""
    names = git(ROOT, "ls-files", "-z", "--", ".", ":(exclude)data").split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    assert len(files) > 500
    assert [file for file in files if kind_of(file.read_bytes(), no_services)] == []


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


def test_a_register_of_another_sector_refuses_its_own_deliveries_and_the_reports_of_others(project: Path) -> None:
    """Its scale, its nouns and its language are others; what a commit may not hold is the same."""
    rmtree(project / "data")
    empty_english_register(project)
    commit(project)
    delivery = as_csv(ROWS, project).read_bytes().replace(b"Publication", b"Decision", 1)
    shas = [
        put(project, name, content)
        for name, content in (
            ("a.txt", delivery),
            ("b.txt", delivery_csv([FIXED]).encode()),
            ("c.txt", with_tabs(FIXED).encode()),
            ("d.txt", PDF),
        )
    ]
    kinds = ("a delivery", "a delivery", "the text of a report", "a PDF")
    assert found("--since", "HEAD~4") == [
        f"{sha}:{name}.txt G03 error: {kind}" for sha, name, kind in zip(shas, "abcd", kinds, strict=True)
    ]


def test_a_private_repository_may_keep_them(project: Path) -> None:
    commit(project, private())
    put(project, "a.pdf", PDF)
    assert found("--since", "HEAD~1") == []


WHEEL = "requirements/generator-0.1.0-py3-none-any.whl"
ARCHIVE = b"PK\x03\x04 a program"


def named(place: str, content: bytes) -> str:
    """What requirements/generator.txt says of the program of a register."""
    return f"# The program of this register.\n./{place} --hash=sha256:{sha256(content).hexdigest()}\n"


def put_named(project: Path, line: str, place: str, content: bytes) -> str:
    """Commit a file together with a requirements/generator.txt; the id of the commit, as findings show it."""
    (project / "requirements").mkdir(exist_ok=True)
    (project / "requirements" / "generator.txt").write_text(line, encoding="utf-8")
    git(project, "add", "requirements")
    return put(project, place, content)


def test_the_program_that_the_register_names_by_its_hash_may_stand_in_it(project: Path) -> None:
    put_named(project, named(WHEEL, ARCHIVE), WHEEL, ARCHIVE)
    staged = git(project, "write-tree")
    newer = ARCHIVE + b", newer"
    put_named(project, named(WHEEL, newer), WHEEL, newer)
    assert found() == []
    assert found(staged, "--only", "--since", "HEAD~2") == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (named(WHEEL, ARCHIVE + b"."), WHEEL),  # another hash
        (named(WHEEL, ARCHIVE), "requirements/generator-0.2.0-py3-none-any.whl"),  # another file than the named one
        (named(WHEEL, ARCHIVE), "generator-0.1.0-py3-none-any.whl"),  # another place
        (named("requirements/rapport.xlsx", ARCHIVE), "requirements/rapport.xlsx"),  # no program by its name
        (named("requirements/generator-1/rapport.whl", ARCHIVE), "requirements/generator-1/rapport.whl"),
        (f"# {named(WHEEL, ARCHIVE)}".replace("\n.", " ."), WHEEL),  # only a comment
    ],
)
def test_no_other_archive_may(project: Path, line: str, place: str) -> None:
    sha = put_named(project, line, place, ARCHIVE)
    assert found() == [f"{sha}:{place} G03 error: a workbook, a document or an archive"]


def test_a_later_commit_does_not_let_in_what_stood_in_one_before(project: Path) -> None:
    sha = put(project, WHEEL, ARCHIVE)
    put_named(project, named(WHEEL, ARCHIVE), "elders.txt", b"niets")
    assert found() == [f"{sha}:{WHEEL} G03 error: a workbook, a document or an archive"]


def test_the_program_stands_beside_the_register_wherever_that_is(tmp_path: Path) -> None:
    root = repository(tmp_path)
    for folder in (root, root / "deep"):
        (folder / "requirements").mkdir(parents=True)
        (folder / "requirements" / "generator.txt").write_text(named(WHEEL, ARCHIVE), encoding="utf-8")
        (folder / WHEEL).write_bytes(ARCHIVE)
    git(root, "add", "requirements", "deep")
    commit(root)
    content = git(root, "rev-parse", f"HEAD:{WHEEL}")
    assert is_program(root, "data", "HEAD", WHEEL, content)
    assert is_program(root, "deep/data", "HEAD", f"deep/{WHEEL}", content)
    assert not is_program(root, "deep/data", "HEAD", WHEEL, content)
    assert not is_program(root, "other/data", "HEAD", f"other/{WHEEL}", content)
