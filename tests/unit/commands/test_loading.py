"""What a command loads before it does anything: hooks of git and maintainers wait for that."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.project import ROOT
from support.registers.editing import without
from support.registers.invented import GAMMA_LOW

# What only a build needs, or a search for what rule 7 must round.
HEAVY = {"PIL", "babel", "jinja2", "numpy", "pandas", "pdfplumber", "plotly", "pyarrow", "xlsxwriter"}
LOADED = """
import sys
from generator.commands.main import main
try:
    main()
finally:
    print(*sys.modules)
"""


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_the_help_loads_nothing_heavy() -> None:
    names = loaded("--help")
    assert "click" in names
    assert names & HEAVY == set()


def test_a_check_loads_nothing_heavy_where_no_grade_is_withheld_beside_another(register_folder: Path) -> None:
    without(GAMMA_LOW)(register_folder)
    names = loaded("check", "--data", str(register_folder))
    assert "yaml" in names
    assert names & HEAVY == set()


@pytest.mark.parametrize("command", ["build", "import"])
def test_what_a_command_needs_comes_with_it(command: str) -> None:
    assert loaded(command, "--help") & HEAVY
