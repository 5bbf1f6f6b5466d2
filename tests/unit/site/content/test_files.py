"""What answers at the addresses of a provider that has another id now, or of which nothing is public any more."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from support.made import files
from support.registers.public import grade, provider, register, report
from support.schemas import validator
from support.settings import SETTINGS

from generator.site.content.content import content


def test_a_former_id_leads_to_the_page() -> None:
    moved = replace(provider(report(total=grade("7.5"))), former_ids=("oud",), name='A "b" <c>')
    page = files(content(register(moved), SETTINGS))["aanbieders/oud/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../verzonnen/">' in page
    assert '<link rel="canonical" href="https://klantcijfer.example/onder/aanbieders/verzonnen/">' in page
    assert '<a href="../verzonnen/"><bdi>A &#34;b&#34; &lt;c&gt;</bdi></a>' in page
    assert "noindex" in page


def test_what_was_published_and_is_public_no_more_says_so_without_a_name() -> None:
    public = register(replace(provider(report(total=grade("7.5"))), former_ids=("oud",)))
    below = ("", "badge.svg", "badge-beide.svg", "badge.json", "deel.png", "embed/", "poster/", "ratings.json")
    others = {"/", "/aanbieders/", "/aanbieders/verzonnen/", "/aanbieders/oud/", "/over/"}
    promised = frozenset(others | {f"/aanbieders/weg/{name}" for name in below})
    assert content(public, SETTINGS, promised).withdrawn == {"weg": sorted(below)}
    made = {
        name.removeprefix("aanbieders/weg/"): text
        for name, text in files(content(public, SETTINGS, promised)).items()
        if name.startswith("aanbieders/weg/")
    }
    assert {name.removesuffix("index.html") for name in made} == set(below)
    assert b"Van deze aanbieder staan hier geen cijfers" in made["index.html"]
    assert b'href="../../aanbieders/"' in made["index.html"]
    assert b'href="../../correcties/"' in made["index.html"]
    assert b'href="../../../aanbieders/"' in made["embed/index.html"]
    assert ET.fromstring(made["badge.svg"]).get("role") == "img"  # noqa: S314 - our own text
    assert json.loads(made["badge.json"])["message"] == "geen openbare cijfers meer"
    schema = json.loads(files(content(public, SETTINGS))["schema/ratings-1.json"])
    validator(schema).validate(json.loads(made["ratings.json"]))
    assert json.loads(made["ratings.json"])["reports"] == []
