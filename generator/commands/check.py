"""`generator check`."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from generator.commands.common import AS_OF, DATA, FORMAT, Exit, opened_whole, show
from generator.commands.phrasing import phrase_findings
from generator.commands.terminal import say
from generator.commands.waiting import WAITING, mention_due
from generator.disclosure.early import review_early
from generator.disclosure.opening import Judged, Opened
from generator.disclosure.policy import Repository
from generator.findings.findings import Finding, Format, below, has_errors
from generator.findings.printing import summary
from generator.history.git import NoSuchVersionError
from generator.history.merging import common_commit, file_at
from generator.register.addresses import ADDRESSES_FILE, lost_addresses
from generator.register.charters import UNREAD
from generator.register.checks import providers_without_report
from generator.site.settings import SettingsError, findings_about, read_settings


@click.command("check")
@DATA
@WAITING
@AS_OF
@FORMAT
@click.option("--since", metavar="REV", help="What is public already: no address that it promises may be lost.")
def command(data: Path, waiting: Path, as_of: datetime, form: str, since: str | None) -> None:
    """Read the whole register and print every finding; exit with 1 when one is an error.

    If the register is one of the project here, what its site needs is checked too.
    """
    opened = opened_whole(data)
    early = review_early(opened.register, opened.policy, as_of.date()) if opened.policy else []
    lost = _lost(data, since) if since else []
    of_site = [*phrase_findings(data, opened.register.charter), *_of_settings(opened, data)]
    found = sorted([*opened.findings, *of_site, *_without_report(opened), *early, *lost])
    findings = [below(data.as_posix(), finding) for finding in found]
    show(findings, Format(form))
    if form == Format.TEXT:
        say(f"{data}: {summary(findings)}")
        mention_due(waiting, as_of.date())
    if has_errors(findings):
        raise SystemExit(Exit.FINDINGS)


def _without_report(opened: Opened | Judged) -> Iterable[Finding]:
    """The providers without a report, where all can be read, and by everybody."""
    is_public = opened.policy is not None and opened.policy.repository is Repository.PUBLIC
    return providers_without_report(opened.register) if is_public and not has_errors(opened.findings) else ()


def _lost(data: Path, since: str) -> list[Finding]:
    """What was promised at the commit that REV and this one both come from: REV may have promised more since."""
    try:
        return lost_addresses(data, file_at(data, common_commit(data, since), ADDRESSES_FILE))
    except NoSuchVersionError as error:
        raise click.UsageError(f"{error}.") from None


def _of_settings(opened: Opened | Judged, data: Path) -> list[Finding]:
    """What the site of the project here leaves out.

    Nothing if the register is not one of its folders, or if register.yaml cannot be read: then findings say why.
    """
    here, charter = Path(), opened.register.charter
    is_here = (here / "mkdocs.yml").is_file() and data.resolve().is_relative_to(here.resolve())
    if charter is UNREAD or not is_here:
        return []
    try:
        read_settings(here, charter)
    except SettingsError as error:
        raise click.UsageError(f"{error}.") from None
    return findings_about(charter)
