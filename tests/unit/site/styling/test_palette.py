"""The colours of what is drawn are those of the stylesheets, and stand in one place."""

import re
import shutil
from dataclasses import astuple, replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from support.made import files
from support.project import ROOT
from support.registers.empty import CHARTER
from support.registers.public import grade, provider, register, report
from support.settings import SETTINGS, STYLES
from support.words import WORDS

from generator.site.content.content import content
from generator.site.content.looks import looks
from generator.site.settings import SettingsError, read_settings
from generator.site.styling.palette import Palette, hexadecimal, palette_of, rgb
from generator.site.styling.sheets import TOKENS

TEMPLATES = "generator/site/rendering/templates"
# No two are alike, and none is in tokens.css.
OTHERS = Palette(accent="#a10001", text="#b20002", muted="#c30003", line="#d40004", surface="#e50005", page="#f60006")
BADGE = "aanbieders/verzonnen/badge-beide.svg"


def test_the_palette_is_that_of_the_tokens() -> None:
    assert SETTINGS.palette == Palette("#0b5c7a", "#1c2529", "#515d63", "#c9d2d6", "#eff4f6", "#fff")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "--kc-light-muted must be a colour such as #0b5c7a or #fff, not ''"),
        ("--kc-light-muted: grey;", "not 'grey'"),
        ("--kc-light-muted: var(--kc-light-text);", "not 'var"),
        ("--kc-light-muted: #12345;", "not '#12345'"),
    ],
)
def test_a_colour_that_cannot_be_drawn_is_refused(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        palette_of(re.sub(r"--kc-light-muted: [^;]+;", written, STYLES[TOKENS]))


def test_a_short_colour_is_the_long_one() -> None:
    assert hexadecimal("#fff") == "ffffff"
    assert hexadecimal("#0b5c7a") == "0b5c7a"
    assert rgb("#0af") == rgb("#00aaff") == (0, 170, 255)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, with the styles of ours."""
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for folder in ("styles", "pages"):
        shutil.copytree(ROOT / "site_src" / folder, tmp_path / "site_src" / folder)
    return tmp_path


def test_the_settings_take_the_palette_from_the_project(project: Path) -> None:
    tokens = project / "site_src" / "styles" / "tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace("accent: #0b5c7a", "accent: #a10001"), encoding="utf-8")
    assert read_settings(project, CHARTER).palette == replace(SETTINGS.palette, accent="#a10001")


def test_styles_that_cannot_be_used_are_told_by_name(project: Path) -> None:
    (project / "site_src" / "styles" / "tokens.css").write_text(":root {}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"styles/tokens\.css: --kc-light-accent must be"):
        read_settings(project, CHARTER)


def test_a_style_that_a_project_does_not_have_is_that_of_the_program(project: Path) -> None:
    styles = project / "site_src" / "styles"
    (styles / "tray.css").unlink()
    (styles / "map.css").write_text(".kc-map {}\n", encoding="utf-8")
    read = read_settings(project, CHARTER).styles
    assert (read["tray"], read["map"]) == (SETTINGS.styles["tray"], ".kc-map {}\n")


def drawn(palette: Palette) -> dict[str, bytes]:
    """The files of a provider, and of one that is public no more, in these colours."""
    public = register(provider(report(total=grade("7.5"))))
    settings = replace(SETTINGS, palette=palette)
    withdrawn = frozenset({"/aanbieders/weg/badge.svg", "/aanbieders/weg/badge.json"})
    of_the_site = {name: text.encode() for name, text in looks(settings, WORDS)}
    return {**of_the_site, **files(content(public, settings, withdrawn))}


def test_all_that_is_drawn_has_the_colours_that_it_is_given() -> None:
    made = drawn(OTHERS)
    told = {
        BADGE: set(astuple(OTHERS)),
        "aanbieders/weg/badge.svg": {OTHERS.page, OTHERS.line, OTHERS.accent, OTHERS.text},
        "images/favicon.svg": {OTHERS.accent, OTHERS.page},
    }
    for name, colours in told.items():
        assert set(re.findall(r"#[0-9a-f]{3,6}\b", made[name].decode())) == colours
    assert '"color": "a10001"' in made["aanbieders/verzonnen/badge.json"].decode()
    assert '"color": "c30003"' in made["aanbieders/weg/badge.json"].decode()
    for name in ("aanbieders/verzonnen/deel.png", "images/deel.png"):
        picture = Image.open(BytesIO(made[name])).convert("RGB")
        assert picture.getpixel((5, picture.height - 5)) == rgb(OTHERS.accent)
    picture = Image.open(BytesIO(made["aanbieders/verzonnen/deel.png"])).convert("RGB")
    assert picture.getpixel((5, 5)) == rgb(OTHERS.page)
    assert {colour for _, colour in picture.getcolors() or []} >= {rgb(OTHERS.page), rgb(OTHERS.accent)}


def test_no_colour_stands_in_the_program_its_templates_its_scripts_or_the_theme() -> None:
    places = (
        ("generator/site", "*.py"),
        (TEMPLATES, "*.jinja"),
        ("site_src/theme", "*.html"),
    )
    sources = [file for folder, name in (*places, ("site_src/pages", "*.*")) for file in (ROOT / folder).rglob(name)]
    found = {
        file.name: colours
        for file in sources
        if (colours := re.findall(r"#(?:[0-9a-f]{3}){1,2}\b(?!;)", file.read_text(encoding="utf-8")))
    }
    # What a colour must look like is said by example.
    assert found.keys() == {"palette.py"}
