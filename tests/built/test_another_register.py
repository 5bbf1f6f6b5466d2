"""A whole site of another register: in English, with folders of its own, without regions, with the program's styles."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import astuple
from pathlib import Path
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from click.testing import CliRunner
from justhtml import JustHTML
from support.catalogues import flat
from support.project import ROOT
from support.registers.reading import contents
from support.words import ENGLISH, ENGLISH_REGISTER, WORDS

from generator.commands.main import main
from generator.site.words.catalogue import Words

HOME = "https://chords.example/count/"
PAGES = ("about", "accessibility", "privacy")
BY_HAND = "---\ntitle: By hand\n---\n# By hand\n\n## Who {#who}\n\n## Mistakes {#mistake}\n"
SAID = '<b a="1">&lt;\''  # what its own phrases of the frame say: text that tries to be more
OWN_WORDS = {
    "menu": SAID,
    "skip": SAID,
    "scheme": {"default": SAID, "slate": SAID},
    "not_found": {"title": SAID, "heading": SAID, "why": SAID, "home": SAID},
}
BLANK = "/"  # the link of a result that a script fills in
PROGRAM = ROOT / "site_src"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, of a project with nothing but pages written by hand and colours."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ENGLISH_REGISTER, project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    colours = (PROGRAM / "styles" / "tokens.css").read_text(encoding="utf-8").replace("#0b5c7a", "#a10001")
    words = project / "data" / "words" / "en.yaml"
    words.parent.mkdir()
    words.write_text(json.dumps({"frame": OWN_WORDS}), encoding="utf-8")
    own = {f"pages/{name}.md": BY_HAND for name in PAGES} | {"styles/tokens.css": colours}
    for name, text in own.items():
        file = project / "site_src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    runner = CliRunner(env={"SITE_URL": HOME})
    with chdir(project):
        done = runner.invoke(main, ["build", "--as-of", "2026-01-01"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return project / "site"


def pages(site: Path) -> Iterator[tuple[str, JustHTML]]:
    """Each page by its address below the site."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix().removesuffix("index.html")
        yield name, JustHTML(file.read_text(encoding="utf-8"), sanitize=False)


def said(page: JustHTML, attribute: str) -> list[str]:
    """All that the page says by an attribute."""
    return [str((element.attrs or {})[attribute]) for element in page.query(f"[{attribute}]")]


def test_every_link_of_every_page_leads_to_a_part_of_the_site_that_is_there(site: Path) -> None:
    parts = {name: set(said(page, "id")) for name, page in pages(site)}
    for name, page in pages(site):
        for link in {*said(page, "href"), *said(page, "src"), *said(page, "data-chart")} - {BLANK}:
            address, part = urldefrag(urljoin(HOME + name, link))
            if address.startswith(HOME):
                to = urlsplit(address.removeprefix(HOME)).path
                assert (site / to).is_file() or to in parts, f"{name}: {link}"
                assert not part or part in parts[to], f"{name}: {link}"
            else:
                assert "chords.example" not in address, f"{name}: {link}"


def test_no_two_parts_of_a_page_have_the_same_name(site: Path) -> None:
    for name, page in pages(site):
        assert [part for part, count in Counter(said(page, "id")).items() if count > 1] == [], name


def test_the_frame_of_each_page_has_the_name_the_menu_and_the_foot_of_the_register(site: Path) -> None:
    framed = {name: page for name, page in pages(site) if page.query("header")}
    assert {"", "404.html", "academies/", "a-z/other/", "about/"} < framed.keys()
    for name, page in framed.items():
        links = page.query("header nav a")
        assert {link.to_text(): urljoin(HOME + name, str((link.attrs or {})["href"])) for link in links} == {
            "Academies": f"{HOME}academies/",
            "Courses": f"{HOME}courses/",
            "Compare": f"{HOME}compare/",
            "Explanation": f"{HOME}explanation/",
        }
        foot = [link.to_text() for link in page.query("footer a")]
        assert foot == ["Explanation", "Corrections", "Open data", "About this site", "Accessibility", "Privacy"]
        assert "Invented Survey Office" in page.query("footer p")[0].to_text()
        assert page.query("title")[0].to_text().endswith("Chord Count")


def test_what_the_register_says_in_the_frame_stays_text(site: Path) -> None:
    page = JustHTML((site / "404.html").read_text(encoding="utf-8"), sanitize=False)
    assert [each.to_text() for each in page.query("h1, .md-skip, .md-content p")[:2]] == [SAID, SAID]
    assert said(page, "a") == []
    assert (said(page, "aria-label").count(SAID), said(page, "title").count(SAID)) == (3, 2)
    assert page.query("title")[0].to_text() == f"{SAID} - Chord Count"


def test_what_other_programs_read_has_its_addresses(site: Path) -> None:
    names = dict(pages(site))
    for name, page in names.items():
        for link in page.query("link[rel=canonical]"):
            of_the_provider = re.sub(r"(embed|poster)/$", "", name).replace("alder-and-daughters", "alder-academy")
            assert (link.attrs or {})["href"] == HOME + of_the_provider
    listed = set(re.findall(r"<loc>(.+?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")))
    assert {f"{HOME}{name}/" for name in ("academies", "courses", "academies/alder-academy", *PAGES)} < listed
    feed = (site / "feed.xml").read_text(encoding="utf-8")
    led = {urldefrag(link)[0] for link in re.findall(r'<link rel="alternate" type="text/html" href="(.+?)"', feed)}
    assert f"{HOME}academies/alder-academy/" in led
    assert {address.removeprefix(HOME) for address in listed | led} <= names.keys()
    assert (site / "open-data" / "chord-count.xlsx").is_file()


def in_addresses(words: Words) -> set[str]:
    """All that the catalogue and register.yaml put into addresses."""
    return {*dict(flat(words.group("address"))).values(), *astuple(words.folders)}


def test_no_address_has_a_word_of_dutch(site: Path) -> None:
    dutch = in_addresses(WORDS) - in_addresses(ENGLISH)
    assert {"aanbieders", "zoek", "voorwaarden", "deel.png"} < dutch
    used = {part for name in contents(site) for part in name.split("/")}
    for name, page in pages(site):
        used |= {*said(page, "id"), *said(page, "name")}
        for link in said(page, "href"):
            address = urlsplit(urljoin(HOME + name, link))
            used |= {address.fragment, *address.path.split("/")}
            used |= {each for pair in parse_qsl(address.query) for each in pair}
    assert used & dutch == set()


def test_it_has_no_regions(site: Path) -> None:
    assert [name for name in contents(site) if "region" in name] == []
    home = JustHTML((site / "index.html").read_text(encoding="utf-8"), sanitize=False)
    assert {"grade", "answers"} < set(said(home, "name"))
    assert "region" not in said(home, "name")
    assert "by-region" not in said(home, "id")


def test_what_the_project_does_not_have_comes_from_the_program(site: Path) -> None:
    sheet = (site / "stylesheets" / "site.css").read_text(encoding="utf-8")
    assert "--kc-light-accent: #a10001" in sheet
    assert (PROGRAM / "styles" / "tray.css").read_text(encoding="utf-8") in sheet
    assert (site / "scripts" / "main.js").read_bytes() == (PROGRAM / "pages" / "scripts" / "main.js").read_bytes()
