"""Commands as a workflow runs them: a clean environment, a time limit, and nothing said unless something is wrong."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

# What belongs to the make, the git or the Python that started the rehearsal, and to nothing that it starts.
_OURS = {"BASE", "FORMAT", "MAKEFILES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH", "TESTS", "URL", "VIRTUAL_ENV"}
_WHO = ("user.name=Rehearsal", "user.email=rehearsal@example.org", "commit.gpgsign=false", "core.hooksPath=/dev/null")
SHORT, LONG = 120, 1800  # seconds


class RehearsalError(Exception):
    """A step did not go as it must; the message holds what it said."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    *,
    exits: Sequence[int] = (0,),
    limit: int = SHORT,
    settings: Mapping[str, str] | None = None,
) -> str:
    """Run a command to its end, and return all that it says.

    Args:
        command: the program and what it is told.
        folder: where.
        exits: the codes with which it must end.
        limit: after so many seconds it is stopped, with all that it started.
        settings: variables of its environment.

    Raises:
        RehearsalError: it ended otherwise, or not in time.
    """
    with subprocess.Popen(
        [str(each) for each in command],
        cwd=folder,
        env={**clean_environment(os.environ), **(settings or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said: str = process.communicate(timeout=limit)[0]
        except subprocess.TimeoutExpired:
            said = _stop(process)
            raise RehearsalError(f"{_line(command)} took longer than {limit} s.\n{said}") from None
        except BaseException:
            _stop(process)
            raise
    if process.returncode not in exits:
        expected = " or ".join(map(str, exits))
        raise RehearsalError(f"{_line(command)} ended with {process.returncode}, not with {expected}.\n{said}")
    return said


def git(folder: Path, *arguments: str | Path) -> str:
    """Git, as somebody without settings of their own."""
    return run(["git", *(part for each in _WHO for part in ("-c", each)), *arguments], folder)


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment as a fresh shell has it."""
    return {
        name: value
        for name, value in environment.items()
        if name not in _OURS and not name.startswith(("GIT_", "PYTEST_"))
    }


def _stop(process: subprocess.Popen[str]) -> str:
    """Stop a command and all that it started; what it had said by then."""
    os.killpg(process.pid, signal.SIGKILL)
    said: str = process.communicate()[0]
    return said


def _line(command: Sequence[str | Path]) -> str:
    return " ".join(str(each) for each in command)
