"""What was published answers for ever: the list of addresses, former ids, and what is refused."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from support.public_model import grade, provider, register, report
from support.settings import SETTINGS

from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses, refuse_lost_addresses
from generator.register.addresses import note_addresses, read_addresses
from generator.site.content.content import content


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
        "aanbieders/een/vergelijken.json",
        "diensten/jobcoaching/grafiek.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_pages_and_what_others_link_to_are_permanent(site: Path) -> None:
    assert permanent_addresses(site) == {
        "/",
        "/feed.xml",
        "/aanbieders/",
        "/aanbieders/een/",
        "/aanbieders/een/badge.svg",
    }


def test_a_site_that_would_lose_an_address_is_refused(site: Path) -> None:
    refuse_lost_addresses({"/", "/aanbieders/een/"}, site)
    with pytest.raises(EngineError, match=r"published before, and would be gone:\n  /aanbieders/twee/\n"):
        refuse_lost_addresses({"/", "/aanbieders/twee/"}, site)
    many = {f"/aanbieders/{number}/" for number in range(12)}
    with pytest.raises(EngineError, match="and 2 more"):
        refuse_lost_addresses(many, site)


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


def test_a_former_id_leads_to_the_page() -> None:
    moved = replace(provider(report(total=grade("7.5"))), former_ids=("oud",), name='A "b" <c>')
    page = dict(content(register(moved), SETTINGS).files)["aanbieders/oud/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../verzonnen/">' in page
    assert '<link rel="canonical" href="https://klantcijfer.example/onder/aanbieders/verzonnen/">' in page
    assert '<a href="../verzonnen/">A &#34;b&#34; &lt;c&gt;</a>' in page
    assert "noindex" in page


def test_what_was_published_and_is_public_no_more_says_so_without_a_name() -> None:
    public = register(replace(provider(report(total=grade("7.5"))), former_ids=("oud",)))
    below = ("", "badge.svg", "badge-beide.svg", "badge.json", "deel.png", "embed/", "poster/", "ratings.json")
    others = {"/", "/aanbieders/", "/aanbieders/verzonnen/", "/aanbieders/oud/", "/over/"}
    promised = frozenset(others | {f"/aanbieders/weg/{name}" for name in below})
    assert content(public, SETTINGS, promised).withdrawn == {"weg": sorted(below)}
    made = {
        name.removeprefix("aanbieders/weg/"): text
        for name, text in content(public, SETTINGS, promised).files
        if name.startswith("aanbieders/weg/")
    }
    assert {name.removesuffix("index.html") for name in made} == set(below)
    assert b"Van deze aanbieder staan hier geen cijfers" in made["index.html"]
    assert b'href="../../aanbieders/"' in made["index.html"]
    assert b'href="../../../aanbieders/"' in made["embed/index.html"]
    assert ET.fromstring(made["badge.svg"]).get("role") == "img"  # noqa: S314 - our own text
    assert json.loads(made["badge.json"])["message"] == "geen openbare cijfers meer"
    schema = json.loads(dict(content(public, SETTINGS).files)["schema/ratings-1.json"])
    Draft202012Validator(schema).validate(json.loads(made["ratings.json"]))
    assert json.loads(made["ratings.json"])["reports"] == []
