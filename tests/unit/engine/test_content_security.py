"""The policy in the head of each page: the theme's own scripts may run, and no other."""

import base64
from hashlib import sha256
from pathlib import Path

import pytest

from generator.engine.content_security import inline_scripts, secure, secured
from generator.engine.errors import EngineError

THEME = 'var base=new URL("/klantcijfer",location)'
BELOW = 'var base=new URL("../..",location)'
HEAD = '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8"><title>Iets</title>'


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
    secure(site)
    for name, script in (("404.html", THEME), ("a/b/index.html", BELOW)):
        text = (site / name).read_text(encoding="utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>")
        assert f"script-src 'self' {hashed(script)};" in text
        assert "default-src 'none';" in text
        assert '<meta name="referrer" content="same-origin">' in text
        assert text.endswith("Tekst</body></html>")


def test_no_policy_allows_what_stands_in_the_page_as_such(site: Path) -> None:
    secure(site)
    text = (site / "404.html").read_text(encoding="utf-8")
    for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http:", "https:", "*"):
        assert word not in text


@pytest.mark.parametrize(
    "script",
    ["alert(1)", f"{THEME};alert(1)", 'var base=new URL("//elders.example",location)'],
)
def test_a_script_that_is_not_the_theme_s_stops_the_build(site: Path, script: str) -> None:
    (site / "a" / "b" / "index.html").write_text(page(BELOW, script), encoding="utf-8")
    with pytest.raises(EngineError, match=r"a/b/index\.html: a script that is not the theme's") as refused:
        secure(site)
    assert repr(script[:80]) in str(refused.value)
    assert "site_src/pages/scripts/" in str(refused.value)


def test_a_page_without_scripts_allows_none_that_stands_in_it() -> None:
    text = secured(page(), set(), "x")
    assert "script-src 'self';" in text


@pytest.mark.parametrize(
    "text",
    [
        "<p>Geen kop</p>",
        HEAD.replace("<meta", '<link rel="stylesheet" href="x.css"><meta'),
        HEAD.replace("<meta", "<script src=x.js></script><meta"),
        f"<p>Ervoor</p>{HEAD}",
    ],
)
def test_a_page_in_which_the_policy_would_come_too_late_stops_the_build(text: str) -> None:
    with pytest.raises(EngineError, match=r"x: begins with '.*no place for a policy"):
        secured(text, set(), "x")


def test_data_and_files_are_no_inline_scripts() -> None:
    text = (
        '<script src="main.js"></script><script type="application/ld+json">{"a": 1}</script>'
        '<SCRIPT id="x" type="application/json">{}</SCRIPT><script type="module">een()</script><script>twee()</script >'
    )
    assert list(inline_scripts(text)) == ["een()", "twee()"]
