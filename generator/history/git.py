"""Git, as a program that is asked something and must answer."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_LONGEST_SIZE = 20  # digits, and the end of their line


class NoSuchVersionError(Exception):
    """Git has no such version of the register; the message says what is missing."""


def place(data: Path) -> tuple[Path, str]:
    """The top folder of the repository, and the path from there to ``data``."""
    try:
        said = git(data, "rev-parse", "--show-toplevel", "--show-prefix").decode()
    except NoSuchVersionError as error:
        said = "clone the register, or begin a repository with `git init` and commit it"
        raise NoSuchVersionError(f"{data} is in no repository that git can read ({error}): {said}") from error
    root, prefix = said.removesuffix("\n").rsplit("\n", 1)
    return Path(root), prefix.rstrip("/")


def object_at(root: Path, revision: str, kind: str = "") -> str:
    """Git's id of the object that a revision names; without a ``kind``, of any object that is not a tag."""
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}")
    return found.decode().strip()


def git(folder: Path, *arguments: str, said: bytes = b"", settings: Mapping[str, str] | None = None) -> bytes:
    """What git answers in ``folder``.

    Args:
        folder: where it is asked.
        arguments: the command and its options.
        said: what it reads from standard input.
        settings: more variables of the environment.

    Raises:
        NoSuchVersionError: git cannot be run, or refuses; the message is git's own, or names the last argument.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; a revision cannot be taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the maintainer's own git
            capture_output=True,
            check=False,
            env={**os.environ, **(settings or {})},
            input=said,
        )
    except OSError as error:
        raise NoSuchVersionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        revision = arguments[-1].removesuffix("^{commit}").removesuffix("^{}")
        raise NoSuchVersionError(
            message or f"git knows no version {revision!r}: name one that it has, such as HEAD or main"
        )
    return done.stdout


def contents(folder: Path, wanted: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each id of a file's content in ``wanted``, with that content."""
    asked = "".join(f"{each}\n" for each in wanted).encode()
    said = memoryview(git(folder, "cat-file", "--batch=%(objectsize)", said=asked) if wanted else b"")
    start = 0
    for each in wanted:
        size = bytes(said[start : start + _LONGEST_SIZE]).partition(b"\n")[0]
        begin = start + len(size) + 1
        start = begin + int(size) + 1
        yield each, bytes(said[begin : start - 1])
