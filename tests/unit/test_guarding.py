"""The policy in the head of each page: the theme's own scripts may run, and no other."""

import base64
from hashlib import sha256
from pathlib import Path

import pytest

from generator.engine.errors import EngineError
from generator.engine.guarding import guard, guarded, inline_scripts

THEME = 'var base=new URL("/klantcijfer",location)'
BELOW = 'var base=new URL("../..",location)'
HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>Iets</title>'


def page(*scripts: str) -> str:
    return HEAD + "".join(f"<script>{script}</script>" for script in scripts) + "</head><body>Tekst</body></html>"


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "404.html").write_text(page(THEME), encoding="utf-8")
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "index.html").write_text(page(BELOW), encoding="utf-8")
    return tmp_path


def test_each_page_allows_the_theme_s_scripts_as_they_stand_in_it(site: Path) -> None:
    guard(site)
    for name, script in (("404.html", THEME), ("a/b/index.html", BELOW)):
        text = (site / name).read_text(encoding="utf-8")
        assert text.index("Content-Security-Policy") < text.index("<script")
        assert f"script-src 'self' 'wasm-unsafe-eval' {hashed(script)};" in text
        assert "default-src 'self';" in text
        assert '<meta name="referrer" content="same-origin">' in text
        assert text.endswith("Tekst</body></html>")


@pytest.mark.parametrize(
    "script",
    ["alert(1)", f"{THEME};alert(1)", 'var base=new URL("//elders.example",location)'],
)
def test_a_script_that_is_not_the_theme_s_stops_the_build(site: Path, script: str) -> None:
    (site / "a" / "b" / "index.html").write_text(page(BELOW, script), encoding="utf-8")
    with pytest.raises(EngineError, match=r"a/b/index\.html: a script that is not the theme's"):
        guard(site)


def test_a_page_without_scripts_allows_none_that_stands_in_it() -> None:
    text = guarded(page(), set(), "x")
    assert "script-src 'self' 'wasm-unsafe-eval';" in text


def test_a_page_that_could_not_be_guarded_in_time_stops_the_build() -> None:
    with pytest.raises(EngineError, match="before its first script"):
        guarded(f"<head><script>{THEME}</script>{HEAD}</head>", {THEME.replace("/klantcijfer", "")}, "x")
    with pytest.raises(EngineError, match="before its first script"):
        guarded("<p>Geen kop</p>", set(), "x")


def test_data_and_files_are_no_inline_scripts() -> None:
    text = (
        '<script src="main.js"></script><script type="application/ld+json">{"a": 1}</script>'
        '<SCRIPT id="x" type="application/json">{}</SCRIPT><script type="module">een()</script><script>twee()</script >'
    )
    assert list(inline_scripts(text)) == ["een()", "twee()"]
