"""Commands in a folder that is not the project's: each says what it misses, and what to do."""

from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from support.registers.empty import empty_register

from generator.commands.main import main

ARGUMENTS: dict[str, Sequence[str]] = {
    "audit": [],
    "build": [],
    "check": [],
    "demo": ["--providers", "3", "--out", "demo"],
    "diff": ["HEAD"],
    "guard": [],
    "import": ["report.txt"],
    "merge": [],
    "release": [],
    "seal": [],
    "serve": [],
    "tidy": [],
}
# What can be used anywhere.
ANYWHERE = {"init"}


def refused(*command: str) -> str:
    """The one sentence with which a command refuses."""
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (2, "")
    usage, hint, nothing, said = done.stderr.splitlines()
    assert (usage.split()[0], hint.split()[0], nothing) == ("Usage:", "Try", "")
    return said


def test_no_command_is_forgotten() -> None:
    assert {*ARGUMENTS, *ANYWHERE} == set(main.list_commands(click.Context(main)))


@pytest.mark.parametrize("command", ARGUMENTS)
def test_an_empty_folder(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = refused(command, *ARGUMENTS[command])
    assert said.startswith("Error: the" if command != "serve" else "Error: there is no site in site")
    assert "in the project's folder" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["build", "diff", "merge"])
def test_a_register_without_its_site(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_register(tmp_path, "public")
    monkeypatch.chdir(tmp_path)
    said = refused(command, *ARGUMENTS[command])
    assert said == f"Error: there is no mkdocs.yml in {tmp_path}: run this in the project's folder."


@pytest.mark.parametrize("command", [["guard"], ["audit", "--against", "HEAD"]])
def test_a_register_that_is_in_no_repository(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_register(tmp_path, "public")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said = refused(*command)
    assert said.startswith("Error: data is in no repository that git can read (")
    assert said.endswith("): clone the register, or begin a repository with `git init` and commit it.")
