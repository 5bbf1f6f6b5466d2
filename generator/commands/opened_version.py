"""How commands read a version of the register from git."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.commands.common import MENDED_BY_IMPORT, SHOWN_ANYWAY, Exit, without_errors
from generator.commands.terminal import tell
from generator.disclosure.opening import Judged
from generator.findings.findings import Format
from generator.findings.printing import print_findings, summary
from generator.history.versions import extract_version


def version(data: Path, revision: str | None, *, was_public: bool = False) -> Judged:
    """The register in the folder ``data`` at ``revision``; without one, as it is now.

    The command ends if the register has an error. If it ``was_public``, a withheld value in it is no error now.

    Raises:
        NoSuchVersionError: git has no such version.
    """
    if revision is None:
        return _usable(data, data.as_posix(), was_public=was_public)
    with TemporaryDirectory() as folder:
        extract_version(data, revision, Path(folder))
        return _usable(Path(folder), revision, was_public=was_public)


def _usable(folder: Path, name: str, *, was_public: bool) -> Judged:
    found = without_errors(folder, SHOWN_ANYWAY | MENDED_BY_IMPORT if was_public else frozenset())
    if isinstance(found, Judged):
        return found
    tell(print_findings(found, Format.TEXT, "data"))
    click.echo(f"{name}: {summary(found)}; nothing was compared.", err=True)
    raise SystemExit(Exit.FINDINGS)
