"""MkDocs, with its theme: from a folder of Markdown to a folder of HTML."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.engine.errors import EngineError
from generator.progress import work
from generator.sources import THEME, sources

# Of the theme's assets: its scripts, styles and icon are not ours (site_src/theme/main.html).
_UNUSED = ("images", "javascripts", "stylesheets")
_SETTINGS = "mkdocs.yml"
_REFUSED = re.compile(r"\w*Error: \[Errno \d+\] ")


def menu_of(frame: Mapping[str, Any]) -> Iterator[str]:
    """The pages that the menu of a ``frame`` names."""
    for item in frame.get("nav", ()):
        yield from item.values()


def lay_out(project: Path, frame: Mapping[str, Any], workshop: Path) -> None:
    """Lay out in the folder ``workshop`` what MkDocs reads beside ``docs/`` there: its settings, and the theme.

    Args:
        project: the folder with mkdocs.yml and site_src/.
        frame: the settings that are not in mkdocs.yml.
        workshop: the folder; MkDocs makes the site in ``site/`` there.
    """
    for name, file in sources(project, THEME).items():
        place = workshop / "theme" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    own = {"INHERIT": str((project / _SETTINGS).resolve()), "docs_dir": "docs", "site_dir": "site"}
    said = {**own, **frame, "theme": {**frame.get("theme", {}), "custom_dir": "theme"}}
    (workshop / _SETTINGS).write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")


def run_mkdocs(workshop: Path) -> None:
    """Make a site of what was laid out in that folder, in another process.

    Raises:
        EngineError: MkDocs failed, or warned.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        # Else MkDocs would write the time of the clock into its files.
        "SOURCE_DATE_EPOCH": "0",
        # With any locale: Markdown is UTF-8, and so are MkDocs' messages about it.
        "PYTHONUTF8": "1",
    }
    # Not --quiet: MkDocs counts only the warnings that it logs, and --strict needs that count.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", _SETTINGS]
    with work("Running MkDocs", 1) as begun:
        begun(0)
        done = subprocess.run(  # noqa: S603 - a fixed command
            command,
            cwd=workshop,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            # It inherits the locks of the reservation: if it outlives this build, no other one begins while it writes.
            close_fds=False,
        )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        if said and _REFUSED.match(said[-1]):  # an error of the system: the place in MkDocs' code would not help
            raise EngineError(f"MkDocs: {said[-1]}")
        raise EngineError("\n".join(line for line in said if not line.startswith("INFO")).strip())
    # Without what it copies of the theme and no page asks for.
    for name in _UNUSED:
        shutil.rmtree(workshop / "site" / "assets" / name, ignore_errors=True)
