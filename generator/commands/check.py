"""`generator check`."""

from pathlib import Path

import click

from generator.commands.common import DATA, FORMAT, Exit, open_today, show
from generator.findings.findings import Finding, Format, below, has_errors
from generator.findings.printing import summary
from generator.site.settings import SettingsError, findings_about, read_settings


@click.command("check")
@DATA
@FORMAT
def command(data: Path, form: str) -> None:
    """Read the whole register and print every finding; exit with 1 when one is an error.

    The settings of the site are checked too, if the register is one of the project here.
    """
    findings = [*(below(data.as_posix(), finding) for finding in open_today(data).findings), *_of_settings(data)]
    show(findings, Format(form))
    if form == Format.TEXT:
        click.echo(f"{data}: {summary(findings)}")
    if has_errors(findings):
        raise SystemExit(Exit.FINDINGS)


def _of_settings(data: Path) -> list[Finding]:
    """What the settings of the project here leave out; nothing if the register is not one of its folders."""
    here = Path()
    if not (here / "mkdocs.yml").is_file() or not data.resolve().is_relative_to(here.resolve()):
        return []
    try:
        return findings_about(read_settings(here))
    except SettingsError as error:
        raise click.UsageError(f"{error}.") from None
