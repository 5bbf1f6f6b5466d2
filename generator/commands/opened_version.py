"""How commands read a version of the register from git."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator.commands.common import MENDED_BY_IMPORT, SHOWN_ANYWAY, Exit, without_errors
from generator.commands.terminal import tell
from generator.disclosure.opening import Judged
from generator.findings.findings import Finding, Format, has_errors
from generator.findings.printing import print_findings, summary
from generator.history.versions import extract, extract_version, versions_back_from
from generator.register.charters import read_charter

#: How many versions are tried before it is given up that one can be judged: a mistake on main is mended within days.
MOST_TRIED = 20
_SHORT = 12  # characters of a commit's id


@dataclass(frozen=True, slots=True)
class Before:
    """A version that the public saw.

    Args:
        name: as the maintainer named it, or the commit that took its place.
        why: a sentence about why another one took its place; empty if none did.
        judged: the version.
    """

    name: str
    why: str
    judged: Judged


def version(data: Path, revision: str | None) -> Judged:
    """The register in the folder ``data`` at ``revision``, or as it is now; an error in it ends the command.

    Raises:
        NoSuchVersionError: git has no such version.
    """
    if revision is None:
        found = without_errors(data, frozenset())
        return found if isinstance(found, Judged) else _refuse(found, data.as_posix())
    with TemporaryDirectory() as folder:
        extract_version(data, revision, Path(folder))
        found = without_errors(Path(folder), frozenset(), read_charter(data)[0])
    return found if isinstance(found, Judged) else _refuse(found, revision)


def version_before(data: Path, revision: str) -> Before:
    """What the public saw at ``revision``: that version, or else the last one before it that can be judged.

    A withheld value in it is no error now. If none can be judged, the command ends.

    Raises:
        NoSuchVersionError: git has no such version.
    """
    of_revision: list[Finding] = []
    for dated in versions_back_from(data, revision, MOST_TRIED):
        with TemporaryDirectory() as folder:
            extract(data, dated.version.tree, Path(folder))
            found = without_errors(Path(folder), SHOWN_ANYWAY | MENDED_BY_IMPORT, read_charter(data)[0])
        if not isinstance(found, Judged):
            of_revision = of_revision or found
        elif not of_revision:
            return Before(revision, "", found)
        else:
            name = dated.version.commit[:_SHORT]
            return Before(name, _why(revision, of_revision, f"{name} of {dated.day}"), found)
    return _refuse(of_revision, f"{revision}, and each version before it that was tried")


def _why(revision: str, findings: list[Finding], instead: str) -> str:
    first = next(finding for finding in findings if has_errors([finding]))
    said = f"{summary(findings)}, such as {first.code} at data/{first.at}"
    return f"{revision} cannot be judged ({said}). In its place comes {instead}, the last version before it that can."


def _refuse(findings: list[Finding], name: str) -> NoReturn:
    # What is printed on standard output is the answer, and may become a page at GitHub.
    tell(print_findings(findings, Format.TEXT, "data"), err=True)
    click.echo(f"{name}: {summary(findings)}; nothing was compared.", err=True)
    raise SystemExit(Exit.FINDINGS)
