"""The promises of the project over whole builds: an invented register, a real engine, every byte compared.

That nothing withheld and nothing early is in a build: tests/leaks.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.building import IN_THE_MENU, build_site
from support.made import FRAME, content_of
from support.project import ROOT
from support.registers.editing import all_of, cell, private, removed, without
from support.registers.empty import CHARTER
from support.registers.invented import (
    ALFA_COMMISSIONERS,
    ALFA_FIRST,
    ALFA_TOTAL,
    BETA_COUNTS,
    BETA_REPORT,
    BETA_TOTAL,
    write_register,
)
from support.registers.reading import contents

from generator.commands.main import main
from generator.disk.swap import swap
from generator.engine.errors import EngineError
from generator.site.content.content import Content
from generator.site.content.parts import File, Part
from generator.site.rendering import plotly


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def build(data: Path, to: Path, as_of: str = "2026-11-22") -> dict[str, bytes]:
    """Build, and return every byte of the Markdown and of the site."""
    done = run("build", "--data", data, "--docs", to / "docs", "--site", to / "site", "--as-of", as_of)
    assert done.exit_code == 0, done.output
    return {name: content for name, content in contents(to).items() if name.startswith(("docs/", "site/"))}


@pytest.fixture
def private_register(register_folder: Path) -> Path:
    private()(register_folder)
    return register_folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which an invented register with every case was built, below a path of its own."""
    to = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("SITE_URL", "https://example.org/klantcijfer/")
        build(write_register(to), to)
    return to


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, bytes]:
    """Every byte of that site."""
    return contents(built / "site")


def test_a_site_has_what_is_public(site: dict[str, bytes]) -> None:
    assert "aanbieders/verzonnen-alfa/index.html" in site
    assert "aanbieders/verzonnen-gamma/index.html" not in site


def test_the_sitemap_names_every_page(site: dict[str, bytes]) -> None:
    # What stands in a frame, hangs on a wall or leads on is no page that a search engine should find.
    found = (name for name, content in site.items() if name.endswith("index.html") and b'"noindex"' not in content)
    pages = {name.removesuffix("index.html") for name in found}
    named = set(re.findall(r"<loc>https://example.org/klantcijfer/(.*?)</loc>", site["sitemap.xml"].decode()))
    assert named == pages
    some = {"", "aanbieders/verzonnen-alfa/", "diensten/eerste-hulp/", "provincies/utrecht/", "a-z/v/", "vergelijken/"}
    assert some <= named


def test_a_site_is_for_whoever_serves_it_and_carries_no_clock(built: Path, site: dict[str, bytes]) -> None:
    assert (built / "site").stat().st_mode & 0o777 == 0o755
    packed = [content for name, content in site.items() if name.endswith(".gz")]
    assert {int.from_bytes(content[4:8], "little") for content in packed} == {0}  # the time at which it was made


def test_the_script_that_draws_charts_is_on_the_site_as_its_package_has_it(site: dict[str, bytes]) -> None:
    assert plotly.SCRIPT.endswith(f"/plotly-{version('plotly')}.min.js")
    assert site[plotly.SCRIPT] == plotly.script_file().read_bytes()


def test_a_rebuild_after_a_change_is_a_clean_build(private_register: Path, tmp_path: Path) -> None:
    build(private_register, tmp_path / "again")
    all_of(
        cell(ALFA_TOTAL, "grade", "8.2"),
        removed("providers/verzonnen-beta.yaml"),
        *(without(row) for row in (BETA_REPORT, BETA_TOTAL, BETA_COUNTS)),
    )(private_register)
    assert build(private_register, tmp_path / "again") == build(private_register, tmp_path / "clean")


def test_a_fault_stops_the_build_and_leaves_the_last_site(private_register: Path, tmp_path: Path) -> None:
    before = build(private_register, tmp_path)
    all_of(
        cell(ALFA_FIRST, "grade", "80"),
        cell(ALFA_COMMISSIONERS, "grade", "7,5"),
    )(private_register)
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 1
    assert f"{ALFA_FIRST.at('grade')} R07 error: grade 80 is not between 1.0 and 10.0" in done.output
    assert f"{ALFA_COMMISSIONERS} F02 error" in done.output
    assert "2 errors, no warnings" in done.output
    changed = contents(tmp_path)
    assert {name: changed[name] for name in before} == before


def test_an_engine_that_fails_leaves_the_last_site(
    private_register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build(private_register, tmp_path)
    before = contents(tmp_path / "site")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    monkeypatch.setenv("SITE_URL", "https://elders.example/")  # so that there is something to make
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 3
    assert "was not built; what was there is still there" in done.output
    assert contents(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".docs.manifest", "data", "docs", "site"]


def test_an_address_of_the_site_that_is_none_is_named(
    private_register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", "no address")
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 2
    assert "SITE_URL: 'no address' must be a whole web address such as https://example.org/register/" in done.output
    assert not (tmp_path / "site").exists()


def test_a_build_notes_what_it_publishes_and_refuses_to_lose_it(private_register: Path, tmp_path: Path) -> None:
    (private_register / "urls.txt").write_text("/over/\n", encoding="utf-8")
    early = build(private_register, tmp_path / "early", as_of="2199-12-31")
    assert "site/aanbieders/verzonnen-alfa/index.html" in early
    assert (private_register / "urls.txt").read_text(encoding="utf-8") == "/over/\n"
    build(private_register, tmp_path)
    noted = (private_register / "urls.txt").read_text(encoding="utf-8").splitlines()
    assert {"/", "/over/", "/aanbieders/verzonnen-alfa/", "/feed.xml"} <= set(noted)
    (private_register / "urls.txt").write_text("\n".join([*noted, "/diensten/weg/", ""]), encoding="utf-8")
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 3
    assert "published before, and would be gone:\n  /diensten/weg/" in done.output


def test_a_site_behind_a_link_is_replaced_where_it_is(private_register: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    build(private_register, tmp_path)
    build(private_register, tmp_path)
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".docs.manifest", "data", "docs", "elsewhere", "site"]


def test_when_the_site_cannot_be_put_in_place_the_markdown_stays_too(
    private_register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build(private_register, tmp_path)
    before = contents(tmp_path / "site") | contents(tmp_path / "docs")
    cell(ALFA_TOTAL, "grade", "8.2")(private_register)

    def failing(new: Path, place: Path) -> None:
        if place.name == "site":
            raise PermissionError(1, "Operation not permitted", str(place))
        swap(new, place)

    monkeypatch.setattr("generator.engine.building.swap", failing)
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    assert done.exit_code == 3
    assert "Operation not permitted" in done.output
    assert contents(tmp_path / "site") | contents(tmp_path / "docs") == before


def test_the_register_is_never_the_target(private_register: Path, tmp_path: Path) -> None:
    before = contents(private_register)
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", private_register)
    assert done.exit_code == 2
    assert "would replace the register" in done.output
    assert contents(private_register) == before


def test_a_page_with_a_link_to_nowhere_is_not_published(tmp_path: Path) -> None:
    pages = [(name, "# Kop\n\n[weg](nergens.md)\n") for name in IN_THE_MENU]
    with pytest.raises(EngineError, match=r"nergens\.md"):
        build_site(content_of(pages), tmp_path)
    assert list(tmp_path.glob("*/*")) == []


def test_a_page_with_a_script_in_it_is_not_published(tmp_path: Path) -> None:
    planted = {"index.md": "# Kop\n\n<p>Tekst</p>\n<script>alert(1)</script>\n"}
    pages = [(name, planted.get(name, "# Kop\n")) for name in IN_THE_MENU]
    with pytest.raises(EngineError, match=r"^index\.html: a script stands in the page: 'alert\(1\)'"):
        build_site(content_of(pages), tmp_path)
    assert list(tmp_path.glob("*/*")) == []


def test_a_file_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    def made() -> Iterator[File]:
        yield from ((name, "# Kop\n") for name in IN_THE_MENU)
        yield "assets/weg.js", (tmp_path / "weg.js").read_bytes()

    with pytest.raises(EngineError, match=r"weg\.js"):
        build_site(Content([Part("all", "", made)], CHARTER.folders, FRAME), tmp_path)
    assert list(tmp_path.glob("*/*")) == []


def test_two_parts_that_make_the_same_file_are_refused(tmp_path: Path) -> None:
    pages = [(name, "# Kop\n") for name in IN_THE_MENU]
    with pytest.raises(EngineError, match=r"two parts of the site make over/x\.txt"):
        build_site(content_of([*pages, ("over/x.txt", "een"), ("over/x.txt", "twee")]), tmp_path)
    assert list(tmp_path.glob("*/*")) == []


def test_warnings_are_printed_and_the_day_of_the_build_is_today(private_register: Path, tmp_path: Path) -> None:
    cell(ALFA_FIRST, "publication", "nee")(private_register)
    before = datetime.now().astimezone().date()
    done = run("build", "--data", private_register, "--docs", tmp_path / "docs", "--site", tmp_path / "site")
    after = datetime.now().astimezone().date()
    assert done.exit_code == 0
    assert "W01 warning" in done.output
    assert "expected ja, by the policy" in done.output
    assert f"as of {before}" in done.output or f"as of {after}" in done.output
