"""MkDocs, with its theme: from a folder of Markdown to a folder of HTML."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from generator.engine.errors import EngineError
from generator.progress import work

# Of the theme's assets: its scripts, styles and icon are not ours (site_src/theme/main.html).
_UNUSED = ("images", "javascripts", "stylesheets")
_REFUSED = re.compile(r"\w*Error: \[Errno \d+\] ")


class _Loader(yaml.SafeLoader):
    """A safe YAML loader that also knows MkDocs' tag for environment variables."""


add_env_tag(_Loader)


def menu_of(project: Path) -> Iterator[str]:
    """The pages that the menu names."""
    said = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    yield from _names(said.get("nav") or ())


def _names(menu: Any) -> Iterator[str]:  # noqa: ANN401 - as YAML has it
    """Those of a page, of a menu in the menu, or of a list of both."""
    if isinstance(menu, str):
        yield menu
        return
    for each in menu.values() if isinstance(menu, dict) else menu:
        yield from _names(each)


def run_mkdocs(project: Path, docs: Path, site: Path) -> None:
    """Make a site of the pages in ``docs``, in another process: it gets its folders by the variables in mkdocs.yml.

    Raises:
        EngineError: MkDocs failed, or warned.
    """
    environment = {
        **os.environ,
        "DOCS_DIR": str(docs.resolve()),
        "SITE_DIR": str(site.resolve()),
        "NO_MKDOCS_2_WARNING": "1",
        # Else MkDocs would write the time of the clock into its files.
        "SOURCE_DATE_EPOCH": "0",
        # With any locale: Markdown is UTF-8, and so are MkDocs' messages about it.
        "PYTHONUTF8": "1",
    }
    # Not --quiet: MkDocs counts only the warnings that it logs, and --strict needs that count.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    with work("Running MkDocs", 1) as begun:
        begun(0)
        done = subprocess.run(  # noqa: S603 - a fixed command
            command,
            cwd=project,
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
        shutil.rmtree(site / "assets" / name, ignore_errors=True)
