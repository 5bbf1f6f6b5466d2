"""The policy in the head of each page: scripts of the site's own files may run, and none that stands in a page."""

from pathlib import Path

import pytest

from generator.engine.content_security import inline_scripts, secure, secured
from generator.engine.errors import EngineError

HEAD = '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8"><title>Iets</title>'


def page(*scripts: str) -> str:
    return HEAD + "".join(f"<script>{script}</script>" for script in scripts) + "</head><body>Tekst</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("404.html", "a/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(page(), encoding="utf-8")
    return tmp_path


def test_each_page_has_the_policy_before_all_that_it_could_refuse(site: Path) -> None:
    secure(site)
    for name in ("404.html", "a/b/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>")
        assert "script-src 'self';" in text
        assert "default-src 'none';" in text
        assert '<meta name="referrer" content="same-origin">' in text
        assert text.endswith("Tekst</body></html>")
        for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http:", "https:", "*"):
            assert word not in text


def test_a_script_in_a_page_stops_the_build(site: Path) -> None:
    (site / "a" / "b" / "index.html").write_text(page("alert(1)"), encoding="utf-8")
    with pytest.raises(EngineError, match=r"a/b/index\.html: a script stands in the page: 'alert\(1\)'") as refused:
        secure(site)
    assert "site_src/pages/scripts/" in str(refused.value)


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
        secured(text, "x")


def test_data_and_files_are_no_inline_scripts() -> None:
    text = (
        '<script src="main.js"></script><script type="application/ld+json">{"a": 1}</script>'
        '<SCRIPT id="x" type="application/json">{}</SCRIPT><script type="module">een()</script><script>twee()</script >'
    )
    assert list(inline_scripts(text)) == ["een()", "twee()"]
