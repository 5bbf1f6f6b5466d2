"""What `make audit-web` looks at, and what it lets pass."""

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from audit import web
from audit.lighthouse import FLOORS, Scores
from audit.validity import faults
from support.kinds import KINDS, files_of_each_kind, judged_pages


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, size in (
        ("", 10),
        ("aanbieders", 10),
        ("a-z/k", 5),
        ("aanbieders/klein", 5),
        ("aanbieders/groot", 50),
        ("aanbieders/even-groot", 50),
        ("diensten/hulp", 5),
        ("provincies/utrecht", 5),
        ("uitleg", 5),
        ("correcties", 5),
        ("correcties/2", 5),
    ):
        (tmp_path / path).mkdir(exist_ok=True, parents=True)
        (tmp_path / path / "index.html").write_text("x" * size, encoding="utf-8")
    (tmp_path / "404.html").write_text("x", encoding="utf-8")
    (tmp_path / "assets" / "plotly").mkdir(parents=True)
    return tmp_path


def scores(**different: int) -> Scores:
    return Scores({"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100} | different, ())


def test_the_largest_page_of_a_kind_is_judged(site: Path) -> None:
    judged = judged_pages(site)
    assert judged.keys() == KINDS.keys() - {"not found"}
    assert judged["home"] == ""
    assert judged["provider with grades"] == "aanbieders/even-groot/"
    assert judged["provider without grades"] == KINDS["provider without grades"].path
    assert judged["service"] == "diensten/hulp/"


def test_a_site_without_a_kind_of_page_is_not_judged(site: Path) -> None:
    (site / "diensten" / "hulp" / "index.html").unlink()
    with pytest.raises(FileNotFoundError, match="diensten"):
        judged_pages(site)


def test_one_page_of_each_kind_is_validated(site: Path) -> None:
    assert [path.relative_to(site).as_posix() for path in files_of_each_kind(site)] == [
        "index.html",
        "aanbieders/index.html",
        "404.html",  # in the place of all that this site does not have
        "uitleg/index.html",
        "correcties/index.html",
        "aanbieders/even-groot/index.html",
        "diensten/hulp/index.html",
        "provincies/utrecht/index.html",
        "a-z/k/index.html",
        "correcties/2/index.html",
    ]


def test_what_is_empty_in_a_template_is_no_fault(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    found = [
        {"line": line, "ruleId": "empty-heading", "message": "empty", "selector": selector}
        for line, selector in ((1, "main > template > li > h3"), (2, "main > h3"), (3, None))
    ]
    said = json.dumps([{"filePath": "index.html", "messages": found}])

    def run(command: list[str], **_: object) -> CompletedProcess[str]:
        report = command[command.index("--formatter") + 1].removeprefix("json=")
        Path(report).write_text(said, encoding="utf-8")
        return CompletedProcess(command, 1, "", "")

    monkeypatch.setattr("subprocess.run", run)
    page = site / "index.html"
    assert faults([page]) == ["index.html:2: empty-heading: empty", "index.html:3: empty-heading: empty"]


def test_a_page_passes_at_what_is_promised() -> None:
    assert scores().missed == ()


@pytest.mark.parametrize("category", FLOORS)
def test_and_not_one_point_below(category: str) -> None:
    assert scores(**{category: FLOORS[category] - 1}).missed == (category,)


def test_without_node_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    monkeypatch.setattr("sys.argv", ["audit", str(site)])
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(SystemExit) as stopped:
        web.main()
    assert stopped.value.code == web.NO_NODE
