"""A repository of git with a register in it, as somebody without settings of their own has it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from rehearsal.commands import clean_environment
from support.registers.editing import Edit, cell
from support.registers.invented import GAMMA_REPORT, write_register

#: What the guard asks of a register in a public repository.
NO_DRAFT = cell(GAMMA_REPORT, "status", "final")
_AUTHOR = {"GIT_AUTHOR_NAME": "Iemand", "GIT_AUTHOR_EMAIL": "iemand@example.org"}
_COMMITTER = {"GIT_COMMITTER_NAME": "Iemand", "GIT_COMMITTER_EMAIL": "iemand@example.org"}
_NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}


def environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """In which git knows an author, and nothing else of this machine."""
    return {**clean_environment(os.environ), **_AUTHOR, **_COMMITTER, **_NO_SETTINGS, **(settings or {})}


def attempt(folder: Path, *arguments: str | Path, settings: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Ask git something that it may refuse: how it ended, and all that it said."""
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - git itself
        cwd=folder,
        env=environment(settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def git(folder: Path, *arguments: str | Path) -> str:
    """Ask git something that must go well."""
    code, said = attempt(folder, *arguments)
    assert code == 0, said
    return said.strip()


def repository(folder: Path, *edits: Edit) -> Path:
    """A new repository in ``folder``; its first commit, on the branch `main`, is a register without a fault."""
    folder.mkdir(parents=True, exist_ok=True)
    write_register(folder)
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    commit(folder, *edits)
    return folder


def commit(folder: Path, *edits: Edit) -> str:
    """Change the register and commit all of it, past every hook; the id of the commit."""
    for edit in edits:
        edit(folder / "data")
    git(folder, "add", "--all", "--force", "data")
    git(folder, "-c", "gc.auto=0", "commit", "--quiet", "--no-verify", "--allow-empty", "--message=Een wijziging")
    return git(folder, "rev-parse", "HEAD")
