"""The same Markdown in another engine: nothing that we publish may hang on MkDocs alone (docs/decisions/0002)."""

import shutil
import subprocess
import sys
from pathlib import Path

from support.building import build_site
from support.made import content_of
from support.project import ROOT
from support.registers.reading import public_on
from support.settings import SETTINGS

from generator.engine.content_security import secure
from generator.engine.mkdocs import lay_out
from generator.site.content.content import content


def html_pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_zensical_makes_the_same_set_of_pages(register_folder: Path, tmp_path: Path) -> None:
    made = content(public_on(register_folder), SETTINGS)
    pages_alone = content_of((name, text) for name, text in made.files() if name.endswith(".md"))
    one = build_site(pages_alone, tmp_path)  # the rest needs no engine
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "docs", other / "docs")
    lay_out(ROOT, made.frame, other)
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--config-file", "mkdocs.yml"]
    done = subprocess.run(command, cwd=other, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert html_pages(other / "site") == html_pages(one)
    assert "8,3" in (other / "site/aanbieders/verzonnen-alfa/index.html").read_text(encoding="utf-8")
    secure(other / "site")
    assert all("Content-Security-Policy" in page.read_text("utf-8") for page in (other / "site").rglob("*.html"))
