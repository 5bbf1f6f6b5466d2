"""MkDocs makes the same of the same, and takes a second: what it made is kept for all tests and all who run them."""

import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from support.registers.reading import contents

Run = Callable[[Path], None]
_SETTINGS = "mkdocs.yml"
_INHERITED = re.compile(r"^INHERIT: (.+)$", re.MULTILINE)


def once(run: Run, kept: Path) -> Run:
    """A function that runs MkDocs only on what it was not given before; ``kept`` is a folder for what it made."""

    def made(workshop: Path) -> None:
        known = kept / _key(workshop)
        if not known.exists():
            run(workshop)
            new = Path(mkdtemp(dir=kept)) / "site"
            shutil.copytree(workshop / "site", new)
            try:
                new.rename(known)
            except OSError:  # another worker was first, and made the same
                assert contents(new) == contents(known)
            return
        shutil.copytree(known, workshop / "site", dirs_exist_ok=True)

    return made


def _key(workshop: Path) -> str:
    """What the site is made of, wherever its project stands."""
    own = (workshop / _SETTINGS).read_text(encoding="utf-8")
    inherited = [Path(file).read_text(encoding="utf-8") for file in _INHERITED.findall(own)]
    settings = [_INHERITED.sub("", own), *inherited]
    return sha256(repr((settings, contents(workshop / "docs"), contents(workshop / "theme"))).encode()).hexdigest()
