"""`generator guard`. Git's hooks wait for it, so it does not load the rooms that show things."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from generator.commands.common import AS_OF, DATA, FORMAT, Exit
from generator.commands.terminal import say, tell
from generator.findings.findings import Finding, Format, below, counted
from generator.findings.printing import print_findings, summary
from generator.history.git import NoSuchVersionError
from generator.history.guarding import is_public, refusals
from generator.history.intruding import intruders, new_files
from generator.history.versions import version_at, versions_at, versions_since

_SHORT = 12  # characters of a commit's id
_PRIVATE = "nothing was looked at: policy.yaml says that the repository is private, and then it may hold all of it"


@click.command("guard")
@click.argument("revision", metavar="[REV]", default="HEAD")
@click.option("--since", "bases", metavar="REV", multiple=True, help="What is public already; can be given again.")
@click.option("--only", is_flag=True, help="Look at REV alone, which may be a tree: what a commit is about to hold.")
@DATA
@AS_OF
@FORMAT
def command(  # noqa: PLR0913, PLR0917 - a parameter for each option
    revision: str,
    bases: Sequence[str],
    only: bool,  # noqa: FBT001 - click gives flags by position
    data: Path,
    as_of: datetime,
    form: str,
) -> None:
    """Look whether a commit up to REV holds what is withheld or early, or a whole report; exit with 1 when one does.

    Looks at the files as each commit has them, and at none as it stands in the folder now. Without --since at the
    whole history. Never prints a grade.
    """
    try:
        head, before = version_at(data, revision), versions_at(data, bases)
        versions = [head] if only else versions_since(data, revision, bases)
        versions = [] if only and head.tree in {base.tree for base in before} else versions
        is_watched = is_public(data, [head, *before])
        files = new_files(data, head.commit, bases, only=only) if is_watched else []
        refused = list(refusals(data, head, versions, before, as_of.date())) if is_watched else []
        reports = list(intruders(data, head, files))
    except NoSuchVersionError as error:
        raise click.UsageError(f"{error}.") from None
    findings = [
        _named(below(data.as_posix(), each), "" if only else version.commit)
        for version, found in refused
        for each in found
    ]
    findings += [_named(finding, file.commit) for file, finding in reports]
    if findings or form == Format.JSON:
        tell(print_findings(findings, Format(form), ""))
    if form == Format.TEXT and not only:
        said = _outcome(len(versions), len(files), findings) if is_watched else _PRIVATE
        say(f"{data}: {said}.")
    if findings:
        raise SystemExit(Exit.FINDINGS)


def _outcome(versions: int, files: int, findings: Sequence[Finding]) -> str:
    """What was looked at, and what was found there."""
    if not versions and not files:
        return "nothing was looked at: no version of it and no other file is new"
    return f"looked at {counted(versions, 'version')} of it and {counted(files, 'other file')}: {summary(findings)}"


def _named(finding: Finding, commit: str) -> Finding:
    """A finding with its place in git's form: `git show` accepts the part before the line number."""
    return replace(finding, at=replace(finding.at, file=f"{commit[:_SHORT]}:{finding.at.file}")) if commit else finding
