"""A machine of a job: an empty folder, and a shell that runs a step as GitHub's runner does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rehearsal.commands import clean_environment
from support.project import ROOT
from support.workflows.github import FOLDER, GitHub

# A stand-in that takes no time writes down here how many minutes it took all the same.
MINUTES = "STAND_IN_MINUTES"


@dataclass(frozen=True)
class Ended:
    """How something ended: with which code (none: it was stopped at its limit), what it said, and after how long."""

    code: int | None
    said: str
    seconds: float


@dataclass
class Machine:
    """Where the jobs of a run work, one after another, each in a folder that is new and has always the same name."""

    folder: Path
    github: GitHub
    settings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.work = self.folder / "work"
        self.counts = 0.0  # seconds that a step took besides those that passed
        self.programs = self.folder / "bin"
        self.programs.mkdir(parents=True)
        self.program("gh", f'PYTHONPATH="{ROOT / "tests"}" exec "{sys.executable}" -S -m support.workflows.gh "$@"')

    def program(self, name: str, script: str) -> None:
        """Put a program of the shell on the path of every step, before all others."""
        file = self.programs / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def begin(self) -> Path:
        """A new machine: the folder is empty again."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir()
        return self.work

    def bring_packages(self, kind: str) -> None:
        """What an action brings from its cache of packages; here nothing, so that they are set up anew."""

    def keep_packages(self) -> None:
        """What is left for the next machine at the end of a job."""

    def shell(self, script: str, variables: Mapping[str, str], limit: float) -> Ended:
        """Run a step: without a `shell:` of its own by `bash -e`, which does not see how a pipe began.

        https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell

        Args:
            script: what `run:` says.
            variables: what it finds in its environment, besides that of a fresh shell.
            limit: seconds, after which it is stopped with all that it started.
        """
        minutes = self.folder / "minutes"
        minutes.unlink(missing_ok=True)
        began = time.monotonic()
        with subprocess.Popen(
            ["bash", "-e", "-c", script],  # noqa: S607 - the shell of the machine
            cwd=self.work,
            env=self._environment({**variables, MINUTES: str(minutes)}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                said, code = process.communicate(timeout=limit)[0], process.returncode
            except BaseException as stopped:
                os.killpg(process.pid, signal.SIGKILL)
                if not isinstance(stopped, subprocess.TimeoutExpired):
                    raise
                said, code = process.communicate()[0], None
        told = 60 * float(minutes.read_text(encoding="utf-8")) if minutes.is_file() else 0.0
        seconds = min(time.monotonic() - began + told, limit)
        return Ended(None if told > limit else code, said, seconds)

    def _environment(self, variables: Mapping[str, str]) -> dict[str, str]:
        ours = clean_environment(os.environ)
        path = os.pathsep.join((str(self.programs), ours.get("PATH", os.defpath)))
        of_github = {"CI": "true", "GITHUB_ACTIONS": "true", FOLDER: str(self.github.folder)}
        return {**ours, **self.settings, **of_github, **variables, "PATH": path}
