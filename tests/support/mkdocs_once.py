"""MkDocs makes the same of the same, and takes a second: what it made is kept for all tests and all who run them."""

import os
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from support.registers.reading import contents

Run = Callable[[Path, Path, Path], None]
_VARIABLES = re.compile(r"!ENV \[?([A-Z_, ]+)")
_PLACES = {"DOCS_DIR", "SITE_DIR"}  # of which its files say nothing


def once(run: Run, kept: Path) -> Run:
    """A function that runs MkDocs only on what it was not given before; ``kept`` is a folder for what it made."""

    def made(project: Path, docs: Path, site: Path) -> None:
        known = kept / _key(project, docs)
        if not known.exists():
            new = Path(mkdtemp(dir=kept)) / "site"
            run(project, docs, new)
            try:
                new.rename(known)
            except OSError:  # another worker was first, and made the same
                assert contents(new) == contents(known)
        shutil.copytree(known, site, dirs_exist_ok=True)

    return made


def _key(project: Path, docs: Path) -> str:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    names = {name for found in _VARIABLES.findall(settings) for name in re.findall("[A-Z_]+", found)} - _PLACES
    variables = sorted((name, os.environ.get(name)) for name in names)
    return sha256(repr((settings, variables, contents(docs), contents(project / "site_src"))).encode()).hexdigest()
