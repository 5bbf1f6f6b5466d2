"""A version of the register as git has it."""

import io
import subprocess
import tarfile
from pathlib import Path


class NoSuchVersionError(Exception):
    """Git has no such version of the register; the message says what it has not."""


def extract_version(data: Path, revision: str, to: Path) -> None:
    """Write the folder ``data`` as it was at ``revision`` into the folder ``to``.

    Raises:
        NoSuchVersionError: ``data`` is in no repository, or the revision is unknown or has no such folder.
    """
    root = Path(_git(data, "rev-parse", "--show-toplevel").decode().strip())
    prefix = _git(data, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    tree = f"{commit}:{prefix}"
    try:
        archive = _git(root, "archive", "--format=tar", tree)
    except NoSuchVersionError:
        raise NoSuchVersionError(f"there is no {prefix}/ at {revision}") from None
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        opened.extractall(to, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; a revision cannot be taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the maintainer's own git
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise NoSuchVersionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise NoSuchVersionError(said or f"git knows no version {arguments[-1].removesuffix('^{commit}')!r}")
    return done.stdout
