"""A register as somebody begins it: as docs/another-register.md says word for word, and one in which nobody is yet."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from support.project import ROOT
from support.repositories import environment

from generator.charter import Language
from generator.disk.replacing import replace_files
from generator.scale import Scale
from generator.starting.beginning import Program, beginning
from generator.starting.usual import USUAL, Answers, charter_of

# The tests of a published site, but for axe: it finds no other markup here than on the site of the example.
LOOKING = ("tests/published", "-k", "not accessible")
# Nothing is installed: what is tested is the program that is here.
INSTALLED = """
python3() { :; }
make() { mkdir -p .venv/bin; cp "$TOOLS"/* .venv/bin/; test "$1" != site || .venv/bin/generator build; }
mkdir -p .venv/bin; cp "$TOOLS"/* .venv/bin/
"""
GENERATOR = """#!/bin/sh
test "$1" != init || exec "$PYTHON" -m generator "$@" --wheel "$WHEEL"
exec "$PYTHON" -m generator "$@"
"""


@pytest.fixture
def there(tmp_path: Path) -> dict[str, str]:
    """The variables of a shell in which the program is at hand."""
    tools, wheel = tmp_path / "tools", tmp_path / f"generator-{version('generator')}-py3-none-any.whl"
    tools.mkdir()
    wheel.write_bytes(b"a program")
    for name, script in {"generator": GENERATOR, "pip": "#!/bin/sh\n"}.items():
        (tools / name).write_text(script, encoding="utf-8")
        (tools / name).chmod(0o755)
    return {
        **environment(),
        "TOOLS": str(tools),
        "WHEEL": str(wheel),
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
    }


def looked_at(project: Path, there: dict[str, str]) -> None:
    """Run the tests that were laid out in the project."""
    path = os.pathsep.join((str(ROOT), str(project / "tests")))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *LOOKING],
        check=False,
        cwd=project,
        env={**there, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_about_another_register_leads_to_a_site(tmp_path: Path, there: dict[str, str]) -> None:
    page = (ROOT / "docs" / "another-register.md").read_text(encoding="utf-8")
    written = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(written) == 5
    script = "\n".join(("set -eu", INSTALLED, *written))
    done = subprocess.run(["sh"], check=False, cwd=tmp_path, env=there, input=script, capture_output=True, text=True)  # noqa: S607
    assert done.returncode == 0, done.stdout + done.stderr
    project = tmp_path / "driving"
    shown = (project / "site" / "driving-schools" / "corner-school" / "index.html").read_text(encoding="utf-8")
    assert '<data value="4.2">4.2</data>' in shown
    assert "Too few pupils answered: 1 of the 5 (20%)" in shown
    looked_at(project, there)


def test_a_register_in_which_nobody_is_yet_has_a_site(tmp_path: Path, there: dict[str, str]) -> None:
    charter = charter_of(Answers("Cijfers", Language.DUTCH, "Bureau", USUAL[Language.DUTCH].nouns, Scale(1, 10)))
    project = tmp_path / "project"
    project.mkdir()
    replace_files(project, beginning(charter, Program(Path(there["WHEEL"]))))
    # As git has it, which keeps no empty folder.
    for folder in ("providers", "reports", "results"):
        shutil.rmtree(project / "data" / folder)
    command = [sys.executable, "-m", "generator", "build"]
    done = subprocess.run(command, check=False, cwd=project, env=there, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    looked_at(project, there)
