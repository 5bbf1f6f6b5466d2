"""What was published answers for ever: the list of addresses, and what is refused."""

from pathlib import Path

import pytest
from support.registers.empty import CHARTER

from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses, refuse_lost_addresses
from generator.engine.tree import files_in
from generator.register.addresses import note_addresses, read_addresses

FOLDERS = CHARTER.folders


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (
        "index.html",
        "404.html",
        "feed.xml",
        "a-z/a/index.html",
        "scripts/main.js",
        "aanbieders/index.html",
        "aanbieders/een/index.html",
        "aanbieders/een/badge.svg",
        "aanbieders/een/comparison.json",
        "aanbieders/365/index.html",
        "diensten/jobcoaching/chart.json",
        "diensten/jobcoaching/index.html",
        "diensten/jobcoaching/2/index.html",
        "provincies/utrecht/12/index.html",
        "correcties/index.html",
        "correcties/2/index.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_pages_and_what_others_link_to_are_permanent(site: Path) -> None:
    assert permanent_addresses(files_in(site), FOLDERS) == {
        "/",
        "/feed.xml",
        "/aanbieders/",
        "/aanbieders/een/",
        "/aanbieders/een/badge.svg",
        "/aanbieders/365/",
        "/diensten/jobcoaching/",
        "/correcties/",
    }


def test_a_site_that_would_lose_an_address_is_refused(site: Path) -> None:
    refuse_lost_addresses({"/", "/aanbieders/een/"}, files_in(site), FOLDERS)
    with pytest.raises(EngineError, match=r"published before, and would be gone:\n  /aanbieders/twee/\n"):
        refuse_lost_addresses({"/", "/aanbieders/twee/"}, files_in(site), FOLDERS)
    with pytest.raises(EngineError, match=r"`folders` in data/register\.yaml"):
        refuse_lost_addresses({"/providers/een/"}, files_in(site), FOLDERS)
    many = {f"/aanbieders/{number}/" for number in range(12)}
    with pytest.raises(EngineError, match="and 2 more"):
        refuse_lost_addresses(many, files_in(site), FOLDERS)


def test_the_list_is_sorted_and_never_gets_shorter(tmp_path: Path) -> None:
    assert read_addresses(tmp_path) == (frozenset(), [])
    note_addresses(tmp_path, {"/b/", "/a/", "/"})
    known, findings = read_addresses(tmp_path)
    assert known == {"/", "/a/", "/b/"}
    assert findings == []
    note_addresses(tmp_path, {"/c/"})
    assert (tmp_path / "urls.txt").read_text(encoding="utf-8") == "/\n/a/\n/b/\n/c/\n"


@pytest.mark.parametrize("line", ["over/", "/../weg", "/a b/", "/A/", "//elders.example/", "/.git/", "/a/?x"])
def test_a_line_that_is_no_path_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "urls.txt").write_text(f"/\n{line}\n", encoding="utf-8")
    _, (finding,) = read_addresses(tmp_path)
    assert (finding.code, str(finding.at)) == ("F13", "urls.txt:2")
