"""The same Markdown in another engine: nothing that we publish may hang on MkDocs alone (docs/decisions/0002)."""

import os
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
from generator.site.content.content import content


def html_pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_zensical_makes_the_same_set_of_pages(register_folder: Path, tmp_path: Path) -> None:
    made = content(public_on(register_folder), SETTINGS)
    pages_alone = content_of((name, text) for name, text in made.files() if name.endswith(".md"))
    one = build_site(pages_alone, tmp_path)  # the rest needs no engine
    # It keeps a cache beside mkdocs.yml.
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "site_src", tmp_path / "site_src")
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--config-file", "mkdocs.yml"]
    # Unlike MkDocs it takes folders only as paths relative to mkdocs.yml.
    folders = {"DOCS_DIR": "docs", "SITE_DIR": "other"}
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | folders,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert html_pages(tmp_path / "other") == html_pages(one)
    assert "8,3" in (tmp_path / "other/aanbieders/verzonnen-alfa/index.html").read_text(encoding="utf-8")
    secure(tmp_path / "other")
    assert all("Content-Security-Policy" in page.read_text("utf-8") for page in (tmp_path / "other").rglob("*.html"))
