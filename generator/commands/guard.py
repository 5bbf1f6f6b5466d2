"""`generator guard`. Git's hooks wait for it, so it does not load the rooms that show things."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.commands.common import DATA, FORMAT, Exit
from generator.commands.terminal import say, tell
from generator.findings.findings import Finding, Format
from generator.findings.printing import print_findings, summary
from generator.history.guarding import refusals
from generator.history.versions import NoSuchVersionError, Version, version_at, versions_at, versions_since

_SHORT = 12  # characters of a commit's id


@click.command("guard")
@click.argument("revision", metavar="[REV]", default="HEAD")
@click.option("--since", "bases", metavar="REV", multiple=True, help="What is public already; can be given again.")
@click.option("--only", is_flag=True, help="Look at REV alone, which may be a tree: what a commit is about to hold.")
@DATA
@FORMAT
def command(revision: str, bases: Sequence[str], only: bool, data: Path, form: str) -> None:  # noqa: FBT001 - click gives flags by position
    """Look whether a commit up to REV holds what is withheld; exit with 1 when one does.

    Looks at the register as each commit has it, and at no file as it stands in the folder now. Without --since at the
    whole history. Never prints a grade.
    """
    try:
        head = version_at(data, revision)
        versions = [head] if only else versions_since(data, revision, bases)
        refused = list(refusals(data, head, versions, versions_at(data, bases)))
    except NoSuchVersionError as error:
        raise click.UsageError(f"{error}.") from None
    findings = [_named(finding, version, data, only=only) for version, found in refused for finding in found]
    if findings or form == Format.JSON:
        tell(print_findings(findings, Format(form), ""))
    if form == Format.TEXT and not only:
        say(f"{data}: {len(versions)} versions in the history, {summary(findings)}.")
    if findings:
        raise SystemExit(Exit.FINDINGS)


def _named(finding: Finding, version: Version, data: Path, *, only: bool) -> Finding:
    """A finding with its place in git's form: `git show` accepts the part before the line number."""
    commit = "" if only else f"{version.commit[:_SHORT]}:"
    return replace(finding, at=replace(finding.at, file=f"{commit}{data.as_posix()}/{finding.at.file}"))
