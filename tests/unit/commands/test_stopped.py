"""Ctrl-C at any moment: no traceback, exit code 130, and what was written is said."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.registers.editing import swapped
from support.registers.invented import GAMMA_LOW
from support.registers.reading import contents

UNSEALED = swapped(GAMMA_LOW, "20,4,,nee", "20,4,6.5,nee")
# Runs a command that gets Ctrl-C from within, the given time that Python says that it does such a thing to such a file.
STOPPED = """
import os, signal, sys
from generator.__main__ import run

event, name, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
times = 0

def watch(happens, arguments):
    global times
    if happens == event and any(str(each).endswith(name) for each in arguments[:2]):
        times += 1
        if times == number:
            os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(watch)
sys.argv[1:] = sys.argv[4:]
run()
"""


def stopped(event: str, name: str, number: int, *command: str | Path) -> str:
    """What a command says that is stopped at such a moment; it exits as it should."""
    words = [sys.executable, "-c", STOPPED, event, name, str(number), *map(str, command)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == 130, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    "module", ["click", "generator.commands.main", "generator.commands.common", "pydantic", "yaml"]
)
def test_while_it_loads(module: str, register_folder: Path) -> None:
    UNSEALED(register_folder)
    before = contents(register_folder)
    said = stopped("import", module, 1, "seal", "--data", register_folder)
    assert said == "\nStopped; nothing was written.\n"
    assert contents(register_folder) == before


@pytest.mark.parametrize("file", ["services.csv", "2021.csv", "policy.yaml"])
def test_while_it_reads(file: str, register_folder: Path) -> None:
    UNSEALED(register_folder)
    before = contents(register_folder)
    said = stopped("open", file, 1, "seal", "--data", register_folder)
    assert said == "\nStopped; nothing was written.\n"
    assert contents(register_folder) == before


def test_before_anything_is_in_its_place(register_folder: Path) -> None:
    UNSEALED(register_folder)
    before = contents(register_folder)
    assert "nothing was written" in stopped("open", "0.new", 1, "seal", "--data", register_folder)
    assert contents(register_folder) == before


def test_while_it_writes_it_ends_that_first(register_folder: Path) -> None:
    UNSEALED(register_folder)
    said = stopped("os.rename", "2021.csv", 1, "seal", "--data", register_folder)
    assert said == f"\nStopped; written, and whole: {register_folder / 'results' / '2021.csv'}.\n"
    assert GAMMA_LOW.line in (register_folder / "results" / "2021.csv").read_text(encoding="utf-8")


def test_a_program_in_the_background_ignores_it_as_its_shell_told_it(register_folder: Path) -> None:
    words = [sys.executable, "-c", STOPPED, "open", "policy.yaml", "1", "check", "--data", str(register_folder)]
    done = subprocess.run(
        ["/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh", *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "no errors" in done.stdout
